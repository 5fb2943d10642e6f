import { expect, jest, test } from '@jest/globals';
import { retryOnDeadlock } from './retry-on-deadlock.js';

const deadlock = () => Object.assign(new Error('deadlock detected'), { code: '40P01' });

/** Fails so often, then gets through. */
function failing(times: number, error: () => Error) {
  let failed = 0;
  return jest.fn(() => (failed++ < times ? Promise.reject(error()) : Promise.resolve('done')));
}

test('what a deadlock has ended is done again, up to five times', async () => {
  const five = failing(5, deadlock);
  await expect(retryOnDeadlock(five)).resolves.toBe('done');
  expect(five).toHaveBeenCalledTimes(6);

  const six = failing(6, deadlock);
  await expect(retryOnDeadlock(six)).rejects.toThrow('deadlock detected');
  expect(six).toHaveBeenCalledTimes(6);
});

test('what fails for another reason is not done again', async () => {
  const broken = failing(1, () => Object.assign(new Error('disk full'), { code: '53100' }));
  await expect(retryOnDeadlock(broken)).rejects.toThrow('disk full');
  expect(broken).toHaveBeenCalledTimes(1);
});
