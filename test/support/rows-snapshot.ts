import pg from 'pg';

/** SQLSTATE of a transaction that Postgres gave up so that another could go on. */
const DEADLOCK_DETECTED = '40P01';

/**
 * All rows of a database at one moment, put back later under the running product: what `pg_restore --data-only`
 * does, and the restore that leaves the fewest traces, as every table stays where it is.
 */
export class RowsSnapshot {
  private constructor(private readonly url: string) {}

  static async take(url: string): Promise<RowsSnapshot> {
    await withClient(url, async (client) => {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await client.query('DROP SCHEMA IF EXISTS snapshot CASCADE; CREATE SCHEMA snapshot');
      for (const table of await tablesOf(client))
        await client.query(`CREATE TABLE snapshot.${table} AS TABLE public.${table}`);
      await client.query('COMMIT');
    });
    return new RowsSnapshot(url);
  }

  /** As an operator would: where the running product and the restore lock each other out, once more. */
  async putBack(attempts = 5): Promise<void> {
    try {
      await this.putAllBack();
    } catch (error) {
      const isDeadlock = error instanceof pg.DatabaseError && error.code === DEADLOCK_DETECTED;
      if (!isDeadlock || attempts <= 1) throw error;
      await this.putBack(attempts - 1);
    }
  }

  private async putAllBack(): Promise<void> {
    await withClient(this.url, async (client) => {
      const tables = await tablesOf(client);
      await client.query('BEGIN');
      await client.query('SET LOCAL session_replication_role = replica');
      await client.query(`TRUNCATE ${tables.map((table) => `public.${table}`).join()}`);
      for (const table of tables)
        await client.query(`INSERT INTO public.${table} OVERRIDING SYSTEM VALUE TABLE snapshot.${table}`);
      await client.query('COMMIT');
    });
  }
}

async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
  );
  return rows.map(({ name }) => name);
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
