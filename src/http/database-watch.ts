import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import pg from 'pg';
import { DatabaseAway } from '../database/sql-state.js';

/** After this time a request may be waiting for a database that hangs, and the database is checked. */
const CHECK_AFTER_MS = 5000;
const TIMEOUT_MS = 2000;

/**
 * Prevents requests from waiting for ever for a database that hangs: statements may take long, so none is cut
 * by the clock alone, but where the database does not answer a new connection within two seconds, those who
 * wait are told.
 *
 * @param answer tells them
 */
export function watchDatabase(
  server: FastifyInstance,
  databaseUrl: string,
  answer: (error: DatabaseAway, request: FastifyRequest, reply: FastifyReply) => void,
): void {
  let asking: Promise<boolean> | null = null;
  const answers = () => (asking ??= ping(databaseUrl).finally(() => (asking = null)));

  server.addHook('onRequest', (request, reply, done) => {
    const { raw } = reply;
    let timer = setTimeout(look, CHECK_AFTER_MS);
    raw.once('close', () => {
      clearTimeout(timer);
    });
    function look(): void {
      void answers().then((isThere) => {
        if (raw.headersSent || raw.destroyed) return;
        if (isThere) timer = setTimeout(look, CHECK_AFTER_MS);
        else answer(new DatabaseAway(), request, reply);
      });
    }
    done();
  });
}

async function ping(connectionString: string): Promise<boolean> {
  const timeout = { connectionTimeoutMillis: TIMEOUT_MS, query_timeout: TIMEOUT_MS };
  const client = new pg.Client({ connectionString, ...timeout });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    // It says goodbye to a server that may not listen.
    client.end().catch(() => undefined);
  }
}
