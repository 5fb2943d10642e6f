import pg from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { type migrations, migrationsFor, unknownMigrations } from './migrations.js';
import { dataSourceOptions, SchemaIsNewer, WrongSchema } from './schema.js';

/** Taking steps of the schema back would lose what is named; nothing was changed. */
export class WouldLose extends WrongSchema {
  constructor(readonly losses: readonly string[]) {
    super(
      `Nothing was changed: this would lose ${losses.join('; ')}. ` +
        'Make a backup (npm run cli -- backup FILE), then say it again with --yes.',
    );
  }
}

/** An earlier version knows of no hold and would send at once. Nothing was changed. */
export class SendingIsHeld extends WrongSchema {
  constructor() {
    super(
      'Nothing was changed: mails are held, and an earlier version would send them at once. ' +
        'Release them first: npm run cli -- sending',
    );
  }
}

/**
 * Takes the latest steps of the schema back, in one transaction, so that an earlier version can be started.
 *
 * @param count how many steps
 * @param anyway whether it may lose what the earlier schema has no place for
 * @returns the names of the steps, the latest first
 * @throws WouldLose, SendingIsHeld, SchemaIsNewer, WrongSchema where there are not so many
 */
export async function migrateDown(url: string, count: number, anyway: boolean): Promise<string[]> {
  const dataSource = await new DataSource(dataSourceOptions(url)).initialize();
  try {
    return await dataSource.transaction(async (tx) => {
      const runner = tx.queryRunner;
      if (!runner) throw new Error('a transaction has no connection');
      await runner.query("SELECT pg_advisory_xact_lock(hashtext('ruecklauf/migrate'))");
      const steps = await latestSteps(runner, count);
      const wasHeld = await isHeld(runner);
      const before = await contentsOf(runner);
      for (const Step of steps) {
        const step: MigrationInterface = new Step();
        await step.down(runner);
        await runner.query('DELETE FROM migrations WHERE name = $1', [Step.name]);
      }
      if (wasHeld && !(await isHeld(runner))) throw new SendingIsHeld();
      const losses = lossesBetween(before, await contentsOf(runner));
      if (losses.length > 0 && !anyway) throw new WouldLose(losses);
      return steps.map(({ name }) => name);
    });
  } finally {
    await dataSource.destroy();
  }
}

async function latestSteps(runner: QueryRunner, count: number): Promise<typeof migrations> {
  const done = (await runner.query('SELECT name FROM migrations ORDER BY timestamp DESC')) as {
    name: string;
  }[];
  const names = done.map(({ name }) => name);
  const unknown = unknownMigrations(names);
  if (unknown.length > 0) throw new SchemaIsNewer(unknown);
  if (count > names.length)
    throw new WrongSchema(`Nothing was changed: the database has ${names.length} steps, not ${count}.`);
  const known = migrationsFor(names);
  return names.slice(0, count).flatMap((name) => known.filter((own) => own.name === name));
}

/** Whether anything is held; a schema without a guard holds nothing. */
async function isHeld(runner: QueryRunner): Promise<boolean> {
  const found = (await runner.query("SELECT to_regclass('public.sending_guard') IS NOT NULL AS found")) as {
    found: boolean;
  }[];
  if (!found[0]?.found) return false;
  const held = (await runner.query(
    'SELECT 1 FROM sending_guard WHERE held_at IS NOT NULL OR reminders_held_at IS NOT NULL',
  )) as unknown[];
  return held.length > 0;
}

/** How many values stand in each column, by table and column, and how many rows in each table. */
type Contents = Map<string, { rows: number; columns: Map<string, number> }>;

async function contentsOf(runner: QueryRunner): Promise<Contents> {
  const columns = (await runner.query(
    `SELECT table_name AS table, array_agg(column_name::text) AS columns FROM information_schema.columns c
     JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'migrations' GROUP BY 1`,
  )) as { table: string; columns: string[] }[];
  const contents: Contents = new Map();
  for (const { table, columns: names } of columns) {
    const counts = names.map((name) => `count(${pg.escapeIdentifier(name)})`).join(', ');
    const [row] = (await runner.query(
      `SELECT count(*) AS rows, ARRAY[${counts}] AS counts FROM ${pg.escapeIdentifier(table)}`,
    )) as { rows: string; counts: string[] }[];
    const values = names.map((name, index) => [name, Number(row?.counts[index])] as const);
    contents.set(table, { rows: Number(row?.rows), columns: new Map(values) });
  }
  return contents;
}

/** What had rows or values before and has not now, in words. */
function lossesBetween(before: Contents, after: Contents): string[] {
  return [...before].flatMap(([table, had]) => {
    const has = after.get(table);
    if (!has) return had.rows > 0 ? [`table ${table} with ${had.rows} rows`] : [];
    const rows = had.rows > has.rows ? [`${had.rows - has.rows} rows of ${table}`] : [];
    const columns = [...had.columns]
      .filter(([name, values]) => !has.columns.has(name) && values > 0)
      .map(([name, values]) => `column ${table}.${name} with ${values} values`);
    return [...rows, ...columns];
  });
}
