import type { Database } from '../database/rows.js';
import { rowOf, rowsOf } from '../database/rows.js';

/** One mail the trial inbox took, as it is in a list. */
export interface CaughtMail {
  id: string;
  receivedAt: Date;
  envelopeFrom: string;
  envelopeTo: string;
  subject: string;
}

/** A caught mail with its bytes, and its neighbours in the inbox. */
export interface WholeCaughtMail extends CaughtMail {
  raw: Buffer;
  newer: string | null;
  older: string | null;
}

export type NewMail = Omit<CaughtMail, 'id'> & { raw: Buffer };

const COLUMNS = `id, received_at AS "receivedAt", envelope_from AS "envelopeFrom", envelope_to AS "envelopeTo", subject`;

/** Stores mails in one statement; all of them or none. */
export async function storeCaughtMails(database: Database, mails: readonly NewMail[]): Promise<void> {
  await database.query(
    `INSERT INTO caught_mails (received_at, envelope_from, envelope_to, subject, raw)
     SELECT * FROM unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::bytea[])`,
    [
      mails.map((mail) => mail.receivedAt),
      mails.map((mail) => mail.envelopeFrom),
      mails.map((mail) => mail.envelopeTo),
      mails.map((mail) => mail.subject),
      mails.map((mail) => mail.raw),
    ],
  );
}

export interface InboxSearch {
  /** Found in the recipient or the subject, whatever the case; empty: everything. */
  words?: string | undefined;
  /** Exactly this recipient, whatever the case. */
  to?: string | undefined;
  /** Only mails older than the one with this id. */
  before?: string | undefined;
  limit: number;
}

/** Newest first. */
export function findCaughtMails(database: Database, search: InboxSearch): Promise<CaughtMail[]> {
  return rowsOf<CaughtMail>(
    database,
    `SELECT ${COLUMNS} FROM caught_mails
      WHERE ($1::text IS NULL OR strpos(lower(envelope_to || ' ' || subject), lower($1)) > 0)
        AND ($2::text IS NULL OR lower(envelope_to) = lower($2))
        AND ($3::bigint IS NULL OR id < $3)
      ORDER BY id DESC
      LIMIT $4`,
    [search.words || null, search.to ?? null, search.before ?? null, search.limit],
  );
}

/** How many mails there are in all, and how many a search finds. */
export function countCaughtMails(
  database: Database,
  words: string | undefined,
): Promise<{ all: number; found: number }> {
  return rowOf(
    database,
    `SELECT count(*)::int AS all,
            count(*) FILTER (WHERE $1::text IS NULL OR strpos(lower(envelope_to || ' ' || subject), lower($1)) > 0)::int AS found
       FROM caught_mails`,
    [words || null],
  );
}

export async function findCaughtMail(database: Database, id: string): Promise<WholeCaughtMail | null> {
  const [mail] = await rowsOf<WholeCaughtMail>(
    database,
    `SELECT ${COLUMNS}, raw,
            (SELECT min(id) FROM caught_mails WHERE id > $1::bigint) AS newer,
            (SELECT max(id) FROM caught_mails WHERE id < $1::bigint) AS older
       FROM caught_mails
      WHERE id = $1::bigint`,
    [id],
  );
  return mail ?? null;
}

export async function deleteCaughtMails(database: Database): Promise<void> {
  await database.query('DELETE FROM caught_mails');
}
