import { beforeEach, describe, expect, test } from '@jest/globals';
import { SystemClock } from '../../common/clock.js';
import type { PreparedStatements } from '../../database/prepared-statements.js';
import { PendingSettlements } from './pending-settlements.js';
import type { Settlement } from '../claims/settle.queries.js';

const settlement = (id: string, token: string): Settlement => ({
  id,
  token,
  state: 'accepted',
  reason: null,
  reply: '250 ok',
  server: null,
  nextAttemptAt: null,
});

let tokens: Set<string>;
let written: string[][];
/** What happens while outcomes are being written; throws where Postgres is away. */
let meanwhile: () => void;
let pending: PendingSettlements;

beforeEach(() => {
  tokens = new Set();
  written = [];
  meanwhile = () => undefined;
  const statements = {
    rows: (_name: string, _text: string, values: readonly unknown[]) => {
      meanwhile();
      written.push(values[1] as string[]);
      return Promise.resolve([]);
    },
  } as unknown as PreparedStatements;
  pending = new PendingSettlements({ statements, clock: new SystemClock(), tokens });
});

describe('the lease of a round', () => {
  test('is kept until the last of its messages is recorded', async () => {
    pending.begin('a', 2);
    pending.add(settlement('1', 'a'));
    await pending.record();
    expect([...tokens]).toEqual(['a']);
    pending.add(settlement('2', 'a'));
    await pending.record();
    expect([...tokens]).toEqual([]);
    expect(written).toEqual([['1'], ['2']]);
  });

  test('is its own: another round that is over takes none along', async () => {
    pending.begin('a', 1);
    pending.begin('b', 1);
    pending.add(settlement('1', 'a'));
    await pending.record();
    expect([...tokens]).toEqual(['b']);
  });

  test('is kept while a claim that was to record its outcomes may still fail', () => {
    pending.begin('a', 1);
    pending.add(settlement('1', 'a'));
    const taken = pending.take();
    expect([...tokens]).toEqual(['a']);
    pending.recorded(taken);
    expect([...tokens]).toEqual([]);
  });

  test('runs out once nobody can record: the sweep takes what is left for uncertain (P1)', () => {
    tokens.add('of another lane');
    pending.begin('a', 3);
    pending.begin('b', 1);
    pending.abandon();
    expect([...tokens]).toEqual(['of another lane']);
  });
});

describe('an outcome', () => {
  test('is handed out once, and comes back first where the claim failed', () => {
    for (const id of ['1', '2']) pending.add(settlement(id, 'a'));
    const taken = pending.take();
    expect(pending.isEmpty).toBe(true);
    expect(pending.take()).toEqual([]);
    pending.add(settlement('3', 'a'));
    pending.putBack(taken);
    expect(pending.isEmpty).toBe(false);
    expect(pending.take().map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  test('that comes while others are written is written next', async () => {
    pending.begin('a', 2);
    pending.add(settlement('1', 'a'));
    meanwhile = () => {
      if (written.length === 0) pending.add(settlement('2', 'a'));
    };
    await pending.record();
    expect(pending.isEmpty).toBe(false);
    await pending.record();
    expect(written).toEqual([['1'], ['2']]);
  });

  test('is written again where Postgres was away for a moment', async () => {
    let attempts = 0;
    meanwhile = () => {
      attempts += 1;
      if (attempts === 1) throw new Error('no database');
    };
    pending.begin('a', 1);
    pending.add(settlement('1', 'a'));
    await pending.record();
    expect([attempts, written, [...tokens]]).toEqual([2, [['1']], []]);
  });

  test('that is not there costs no statement', async () => {
    await pending.record();
    expect(written).toEqual([]);
  });
});
