import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiToken } from './tokens/api-token.entity.js';
import { ApiTokenGuard } from './tokens/api-token.guard.js';
import { ApiTokens } from './tokens/api-tokens.service.js';
import { BodyInterceptor } from './bodies/body.interceptor.js';
import { BODY_TIMES, type BodyTimes, usualBodyTimes } from './bodies/body-times.js';
import { CallRateGuard } from './tokens/call-rate.guard.js';
import { IdempotencyKeys } from './idempotency/idempotency-keys.service.js';
import { IdempotencySweep } from './idempotency/idempotency-sweep.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';

/** What every controller of the API needs; global, so that a feature only writes `@ApiController`. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ApiToken])],
  providers: [
    ApiTokens,
    ApiTokenGuard,
    CallRateGuard,
    IdempotencyKeys,
    IdempotencySweep,
    IdempotencyInterceptor,
    { provide: APP_INTERCEPTOR, useClass: BodyInterceptor },
  ],
  exports: [
    ApiTokens,
    ApiTokenGuard,
    CallRateGuard,
    IdempotencyKeys,
    IdempotencySweep,
    IdempotencyInterceptor,
  ],
})
export class HttpModule {
  static register(bodyTimes: BodyTimes = usualBodyTimes): DynamicModule {
    return { module: HttpModule, providers: [{ provide: BODY_TIMES, useValue: bodyTimes }] };
  }
}
