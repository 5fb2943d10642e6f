import type { ReadyConfig } from './app.module.js';
import type { Config } from '../config/config.js';
import { trialSecretKey } from '../config/secret-key.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../database/embedded-postgres.js';
import { ensureDatabase } from '../database/schema.js';

/** A configuration with its database running, and how to let go of it. */
export interface Runtime {
  config: ReadyConfig;
  release(): Promise<void>;
}

/**
 * Brings about what a configuration leaves open: in a trial the embedded database and a secret of its
 * own. The command line uses the same and so works beside a running server.
 */
export async function startRuntime(config: Config): Promise<Runtime> {
  if (config.databaseUrl !== undefined) {
    const { databaseUrl, secretKeys = [] } = config;
    return { config: { ...config, databaseUrl, secretKeys }, release: () => Promise.resolve() };
  }
  const secretKeys = config.secretKeys ?? [await trialSecretKey(config.dataDir)];
  const postgres: EmbeddedPostgres = await startEmbeddedPostgres(config.dataDir);
  try {
    await ensureDatabase(postgres.url);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return { config: { ...config, databaseUrl: postgres.url, secretKeys }, release: () => postgres.stop() };
}
