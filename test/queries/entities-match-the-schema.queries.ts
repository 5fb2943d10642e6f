import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(async () => {
  await app.close();
});

test('every column of every entity stands in the schema with its type and nullability', async () => {
  const columns = await app.rows<{ table: string; column: string; type: string; nullable: boolean }>(
    `SELECT table_name AS table, column_name AS column, is_nullable = 'YES' AS nullable,
       CASE data_type WHEN 'ARRAY' THEN substr(udt_name, 2) ELSE data_type END AS type
     FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const found = new Map(
    columns.map((c) => [`${c.table}.${c.column}`, `${c.type}${c.nullable ? ' null' : ''}`]),
  );

  const wanted = app.database.entityMetadatas.flatMap((entity) =>
    entity.columns.map((column) => [
      `${entity.tableName}.${column.databaseName}`,
      `${typeName(String(column.type))}${column.isNullable ? ' null' : ''}`,
    ]),
  );
  expect(wanted.length).toBeGreaterThan(80);
  expect(Object.fromEntries(wanted.map(([name = '']) => [name, found.get(name)]))).toEqual(
    Object.fromEntries(wanted),
  );
});

test('every column of an entity table is mapped', async () => {
  const tables = app.database.entityMetadatas.map((entity) => entity.tableName);
  const mapped = app.database.entityMetadatas.flatMap((entity) =>
    entity.columns.map((column) => `${entity.tableName}.${column.databaseName}`),
  );
  const columns = await app.rows<{ name: string }>(
    "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ANY($1)",
    [tables],
  );
  expect(columns.map(({ name }) => name).filter((name) => !mapped.includes(name))).toEqual([]);
});

function typeName(type: string): string {
  return { timestamptz: 'timestamp with time zone', int: 'integer' }[type] ?? type;
}
