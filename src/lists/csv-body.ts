import type { FastifyInstance } from 'fastify';

/** Hands a `text/csv` body to its route as the stream it is: nothing of it is kept in memory. */
export function registerCsvBody(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('text/csv', (_request, payload, done) => {
    done(null, payload);
  });
}
