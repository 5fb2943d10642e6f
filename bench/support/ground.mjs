import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/src/database/embedded-postgres.js';
import { ensureDatabase, migrate } from '../../dist/src/database/schema.js';

/**
 * What every bench stands on: a fresh embedded PostgreSQL with default settings, so with full
 * durability, which ends and goes with the run.
 */
export async function withGround(work) {
  const folder = mkdtempSync(join(tmpdir(), 'ruecklauf-bench-'));
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres(folder);
  await ensureDatabase(postgres.url);
  await migrate(postgres.url);
  const pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
  const ground = {
    databaseUrl: postgres.url,
    rows: async (statement, values = []) => (await pool.query(statement, values)).rows,
  };

  const stop = async () => {
    if (pool.ending) return;
    await pool.end();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const interrupted = () => void stop().then(() => process.exit(1));
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
  try {
    await work(ground);
  } finally {
    await stop();
  }
}

/** The environment of a process of the product. */
export function environment(ground, roles, smtpUrl, connections) {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATABASE_URL: ground.databaseUrl,
    SMTP_URL: smtpUrl,
    SMTP_CONNECTIONS: String(connections),
    SECRET_KEY: randomBytes(32).toString('hex'),
    PUBLIC_URL: 'https://umfrage.example.org',
    ROLES: roles,
    LOG_LEVEL: 'error',
  };
}
