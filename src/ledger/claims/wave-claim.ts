import { paceSpent } from '../../pace/paces.queries.js';
import { sendingIsFree } from '../../safeguards/sending-guard.queries.js';
import { reasonToSkip } from '../planning/reason-to-skip.js';
import { CLAIMED, PERSON } from './claimed-round.js';
import { settledCte } from './settle.queries.js';

/**
 * Waiting messages are read in portions of this size, and as many are searched for some whose provider has no
 * limit.
 */
const WINDOW = 60;

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

/** The statement that claims a round of a wave, in its four forms; its guarantees are those of `claimOfWave`. */
export const claims = {
  unpaced: { all: claim(everybody), canary: claim(canary) },
  paced: { all: pacedClaim(everybody), canary: pacedClaim(canary) },
};
