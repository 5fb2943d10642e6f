import { describe, expect, test } from '@jest/globals';
import type { SurveyState } from './survey.entity.js';
import { hasEnded, isOpen, mayFinish } from './survey.rules.js';

const closesAt = new Date('2027-11-12T22:59:00Z');
const asked = new Date('2027-10-01T00:00:00Z');

/** Minutes from closing to an instant. */
const at = (minutes: number) => new Date(closesAt.getTime() + minutes * 60_000);
const survey = (state: SurveyState, graceMinutes = 15) => ({ state, closesAt, graceMinutes });

describe('the clock closes (P7)', () => {
  test.each<[SurveyState, number, boolean, boolean, boolean]>([
    // state, minutes after closing, takes new people, lets those asked finish, has ended
    ['published', -1, true, true, false],
    ['published', -1 / 60_000, true, true, false],
    ['published', 0, false, true, false],
    ['published', 14.99, false, true, false],
    ['published', 15, false, false, true],
    ['published', 1000, false, false, true],
    ['closed', -1, false, false, true],
    ['closed', 1, false, false, true],
    ['draft', -1, false, false, false],
    ['draft', 15, false, false, true],
  ])('%s, %d minutes after the closing date', (state, minutes, opens, finishes, ended) => {
    const now = at(minutes);
    expect(isOpen(survey(state), now)).toBe(opens);
    expect(mayFinish(survey(state), asked, now)).toBe(finishes);
    expect(hasEnded(survey(state), now)).toBe(ended);
  });
});

test('the grace is for those who were asked before the closing date', () => {
  expect(mayFinish(survey('published'), at(-1), at(5))).toBe(true);
  expect(mayFinish(survey('published'), closesAt, at(5))).toBe(false);
  expect(mayFinish(survey('published'), at(2), at(5))).toBe(false);
});

test('a survey without grace ends with its closing date', () => {
  expect(mayFinish(survey('published', 0), asked, closesAt)).toBe(false);
  expect(hasEnded(survey('published', 0), closesAt)).toBe(true);
});
