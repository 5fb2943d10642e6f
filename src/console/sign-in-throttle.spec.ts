import { describe, expect, test } from '@jest/globals';
import { SignInThrottle } from './sign-in-throttle.js';

const at = (minute: number) => new Date(Date.UTC(2027, 9, 18, 9, minute));

describe('signing in', () => {
  test('has to wait after five wrong passwords, until the first of them is a quarter of an hour old', () => {
    const throttle = new SignInThrottle(5);
    for (let minute = 0; minute < 5; minute += 1) throttle.failed('a|::1', at(minute));

    expect(throttle.secondsToWait('a|::1', at(5))).toBe(600);
    expect(throttle.secondsToWait('a|::1', at(15))).toBe(0);
  });

  test('of somebody else does not have to wait', () => {
    const throttle = new SignInThrottle(5);
    for (let minute = 0; minute < 5; minute += 1) throttle.failed('a|::1', at(minute));

    expect(throttle.secondsToWait('b|::1', at(5))).toBe(0);
    expect(throttle.secondsToWait('a|::2', at(5))).toBe(0);
  });

  test('with success forgets the failures before', () => {
    const throttle = new SignInThrottle(5);
    for (let minute = 0; minute < 5; minute += 1) throttle.failed('a|::1', at(minute));
    throttle.succeeded('a|::1');

    expect(throttle.secondsToWait('a|::1', at(5))).toBe(0);
  });
});
