import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';

/** A token for tests of processes, put straight into their database: to have one made takes a process more. */
export async function addToken(client: pg.Client): Promise<string> {
  const token = `rlk_${randomBytes(32).toString('base64url')}`;
  await client.query("INSERT INTO api_tokens (name, token_hash, created_at) VALUES ('test', $1, now())", [
    createHash('sha256').update(token).digest(),
  ]);
  return token;
}
