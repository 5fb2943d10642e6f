import { expect, test } from '@jest/globals';
import { FixedClock } from '../../test/support/fixed-clock.js';
import { throttlesOn } from '../../test/support/throttles.js';
import { SubmitThrottle } from './submit-throttle.js';

const survey = { surveyId: '7', perMinute: 30 };

function start() {
  const clock = FixedClock.inBerlin('2027-10-18T09:00');
  const throttle = new SubmitThrottle(throttlesOn(clock));
  /** Submits this many times and gives what each was told to wait. */
  const submits = async (times: number, addressOf: (n: number) => string, to = survey) => {
    const waits: number[] = [];
    for (let n = 0; n < times; n += 1) waits.push(await throttle.secondsToWait(addressOf(n), to));
    return waits;
  };
  return { clock, submits };
}

const nobodyWaits = (times: number) => Array.from({ length: times }, () => 0);

test('twenty from one address in ten minutes go through, and the next when they are over', async () => {
  const { clock, submits } = start();
  const one = () => '198.51.100.1';
  expect(await submits(20, one)).toEqual(nobodyWaits(20));
  clock.advance(60_000);
  expect(await submits(1, one)).toEqual([540]);
  expect(await submits(1, () => '203.0.113.2')).toEqual([0]);
  clock.advance(540_000);
  expect(await submits(2, one)).toEqual([0, 0]);
});

test('one address is counted for each survey', async () => {
  const { submits } = start();
  await submits(20, () => '198.51.100.1');
  expect(await submits(1, () => '198.51.100.1', { ...survey, surveyId: '8' })).toEqual([0]);
});

test('a survey takes so many a minute from all addresses together', async () => {
  const { clock, submits } = start();
  const each = (n: number) => `198.51.${n}.1`;
  expect(await submits(31, each)).toEqual([...nobodyWaits(30), 60]);
  clock.advance(60_000);
  expect(await submits(1, () => '203.0.113.9')).toEqual([0]);
});

test('many addresses of one IPv6 network count as one', async () => {
  const { submits } = start();
  const waits = await submits(45, (n) => `2001:db8:0:1::${n.toString(16)}`);
  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(20);
});

test('a site with many networks does not close the link for others', async () => {
  const { submits } = start();
  const waits = await submits(60, (n) => `2001:db8:0:${n.toString(16)}::1`);
  // One by the whole minute, the others by the share of those who have sent something before.
  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(24);
  expect(await submits(6, (n) => `2001:db8:${n + 1}::1`)).toEqual(nobodyWaits(6));
});

test('who is held back is not counted again, and so not held back longer', async () => {
  const { clock, submits } = start();
  const one = () => '198.51.100.1';
  await submits(20, one);
  await submits(50, one);
  clock.advance(600_000);
  expect(await submits(1, one)).toEqual([0]);
});
