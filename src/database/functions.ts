import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { projectFolder } from '../common/project-folder.js';

const FOLDER = join(projectFolder, 'database', 'functions');

/** The start of the comment on each function that was made from a file. */
const MARK = 'database/functions/';

/** PostgreSQL's code for CREATE OR REPLACE with other names of arguments or another type of result. */
const OTHER_SIGNATURE = '42P13';

/** A connection within a transaction; its rows are asked for with a cast, as drivers differ. */
interface Connection {
  query(statement: string, values?: unknown[]): Promise<unknown>;
}

/** A function as its file has it. */
interface Source {
  name: string;
  text: string;
  /** The comment that tells that the database has exactly this text. */
  mark: string;
}

/** A function in the database. */
interface Found {
  name: string;
  /** As DROP FUNCTION takes it. */
  signature: string;
  comment: string | null;
}

/**
 * Brings the database functions to what `database/functions` says: one file, one function of that name. Changed
 * ones are replaced, also where their signature changed; those whose file is gone are dropped.
 *
 * To be called in a transaction.
 */
export async function applyFunctions(connection: Connection): Promise<void> {
  const sources = readSources();
  const found = await findFunctions(connection, sources);
  // They may name each other, in any order.
  await connection.query('SET LOCAL check_function_bodies = off');
  for (const { name, signature } of found) {
    if (!sources.some((source) => source.name === name)) await connection.query(`DROP FUNCTION ${signature}`);
  }
  for (const source of sources) {
    const before = found.filter(({ name }) => name === source.name);
    if (before.length === 1 && before[0]?.comment === source.mark) continue;
    await replace(connection, source, before);
  }
  await connection.query('SET LOCAL check_function_bodies = on');
}

/** What of the database functions is not as this build has it, by name. */
export async function outdatedFunctions(connection: Connection): Promise<string[]> {
  const sources = readSources();
  const found = await findFunctions(connection, sources);
  const names = new Set([...sources.map(({ name }) => name), ...found.map(({ name }) => name)]);
  return [...names].filter((name) => {
    const wanted = sources.filter((source) => source.name === name).map(({ mark }) => mark);
    const present = found.filter((one) => one.name === name).map(({ comment }) => comment);
    return wanted.join() !== present.join();
  });
}

async function replace(connection: Connection, { name, text, mark }: Source, before: Found[]): Promise<void> {
  const drop = async () => {
    for (const { signature } of before) await connection.query(`DROP FUNCTION ${signature}`);
  };
  await connection.query('SAVEPOINT replacing_function');
  try {
    await connection.query(text);
  } catch (error) {
    if ((error as { code?: unknown }).code !== OTHER_SIGNATURE) throw error;
    await connection.query('ROLLBACK TO SAVEPOINT replacing_function');
    await drop();
    before = [];
    await connection.query(text);
  }
  const after = (await findFunctions(connection, [{ name }])).filter((found) => found.name === name);
  const made = after.filter(({ signature }) => !before.some((old) => old.signature === signature));
  // Other arguments make another function beside the old one.
  if (made.length > 0) await drop();
  for (const { signature } of made.length > 0 ? made : after)
    await connection.query(`COMMENT ON FUNCTION ${signature} IS ${pg.escapeLiteral(mark)}`);
}

/** Functions of these names, and those that were made from files that are gone. */
async function findFunctions(
  connection: Connection,
  sources: readonly Pick<Source, 'name'>[],
): Promise<Found[]> {
  const answer = await connection.query(
    `SELECT p.proname::text AS name, p.oid::regprocedure::text AS signature, obj_description(p.oid, 'pg_proc') AS comment
     FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
       AND (p.proname = ANY($1) OR starts_with(obj_description(p.oid, 'pg_proc'), $2)) ORDER BY p.oid`,
    [sources.map(({ name }) => name), MARK],
  );
  return Array.isArray(answer) ? (answer as Found[]) : (answer as pg.QueryResult<Found>).rows;
}

function readSources(): Source[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.sql'));
  return files.sort().map((file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
    return { name: file.slice(0, -'.sql'.length), text, mark: `${MARK}${file} ${hash}` };
  });
}
