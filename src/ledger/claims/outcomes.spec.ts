import { describe, expect, test } from '@jest/globals';
import type { Blame, Judgement } from '../../replies/judgement.js';
import type { HandOver } from '../../smtp/hand-over.js';
import { settlementOf } from './outcomes.js';

const now = new Date('2027-10-01T12:00:00Z');
const DAY_MS = 86_400_000;

/** What the ledger records of a hand-over; `after` is when it is tried again, in seconds from now. */
function recorded(
  handOver: HandOver,
  { attempts = 1, waitedMs = 0, jitter = 0.5, opensBreaker = false } = {},
): { state: string; reason: string | null; after: number | null } {
  const message = { id: '7', attempts, plannedAt: new Date(now.getTime() - waitedMs) };
  const { state, reason, nextAttemptAt } = settlementOf(message, handOver, now, jitter, opensBreaker);
  return { state, reason, after: nextAttemptAt && (nextAttemptAt.getTime() - now.getTime()) / 1000 };
}

const judged = (blame: Blame, severity?: 'hard' | 'soft'): Judgement => ({
  blame,
  slows: null,
  ...(severity && { severity }),
});
const refused = (judgement: Judgement): HandOver => ({ outcome: 'refused', reply: '550', judgement });
const deferred = (judgement: Judgement): HandOver => ({ outcome: 'deferred', reply: '451', judgement });
const unsent = (fault: 'connection' | 'authentication' | 'address' | 'late' | 'letter'): HandOver => ({
  outcome: 'not_handed_over',
  reason: 'said so',
  fault,
});

test('what the server took is never tried again', () => {
  expect(recorded({ outcome: 'accepted', reply: '250 ok' })).toEqual({
    state: 'accepted',
    reason: null,
    after: null,
  });
});

test('a lost reply may have been a yes: nobody sends it again (P1)', () => {
  expect(recorded({ outcome: 'uncertain', reason: 'connection lost' })).toEqual({
    state: 'uncertain',
    reason: 'no_reply',
    after: null,
  });
});

describe('a refusal', () => {
  test.each([
    ['a mailbox that is not there', judged('person', 'hard'), 'refused'],
    ['a full mailbox', judged('person', 'soft'), 'refused_soft'],
    ['a person without more being said', judged('person'), 'refused_soft'],
    ['nobody in particular', judged('unknown'), 'unclear'],
  ])('because of %s is final at once', (_, judgement, reason) => {
    expect(recorded(refused(judgement))).toEqual({ state: 'refused', reason, after: null });
  });

  test.each(['sender', 'letter', 'provider', 'server'] as const)(
    'because of the %s is tried again, and after six attempts is still not the fault of the person (P11)',
    (blame) => {
      expect(recorded(refused(judged(blame)), { attempts: 5 })).toMatchObject({
        state: 'deferred',
        reason: blame,
      });
      expect(recorded(refused(judged(blame)), { attempts: 6 })).toEqual({
        state: 'refused',
        reason: blame,
        after: null,
      });
    },
  );
});

describe('"try again later"', () => {
  test.each([
    [1, 60],
    [2, 120],
    [3, 240],
    [8, 7680],
    [9, 14_400],
    [40, 14_400],
  ])('after attempt %d waits %d seconds, four hours at most', (attempts, after) => {
    expect(recorded(deferred(judged('provider')), { attempts })).toEqual({
      state: 'deferred',
      reason: null,
      after,
    });
  });

  test('spreads the retries of one moment by a quarter to either side', () => {
    expect(recorded(deferred(judged('server')), { jitter: 0 }).after).toBe(45);
    expect(recorded(deferred(judged('server')), { jitter: 1 }).after).toBe(75);
  });

  test.each([
    ['server', 'deferred_too_long'],
    ['unknown', 'deferred_too_long'],
    ['person', 'refused_soft'],
  ] as const)('of the %s ends after five days', (blame, reason) => {
    const handOver = deferred(judged(blame));
    expect(recorded(handOver, { waitedMs: 5 * DAY_MS - 1 }).state).toBe('deferred');
    expect(recorded(handOver, { waitedMs: 5 * DAY_MS })).toEqual({ state: 'refused', reason, after: null });
  });
});

describe('what provably did not leave', () => {
  test.each([
    ['connection', 0],
    ['authentication', 0],
    ['letter', 0],
    ['late', 2],
  ] as const)('because of %s is planned again, %d seconds later', (fault, after) => {
    expect(recorded(unsent(fault))).toEqual({ state: 'planned', reason: null, after });
  });

  test('stays with the person only if nothing can be sent to the address', () => {
    expect(recorded(unsent('address'))).toEqual({ state: 'refused', reason: 'address', after: null });
  });
});

describe('a reply that opens a breaker', () => {
  test.each([refused(judged('sender')), deferred(judged('server')), refused(judged('person', 'hard'))])(
    'costs nobody an attempt, and lets others go first',
    (handOver) => {
      expect(recorded(handOver, { attempts: 6, opensBreaker: true })).toEqual({
        state: 'planned',
        reason: null,
        after: 10,
      });
    },
  );

  test('changes nothing for a mail that was taken or may have been (P1)', () => {
    const opensBreaker = true;
    expect(recorded({ outcome: 'accepted', reply: '250' }, { opensBreaker }).state).toBe('accepted');
    expect(recorded({ outcome: 'uncertain', reason: 'lost' }, { opensBreaker }).state).toBe('uncertain');
  });
});

test('the server and its words are kept for staff to read', () => {
  const message = { id: '7', attempts: 1, plannedAt: now };
  const from = (handOver: HandOver) => settlementOf(message, handOver, now, 0.5);
  expect(from({ outcome: 'accepted', reply: '250 queued as 4711', server: 'mx:25' })).toMatchObject({
    id: '7',
    server: 'mx:25',
    reply: '250 queued as 4711',
  });
  expect(from(refused(judged('unknown')))).toMatchObject({ server: null, reply: '550' });
  expect(from(deferred(judged('unknown')))).toMatchObject({ reply: '451' });
  expect(from(unsent('address'))).toMatchObject({ reply: 'said so' });
  expect(from(unsent('late'))).toMatchObject({ reply: 'said so' });
  expect(from({ outcome: 'uncertain', reason: 'lost' })).toMatchObject({ reply: 'lost' });
});
