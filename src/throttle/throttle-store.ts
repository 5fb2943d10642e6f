import { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
} from 'rate-limiter-flexible';
import type { PreparedStatements } from '../database/prepared-statements.js';

/** Where requests are counted, and how to end its connection. */
export interface ThrottleStore {
  limiter: RateLimiterAbstract;
  close(): void;
}

/** What is too much is decided by who asks; the limiter only counts. */
const COUNTING = { points: 1_000_000_000, duration: 86_400 };
/** Nobody waits longer for a count. */
const TIMEOUT_MS = 500;

/** In Redis, for all processes together; in this process's memory while Redis is away. */
export function countInRedis(url: string, prefix: string, onError: (error: Error) => void): ThrottleStore {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: TIMEOUT_MS,
    retryStrategy: (times) => Math.min(times * 100, 2000),
  });
  redis.on('error', onError);
  const limiter = new RateLimiterRedis({
    ...COUNTING,
    storeClient: redis,
    rejectIfRedisNotReady: true,
    keyPrefix: `${prefix}-throttle`,
    insuranceLimiter: new RateLimiterMemory({ ...COUNTING, keyPrefix: 'throttle' }),
  });
  return {
    limiter,
    close: () => {
      redis.disconnect();
    },
  };
}

/** In Postgres, for all processes together; in this process's memory while Postgres is away. */
export function countInPostgres(statements: Pick<PreparedStatements, 'rows'>): ThrottleStore {
  const client = {
    query: async ({ name, text, values }: { name: string; text: string; values: unknown[] }) => {
      const rows = await statements.rows(name, text, values);
      return { rows, rowCount: rows.length };
    },
  };
  const limiter = new RateLimiterPostgres({
    ...COUNTING,
    storeClient: client,
    storeType: 'client',
    tableName: 'throttle_counts',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: 't',
    insuranceLimiter: new RateLimiterMemory({ ...COUNTING, keyPrefix: 'throttle' }),
  });
  return { limiter, close: () => undefined };
}
