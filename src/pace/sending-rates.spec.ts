import { expect, test } from '@jest/globals';
import { SendingRates } from './sending-rates.js';

test('what was sent in the last seconds is known for each provider, and then forgotten', () => {
  let now = 0;
  const rates = new SendingRates(() => now);
  for (let i = 0; i < 100; i += 1) {
    now += 40;
    rates.note('gross.test');
    if (i % 10 === 0) rates.note('klein.test');
  }
  expect(rates.of('gross.test')).toBeCloseTo(25, 0);
  expect(rates.of('klein.test')).toBeCloseTo(2.5, 1);

  now += 2000;
  expect(rates.of('gross.test')).toBeCloseTo(100 / 5, 0);
  now += 60_000;
  expect(rates.of('gross.test')).toBeLessThanOrEqual(1);
});

test('somebody who was written to just now has a rate of at least one mail', () => {
  const rates = new SendingRates(() => 5);
  rates.note('neu.test');
  expect(rates.of('neu.test')).toBe(1);
});
