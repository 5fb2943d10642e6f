import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How often something was asked for, by a key that names nobody, until its window is over. Unlogged: it
 * reaches no WAL, no replica and no dump of rows worth keeping, and is empty after a crash.
 */
export class RequestsAreCountedTogether1795445000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE throttle_counts (
        key varchar(64) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        -- Milliseconds since 1970.
        expire bigint
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE throttle_counts');
  }
}
