import { describe, expect, test } from '@jest/globals';
import type { HandOver } from '../smtp/hand-over.js';
import { SeenSurveys, type Trouble, troubleIn } from './trouble.rules.js';

const refused = (blame: 'person' | 'sender' | 'letter' | 'provider' | 'server' | 'unknown'): HandOver => ({
  outcome: 'refused',
  reply: '550 no',
  judgement: { blame, slows: null },
});

describe('what fails beyond a single mail', () => {
  test.each(['sender', 'letter', 'server'] as const)('is a rejection by the fault of the %s', (blame) => {
    expect(troubleIn(refused(blame))).toEqual({ what: blame, reason: '550 no', isReply: true });
  });

  test.each(['person', 'provider', 'unknown'] as const)('is no rejection by the fault of the %s', (blame) => {
    expect(troubleIn(refused(blame))).toBeNull();
  });

  test('is a server that cannot be reached, and a letter that cannot be put together', () => {
    const not = (fault: 'connection' | 'letter' | 'late' | 'address') =>
      troubleIn({ outcome: 'not_handed_over', reason: 'gone', fault })?.what;
    expect([not('connection'), not('letter'), not('late'), not('address')]).toEqual([
      'server',
      'letter',
      undefined,
      undefined,
    ]);
  });

  test('is no deferral that only asks for less', () => {
    const deferred = (blame: 'sender' | 'server', slows: 'provider' | 'everything' | null): HandOver => ({
      outcome: 'deferred',
      reply: '450 later',
      judgement: { blame, slows },
    });
    expect(troubleIn(deferred('sender', null))?.what).toBe('sender');
    expect(troubleIn(deferred('sender', 'everything'))?.what).toBe('sender');
    expect(troubleIn(deferred('sender', 'provider'))).toBeNull();
    expect(troubleIn(deferred('server', 'everything'))).toBeNull();
  });
});

describe('one mail that is rejected like a sender', () => {
  const trouble = (what: Trouble['what'] = 'sender'): Trouble => ({
    what,
    reason: '550 no',
    survey: '1',
    sender: 'a@example.org',
    isReply: true,
  });

  test('is believed while nothing of that sender was taken yet', () => {
    expect(new SeenSurveys().isBelieved(trouble(), 'refused')).toBe(true);
    expect(new SeenSurveys().isBelieved(trouble(), 'deferred')).toBe(true);
    expect(new SeenSurveys().isBelieved(trouble('server'), 'deferred')).toBe(false);
  });

  test('is believed among others that are taken only when the next is rejected too', () => {
    const seen = new SeenSurveys();
    seen.taken('1');
    expect(seen.isBelieved(trouble(), 'refused')).toBe(false);
    seen.taken('1');
    expect(seen.isBelieved(trouble(), 'refused')).toBe(false);
    expect(seen.isBelieved(trouble(), 'refused')).toBe(true);
  });

  test('is not the server’s fault when the server took another survey’s mail meanwhile', () => {
    let now = 10;
    const seen = new SeenSurveys(() => now);
    seen.taken('2');
    now = 20;
    expect(seen.tookOfOthersSince(10, '1')).toBe(true);
    expect(seen.tookOfOthersSince(10, '2')).toBe(false);
    expect(seen.tookOfOthersSince(11, '1')).toBe(false);
  });
});
