import pg from 'pg';
import { currentActor } from './actor.js';
import type { AuditAction } from './audit-actions.js';

/** Writes down which migrations were run, where no service is at hand yet. */
export async function recordMigrations(
  databaseUrl: string,
  migrations: readonly string[],
  now: Date,
): Promise<void> {
  if (migrations.length === 0) return;
  const action: AuditAction = 'database.migrate';
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      "INSERT INTO audit_entries (at, actor, action, subject, detail) VALUES ($1, $2, $3, 'database:schema', $4)",
      [now, currentActor(), action, { migrations }],
    );
  } finally {
    await client.end();
  }
}
