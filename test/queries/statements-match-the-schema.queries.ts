import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { differences } from '../support/row-types/compare.js';
import { Describer } from '../support/row-types/described.js';
import { findStatements, type Sources, type StatementCall } from '../support/row-types/statement-calls.js';

/** What is put together from what a database or a file has, and so is known only when it runs. */
const UNREADABLE: Readonly<Record<string, string>> = {
  'src/backup/copy-in.ts begin': 'copies into the tables that a backup names',
  'src/backup/make-backup.ts fill': 'locks every table there is',
  'src/backup/make-backup.ts addTable': 'copies every table there is',
  'src/backup/make-backup.ts sequencesOf': 'reads every sequence there is',
  'src/backup/restore-backup.ts fill': 'empties every table there is',
  'src/backup/restored-schema.ts takeForeignKeysOff': 'changes every table there is',
  'src/backup/restored-schema.ts putForeignKeysOn': 'changes every table there is',
  'src/database/functions.ts applyFunctions': 'drops functions that the database has',
  'src/database/functions.ts replace': 'runs the files in database/functions',
  'src/database/migrate-down.ts contentsOf': 'counts the values of every table there is',
  'src/database/schema.ts ensureDatabase': 'makes a database named by the settings',
  'src/throttle/throttle-store.ts countInPostgres': 'runs what rate-limiter-flexible gives it',
};

/** Columns that may be null in their table and not in these rows. */
const NEVER_NULL: Readonly<Record<string, string>> = {
  'src/ledger/planning/undo-opt-out.queries.ts undoOptOut wave': 'its wave is joined',
  'src/ledger/planning/undo-opt-out.queries.ts undoOptOut at': 'it is set to now or later',
  'src/pace/pace.ts slowDown rate': 'it is set by the same statement',
  'src/ledger/sending/lines.queries.ts linesOf wave': 'it is one of those asked for',
  'src/ledger/sending/lines.queries.ts linesOf provider': 'only those that have one are read',
  'src/ledger/sending/lines.queries.ts countWaiting name': 'only those that have one are read',
  'src/waves/wave-status.ts ofAll wave': 'it is one of those asked for',
};

let database: TestDatabase;
let describer: Describer;
let sources: Sources;
let calls: readonly StatementCall[];

beforeAll(async () => {
  database = await cloneDatabase();
  describer = await Describer.connect(database.url);
  sources = findStatements();
  calls = sources.calls.filter(({ where }) => UNREADABLE[where] === undefined);
  const temporary = calls.flatMap(({ texts }) => texts).filter(({ text }) => text.startsWith('CREATE TEMP'));
  for (const { text } of temporary) await describer.make(text.replace('ON COMMIT DROP', ''));
}, 300_000);

afterAll(async () => {
  await describer.close();
  await database.drop();
});

/** Where a call is not what the database says, in words. */
async function faultsOf({ where, texts, row, node }: StatementCall): Promise<string[]> {
  const faults = new Set<string>();
  for (const { text, values } of texts) {
    try {
      const { columns, parameters } = await describer.describe(text);
      if (values !== null && values !== parameters)
        faults.add(`it takes ${parameters} values and is given ${values}`);
      const known = columns.map((column) =>
        NEVER_NULL[`${where} ${column.name}`] === undefined ? column : { ...column, of: null },
      );
      if (row) differences(row, text, known, node, sources.checker).forEach((one) => faults.add(one));
    } catch (error) {
      faults.add(`${String(error)} in ${text}`);
    }
  }
  return [...faults].map((fault) => `${where}: ${fault}`);
}

test('the database takes each statement, and its rows are what the code takes them for', async () => {
  const faults: string[] = [];
  for (const call of calls) faults.push(...(await faultsOf(call)));
  expect(faults).toEqual([]);
}, 300_000);

test('each statement can be read from the sources, or is listed with the reason', () => {
  const unreadable = calls.filter((call) => call.unreadable !== null);
  expect(unreadable.map(({ where, unreadable: part }) => `${where}: ${part ?? ''}`)).toEqual([]);
  expect(calls.length).toBeGreaterThan(250);
  expect(calls.filter(({ row }) => row !== null).length).toBeGreaterThan(130);
});

test('the lists of what is not checked hold nothing that is gone', () => {
  const places = new Set(sources.calls.map(({ where }) => where));
  const isThere = (listed: string) =>
    [...places].some((where) => listed === where || listed.startsWith(`${where} `));
  expect([...Object.keys(UNREADABLE), ...Object.keys(NEVER_NULL)].filter((one) => !isThere(one))).toEqual([]);
});
