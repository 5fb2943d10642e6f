import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendErrorPage } from './error.page.js';

const ALLOWED = 'GET, HEAD, POST';

/**
 * What the addresses in letters say to methods they do not have: 405 and which ones there are
 * (RFC 9110, section 15.5.6), before anything of a body is read.
 */
export function registerOtherMethods(fastify: FastifyInstance): void {
  for (const url of [
    '/u/:token',
    '/u/:token/decline',
    '/u/:token/snooze',
    '/unsubscribe/:token',
    '/o/:slug',
  ]) {
    fastify.route({
      method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url,
      onRequest: (_request, reply) => {
        refuse(reply);
      },
      handler: (_request, reply) => reply,
    });
  }
}

function refuse(reply: FastifyReply): void {
  void reply.header('allow', ALLOWED);
  if (reply.request.method === 'OPTIONS') void reply.status(204).send();
  else sendErrorPage(reply, 405);
}
