import { appendFile, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { FixedClock } from '../../test/support/fixed-clock.js';
import { OptOutJournal } from './opt-out-journal.js';

const clock = FixedClock.inBerlin('2027-10-20T09:00');
let dataDir: string;
const opened: OptOutJournal[] = [];

beforeEach(async () => {
  clock.moveTo('2027-10-20T09:00');
  dataDir = await mkdtemp(join(tmpdir(), 'ruecklauf-journal-'));
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((own) => own.onApplicationShutdown()));
  await rm(dataDir, { recursive: true, force: true });
});

/** As a process of its own has it. */
function journal(folder = dataDir): OptOutJournal {
  const own = new OptOutJournal({ dataDir: folder, secretKeys: ['the secret'] }, clock);
  opened.push(own);
  return own;
}

const files = () => readdir(join(dataDir, 'journal'));
const unsubscribed = (person: string) => ({ what: 'unsubscribe', list: '7', people: [person] }) as const;

test('what several processes wrote is read as one, in order of time, and names nobody', async () => {
  const [one, other] = [journal(), journal()];
  await other.add(unsubscribed('anna@leser.test'));
  clock.advance(1000);
  await one.add({ what: 'decline', survey: '3', people: ['bert@leser.test'] });
  clock.advance(1000);
  await other.add({ what: 'suppress', people: ['clara@leser.test'], reason: 'manual' });

  const entries = await journal().since(null);
  expect(entries.map(({ what }) => what)).toEqual(['unsubscribe', 'decline', 'suppress']);
  expect(entries[0]?.people).toEqual(one.codesOf('anna@leser.test'));
  expect(one.unseal(entries[2]?.sealed ?? '')).toBe('clara@leser.test');
  const names = await files();
  expect(names).toHaveLength(2);
  for (const name of names)
    expect(await readFile(join(dataDir, 'journal', name), 'utf8')).not.toContain('leser.test');
});

test('what is older than the state that was restored is left out, but for clocks that differ', async () => {
  const own = journal();
  await own.add(unsubscribed('anna@leser.test'));
  const ago = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000);
  expect(await own.since(ago(4))).toHaveLength(1);
  expect(await own.since(ago(6))).toHaveLength(0);
});

test('of many at once none is lost, each is on the disk when it comes back', async () => {
  const own = journal();
  await Promise.all(
    Array.from({ length: 50 }, async (_, n) => {
      await own.add(unsubscribed(`p${n}@leser.test`));
      const [code = ''] = own.codesOf(`p${n}@leser.test`);
      const [name = ''] = await files();
      expect(await readFile(join(dataDir, 'journal', name), 'utf8')).toContain(code);
    }),
  );
  expect(await own.since(null)).toHaveLength(50);
});

test('a line that was broken off is left out, and the others are read', async () => {
  const own = journal();
  await own.add(unsubscribed('anna@leser.test'));
  const [name = ''] = await files();
  await appendFile(join(dataDir, 'journal', name), '{"at":"2027-10-20T07:00:00.000Z","what":"unsub');
  await writeFile(join(dataDir, 'journal', 'other.jsonl'), '{"what":"something else"}\n\n');
  expect(await own.since(null)).toHaveLength(1);
});

test('files that nobody needs any more go at the start', async () => {
  await journal().add(unsubscribed('anna@leser.test'));
  const [name = ''] = await files();
  const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 86_400_000);
  await utimes(join(dataDir, 'journal', name), daysAgo(179), daysAgo(179));
  await journal().onModuleInit();
  expect(await files()).toEqual([name]);
  await utimes(join(dataDir, 'journal', name), daysAgo(181), daysAgo(181));
  await journal().onModuleInit();
  expect(await files()).toEqual([]);
});

test('where it cannot be written that is logged, and nobody is kept from opting out', async () => {
  const error = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  await writeFile(join(dataDir, 'file'), '');
  const own = journal(join(dataDir, 'file'));
  await own.add(unsubscribed('anna@leser.test'));
  expect(error).toHaveBeenCalledWith(expect.objectContaining({ event: 'journal.not-written' }));
  expect(await own.since(null)).toEqual([]);
  error.mockRestore();
});
