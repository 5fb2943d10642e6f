import { type Database, rowsOf } from '../database/rows.js';

/** What identifies a subscriber outside the database; null once they are erased. */
export async function addressOf(
  database: Database,
  subscriber: string,
): Promise<{ emailKey: string; listId: string } | null> {
  const [found] = await rowsOf<{ emailKey: string; listId: string }>(
    database,
    'SELECT email_key AS "emailKey", list_id AS "listId" FROM subscribers WHERE id = $1',
    [subscriber],
  );
  return found ?? null;
}
