import { HttpException } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isOwnHost, ownHosts } from './host.rules.js';

/** Called by load balancers and orchestrators, which know us by an address only; they reveal nothing. */
const ANY_HOST = new Set(['/healthz', '/readyz']);

class WrongHost extends HttpException {
  constructor() {
    super(
      'This server does not answer for the host that was asked. PUBLIC_URL and ALLOWED_HOSTS say for which.',
      421,
    );
  }
}

/**
 * Answers 421 (RFC 9110, section 15.5.20) to requests for another host, before anything else of them is
 * looked at.
 *
 * @param answer turns the error into a page or a problem document
 */
export function registerHostCheck(
  fastify: FastifyInstance,
  { publicUrl, allowedHosts }: { publicUrl: string; allowedHosts: readonly string[] },
  answer: (error: Error, request: FastifyRequest, reply: FastifyReply) => void,
): void {
  const hosts = ownHosts(publicUrl, allowedHosts);
  fastify.addHook('onRequest', (request, reply, done) => {
    const isOurs = isOwnHost(request.headers.host, hosts) || ANY_HOST.has(request.routeOptions.url ?? '');
    if (isOurs) done();
    else answer(new WrongHost(), request, reply);
  });
}
