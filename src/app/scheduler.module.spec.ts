import { expect, test } from '@jest/globals';
import { Sweeps } from './scheduler.module.js';

test('what a vanished queue forgets is found again within a minute (P4)', () => {
  const run: unknown = Reflect.get(Sweeps.prototype, 'run');
  const { timeout } = Reflect.getMetadata('SCHEDULE_INTERVAL_OPTIONS', run as object) as { timeout: number };
  expect(timeout).toBeLessThanOrEqual(60_000);
});
