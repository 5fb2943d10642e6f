import { describe, expect, test } from '@jest/globals';
import { textOf } from '../../common/coded-text.js';
import type { Delivery } from '../states/message.entity.js';
import { type CanaryFacts, canarySizeOf, canaryVerdict, type Tally, WaveBrake } from './wave-brake.js';

/** Settles this many, those that failed last; the answer is the first reason to hold. */
function settle(
  brake: WaveBrake,
  { accepted = 0, refused = 0, uncertain = 0 }: Partial<Tally>,
): string | null {
  const states = [
    ...Array<Delivery>(accepted).fill('accepted'),
    ...Array<Delivery>(refused).fill('refused'),
    ...Array<Delivery>(uncertain).fill('uncertain'),
  ];
  const reason = states.map((state) => brake.settled(state)).find((found) => found !== null);
  return reason ? textOf(reason, 'en') : null;
}

const none = { accepted: 0, refused: 0, uncertain: 0 };
const after = (passed: boolean, before: Tally = none) => new WaveBrake(50, before, passed);

function verdict(facts: Partial<CanaryFacts>) {
  const found = canaryVerdict({
    ...none,
    size: 50,
    begun: 50,
    interrupted: 0,
    underWay: 0,
    deferredOnce: 0,
    deferredTwice: 0,
    ...facts,
  });
  return found.is === 'held' ? { ...found, reason: textOf(found.reason, 'en') } : found;
}

describe('the canary', () => {
  test('is five in a hundred, at least fifty', () => {
    expect(canarySizeOf(10_000)).toBe(500);
    expect(canarySizeOf(200)).toBe(50);
  });

  test('knows what went before a restart', () => {
    const brake = after(false, { accepted: 30, refused: 5, uncertain: 0 });
    expect(settle(brake, { accepted: 10, refused: 5 })).toBe('refused 10 of 50');
  });

  test('stays open until all of it has gone and nothing is under way', () => {
    expect(verdict({ begun: 40, accepted: 40 })).toEqual({ is: 'open' });
    expect(verdict({ accepted: 49, underWay: 1 })).toEqual({ is: 'open' });
    expect(verdict({ accepted: 48, refused: 2 })).toEqual({ is: 'passed' });
  });

  test('is not passed by mails that nobody knows about', () => {
    expect(verdict({ uncertain: 50 })).toEqual({ is: 'held', reason: 'uncertain 50 of 50' });
    expect(verdict({ accepted: 44, refused: 3, uncertain: 3 })).toEqual({
      is: 'held',
      reason: 'refused 3 of 50, uncertain 3 of 50',
    });
    // A crash of ours says nothing about the server; but nothing has been shown either.
    expect(verdict({ accepted: 40, interrupted: 10 })).toEqual({ is: 'passed' });
    expect(verdict({ interrupted: 50 })).toEqual({ is: 'held', reason: 'not accepted 50 of 50' });
  });

  test('waits for the second attempt of what was deferred, and is held only if most is still not accepted', () => {
    expect(verdict({ deferredOnce: 50 })).toEqual({ is: 'open' });
    expect(verdict({ accepted: 30, deferredOnce: 1, deferredTwice: 19 })).toEqual({ is: 'open' });
    expect(verdict({ accepted: 25, deferredTwice: 25 })).toEqual({ is: 'passed' });
    expect(verdict({ accepted: 24, deferredTwice: 26 })).toEqual({
      is: 'held',
      reason: 'not accepted 26 of 50',
    });
    // Whatever becomes of these few, it would pass.
    expect(verdict({ accepted: 45, deferredOnce: 5 })).toEqual({ is: 'passed' });
  });

  test('counts refused and uncertain mails together among those that are missing', () => {
    expect(verdict({ accepted: 44, refused: 2, uncertain: 2, deferredOnce: 2 })).toEqual({ is: 'open' });
  });

  test('is over once it has passed, and what went before counts no more', () => {
    const brake = after(false, { accepted: 45, refused: 5, uncertain: 0 });
    expect(brake.isCanary).toBe(true);
    brake.pass();
    expect(brake.isCanary).toBe(false);
    expect(settle(brake, { uncertain: 6 })).toBeNull();
    expect(settle(brake, { accepted: 39, refused: 5 })).toBe('refused 5 of 50, uncertain 6 of 50');
  });

  test('is stopped at once when uncertain or late mails outnumber the accepted ones', () => {
    expect(settle(after(false), { uncertain: 5 })).toBeNull();
    expect(settle(after(false), { uncertain: 6 })).toBe('uncertain 6 of 6');
    expect(settle(after(false), { accepted: 10, uncertain: 10 })).toBeNull();
    const brake = after(false);
    const reasons = Array.from({ length: 6 }, () => brake.settled('planned', true));
    expect(reasons.map((reason) => reason && textOf(reason, 'en'))).toEqual([
      ...Array<null>(5).fill(null),
      'late 6 of 6',
    ]);
  });
});

describe('failures', () => {
  test('hold a wave above one in ten, not at it', () => {
    expect(settle(after(true), { accepted: 90, refused: 10 })).toBeNull();
    expect(settle(after(true), { accepted: 89, refused: 11 })).toBe('refused 10 of 99');
    expect(settle(after(true), { accepted: 89, refused: 5, uncertain: 6 })).toBe(
      'refused 5 of 99, uncertain 5 of 99',
    );
  });

  test('of a handful of people hold nothing', () => {
    expect(settle(after(false), { accepted: 2, refused: 3 })).toBeNull();
    expect(settle(after(false), { accepted: 2, uncertain: 3 })).toBeNull();
  });

  test('that begin late in a wave cost no tenth of all that went well before', () => {
    expect(settle(after(true), { accepted: 9000, uncertain: 50 })).toBeNull();
    expect(settle(after(true), { accepted: 9000, uncertain: 51 })).toBe('uncertain 51 of 100');
  });

  test('that are the letter’s hold a wave at once if nothing was taken, else above one in ten', () => {
    expect(after(true).letterFailed()).toBe(true);
    const brake = after(true, none);
    settle(brake, { accepted: 20 });
    expect([brake.letterFailed(), brake.letterFailed(), brake.letterFailed()]).toEqual([false, false, true]);
  });
});
