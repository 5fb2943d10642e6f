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

/** A table with the number of its rows and of the values in each column. */
interface Table {
  name: string;
  rows: number;
  columns: { id: number; name: string; values: number }[];
}

/** By PostgreSQL's own numbers: a table or column that only gets another name keeps its number. */
type Contents = Map<number, Table>;

async function contentsOf(runner: QueryRunner): Promise<Contents> {
  const tables = (await runner.query(
    `SELECT c.oid::int AS id, c.relname::text AS name,
       json_agg(json_build_object('id', a.attnum, 'name', a.attname)) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migrations' GROUP BY 1, 2`,
  )) as { id: number; name: string; columns: { id: number; name: string }[] }[];
  const contents: Contents = new Map();
  for (const { id, name, columns } of tables) {
    const counts = columns.map((column) => `count(${pg.escapeIdentifier(column.name)})`).join(', ');
    const [row] = (await runner.query(
      `SELECT count(*) AS rows, ARRAY[${counts}] AS counts FROM ${pg.escapeIdentifier(name)}`,
    )) as { rows: string; counts: string[] }[];
    const counted = columns.map((column, index) => ({ ...column, values: Number(row?.counts[index]) }));
    contents.set(id, { name, rows: Number(row?.rows), columns: counted });
  }
  return contents;
}

/** What had rows or values before and has not now, in words. A table that was made again counts by its name. */
function lossesBetween(before: Contents, after: Contents): string[] {
  return [...before].flatMap(([id, had]) => {
    const same = after.get(id);
    const has = same ?? [...after.values()].find(({ name }) => name === had.name);
    if (!has) return had.rows > 0 ? [`table ${had.name} with ${had.rows} rows`] : [];
    const rows = had.rows > has.rows ? [`${had.rows - has.rows} rows of ${had.name}`] : [];
    const isThere = (column: Table['columns'][number]) =>
      has.columns.some(({ id, name }) => (same && id === column.id) || name === column.name);
    const columns = had.columns
      .filter((column) => !isThere(column) && column.values > 0)
      .map(({ name, values }) => `column ${had.name}.${name} with ${values} values`);
    return [...rows, ...columns];
  });
}
