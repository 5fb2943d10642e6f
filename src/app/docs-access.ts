import { coded } from '../common/coded-text.js';
import { DomainError } from '../common/errors.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Swagger's page brings one style element along; everything else of it comes from here. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

interface Access {
  isOpen: boolean;
  /** Whether somebody signed in, or a token, asks. */
  isKnown: (request: FastifyRequest) => Promise<boolean>;
  answer: (error: Error, request: FastifyRequest, reply: FastifyReply) => void;
}

/**
 * The description of the API names every call: it is shown to who may make them (ASVS 13.4.5). A browser
 * is led to the sign-in and back, a script is told to bring a token.
 */
export function guardDocs(fastify: FastifyInstance, { isOpen, isKnown, answer }: Access): void {
  fastify.addHook('onRequest', async (request, reply) => {
    // By the route, as an address can be written in many ways.
    if (!/^\/api\/docs/.test(request.routeOptions.url ?? '')) return;
    void reply.header('content-security-policy', PAGE_POLICY);
    if (isOpen || (await isKnown(request))) return;
    if (request.headers.accept?.includes('text/html')) {
      await reply.redirect(`/console/sign-in?next=${encodeURIComponent('/api/docs')}`, 303);
      return;
    }
    answer(new DomainError('unauthenticated', coded('token.missing/docs')), request, reply);
    await reply;
  });
}
