import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { endsWithin } from '../common/within-time.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { CLOSE_MS } from './schema.js';

/**
 * How the planner is to take these statements: each touches a handful of rows, whatever the statistics
 * say about the tables, so that it goes by index and keeps its one plan for as long as the connection.
 */
const SESSION_SETTINGS = [
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'enable_bitmapscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'jit=off',
];

/** A connection that has gone dead without a word is given up after so long, and the next one is taken. */
const TIMEOUT_MS = 30_000;

/**
 * The few statements that run all the time and cost more to plan than to execute: planned once per
 * connection, on connections of their own. Each is its own transaction.
 */
@Injectable()
export class PreparedStatements implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(@Inject(CONFIG) config: Config) {
    const log = new Logger(PreparedStatements.name);
    this.pool = new pg.Pool({
      connectionString: config.databaseUrl,
      options: SESSION_SETTINGS.map((setting) => `-c ${setting}`).join(' '),
      max: 8,
      connectionTimeoutMillis: TIMEOUT_MS,
      query_timeout: TIMEOUT_MS,
      keepAlive: true,
      application_name: 'ruecklauf-statements',
    });
    const lost = (error: Error) => {
      log.warn({ event: 'database.connection', reason: error.message });
    };
    this.pool.on('error', lost);
    // The pool listens only to connections that lie idle; one that is lost in use would end the process.
    this.pool.on('connect', (client) => client.on('error', lost));
  }

  /** @param name of exactly this text; values only ever travel as parameters */
  async rows<Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    const { rows } = await this.pool.query<Row & pg.QueryResultRow>({ name, text, values: [...values] });
    return rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await endsWithin(this.pool.end(), CLOSE_MS);
  }
}
