import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { lastValueFrom, type Observable, of } from 'rxjs';
import { InvalidInput, problem } from '../../common/errors.js';
import type { ApiRequest } from '../tokens/api-token.guard.js';
import { IdempotencyKeys, type IdempotentCall } from './idempotency-keys.service.js';

/**
 * Answers a POST that is sent again with the same `Idempotency-Key` as it was answered the first
 * time, with the header `Idempotency-Replayed: true`, and does nothing else. Keys belong to one API
 * token and live a day. A call that failed may be repeated under its key.
 *
 * Two requests are the same if method, path, query and body are; of an uploaded file, which is not
 * read for this, only the length is compared.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly keys: IdempotencyKeys) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined || !request.apiToken) return next.handle();

    if (typeof key !== 'string' || !/^[\x20-\x7e]{1,200}$/.test(key)) {
      throw new InvalidInput([problem('Idempotency-Key', 'idempotency.wrong_key')]);
    }
    const call = { apiTokenId: request.apiToken.id, key, fingerprint: fingerprintOf(request) };
    const begun = await this.keys.begin(call);
    if ('status' in begun) {
      void reply.status(begun.status).header('Idempotency-Replayed', 'true');
      return of(begun.body ?? undefined);
    }
    return of(await this.carryOut(call, begun.begunAt, next, reply));
  }

  private async carryOut(
    call: IdempotentCall,
    begunAt: Date,
    next: CallHandler,
    reply: FastifyReply,
  ): Promise<unknown> {
    let body: unknown;
    try {
      body = await lastValueFrom<unknown, undefined>(next.handle(), { defaultValue: undefined });
    } catch (error) {
      await this.keys.release(call, begunAt);
      throw error;
    }
    await this.keys.finish(call, begunAt, { status: reply.statusCode, body });
    return body;
  }
}

function fingerprintOf(request: ApiRequest): Buffer {
  const isUpload = request.headers['content-type']?.startsWith('text/csv') ?? false;
  const content = isUpload ? request.headers['content-length'] : JSON.stringify(request.body);
  return createHash('sha256')
    .update(JSON.stringify([request.method, request.url, content ?? null]))
    .digest();
}
