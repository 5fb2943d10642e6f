import type { PreparedStatements } from '../../database/prepared-statements.js';
import type { Delivery, MessageKind } from '../states/message.entity.js';
import { paceSpent } from '../../pace/paces.queries.js';
import { type Seen, sendingIsFree } from '../../safeguards/sending-guard.queries.js';
import { reasonToSkip, type SkipReason } from '../planning/reason-to-skip.js';
import { type Settlement, settledCte, settledValues } from './settle.queries.js';

/** A message that is ours to hand over now, with everything its letter needs about the person. */
export interface ClaimedMessage {
  id: string;
  surveyId: string;
  kind: MessageKind;
  attempts: number;
  plannedAt: Date;
  participantId: string;
  subscriberId: string;
  email: string;
  /** The mail provider of this person's address, or its domain. */
  provider: string;
  name: string | null;
  salutation: string | null;
  language: string | null;
}

/** The result of a claim. */
export interface ClaimedRound {
  messages: ClaimedMessage[];
  /** How many it did not hand out: people who are skipped at the last moment, or whose provider is throttled. */
  putAside: number;
  /** How many of all of them were claimed for the first time. */
  fresh: number;
  /** The last participant id this claim has reached: later ones are not claimed yet. */
  after: string;
}

/** One step of a lane: records what has come back and claims the next round in the same statement. */
export interface Turn {
  token: string;
  now: Date;
  leaseUntil: Date;
  limit: number;
  /** Whether this claims the single message that probes an open breaker; all others wait for it. */
  probing: boolean;
  /** A survey to leave out of this probe, as its own fault may have opened the breaker. */
  avoid?: string | null;
  /** Outcomes since the last turn. */
  finished: readonly Settlement[];
  /** What the process saw of the database last; without it, that is not checked. */
  seen?: Seen | null;
}

interface TouchedRow extends ClaimedMessage {
  state: Delivery;
  reason: SkipReason | null;
  /** True if it was claimed for the first time. */
  fresh: boolean;
  /** It had been planned and not tried: it counts among the canary. */
  begins: boolean;
}

/** The CTEs that end every claim; `$1` is now, `$2` the limit, `$3` the token, `$4` the end of the lease. */
const CLAIMED = `
  claimed AS (
    UPDATE messages m SET
      state = CASE WHEN j.limited THEN m.state WHEN j.reason IS NULL THEN 'handing_over' ELSE 'skipped' END,
      reason = CASE WHEN j.limited THEN m.reason ELSE j.reason END,
      throttled_by = CASE WHEN j.limited THEN j.provider END,
      next_attempt_at = CASE WHEN j.limited THEN $1::timestamptz END,
      attempts = m.attempts + CASE WHEN j.limited OR j.reason IS NOT NULL THEN 0 ELSE 1 END,
      claim_token = CASE WHEN j.limited OR j.reason IS NOT NULL THEN NULL ELSE $3::uuid END,
      settled_at = CASE WHEN NOT j.limited AND j.reason IS NOT NULL THEN $1::timestamptz END
    FROM judged j WHERE m.id = j.message_id
    RETURNING m.id, m.survey_id AS "surveyId", m.kind, m.attempts, m.planned_at AS "plannedAt",
      m.participant_id AS "participantId", j.subscriber_id AS "subscriberId", j.email, j.provider, j.name,
      j.salutation, j.language, m.state, m.reason, j.fresh, j.begins
  ), round AS (
    INSERT INTO rounds (token, lease_until, messages)
    SELECT $3, $4, array_agg(c.id) FROM claimed c WHERE c.state = 'handing_over' HAVING count(*) > 0
  )`;

/** The provider of a subscriber `s`, and what a letter needs to know. */
const PERSON = `s.email, s.name, s.salutation, s.language,
  coalesce((SELECT d.provider FROM mail_domains d WHERE d.domain = split_part(s.email_key, '@', 2)),
    split_part(s.email_key, '@', 2)) AS provider`;

/**
 * Waiting messages are read in portions of this size, and as many are searched for some whose provider has no
 * limit.
 */
const WINDOW = 60;

/**
 * Claims a round of a wave: picks what is due, checks P3 once more, and marks the rest `handing_over`, all in
 * one statement, which also settles what has come back. The participants are read under lock, so a submit
 * that committed before this statement locked them is seen; one that commits later finds the message already
 * under way. SKIP LOCKED lets several workers share a wave without waiting or overlapping.
 *
 * Picked are, in this order: messages that wait for a provider whose turn it is; retries; messages never
 * claimed before, by participant from `after` on. Of the last two, those whose provider is throttled are put
 * into its queue instead.
 *
 * @param after participant id, `'0'` to look at everybody
 * @param paced whether any mail provider is or was throttled; if not, the statement leaves their queues out
 * @param canarySize how many messages may be anything but planned, over all workers; null: all of them
 */
export async function claimOfWave(
  statements: PreparedStatements,
  wave: string,
  after: string,
  turn: Turn,
  paced: boolean,
  canarySize: number | null = null,
): Promise<ClaimedRound> {
  const isCanary = canarySize !== null;
  const rows = await statements.rows<TouchedRow>(
    `claim-of-wave${paced ? '-paced' : ''}${isCanary ? '-canary' : ''}`,
    claims[paced ? 'paced' : 'unpaced'][isCanary ? 'canary' : 'all'],
    [...turnValues(turn), wave, after, ...seenValues(turn), ...(isCanary ? [canarySize] : [])],
  );
  return roundOf(rows, turn.limit, after);
}

/**
 * The wave may send, the database is the one it was, and neither the server's breaker nor that of its
 * survey's sender is open, or this is the one to find out.
 *
 * What has come back is recorded before anything is locked for the claim: anyone who waits for a row then
 * holds none that others wait for, so that two statements never deadlock.
 */
const open = (also: string) => `open AS MATERIALIZED (
       SELECT FROM (SELECT count(*) FROM settled) AS first, waves w${also} WHERE w.id = $13 AND w.state = 'sending'
         AND ${sendingIsFree('w.kind', { name: '$15', at: '$16' })}
         AND ($5::boolean OR NOT EXISTS (SELECT FROM breakers b
           WHERE b.kind = 'server' OR b.kind = 'sender' AND b.name = w.survey_id::text))
     )`;

/** Retries that wait for no provider. */
const again = (limit: string) => `again AS MATERIALIZED (
       SELECT id, participant_id, begins FROM open, LATERAL (
         SELECT m.id, m.participant_id, m.state = 'planned' AS begins FROM messages m
         WHERE m.wave_id = $13 AND m.throttled_by IS NULL AND m.next_attempt_at <= $1
           AND m.state IN ('planned', 'deferred')
         ORDER BY m.next_attempt_at, m.id LIMIT ${WINDOW}
         FOR NO KEY UPDATE SKIP LOCKED
       ) m LIMIT ${limit}
     )`;

/** Messages that were never claimed. */
const fresh = (limit: string) => `fresh AS MATERIALIZED (
       SELECT id, participant_id FROM open, LATERAL (
         SELECT m.id, m.participant_id FROM messages m
         WHERE m.wave_id = $13 AND m.participant_id > $14 AND m.state = 'planned' AND m.next_attempt_at IS NULL
         ORDER BY m.wave_id, m.participant_id LIMIT ${WINDOW}
         FOR NO KEY UPDATE SKIP LOCKED
       ) m LIMIT ${limit}
     )`;

/** The recipients of the picked messages, locked. */
const known = (messages: string) => `picked AS MATERIALIZED (
       SELECT x.id AS message_id, x.line, x.lane, x.begins, p.* FROM (${messages}) AS x JOIN participants p ON p.id = x.participant_id
       FOR NO KEY UPDATE OF p SKIP LOCKED
     )`;

/** What happens to each of them; `limited` ones are put into a provider's queue. */
const judged = (
  people: string,
) => `SELECT p.*, p.line = 3 AS fresh, ${reasonToSkip('$1', 'p.message_id')} AS reason
       FROM (${people}) AS p
       JOIN waves w ON w.id = $13
       JOIN surveys v ON v.id = w.survey_id
       JOIN subscribers s ON s.id = p.subscriber_id`;

/** All that was picked. */
const everybody = {
  canary: '',
  also: '',
  judged: (rows: string) => `judged AS MATERIALIZED (${rows})`,
  count: '',
};

/**
 * Only as many as the canary has room for; `$17` is its size. Each claim locks the canary's row and so sees
 * what the others have begun. Anyone who comes back unsent makes room; anyone who was deferred keeps theirs.
 */
const canary: typeof everybody = {
  canary: `canary AS MATERIALIZED (
       SELECT c.begun, $17::int - c.begun + (SELECT count(*) FROM settled WHERE state = 'planned') AS room
       FROM (SELECT count(*) FROM settled) AS first, canaries c WHERE c.wave_id = $13 FOR UPDATE OF c
     ), `,
  also: ', canary',
  judged: (rows) => `judged AS MATERIALIZED (
       SELECT j.* FROM (SELECT j.*, count(*) FILTER (WHERE j.begins AND j.reason IS NULL AND NOT j.limited)
         OVER (ORDER BY j.line, j.id) AS nth FROM (${rows}) AS j) AS j
       WHERE NOT j.begins OR j.reason IS NOT NULL OR j.limited OR j.nth <= (SELECT room FROM canary)
     )`,
  count: `, begun AS (
       UPDATE canaries c SET begun = k.begun + k.change FROM (
         SELECT k.begun, (SELECT count(*) FROM claimed WHERE state = 'handing_over' AND begins)
           - (SELECT count(*) FROM settled WHERE state = 'planned') AS change FROM canary k
       ) AS k WHERE c.wave_id = $13 AND k.change <> 0
     )`,
};

function claim(of: typeof everybody): string {
  return `WITH ${settledCte(6, '$1')}, ${of.canary}${open(of.also)}, ${again('$2')}, ${fresh('$2 - (SELECT count(*) FROM again)')},
     ${known(`SELECT id, participant_id, 2 AS line, NULL AS lane, begins FROM again
       UNION ALL SELECT id, participant_id, 3, NULL, true FROM fresh`)},
     ${of.judged(judged(`SELECT k.*, ${PERSON}, false AS limited FROM picked k JOIN subscribers s ON s.id = k.subscriber_id`))},
     ${CLAIMED}${of.count}
     SELECT * FROM claimed`;
}

function pacedClaim(of: typeof everybody): string {
  return `WITH ${settledCte(6, '$1')}, ${of.canary}${open(of.also)}, limits AS MATERIALIZED (
       SELECT c.name, allowed_rate(c, $1) AS rate, line_rate(c, $1) AS line_rate
       FROM paces c WHERE c.name <> 'all'
     ), lanes AS MATERIALIZED (
       SELECT c.name, l.line_rate AS rate,
         CASE WHEN l.line_rate IS NULL THEN $2 ELSE least($2, greatest(1, floor(l.line_rate / 10))) END AS most
       FROM open, limits l JOIN paces c ON c.name = l.name
       WHERE (l.line_rate IS NULL OR c.next_free_at <= $1) AND EXISTS (
         SELECT FROM messages m WHERE m.wave_id = $13 AND m.throttled_by = c.name AND m.next_attempt_at <= $1)
       ORDER BY c.next_free_at LIMIT $2
       FOR NO KEY UPDATE OF c SKIP LOCKED
     ), paced AS MATERIALIZED (
       SELECT id, participant_id, begins, l.name FROM lanes l CROSS JOIN LATERAL (
         SELECT m.id, m.participant_id, m.state = 'planned' AS begins FROM messages m
         WHERE m.wave_id = $13 AND m.throttled_by = l.name AND m.next_attempt_at <= $1
           AND m.state IN ('planned', 'deferred')
         ORDER BY m.next_attempt_at, m.id LIMIT l.most
         FOR NO KEY UPDATE SKIP LOCKED
       ) m LIMIT $2
     ), ${again('$2 - (SELECT count(*) FROM paced)')}, ${fresh(`greatest(
       $2 - (SELECT count(*) FROM paced) - (SELECT count(*) FROM again),
       CASE WHEN EXISTS (SELECT FROM limits WHERE rate IS NOT NULL) THEN ${WINDOW} ELSE 0 END)`)},
     ${known(`SELECT id, participant_id, 1 AS line, name AS lane, begins FROM paced
       UNION ALL SELECT id, participant_id, 2, NULL, begins FROM again
       UNION ALL SELECT id, participant_id, 3, NULL, true FROM fresh`)},
     people AS MATERIALIZED (
       SELECT *, row_number() OVER (PARTITION BY limited ORDER BY line, id) AS place FROM (
         SELECT k.*, k.provider IS DISTINCT FROM k.lane
           AND k.provider IN (SELECT name FROM limits WHERE rate IS NOT NULL) AS limited FROM (
           SELECT k.*, ${PERSON} FROM picked k JOIN subscribers s ON s.id = k.subscriber_id
         ) AS k
       ) AS k
     ), ${paceSpent('lanes', 'people', '$1')}, ${of.judged(judged('SELECT * FROM people WHERE limited OR place <= $2'))}, ${CLAIMED}${of.count}
     SELECT * FROM claimed`;
}

const claims = {
  unpaced: { all: claim(everybody), canary: claim(canary) },
  paced: { all: pacedClaim(everybody), canary: pacedClaim(canary) },
};

/**
 * Claims thank-yous: the lane that never waits behind a wave. A survey whose sender or whose thank-you is
 * in doubt is left out, and found out about by a lane of its own.
 *
 * @param survey only those of this one; null takes all
 */
export async function claimThankYous(
  statements: PreparedStatements,
  turn: Turn,
  survey: string | null = null,
): Promise<ClaimedRound> {
  const rows = await statements.rows<TouchedRow>(
    'claim-thank-yous',
    `WITH ${settledCte(6, '$1')}, judged AS MATERIALIZED (
       SELECT m.id AS message_id, p.subscriber_id, ${PERSON}, false AS limited, false AS fresh, false AS begins,
         CASE
           WHEN EXISTS (SELECT FROM suppressions x WHERE x.email_key = s.email_key) THEN 'suppressed'
           WHEN s.unsubscribed_at IS NOT NULL THEN 'unsubscribed'
         END AS reason
       FROM (SELECT count(*) FROM settled) AS first
       CROSS JOIN messages m
       JOIN participants p ON p.id = m.participant_id
       JOIN subscribers s ON s.id = p.subscriber_id
       WHERE m.wave_id IS NULL AND m.throttled_by IS NULL AND m.next_attempt_at <= $1 AND m.state IN ('planned', 'deferred')
         AND ${sendingIsFree('m.kind', { name: '$15', at: '$16' })}
         AND ($13::bigint IS NULL OR m.survey_id = $13)
         AND CASE WHEN NOT $5::boolean
           THEN NOT EXISTS (SELECT FROM breakers b WHERE b.kind = 'server' OR b.name = m.survey_id::text)
           ELSE $13 IS NOT NULL OR (m.survey_id IS DISTINCT FROM $14::bigint
             AND NOT EXISTS (SELECT FROM breakers b WHERE b.kind <> 'server' AND b.name = m.survey_id::text)) END
       ORDER BY m.next_attempt_at, m.id
       LIMIT $2
       FOR NO KEY UPDATE OF m SKIP LOCKED
     ), ${CLAIMED}
     SELECT * FROM claimed`,
    [...turnValues(turn), survey, turn.avoid ?? null, ...seenValues(turn)],
  );
  return roundOf(rows, turn.limit, '0');
}

function turnValues({ now, limit, token, leaseUntil, probing, finished }: Turn): unknown[] {
  return [now, limit, token, leaseUntil, probing, ...settledValues(finished)];
}

function seenValues({ seen }: Turn): unknown[] {
  return [seen?.name ?? null, seen?.seenAt ?? null];
}

/**
 * Those in front of the last one that was claimed have been dealt with; anyone who stands behind it may have
 * been passed over because the round was full.
 */
function roundOf(rows: readonly TouchedRow[], limit: number, after: string): ClaimedRound {
  const messages = rows.filter((row) => row.state === 'handing_over');
  const decided = rows.filter((row) => row.state === 'handing_over' || row.state === 'skipped');
  const passed = (decided.length >= limit ? decided : rows).filter((row) => row.fresh);
  return {
    messages,
    putAside: rows.length - messages.length,
    fresh: rows.filter((row) => row.fresh).length,
    after: passed.reduce(
      (last, row) => (BigInt(row.participantId) > BigInt(last) ? row.participantId : last),
      after,
    ),
  };
}
