import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';

/**
 * How the planner is to take these statements: each touches a handful of rows, whatever the statistics
 * say about the tables, so that it goes by index and keeps its one plan for as long as the connection.
 */
const HANDFULS = [
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'enable_bitmapscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'jit=off',
];

/**
 * The few statements that run all the time and cost more to plan than to execute: planned once per
 * connection, on connections of their own. Each is its own transaction, unless several are put into one.
 */
@Injectable()
export class PreparedStatements implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(@Inject(CONFIG) config: Config) {
    const log = new Logger(PreparedStatements.name);
    this.pool = new pg.Pool({
      connectionString: config.databaseUrl,
      options: HANDFULS.map((setting) => `-c ${setting}`).join(' '),
      max: 8,
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

  /** Several of them in one transaction, which a thrown error rolls back. */
  async transaction<Result>(work: (rows: PreparedStatements['rows']) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    const rows = async <Row>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> => {
      const answer = await client.query<Row & pg.QueryResultRow>({ name, text, values: [...values] });
      return answer.rows;
    };
    try {
      await client.query('BEGIN');
      const result = await work(rows);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      // A connection whose transaction cannot be ended is of no more use.
      await client.query('ROLLBACK').then(
        () => {
          client.release();
        },
        (broken: unknown) => {
          client.release(broken instanceof Error ? broken : true);
        },
      );
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
