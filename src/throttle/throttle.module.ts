import { type DynamicModule, Global, Logger, Module } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { PreparedStatements } from '../database/prepared-statements.js';
import { ThrottleKeys } from './throttle-keys.js';
import { countInPostgres, countInRedis, type ThrottleStore } from './throttle-store.js';
import { ThrottleSweep } from './throttle-sweep.js';
import { THROTTLE_STORE, Throttles } from './throttles.service.js';

/** Counts in Redis where there is one, else in the Postgres that is there anyway. */
@Global()
@Module({})
export class ThrottleModule {
  /** @param prefix keeps several installations apart on one Redis */
  static register(prefix: string): DynamicModule {
    return {
      module: ThrottleModule,
      providers: [
        Throttles,
        ThrottleSweep,
        {
          provide: ThrottleKeys,
          inject: [CONFIG],
          useFactory: ({ secretKeys = [] }: Config) => {
            const [secret] = secretKeys;
            if (secret === undefined) throw new Error('no secret to count with');
            return new ThrottleKeys(secret);
          },
        },
        {
          provide: THROTTLE_STORE,
          inject: [CONFIG, PreparedStatements],
          useFactory: ({ redisUrl }: Config, statements: PreparedStatements): ThrottleStore => {
            if (redisUrl === undefined) return countInPostgres(statements);
            const log = new Logger('Throttles');
            return countInRedis(redisUrl, prefix, (error) => {
              log.debug({ event: 'throttle.connection', reason: error.message });
            });
          },
        },
      ],
      exports: [Throttles, ThrottleSweep],
    };
  }
}
