import type { DataSource, EntityManager } from 'typeorm';

/** Whatever statements can be run on: the pool, or one transaction. */
export type Database = DataSource | EntityManager;

/**
 * Runs one statement and gives its rows; values only ever travel as parameters. The pg driver under
 * TypeORM answers UPDATE and DELETE with a pair of rows and count, which is undone here.
 */
export async function rowsOf<Row>(
  database: Database,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const answer: unknown = await database.query(statement, [...values]);
  const pair = answer as [Row[], number];
  const isPair =
    Array.isArray(answer) && answer.length === 2 && Array.isArray(pair[0]) && typeof pair[1] === 'number';
  return isPair ? pair[0] : (answer as Row[]);
}

/** The only row of a statement that always gives one. */
export async function rowOf<Row>(
  database: Database,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Row> {
  const [row] = await rowsOf<Row>(database, statement, values);
  if (!row) throw new Error('a statement that always gives a row gave none');
  return row;
}
