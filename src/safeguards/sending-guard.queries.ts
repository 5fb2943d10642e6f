import { type Database, rowOf, rowsOf } from '../database/rows.js';
import type { DatabaseIdentity, GuardRow, HoldReason } from './sending-guard.rules.js';

/** What is held, since when and why, as staff are told. */
export interface Hold {
  /** Null where only reminders are still held. */
  heldAt: Date | null;
  because: HoldReason | null;
  /** From when on writes are lost; null where that is not known. */
  lostFrom: Date | null;
  /** Until when at least; null where that is not known. */
  lostUntil: Date | null;
  remindersHeldAt: Date | null;
}

/** Whether mails of a kind are held. */
export function holds(hold: Hold | null, kind: 'invitation' | 'reminder' | 'thank_you'): boolean {
  if (!hold) return false;
  return hold.heldAt !== null || (hold.remindersHeldAt !== null && kind === 'reminder');
}

/** What a process saw of the database last. */
export type Seen = Pick<GuardRow, 'name' | 'seenAt'>;

/** A guard's row with what it holds. */
export type StoredGuard = GuardRow & Hold;

const HOLD = `held_at AS "heldAt", held_because AS because, lost_from AS "lostFrom", lost_until AS "lostUntil",
  reminders_held_at AS "remindersHeldAt"`;

const STORED = `name, system_identifier AS "systemIdentifier", database_oid::text AS "databaseOid",
  messages_oid::text AS "messagesOid", seen_at AS "seenAt", ${HOLD}`;

/** OIDs of the current database and of its table of messages: they change with a restore, not with updates of rows. */
const DATABASE_OID = '(SELECT d.oid FROM pg_database d WHERE d.datname = current_database())';
const MESSAGES_OID = "'messages'::regclass::oid";

/** In milliseconds, as JavaScript counts them. */
const NOW = "date_trunc('milliseconds', clock_timestamp())";

/**
 * Whether mails of a kind may be claimed; is in every claim, so that no worker can send from a database that
 * nobody has looked at since it was restored, copied, or since its server was started, nor from one that this
 * process has seen in a later state.
 *
 * @param kind SQL for the kind of message
 * @param seen placeholders of the name and the moment that this process saw last, such as `$3`; both may be
 * null
 */
export function sendingIsFree(kind: string, seen: { name: string; at: string }): string {
  return `EXISTS (SELECT FROM sending_guard g WHERE g.only_row AND g.held_at IS NULL
    AND (g.reminders_held_at IS NULL OR ${kind} <> 'reminder')
    AND (${seen.name}::uuid IS NULL OR (g.name = ${seen.name} AND g.seen_at >= ${seen.at}::timestamptz))
    AND g.server_started_at = pg_postmaster_start_time()
    AND g.messages_oid = ${MESSAGES_OID} AND g.database_oid = ${DATABASE_OID})`;
}

/** insufficient_privilege, undefined_function, feature_not_supported */
const NOT_PERMITTED = ['42501', '42883', '0A000'];

/** Whether the server tells this user which cluster it is. Postgres does unless that was revoked; some services cannot. */
export async function knowsSystemIdentifier(database: Database): Promise<boolean> {
  try {
    await rowOf(database, 'SELECT system_identifier FROM pg_control_system()');
    return true;
  } catch (error) {
    if (NOT_PERMITTED.includes(String((error as { code?: unknown }).code))) return false;
    throw error;
  }
}

/** SQL for the cluster's identifier, or NULL where it is not to be had. */
function systemIdentifier(isKnown: boolean): string {
  return isKnown ? '(SELECT system_identifier::text FROM pg_control_system())' : 'NULL::text';
}

/**
 * Notes that the database was seen now, if it is the one and as far as it was seen before, all in one statement.
 *
 * @param seenAt the latest moment at which it is known to have been seen
 * @returns null where anything is not as it was
 */
export async function noteSeen(
  database: Database,
  name: string,
  seenAt: Date,
  knowsSystem: boolean,
): Promise<StoredGuard | null> {
  const [guard] = await rowsOf<StoredGuard>(
    database,
    `UPDATE sending_guard SET server_started_at = pg_postmaster_start_time(),
       seen_at = greatest(seen_at + interval '1 millisecond', ${NOW})
     WHERE name = $1 AND seen_at >= $2 AND database_oid = ${DATABASE_OID} AND messages_oid = ${MESSAGES_OID}
       AND coalesce(system_identifier = ${systemIdentifier(knowsSystem)}, true)
     RETURNING ${STORED}`,
    [name, seenAt],
  );
  return guard ?? null;
}

export async function findGuard(database: Database): Promise<StoredGuard | null> {
  const [guard] = await rowsOf<StoredGuard>(database, `SELECT ${STORED} FROM sending_guard`);
  return guard ?? null;
}

/** What is held now; null where nothing is. */
export async function findHold(database: Database): Promise<Hold | null> {
  const [hold] = await rowsOf<Hold>(
    database,
    `SELECT ${HOLD} FROM sending_guard WHERE held_at IS NOT NULL OR reminders_held_at IS NOT NULL`,
  );
  return hold ?? null;
}

/** Where the database is now, and whether anything is in its ledger. */
export async function identityOf(
  database: Database,
  knowsSystem: boolean,
): Promise<DatabaseIdentity & { hasLedger: boolean }> {
  return rowOf(
    database,
    `SELECT ${systemIdentifier(knowsSystem)} AS "systemIdentifier", ${DATABASE_OID}::text AS "databaseOid",
       ${MESSAGES_OID}::text AS "messagesOid", EXISTS (SELECT FROM messages) AS "hasLedger"`,
  );
}

/** Begins to guard a database; does nothing where that was begun already. */
export async function beginGuard(database: Database, knowsSystem: boolean): Promise<void> {
  await rowsOf(
    database,
    `INSERT INTO sending_guard (system_identifier, database_oid, messages_oid, server_started_at, seen_at)
     VALUES (${systemIdentifier(knowsSystem)}, ${DATABASE_OID}, ${MESSAGES_OID}, pg_postmaster_start_time(), ${NOW})
     ON CONFLICT DO NOTHING`,
  );
}

/**
 * Holds all sending, and gives the database a name of its own from now on: what is remembered under the old
 * one is the original's. What an earlier hold knew of the time that is lost stays, as far as it reaches further.
 *
 * @param from the row that was judged; where it reads otherwise by now, somebody else was faster and nothing is done
 * @returns whether it was held by this call
 */
export async function holdSending(
  database: Database,
  because: HoldReason,
  from: { name: string } | null,
  lost: { from: Date | null; until: Date | null },
  knowsSystem: boolean,
): Promise<boolean> {
  const held = await rowsOf(
    database,
    `INSERT INTO sending_guard AS g (system_identifier, database_oid, messages_oid, server_started_at, seen_at,
       held_at, held_because, lost_from, lost_until, reminders_held_at)
     VALUES (${systemIdentifier(knowsSystem)}, ${DATABASE_OID}, ${MESSAGES_OID}, pg_postmaster_start_time(), ${NOW},
       ${NOW}, $1, $2, $3, ${NOW})
     ON CONFLICT (only_row) DO UPDATE SET name = gen_random_uuid(),
       system_identifier = excluded.system_identifier, database_oid = excluded.database_oid,
       messages_oid = excluded.messages_oid, server_started_at = excluded.server_started_at,
       seen_at = greatest(g.seen_at, excluded.seen_at), held_at = excluded.held_at,
       held_because = excluded.held_because, reminders_held_at = excluded.reminders_held_at,
       lost_from = least(CASE WHEN g.held_at IS NOT NULL THEN g.lost_from END, excluded.lost_from),
       lost_until = greatest(CASE WHEN g.held_at IS NOT NULL THEN g.lost_until END, excluded.lost_until)
     WHERE g.name = $4
     RETURNING 1`,
    [because, lost.from, lost.until, from?.name ?? null],
  );
  return held.length > 0;
}

/** Lets invitations and thank-yous go again. @returns false where they were not held */
export async function releaseSending(tx: Database): Promise<boolean> {
  const released = await rowsOf(
    tx,
    'UPDATE sending_guard SET held_at = NULL WHERE held_at IS NOT NULL RETURNING 1',
  );
  return released.length > 0;
}

/** Lets reminders go again, once everything else does. @returns false where they were not held, or everything still is */
export async function releaseReminders(tx: Database): Promise<boolean> {
  const released = await rowsOf(
    tx,
    `UPDATE sending_guard SET reminders_held_at = NULL, held_because = NULL, lost_from = NULL, lost_until = NULL
     WHERE reminders_held_at IS NOT NULL AND held_at IS NULL RETURNING 1`,
  );
  return released.length > 0;
}
