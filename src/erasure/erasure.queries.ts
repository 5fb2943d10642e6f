import { type Database, rowOf, rowsOf } from '../database/rows.js';
import { forgetAddressesOf } from '../ledger/planning/refused-addresses.queries.js';
import { eraseSubscribers } from '../lists/erasure.queries.js';
import { WAS_INVITED } from '../ledger/planning/was-invited.js';
import { forgetAnswersNaming } from '../http/idempotency/idempotency-sweep.js';
import { countDeparting } from '../participants/departed-participants.queries.js';
import { dropSavedByCode } from '../responses/saved-answers.queries.js';
import { countDepartingFromGroups } from '../results/groups/departed-members.queries.js';

/** Those who are to be erased, as far as they are there, by number. */
export interface People {
  subscribers: string[];
  /** The lists they are on. */
  lists: string[];
  /** Their addresses, as the journal needs them. */
  emailKeys: string[];
  participants: string[];
  /** Participants of pseudonymous surveys. */
  coded: string[];
}

/**
 * Locks people and their participations until the transaction ends, in the order of their ids. Anyone who
 * keeps or submits answers holds the participation: what is just being written is seen by what follows, and
 * what comes later finds nobody. Nobody is newly taken into a survey while the subscriber is locked.
 */
export async function lockPeople(tx: Database, subscribers: readonly string[]): Promise<People> {
  const found = await rowsOf<{ id: string; listId: string; emailKey: string }>(
    tx,
    `SELECT id, list_id AS "listId", email_key AS "emailKey" FROM subscribers WHERE id = ANY($1::bigint[]) ORDER BY id FOR UPDATE`,
    [subscribers],
  );
  const ids = found.map(({ id }) => id);
  const participants = await rowsOf<{ id: string; isCoded: boolean }>(
    tx,
    `SELECT p.id, v.privacy = 'pseudonymous' AS "isCoded"
     FROM participants p JOIN surveys v ON v.id = p.survey_id
     WHERE p.subscriber_id = ANY($1::bigint[]) ORDER BY p.id FOR UPDATE OF p`,
    [ids],
  );
  return {
    subscribers: ids,
    lists: [...new Set(found.map(({ listId }) => listId))],
    emailKeys: found.map(({ emailKey }) => emailKey),
    participants: participants.map(({ id }) => id),
    coded: participants.filter(({ isCoded }) => isCoded).map(({ id }) => id),
  };
}

/**
 * Locks the mails of these participants without waiting for any, so that no claim takes one from now on.
 * Thank-yous are claimed without a look at the participation.
 *
 * @returns false where one is just being handed over, or is held by a claim or a settlement
 */
export async function areMailsFree(tx: Database, participants: readonly string[]): Promise<boolean> {
  const { free } = await rowOf<{ free: boolean }>(
    tx,
    `WITH locked AS MATERIALIZED (
       SELECT id, state FROM messages WHERE participant_id = ANY($1::bigint[]) FOR UPDATE SKIP LOCKED
     )
     SELECT NOT EXISTS (
       SELECT FROM messages m LEFT JOIN locked l ON l.id = m.id
       WHERE m.participant_id = ANY($1::bigint[]) AND (l.id IS NULL OR l.state = 'handing_over')
     ) AS free`,
    [participants],
  );
  return free;
}

/**
 * Deletes people with everything that bears them. Foreign keys take most of it along, but none leads to
 * answers that are kept under a code: these are found by the codes, which can only be calculated while the
 * participants are there.
 */
export async function deleteSubscribers(
  tx: Database,
  subscribers: readonly string[],
  codes: readonly string[],
): Promise<void> {
  await dropSavedByCode(tx, codes);
  await countDeparting(tx, subscribers, WAS_INVITED);
  await countDepartingFromGroups(tx, subscribers);
  await forgetAddressesOf(tx, subscribers);
  const gone = await eraseSubscribers(tx, subscribers);
  await forgetAnswersNaming(tx, [...new Set(gone.flatMap(({ address, key }) => [address, key]))]);
}

/**
 * The next people of a list behind one of them, by id.
 *
 * @param upTo the last of them that is wanted, if not everybody
 */
export async function subscribersAfter(
  tx: Database,
  list: string,
  after: string,
  limit: number,
  upTo: string | null = null,
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    `SELECT id FROM subscribers WHERE list_id = $1 AND id > $2 AND ($4::bigint IS NULL OR id <= $4)
     ORDER BY id LIMIT $3`,
    [list, after, limit, upTo],
  );
  return rows.map(({ id }) => id);
}
