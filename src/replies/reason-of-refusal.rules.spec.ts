import { expect, test } from '@jest/globals';
import type { Judgement } from './judgement.js';
import { reasonOfRefusal } from './reason-of-refusal.rules.js';

test.each<[Omit<Judgement, 'slows'>, string]>([
  [{ blame: 'person', severity: 'hard' }, 'refused'],
  [{ blame: 'person', severity: 'soft' }, 'refused_soft'],
  // What is not clearly final is not held against anybody for good.
  [{ blame: 'person' }, 'refused_soft'],
  [{ blame: 'unknown' }, 'unclear'],
  [{ blame: 'sender' }, 'sender'],
  [{ blame: 'letter' }, 'letter'],
  [{ blame: 'provider' }, 'provider'],
  [{ blame: 'server' }, 'server'],
])('a refusal judged %j is entered as %s (P11)', (judgement, reason) => {
  expect(reasonOfRefusal({ ...judgement, slows: null })).toBe(reason);
});
