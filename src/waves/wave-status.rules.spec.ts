import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { usualWindow } from '../common/sending-window.js';
import type { Line } from '../ledger/sending/lines.queries.js';
import { deliveries } from '../ledger/states/message.entity.js';
import { Wave, waveStates } from '../ledger/states/wave.entity.js';
import type { OpenBreaker } from '../pace/breaker.js';
import { type Circumstances, type StateRow, statusOf } from './wave-status.rules.js';

const now = new Date('2027-11-05T09:00:00Z');
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1000);

function waveOf(facts: Partial<Wave> = {}): Wave {
  return Object.assign(new Wave(), {
    id: '7',
    kind: 'invitation',
    state: 'sending',
    startedAt: secondsAgo(600),
    dueAt: new Date('2027-11-08T09:00:00Z'),
    rolling: false,
    heldBy: null,
    heldReason: null,
    ...facts,
  });
}

const quiet: Circumstances = {
  privacy: 'identified',
  settled: 0,
  hold: null,
  breaker: undefined,
  rate: undefined,
  lines: [],
  hours: null,
  now,
};
const row = (state: StateRow['state'], count: number, facts: Partial<StateRow> = {}): StateRow => ({
  state,
  reason: null,
  count,
  next: null,
  untouched: 0,
  ...facts,
});
const planned = (count: number) => row('planned', count, { untouched: count });
const lineOf = (provider: string, waiting: number, facts: Partial<Line> = {}): Line => ({
  wave: '7',
  provider,
  waiting,
  rate: 1,
  because: null,
  nextAt: secondsAgo(-30),
  ...facts,
});
const breakerOf = (kind: OpenBreaker['kind']): OpenBreaker => ({
  kind,
  name: 'smtp',
  reason: 'connection refused',
  until: secondsAgo(-5),
  sender: null,
  openedWith: null,
});
const status = (wave: Partial<Wave>, rows: StateRow[], around: Partial<Circumstances> = {}) =>
  statusOf(waveOf(wave), rows, { ...quiet, ...around });
const waits = (...given: Parameters<typeof status>) => status(...given).waitingFor;

describe('the numbers of a wave', () => {
  test('add up to everybody, whatever became of them (P2)', () => {
    const rows = fc.array(
      fc.record({ state: fc.constantFrom(...deliveries), count: fc.integer({ min: 1, max: 1e6 }) }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...waveStates), rows, (state, made) => {
        const found = status(
          { state },
          made.map(({ state: one, count }) => row(one, count)),
        );
        expect(found.total).toBe(made.reduce((sum, { count }) => sum + count, 0));
        expect(Object.values(found.counts).reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(
          found.total,
        );
      }),
    );
  });

  test('name why people were skipped, as far as the survey lets staff know', () => {
    const rows = [
      row('skipped', 3, { reason: 'suppressed' }),
      row('skipped', 2, { reason: 'screened_out' }),
      row('skipped', 1, { reason: 'completed' }),
    ];
    expect(status({}, rows).skipped).toEqual({ suppressed: 3, screened_out: 2, completed: 1 });
    expect(status({}, rows, { privacy: 'pseudonymous' }).skipped).toEqual({ suppressed: 3, completed: 3 });
    expect(status({}, rows).counts.skipped).toBe(6);
  });
});

describe('the speed of a wave', () => {
  test.each([
    ['a minute', 600, 120, 2],
    ['as long as it runs, if that is shorter', 30, 120, 4],
    ['a second at least', 0, 7, 7],
  ])('is measured over %s', (_, running, settled, rate) => {
    expect(status({ startedAt: secondsAgo(running) }, [planned(10)], { settled }).rate).toBe(rate);
  });

  test('is nothing where it does not send, and is rounded to tenths', () => {
    expect(status({ state: 'paused' }, [planned(10)], { settled: 120 }).rate).toBe(0);
    expect(status({}, [planned(10)], { settled: 100 }).rate).toBe(1.7);
    expect(status({ startedAt: null }, [planned(10)], { settled: 3 }).rate).toBe(3);
  });
});

describe('when a wave will be through', () => {
  const eta = (rows: StateRow[], around: Partial<Circumstances>) =>
    status({}, rows, around).eta?.toISOString() ?? null;

  test('follows from its speed and what is open', () => {
    const open = [planned(100), row('handing_over', 10), row('deferred', 10), row('accepted', 5000)];
    expect(eta(open, { settled: 120 })).toBe('2027-11-05T09:01:00.000Z');
  });

  test('is not known while nothing goes, and not said when nothing is open', () => {
    expect(eta([planned(1)], { settled: 0 })).toBeNull();
    expect(eta([row('accepted', 10)], { settled: 60 })).toBeNull();
    expect(status({ state: 'paused' }, [planned(1)], { settled: 60 }).eta).toBeNull();
  });

  test('is when the longest line is through, if that is later', () => {
    const lines = [lineOf('gmx.net', 60, { rate: 0.5 }), lineOf('web.de', 10, { rate: null })];
    expect(eta([planned(130)], { settled: 60, lines })).toBe('2027-11-05T09:02:00.000Z');
    expect(eta([planned(300)], { settled: 60, lines })).toBe('2027-11-05T09:03:50.000Z');
    // All are in line: nobody’s speed is needed.
    expect(eta([planned(60)], { settled: 0, lines: lines.slice(0, 1) })).toBe('2027-11-05T09:02:00.000Z');
  });

  test('keeps to the hours in which mails go out', () => {
    const hours = { window: usualWindow, timeZone: 'Europe/Berlin' };
    // Ten hours are left of this Friday in Berlin, from seven the next day.
    expect(eta([planned(11 * 3600)], { settled: 60, hours })).toBe('2027-11-06T07:00:00.000Z');
  });
});

describe('what a wave waits for', () => {
  const hold = {
    heldAt: secondsAgo(60),
    because: null,
    lostFrom: null,
    lostUntil: null,
    remindersHeldAt: null,
  };
  const hours = { window: { ...usualWindow, from: '12:00' }, timeZone: 'Europe/Berlin' };
  const later = row('deferred', 1, { next: secondsAgo(-600) });

  test('is said by its own state first', () => {
    const around = { hold, hours, breaker: breakerOf('server') };
    const dueAt = new Date('2027-11-08T09:00:00Z');
    expect(waits({ state: 'scheduled' }, [], around)).toEqual({ what: 'due_time', until: dueAt });
    expect(waits({ state: 'paused' }, [planned(1)], around)).toEqual({ what: 'resume' });
    expect(waits({ state: 'held', heldBy: 'brake', heldReason: 'r' }, [planned(1)], around)).toEqual({
      what: 'staff',
      reason: 'r',
    });
    expect(waits({ state: 'held', heldBy: 'letter', heldReason: null }, [planned(1)], around)).toEqual({
      what: 'letter',
      reason: '',
    });
    for (const state of ['planning', 'finished', 'cancelled'] as const)
      expect(waits({ state }, [planned(1)], around)).toBeNull();
  });

  test('is nobody, or people who join later, where nothing is open', () => {
    expect(waits({}, [row('accepted', 3)], { hold })).toBeNull();
    expect(waits({ rolling: true }, [row('accepted', 3)], { hold })).toEqual({ what: 'people' });
  });

  test('is what keeps everybody before what keeps some: restore, hours, breaker', () => {
    const around = { hold, hours, breaker: breakerOf('server') };
    expect(waits({}, [planned(1)], around)).toEqual({ what: 'confirmation' });
    expect(waits({}, [planned(1)], { ...around, hold: null })).toEqual({
      what: 'window',
      until: new Date('2027-11-05T11:00:00Z'),
    });
    expect(waits({}, [planned(1)], { breaker: breakerOf('server') })).toMatchObject({ what: 'mail_server' });
    expect(waits({}, [planned(1)], { breaker: breakerOf('sender') })).toMatchObject({
      what: 'sender',
      reason: 'connection refused',
    });
  });

  test('is the confirmation only where its kind is held', () => {
    const reminders = { ...hold, heldAt: null, remindersHeldAt: secondsAgo(60) };
    expect(waits({}, [planned(1)], { hold: reminders })).toBeNull();
    expect(waits({ kind: 'reminder' }, [planned(1)], { hold: reminders })).toEqual({ what: 'confirmation' });
  });

  test('is a provider only where all that is left waits for one', () => {
    const lines = [lineOf('gmx.net', 3, { because: '421 slow down' }), lineOf('web.de', 1)];
    expect(waits({}, [planned(4)], { lines })).toEqual({
      what: 'provider',
      provider: 'gmx.net',
      rate: 1,
      reason: '421 slow down',
      until: secondsAgo(-30),
    });
    expect(waits({}, [planned(5)], { lines })).toBeNull();
    const overdue = [lineOf('gmx.net', 4, { nextAt: secondsAgo(30) })];
    expect(waits({}, [planned(4)], { lines: overdue })).toMatchObject({ until: now });
  });

  test('is the next attempt where everything has been tried, the earliest of all', () => {
    const sooner = row('planned', 1, { next: secondsAgo(-300) });
    expect(waits({}, [later, sooner])).toEqual({ what: 'next_attempt', until: secondsAgo(-300) });
    expect(waits({}, [later, planned(1)])).toBeNull();
    expect(waits({}, [row('deferred', 1, { next: now })])).toBeNull();
  });

  test('is the pace where there is one and nothing else', () => {
    expect(waits({}, [planned(5)], { rate: 3 })).toEqual({ what: 'pace', rate: 3 });
    expect(waits({}, [later], { rate: 3 })).toMatchObject({ what: 'next_attempt' });
  });
});

describe('a reminder of an anonymous survey (P8)', () => {
  const rows = [
    planned(4),
    row('accepted', 3),
    row('skipped', 2, { reason: 'completed' }),
    row('uncertain', 1),
  ];
  const told = (wave: Partial<Wave>, around: Partial<Circumstances> = {}) =>
    status({ kind: 'reminder', ...wave }, rows, { privacy: 'anonymous', settled: 60, ...around });

  test('tells its total and what staff have to decide, and no number that says who has answered', () => {
    const found = told({});
    expect(found).toMatchObject({ total: 10, settled: null, skipped: {}, rate: 0, eta: null, lines: [] });
    expect(Object.entries(found.counts).filter(([, count]) => count !== null)).toEqual([['uncertain', 1]]);
  });

  test.each(waveStates)('that is %s sums up the rest only once it is over', (state) => {
    expect(told({ state }).settled).toBe(state === 'finished' || state === 'cancelled' ? 9 : null);
  });

  test('does not say for which people it waits, but for what else', () => {
    expect(told({}, { rate: 3 }).waitingFor).toBeNull();
    expect(told({}, { lines: [lineOf('gmx.net', 1)] }).waitingFor).toBeNull();
    expect(told({}, { breaker: breakerOf('server') }).waitingFor).toMatchObject({ what: 'mail_server' });
    expect(told({ state: 'paused' }).waitingFor).toEqual({ what: 'resume' });
  });

  test('looks the same whether or not anybody is left to write to', () => {
    const all = [row('skipped', 10, { reason: 'completed' })];
    const none = [planned(10)];
    const seen = (made: StateRow[]) => status({ kind: 'reminder' }, made, { privacy: 'anonymous' });
    expect(seen(all)).toEqual(seen(none));
  });
});
