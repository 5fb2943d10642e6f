import type { ReadyConfig } from './app.module.js';
import type { Config } from '../config/config.js';
import { trialSecretKey } from '../config/secret-key.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../database/embedded-postgres.js';
import { ensureDatabase } from '../database/schema.js';

/** A complete configuration with its database running, and how to stop what was started for it. */
export interface Runtime {
  config: ReadyConfig;
  release(): Promise<void>;
}

/**
 * Starts or creates what the configuration leaves out: in a trial the embedded database and a secret key. The
 * command line does the same, so it also works while a server is running.
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
