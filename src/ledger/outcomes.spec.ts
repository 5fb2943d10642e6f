import { describe, expect, test } from '@jest/globals';
import type { Blame, Judgement } from '../replies/judgement.js';
import type { HandOver } from '../smtp/hand-over.js';
import { settlementOf } from './outcomes.js';

const plannedAt = new Date('2027-11-01T08:00:00Z');
const now = new Date('2027-11-01T08:10:00Z');
const minutes = (date: Date | null) => date && (date.getTime() - now.getTime()) / 60_000;

const blamed = (blame: Blame, severity?: Judgement['severity']): Judgement => ({
  blame,
  slows: null,
  ...(severity && { severity }),
});
const refused = (judgement: Judgement): HandOver => ({ outcome: 'refused', reply: '5xx', judgement });
const deferred = (judgement = blamed('unknown')): HandOver => ({
  outcome: 'deferred',
  reply: '4xx',
  judgement,
});

/** @param jitter 0.5 leaves the pause as it is */
const settled = (handOver: HandOver, attempts = 1, at = now, jitter = 0.5) =>
  settlementOf({ id: '1', attempts, plannedAt }, handOver, at, jitter);

describe('what a hand-over means', () => {
  test('accepted is for good, with the words of the server', () => {
    expect(settled({ outcome: 'accepted', reply: '250 ok', server: 'mx:25' })).toMatchObject({
      state: 'accepted',
      reply: '250 ok',
      server: 'mx:25',
      nextAttemptAt: null,
    });
  });

  test('no reply after the last dot is uncertain, and never tried again by itself', () => {
    expect(settled({ outcome: 'uncertain', reason: 'connection lost' })).toMatchObject({
      state: 'uncertain',
      reason: 'no_reply',
      nextAttemptAt: null,
    });
  });

  test('only what is said of a mailbox, or of nobody, is a refusal at once', () => {
    const states = (['person', 'unknown', 'sender', 'letter', 'provider', 'server'] as const).map((blame) => [
      blame,
      settled(refused(blamed(blame, blame === 'person' ? 'hard' : undefined))).state,
    ]);
    expect(Object.fromEntries(states)).toEqual({
      person: 'refused',
      unknown: 'refused',
      sender: 'deferred',
      letter: 'deferred',
      provider: 'deferred',
      server: 'deferred',
    });
  });

  test('what lies with us is a refusal for good after six attempts', () => {
    expect(settled(refused(blamed('sender')), 5).state).toBe('deferred');
    expect(settled(refused(blamed('sender')), 6).state).toBe('refused');
  });

  test('an address that no mail can be sent to is the person’s, everything else before the data is nobody’s', () => {
    const before = (fault: 'address' | 'connection' | 'authentication' | 'late' | 'letter') =>
      settled({ outcome: 'not_handed_over', fault, reason: 'no' });
    expect(before('address')).toMatchObject({ state: 'refused', reason: 'address' });
    for (const fault of ['connection', 'authentication', 'letter'] as const)
      expect(before(fault)).toMatchObject({ state: 'planned', nextAttemptAt: now });
    expect(minutes(before('late').nextAttemptAt)).toBeCloseTo(2 / 60);
  });
});

describe('a deferred mail', () => {
  test('is tried again after 1, 2, 4 … minutes, four hours at most', () => {
    const pauses = [1, 2, 3, 8, 9, 20].map((attempts) =>
      minutes(settled(deferred(), attempts).nextAttemptAt),
    );
    expect(pauses).toEqual([1, 2, 4, 128, 240, 240]);
  });

  test('does not come back in the same moment as all the others', () => {
    expect(minutes(settled(deferred(), 1, now, 0).nextAttemptAt)).toBe(0.75);
    expect(minutes(settled(deferred(), 1, now, 1).nextAttemptAt)).toBe(1.25);
  });

  test('is given up five days after it was planned', () => {
    const afterDays = (days: number) => new Date(plannedAt.getTime() + days * 86_400_000);
    expect(settled(deferred(), 9, afterDays(4.99)).state).toBe('deferred');
    expect(settled(deferred(), 9, afterDays(5))).toMatchObject({
      state: 'refused',
      reason: 'deferred_too_long',
    });
    expect(settled(deferred(blamed('person', 'soft')), 9, afterDays(5)).reason).toBe('refused_soft');
  });
});

test('whoever’s mail opened a breaker is planned again after ten seconds, whatever the reply was', () => {
  const opened = settlementOf({ id: '1', attempts: 1, plannedAt }, refused(blamed('sender')), now, 0.5, true);
  expect(opened).toMatchObject({ state: 'planned', reason: null });
  expect(minutes(opened.nextAttemptAt)).toBeCloseTo(1 / 6);
});
