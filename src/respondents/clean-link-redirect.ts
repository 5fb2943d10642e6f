import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Leads links that were copied with signs around them to the page that is meant, by a redirect which keeps
 * the method (RFC 9110, section 15.4.8), so that the one-click POST of a mail program still acts.
 *
 * @returns whether the request has been answered
 */
export function redirectToCleanLink(
  request: FastifyRequest,
  reply: FastifyReply,
  clean: (url: string) => string | null,
): boolean {
  const to = clean(request.raw.url ?? '');
  if (to === null) return false;
  void reply
    .headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' })
    .redirect(to, 307);
  return true;
}

/** Before any route, as such an address may be none. */
export function registerCleanLinks(fastify: FastifyInstance, clean: (url: string) => string | null): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!redirectToCleanLink(request, reply, clean)) done();
  });
}
