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

/** Statements that write what another folder owns, and why. */
const writtenElsewhere: Record<string, string> = {
  'src/backup/restored-schema.ts: migrations': 'a restore makes the schema in its own transaction',
  'src/editor/questionnaire-edits.service.ts: import_reports': 'undoing a step drops what was said about it',
  'src/editor/questionnaire-edits.service.ts: surveys':
    'a step of the editor is the draft, under the lock of the survey',
  'src/erasure/erasure.queries.ts: saved_answers': 'what somebody had saved goes with them',
  'src/ledger/claim.queries.ts: paces': 'a claim takes rows and their pace in one statement',
  'src/open-links/open-links.queries.ts: responses': 'a response through a public link has no participant',
  'src/pace/paces.queries.ts: messages': 'rows leave the line of a pace that is no longer kept',
  'src/results/release.queries.ts: responses': 'which revision is shown is for the results to decide',
  'src/waves/wave-letters.service.ts: waves': 'the letter of a planned wave is edited by whoever plans it',
  'src/waves/wave-moves.service.ts: waves': 'staff pause, go on and cancel',
  'src/waves/wave-scheduling.service.ts: waves': 'staff plan waves',
  'src/waves/wave-starter.ts: waves': 'a wave starts once its rows are planned',
};

/** Statements that read what a folder of a higher level owns, and why. */
const readFromBelow: Record<string, string> = {
  'src/pace/breaker.ts: messages': 'a breaker about nothing that waits any more is closed',
  'src/pace/paces.queries.ts: messages': 'how many rows wait for a pace, and since when',
  'src/pace/paces.queries.ts: waves': 'only rows of waves at work wait for a pace',
  'src/participants/enrolments.queries.ts: waves': 'waves that roll are rung when somebody joins',
  'src/participants/group-members.queries.ts: group_snapshots':
    'erased people are counted under the merged values',
  'src/participants/participants.queries.ts: messages': 'the list of participants shows the latest delivery',
  'src/safeguards/sending-guard.queries.ts: messages':
    'the oid of the table marks the database; no row is read',
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

test('a table is written by its owner alone, but for what is named here', () => {
  const found = writesInSources(tables).filter(({ folder, table }) => folder !== ownerOf(table));
  expect(found.map(named).sort()).toEqual(Object.keys(writtenElsewhere).sort());
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
