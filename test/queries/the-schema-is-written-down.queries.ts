import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { projectFolder } from '../../src/common/project-folder.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { dumpSchema } from '../support/schema-dump.js';
import { tablesByOwner } from '../support/table-owners.js';

const HEADER = `-- The database as the migrations make it, for reading. A test compares it; \`npm run schema\` writes it anew.
-- Tables of the queue are not in it.
`;

const file = join(projectFolder, 'database', 'schema.sql');

let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
});

afterAll(async () => {
  await database.drop();
});

test('database/schema.sql is what the migrations make (npm run schema writes it anew)', async () => {
  const found = `${HEADER}\n${await dumpSchema(database.url, Object.values(tablesByOwner).flat())}`;
  if (process.env['UPDATE_SCHEMA']) await writeFile(file, found);
  expect(found).toBe(await readFile(file, 'utf8'));
});
