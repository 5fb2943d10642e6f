import { expect, test } from '@jest/globals';
import { SubmitThrottle } from './submit-throttle.js';

const survey = { surveyId: '7', perMinute: 30 };
const at = (seconds: number) => new Date(Date.UTC(2027, 9, 1, 9, 0, seconds));

/** Submits so many times, one a second, and gives the seconds each was told to wait. */
function submits(throttle: SubmitThrottle, times: number, addressOf: (n: number) => string, from = 0) {
  return Array.from({ length: times }, (_, n) => throttle.secondsToWait(addressOf(n), survey, at(from + n)));
}

test('twenty from one address in ten minutes go through, and the next when the first is ten minutes old', () => {
  const throttle = new SubmitThrottle();
  const one = () => '198.51.100.1';
  expect(submits(throttle, 20, one)).toEqual(Array.from({ length: 20 }, () => 0));
  expect(submits(throttle, 1, one, 60)).toEqual([540]);
  expect(submits(throttle, 2, one, 600)).toEqual([0, 0]);
  expect(throttle.secondsToWait('198.51.100.2', survey, at(60))).toBe(0);
});

test('one address is counted for each survey', () => {
  const throttle = new SubmitThrottle();
  submits(throttle, 20, () => '198.51.100.1');
  expect(throttle.secondsToWait('198.51.100.1', { ...survey, surveyId: '8' }, at(30))).toBe(0);
});

test('a survey takes so many a minute from all addresses together', () => {
  const throttle = new SubmitThrottle();
  const each = (n: number) => `198.51.100.${n}`;
  expect(submits(throttle, 31, each).at(-1)).toBe(30);
  expect(submits(throttle, 1, () => '203.0.113.9', 60)).toEqual([0]);
});

test('who is held back is not counted again, and so not held back longer', () => {
  const throttle = new SubmitThrottle();
  const one = () => '198.51.100.1';
  submits(throttle, 20, one);
  submits(throttle, 50, one, 20);
  expect(submits(throttle, 1, one, 600)).toEqual([0]);
});
