import { expect, test } from '@jest/globals';
import { HashingQueue } from './hashing-queue.js';

/** Work that ends when it is told to. */
function work(name: string, log: string[]) {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const run = async () => {
    log.push(name);
    await ended;
  };
  return { run, end: () => (end(), new Promise((resolve) => setImmediate(resolve))) };
}

test('two are hashed at once, some wait in their order, and who comes then is told to come back', async () => {
  const queue = new HashingQueue(2, 2);
  const log: string[] = [];
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => work(name, log)) as [W, W, W, W];
  const all = [a, b, c, d].map(({ run }) => queue.run(run));
  expect(log).toEqual(['a', 'b']);
  await expect(queue.run(() => Promise.resolve())).rejects.toMatchObject({
    kind: 'busy',
    retryAfterSeconds: 3,
  });
  await b.end();
  expect(log).toEqual(['a', 'b', 'c']);
  await a.end();
  expect(log).toEqual(['a', 'b', 'c', 'd']);
  await Promise.all([c.end(), d.end(), ...all]);
  await expect(queue.run(() => Promise.resolve('free'))).resolves.toBe('free');
});

test('a device that has signed in before goes first, and where others are turned away', async () => {
  const queue = new HashingQueue(1, 1);
  const log: string[] = [];
  const [a, b, known] = ['a', 'b', 'known'].map((name) => work(name, log)) as [W, W, W];
  const all = [queue.run(a.run), queue.run(b.run), queue.run(known.run, true)];
  await a.end();
  expect(log).toEqual(['a', 'known']);
  await Promise.all([known.end(), b.end(), ...all]);
});

test('work that fails gives its place on', async () => {
  const queue = new HashingQueue(1, 1);
  await expect(queue.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(queue.run(() => Promise.resolve('next'))).resolves.toBe('next');
});

type W = ReturnType<typeof work>;
