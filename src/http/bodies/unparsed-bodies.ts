import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type BodyTimes, usualBodyTimes } from './body-times.js';

/** RFC 9110, section 8.3.1. */
const MEDIA_TYPE = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+[ \t]*(?:;|$)/;

/**
 * How long a connection may take over what is not a body, in milliseconds: to send the headers, and to be
 * silent in either direction. There is no limit for a request as a whole, which an import over a slow line
 * would break; bodies have times of their own.
 */
export const connectionTimes = {
  requestTimeout: 0,
  connectionTimeout: 300_000,
  http: { headersTimeout: 30_000, connectionsCheckingInterval: 5000 },
};

/**
 * Keeps Fastify from reading bodies: it does so before any guard is asked. They are read by the
 * `BodyInterceptor`, behind the guards, so that anyone who has no link, token or session makes nothing be
 * parsed, and nobody decides twice who may come in.
 */
export function leaveBodiesUnparsed(fastify: FastifyInstance, times: BodyTimes = usualBodyTimes): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', (_request, _payload, done) => {
    done(null);
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    dropUselessType(request);
    done();
  });
  fastify.addHook('onResponse', (request, _reply, done) => {
    endUnreadBody(request, times);
    done();
  });
}

/**
 * Scripts send `Content-Type: application/json` with every POST, also where there is nothing to say. One
 * that nobody can read would be answered by Fastify before the guards are.
 */
function dropUselessType({ raw: { headers } }: FastifyRequest): void {
  const isEmpty = (headers['content-length'] ?? '0') === '0' && !headers['transfer-encoding'];
  if (isEmpty || !MEDIA_TYPE.test(headers['content-type'] ?? '')) delete headers['content-type'];
}

/**
 * Of a body that was answered before it was read the rest is thrown away for a moment, so that the client
 * gets to read the answer (RFC 9112, section 9.6); anyone who goes on sending then is cut off.
 */
function endUnreadBody({ raw }: FastifyRequest, { lingerMs }: BodyTimes): void {
  if (raw.complete || raw.destroyed) return;
  const timer = setTimeout(() => raw.socket.destroy(), lingerMs);
  timer.unref();
  raw.once('end', () => {
    clearTimeout(timer);
  });
  raw.once('close', () => {
    clearTimeout(timer);
  });
  raw.unpipe();
  raw.resume();
}
