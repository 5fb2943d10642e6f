import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Clock } from '../../src/common/clock.js';
import { ThrottleKeys } from '../../src/throttle/throttle-keys.js';
import type { ThrottleStore } from '../../src/throttle/throttle-store.js';
import { Throttles } from '../../src/throttle/throttles.service.js';

const secret = 'a secret that is long enough for tests';

/** One process's view of a store; in memory of its own unless one is given. */
export function throttlesOn(clock: Clock, store: ThrottleStore = inMemory()): Throttles {
  return new Throttles(store, new ThrottleKeys(secret), clock);
}

function inMemory(): ThrottleStore {
  return { limiter: new RateLimiterMemory({ points: 1e9, duration: 86_400 }), close: () => undefined };
}
