import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from '../common/clock.js';
import { Pseudonyms } from '../common/pseudonyms.js';
import { SignedTokens } from '../common/signed-token.js';
import type { Config } from './config.js';

/** Injection token of the checked configuration. */
export const CONFIG = Symbol('config');

/** What every part may ask for: the configuration, the clock, the signer of links and the maker of codes. */
@Global()
@Module({})
export class ConfigModule {
  static register(
    config: Config & { secretKeys: readonly string[] },
    clock: Clock = new SystemClock(),
  ): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: SignedTokens, useValue: new SignedTokens(config.secretKeys) },
        { provide: Pseudonyms, useValue: new Pseudonyms(config.secretKeys) },
      ],
      exports: [CONFIG, Clock, SignedTokens, Pseudonyms],
    };
  }
}
