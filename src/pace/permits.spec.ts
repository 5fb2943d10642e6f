import { expect, test } from '@jest/globals';
import { Permits } from './permits.js';

test('gives what is free and makes others wait in order', async () => {
  const permits = new Permits(5);
  expect(await permits.take(3)).toBe(3);
  expect(await permits.take(3)).toBe(2);

  const order: string[] = [];
  const first = permits.take(4).then((taken) => order.push(`first ${taken}`));
  const second = permits.take(4).then((taken) => order.push(`second ${taken}`));
  permits.give(1);
  await first;
  permits.give(4);
  await second;
  expect(order).toEqual(['first 1', 'second 4']);
});

test('anyone who waits is served before those who come back for more', async () => {
  const permits = new Permits(2);
  await permits.take(2);
  const waiting = permits.take(2);
  permits.give(2);
  const again = permits.take(2);
  expect(await waiting).toBe(2);
  permits.give(1);
  expect(await again).toBe(1);
});

test('never has more out than there are', async () => {
  const permits = new Permits(7);
  let out = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 200 }, async (_, i) => {
      const taken = await permits.take(1 + (i % 4));
      expect(taken).toBeGreaterThan(0);
      out += taken;
      most = Math.max(most, out);
      await new Promise((resolve) => setImmediate(resolve));
      out -= taken;
      permits.give(taken);
    }),
  );
  expect(most).toBe(7);
  expect(out).toBe(0);
});
