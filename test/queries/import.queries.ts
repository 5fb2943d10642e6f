import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { textOfPacked } from '../../src/common/coded-text.js';
import type { AuditService } from '../../src/audit/audit.service.js';
import { ImportIntake } from '../../src/lists/imports/import-intake.js';
import { ImportSweep } from '../../src/lists/imports/import-sweep.js';
import type { ImportMode } from '../../src/lists/imports/import.entity.js';
import { listLock } from '../../src/lists/imports/import.queries.js';
import { ImportService } from '../../src/lists/imports/import.service.js';
import { ListsService } from '../../src/lists/lists.service.js';
import type { Bells } from '../../src/queue/bells.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { FixedClock } from '../support/fixed-clock.js';

const clock = FixedClock.inBerlin('2027-10-18T09:00');
let clone: TestDatabase;
let database: DataSource;
let lists: ListsService;
let intake: ImportIntake;
let imports: ImportService;
let sweep: ImportSweep;
let rung: string[];
let list: string;

beforeAll(async () => {
  Logger.overrideLogger(false);
  clone = await cloneDatabase();
  database = await new DataSource({ type: 'postgres', url: clone.url }).initialize();
  const bells = {
    ring: (_kind: string, payload: { import: string }) => {
      rung.push(payload.import);
      return Promise.resolve();
    },
  } as unknown as Bells;
  const audit = { record: () => Promise.resolve() } as unknown as AuditService;
  lists = new ListsService(database, audit, clock);
  intake = new ImportIntake(database, audit, bells, clock);
  imports = new ImportService(database, bells, clock);
  sweep = new ImportSweep(database, bells, clock);
});

afterAll(async () => {
  await database.destroy();
  await clone.drop();
});

beforeEach(async () => {
  for (const table of ['lists', 'suppressions']) await database.query(`DELETE FROM ${table}`);
  rung = [];
  ({ id: list } = await lists.create('Newsletter'));
});

async function upload(csv: string | Buffer, mode: ImportMode = 'apply', into = list): Promise<string> {
  return (await intake.receiveUpload(into, mode, piecemeal(Buffer.from(csv)))).id;
}

async function importCsv(csv: string | Buffer, mode: ImportMode = 'apply') {
  const id = await upload(csv, mode);
  await imports.run(id);
  return imports.get(id);
}

// eslint-disable-next-line @typescript-eslint/require-await -- stands in for a request that comes in pieces
async function* piecemeal(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += 1000) yield bytes.subarray(start, start + 1000);
}

async function people() {
  const { items } = await lists.subscribers(list, { limit: 100 });
  return items.map(({ email, name, salutation, language, attributes }) => ({
    email,
    name,
    salutation,
    language,
    attributes,
  }));
}

const MODEL = [
  'E-Mail;Name;Anrede;Sprache;Gemeinde',
  'a@gemeinde.example;Ada Änne;Liebe Ada;de;Aachen',
  'b@gemeinde.example;;;EN;',
].join('\n');

describe('a file', () => {
  test('brings people with their names, languages and further columns', async () => {
    const { state, rows } = await importCsv(MODEL);

    expect([state, rows]).toEqual(['finished', counts({ total: 2, new: 2 })]);
    expect(await people()).toEqual([
      {
        email: 'a@gemeinde.example',
        name: 'Ada Änne',
        salutation: 'Liebe Ada',
        language: 'de',
        attributes: { Gemeinde: 'Aachen' },
      },
      { email: 'b@gemeinde.example', name: null, salutation: null, language: 'en', attributes: {} },
    ]);
  });

  test('read again changes nothing and says so', async () => {
    await importCsv(MODEL);
    expect((await importCsv(MODEL)).rows).toEqual(counts({ total: 2, unchanged: 2 }));
    expect(await people()).toHaveLength(2);
  });

  test('updates what it says and leaves what it is silent about', async () => {
    await importCsv(MODEL);
    const { rows } = await importCsv(
      'mail,name,role\nA@gemeinde.example,Ada Neu,Ehrenamt\nb@gemeinde.example,,\n',
    );

    expect(rows).toEqual(counts({ total: 2, changed: 1, unchanged: 1 }));
    expect((await people())[0]).toEqual({
      email: 'a@gemeinde.example',
      name: 'Ada Neu',
      salutation: 'Liebe Ada',
      language: 'de',
      attributes: { Gemeinde: 'Aachen', role: 'Ehrenamt' },
    });
  });

  test('that is only tried out says the same and keeps nothing', async () => {
    await importCsv(MODEL);
    const csv = 'email,name\na@gemeinde.example,Anders\nneu@gemeinde.example,Neu\nnichts,\n';
    const tried = await importCsv(csv, 'dry-run');
    expect(tried.rows).toEqual(counts({ total: 3, new: 1, changed: 1, invalid: 1 }));
    expect(await imports.rejects(tried.id)).toHaveLength(1);
    expect(await people()).toHaveLength(2);

    expect((await importCsv(csv)).rows).toEqual(tried.rows);
    expect((await people()).map(({ name }) => name)).toEqual(['Anders', null, 'Neu']);
  });

  test('counts an address that comes twice as a duplicate, and the first row wins', async () => {
    await importCsv('email\nda@gemeinde.example\n');
    await database.query(
      "INSERT INTO suppressions (email_key, reason, created_at) VALUES ('nie@gemeinde.example', 'manual', now())",
    );
    // More rows than one batch, so that the second round of all of them comes in another one.
    const round = (name: string) =>
      ['neu', 'da', 'nie', ...Array.from({ length: 5000 }, (_, i) => `p${i}`)]
        .map((who) => `${who}@gemeinde.example,${name}\n`)
        .join('');
    const { rows } = await importCsv(`email,name\n${round('Erste')}${round('Zweite')}`);

    expect(rows).toEqual(counts({ total: 10_006, new: 5001, changed: 1, suppressed: 1, duplicate: 5003 }));
    expect((await people()).every(({ name }) => name === 'Erste')).toBe(true);
  });

  test('brings back nobody who has unsubscribed or is suppressed', async () => {
    await importCsv(MODEL);
    await database.query("UPDATE subscribers SET unsubscribed_at = now() WHERE email_key LIKE 'a@%'");
    await database.query(
      "INSERT INTO suppressions (email_key, reason, created_at) VALUES ('c@gemeinde.example', 'manual', now())",
    );
    const { rows } = await importCsv('email,name\na@gemeinde.example,Neu\nC@gemeinde.example,Neu\n');

    expect(rows).toEqual(counts({ total: 2, changed: 1, suppressed: 1 }));
    const { items } = await lists.subscribers(list, { limit: 10 });
    expect(items.map(({ email, unsubscribedAt }) => [email, unsubscribedAt !== null])).toEqual([
      ['a@gemeinde.example', true],
      ['b@gemeinde.example', false],
    ]);
  });

  test('in the encoding of an old spreadsheet keeps its umlauts and quotation marks', async () => {
    await importCsv(Buffer.from('email;name\na@gemeinde.example;J\xfcrgen \x84Jo\x93 \x80\n', 'latin1'));
    expect((await people())[0]?.name).toBe('Jürgen „Jo“ €');
  });

  test('names the rows it turns away, as a spreadsheet numbers them', async () => {
    const csv = [
      'email,name,language',
      'gut@gemeinde.example,"zwei',
      'Zeilen",de',
      '',
      'kaputt@,X,de',
      'b@gemeinde.example,Y,klingonisch',
      ',Z,de',
      'c@gemeinde.example,Z,de,zu viel',
      `d@gemeinde.example,${'n'.repeat(300)},de`,
    ].join('\r\n');
    const { id, rows } = await importCsv(`\uFEFF${csv}`);

    expect(rows).toEqual(counts({ total: 6, new: 1, invalid: 5 }));
    const rejects = (await imports.rejects(id)).map((one) => ({
      ...one,
      reason: textOfPacked(one.reason, 'en'),
    }));
    expect(rejects).toMatchObject([
      { row: 4, column: 'email', value: 'kaputt@', reason: 'is not an e-mail address' },
      { row: 5, column: 'language', value: 'klingonisch', reason: 'is not a language such as de or en' },
      { row: 6, column: 'email', value: '', reason: 'is missing' },
      { row: 7, column: '', value: 'zu viel', reason: 'stands in a column without a heading' },
      { row: 8, column: 'name', reason: 'is longer than 200 characters' },
    ]);
  });

  test('with a column named __proto__ has an attribute named so', async () => {
    await importCsv('email,__proto__\na@gemeinde.example,x\n');
    expect(JSON.stringify((await people())[0]?.attributes)).toBe('{"__proto__":"x"}');
  });
});

describe('a file that cannot be read', () => {
  test.each([
    ['', 'The file is empty.'],
    ['name,ort\nAda,Aachen\n', 'Row 1 has no e-mail column'],
    ['email,mail\na@gemeinde.example,b@gemeinde.example\n', 'Row 1 has two columns for email'],
    ['email,name\na@gemeinde.example,"Ada\nb@gemeinde.example,B\n', 'Row 2 cannot be read: a quotation mark'],
    ['email,name\na@gemeinde.example,A\n\nb@gemeinde.example,"B"x\n', 'Row 4 cannot be read: text follows'],
  ])('%j fails with its reason', async (csv, reason) => {
    const { state, error, rows } = await importCsv(csv);
    expect([state, rows]).toEqual(['failed', counts({})]);
    expect(textOfPacked(error ?? '', 'en')).toContain(reason);
  });

  test('leaves nothing of what stood before the fault', async () => {
    const before = Array.from({ length: 9000 }, (_, i) => `p${i}@gemeinde.example,P\n`).join('');
    const { state } = await importCsv(`email,name\n${before}x@gemeinde.example,"offen\n`);
    expect([state, await people()]).toEqual(['failed', []]);
    expect(await database.query('SELECT FROM import_chunks')).toEqual([]);
  });
});

describe('an import that waits', () => {
  test('is found by the sweep when its bell was lost', async () => {
    const id = await upload(MODEL);
    rung = [];
    await sweep.run();
    expect(rung).toEqual([]);

    clock.advance(10_000);
    await sweep.run();
    expect(rung).toEqual([id]);
  });

  test('is found again when its worker was killed, and not while one is at work', async () => {
    const id = await upload(MODEL);
    await database.query("UPDATE imports SET state = 'running'");
    clock.advance(10_000);
    rung = [];
    const worker = database.createQueryRunner();
    await worker.startTransaction();
    await worker.query(`SELECT pg_advisory_xact_lock(${listLock('$1')})`, [list]);
    await sweep.run();
    await imports.run(id, 'leave');
    expect([rung, (await imports.get(id)).state]).toEqual([[], 'running']);

    await worker.rollbackTransaction();
    await worker.release();
    await sweep.run();
    await imports.run(id, 'leave');
    expect([rung, (await imports.get(id)).state]).toEqual([[id], 'finished']);
  });

  test('goes after those that came before it, and twice does nothing', async () => {
    const first = await upload('email,name\na@gemeinde.example,Erst\n');
    const second = await upload('email,name\na@gemeinde.example,Zuletzt\n');
    await Promise.all([imports.run(second), imports.run(first)]);
    await imports.run(first);

    expect((await imports.get(first)).rows).toEqual(counts({ total: 1, new: 1 }));
    expect((await imports.get(second)).rows).toEqual(counts({ total: 1, changed: 1 }));
    expect((await people()).map(({ name }) => name)).toEqual(['Zuletzt']);
  });

  test('that broke off while it was sent leaves nothing', async () => {
    async function* breakingOff(): AsyncGenerator<Buffer> {
      yield* piecemeal(Buffer.from(MODEL));
      throw new Error('the line went dead');
    }
    await expect(intake.receiveUpload(list, 'apply', breakingOff())).rejects.toThrow('the line went dead');
    expect(await database.query('SELECT FROM imports')).toEqual([]);
  });
});

function counts(some: Record<string, number>) {
  return {
    total: 0,
    new: 0,
    changed: 0,
    unchanged: 0,
    duplicate: 0,
    invalid: 0,
    suppressed: 0,
    ...some,
  };
}
