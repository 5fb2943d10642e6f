/** Where a database is: the cluster, the database in it, and its table of messages. Each changes when a dump is restored. */
export interface DatabaseIdentity {
  /** Of the cluster; null where the server does not say. */
  systemIdentifier: string | null;
  databaseOid: string;
  messagesOid: string;
}

/** The guard's row as far as it identifies a database. */
export interface GuardRow extends DatabaseIdentity {
  name: string;
  seenAt: Date;
}

/**
 * Why all sending is held.
 *
 * - `another_database`: the row was written elsewhere, so it came with a dump, a copy or an upgrade of the cluster.
 * - `older_state`: this database was seen at a later moment than it remembers itself.
 * - `unknown_database`: it has a ledger but no row, and other databases were used from here before.
 * - `backup_restored`: our own `restore` brought it.
 * - `by_hand`: an operator asked for it.
 */
export type HoldReason =
  'another_database' | 'older_state' | 'unknown_database' | 'backup_restored' | 'by_hand';

/** `new`: begin to remember it; `same`: the one it was. */
export type Verdict = 'new' | 'same' | Exclude<HoldReason, 'backup_restored' | 'by_hand'>;

/** What is remembered outside the database. */
export interface Remembered {
  /** The latest moment at which a database of this name was seen; null where it never was. */
  seenAt: Date | null;
  /** Whether any other database is remembered. */
  others: boolean;
}

/** Whether a database is the one that was used before. Without any memory of a database nothing is held. */
export function verdictOn(
  row: GuardRow | null,
  actual: DatabaseIdentity & { hasLedger: boolean },
  remembered: Remembered,
): Verdict {
  if (!row) return actual.hasLedger && remembered.others ? 'unknown_database' : 'new';
  if (isElsewhere(row, actual)) return 'another_database';
  if (remembered.seenAt && row.seenAt < remembered.seenAt) return 'older_state';
  return 'same';
}

function isElsewhere(row: DatabaseIdentity, actual: DatabaseIdentity): boolean {
  const bothKnown = row.systemIdentifier !== null && actual.systemIdentifier !== null;
  return (
    row.databaseOid !== actual.databaseOid ||
    row.messagesOid !== actual.messagesOid ||
    (bothKnown && row.systemIdentifier !== actual.systemIdentifier)
  );
}
