import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { projectFolder } from '../../src/common/project-folder.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { type Access, readsInSources, writesInSources } from '../support/statements.js';
import { ownerOf, tablesByOwner } from '../support/table-owners.js';

const tables = Object.values(tablesByOwner).flat();

/** Statements that read what a folder of a higher level owns, and why. */
const readFromBelow: Record<string, string> = {
  'src/safeguards/sending-guard.queries.ts: messages':
    'the oid of the table marks the database, and an empty ledger needs no guard; no row is read',
};

let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
});

afterAll(async () => {
  await database.drop();
});

const named = ({ file, table }: Access) => `${file}: ${table}`;

test('every table has one owner, and every owner is a folder', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
  );
  await client.end();
  expect([...tables].sort()).toEqual(rows.map(({ name }) => name).sort());
  const folders = readdirSync(join(projectFolder, 'src'));
  expect(Object.keys(tablesByOwner).filter((folder) => !folders.includes(folder))).toEqual([]);
});

test('a table is written by its owner alone', () => {
  const found = writesInSources(tables).filter(({ folder, table }) => folder !== ownerOf(table));
  expect(found.map(named)).toEqual([]);
});

test('no folder reads what a higher level owns, but for what is named here', () => {
  const found = readsInSources(tables).filter(
    ({ folder, table }) => levelOf(folder) < levelOf(ownerOf(table) ?? ''),
  );
  expect(found.map(named).sort()).toEqual(Object.keys(readFromBelow).sort());
});

test('a database function names every table it writes in its header', () => {
  const folder = join(projectFolder, 'database', 'functions');
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');
    const header = /^-- Writes:([^]*?)^CREATE/m.exec(text)?.[1] ?? '';
    const body = text.slice(text.indexOf('CREATE OR REPLACE FUNCTION')).replaceAll(/--[^\n]*/g, '');
    const written = [...body.matchAll(/(?:INSERT INTO|UPDATE|DELETE FROM) +(\w+)/g)].map(
      ([, table = '']) => table,
    );
    const unnamed = written.filter((table) => tables.includes(table) && !header.includes(table));
    expect([file, unnamed]).toEqual([file, []]);
  }
});

/** The level of a folder as dependency-cruiser holds the imports to it; the top level looks up to nothing. */
function levelOf(folder: string): number {
  const { forbidden } = createRequire(import.meta.url)(join(projectFolder, '.dependency-cruiser.cjs')) as {
    forbidden: { name: string; from: { path?: string } }[];
  };
  const levels = forbidden.filter(({ name }) => /^level-\d+-looks-up$/.test(name));
  const level = levels.findIndex(({ from }) => new RegExp(from.path ?? '').test(`src/${folder}/`));
  return level < 0 ? levels.length : level;
}
