import { expect, test } from '@jest/globals';
import type { Participation } from '../participants/participant.entity.js';
import { fateOfAnswers } from './erasure-preview.rules.js';

const participations: Participation[] = [
  'not_started',
  'opened',
  'partial',
  'completed',
  'screened_out',
  'declined',
];

test('an anonymous survey is told alike, whatever somebody has done', () => {
  const told = participations.map((participation) =>
    fateOfAnswers({ privacy: 'anonymous', participation, hasResponse: false }),
  );
  expect(
    new Set([...told, fateOfAnswers({ privacy: 'anonymous', participation: null, hasResponse: true })]),
  ).toEqual(new Set(['kept_unknown']));
});

test('a pseudonymous survey is told by what the list of participants shows', () => {
  const told = participations.map((participation) =>
    fateOfAnswers({ privacy: 'pseudonymous', participation, hasResponse: false }),
  );
  expect(told).toEqual([
    'not_submitted',
    'not_submitted',
    'not_submitted',
    'kept_under_code',
    'kept_under_code',
    'not_submitted',
  ]);
});

test('an identified survey is told by whether there is a response', () => {
  const of = (participation: Participation, hasResponse: boolean) =>
    fateOfAnswers({ privacy: 'identified', participation, hasResponse });
  expect(of('completed', true)).toBe('erased');
  expect(of('screened_out', true)).toBe('erased');
  expect(of('partial', false)).toBe('not_submitted');
});
