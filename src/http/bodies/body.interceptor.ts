import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import {
  BadRequestException,
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { catchError, type Observable } from 'rxjs';
import { bodyFault } from './body-faults.js';
import { BODY_TIMES, type BodyTimes, watchPace } from './body-times.js';
import { parseForm } from './form-body.js';
import { parseJson } from './json-body.js';
import { readBytes, refuseDeclared } from './read-bytes.js';
import { type BodyKind, type BodyRule, bodyRuleOf, MEDIA_TYPES, type RoomyRequest } from './takes-body.js';

const DECOMPRESS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Reads the body of a request into `request.body`, as much of it and in such a way as the route takes
 * (`TakesBody`). Nest asks the guards before and runs pipes after it, so a body is read only for somebody
 * who was let in, and what is wrong with it is answered by the route's own filter. A file stays a stream.
 */
@Injectable()
export class BodyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(BODY_TIMES) private readonly times: BodyTimes,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<RoomyRequest>();
    if (!bringsBody(request)) return next.handle();

    const rule = bodyRuleOf(this.reflector, context);
    const kind = kindOf(request, rule, context.switchToHttp().getResponse<FastifyReply>());
    try {
      request.body = await this.read(request, kind, rule);
    } catch (error) {
      throw bodyFault(error, request.raw) ?? error;
    }
    return next.handle().pipe(
      catchError((error: unknown) => {
        throw bodyFault(error, request.raw) ?? error;
      }),
    );
  }

  private async read(request: RoomyRequest, kind: BodyKind, rule: BodyRule): Promise<unknown> {
    switch (kind) {
      case 'csv':
        watchPace(request.raw, this.times);
        return decompressed(request);
      case 'multipart':
        refuseDeclared(request.raw, rule.bytes);
        watchPace(request.raw, this.times);
        return undefined;
      case 'text':
        await readBytes(request.raw, { ...rule, ...this.times });
        return undefined;
      case 'json':
        return parseJson(textOf(await readBytes(request.raw, { ...rule, ...this.times })), rule);
      case 'form':
        return this.readForm(request, rule);
    }
  }

  /** A questionnaire may need more than the rule allows; how much is looked up only then. */
  private async readForm(request: RoomyRequest, rule: BodyRule): Promise<unknown> {
    const { bodyRoom } = request;
    const isDeclaredSmall = Number(request.headers['content-length'] ?? Infinity) <= rule.bytes;
    const wide = bodyRoom && !isDeclaredSmall ? await bodyRoom() : rule;
    const text = textOf(
      await readBytes(request.raw, { bytes: Math.max(rule.bytes, wide.bytes), ...this.times }),
    );
    if (!bodyRoom) return parseForm(text, rule.fields);
    try {
      return parseForm(text, rule.fields);
    } catch {
      return parseForm(text, Math.max(rule.fields, (await bodyRoom()).fields));
    }
  }
}

function bringsBody({ method, headers }: RoomyRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return (headers['content-length'] ?? '0') !== '0' || headers['transfer-encoding'] !== undefined;
}

/** @throws UnsupportedMediaTypeException for a media type or a compression the route does not take */
function kindOf(request: RoomyRequest, { kinds }: BodyRule, reply: FastifyReply): BodyKind {
  const kind = kinds.find((one) => MEDIA_TYPES[one] === request.mediaType);
  if (kind === undefined) {
    const types = kinds.map((one) => MEDIA_TYPES[one]).join(' or ');
    throw new UnsupportedMediaTypeException(`Send the body with Content-Type: ${types}.`);
  }
  const encoding = encodingOf(request);
  if (encoding === 'identity' || (kind === 'csv' && Object.hasOwn(DECOMPRESS, encoding))) return kind;
  const taken = kind === 'csv' ? Object.keys(DECOMPRESS).join(', ') : 'identity';
  // RFC 9110, section 15.5.16.
  void reply.header('accept-encoding', taken);
  throw new UnsupportedMediaTypeException(
    kind === 'csv'
      ? `Send the file uncompressed, or with Content-Encoding: ${taken}.`
      : 'Send the body uncompressed, without Content-Encoding.',
  );
}

function encodingOf({ headers }: RoomyRequest): string {
  return (headers['content-encoding'] ?? 'identity').trim().toLowerCase() || 'identity';
}

/** The file as a stream; an error of the one it comes from is its own. */
function decompressed(request: RoomyRequest): Readable {
  const encoding = encodingOf(request);
  if (!isCompression(encoding)) return request.raw;
  const stream = DECOMPRESS[encoding]();
  request.raw.once('error', (error) => stream.destroy(error));
  // Its reader gets the error; without a reader the error must not end the process.
  stream.on('error', () => undefined);
  return request.raw.pipe(stream);
}

function isCompression(encoding: string): encoding is keyof typeof DECOMPRESS {
  return Object.hasOwn(DECOMPRESS, encoding);
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadRequestException('The body is not valid UTF-8.');
  }
}
