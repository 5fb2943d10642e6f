import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiToken } from './api-token.entity.js';
import { ApiTokenGuard } from './api-token.guard.js';
import { ApiTokens } from './api-tokens.service.js';
import { IdempotencyKeys } from './idempotency-keys.service.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';

/** What every controller of the API stands on; global, so that a feature only writes `@ApiController`. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ApiToken])],
  providers: [ApiTokens, ApiTokenGuard, IdempotencyKeys, IdempotencyInterceptor],
  exports: [ApiTokens, ApiTokenGuard, IdempotencyKeys, IdempotencyInterceptor],
})
export class HttpModule {}
