import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What slows sending down or stops it, shared by all workers. */
export class BrakesAndPace1795310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A row stands here only while the way out is in doubt; whoever gets through removes it.
      CREATE TABLE breakers (
        name text PRIMARY KEY,
        failures int NOT NULL,
        reason text NOT NULL,
        opened_at timestamptz NOT NULL,
        open_until timestamptz NOT NULL
      );

      -- The first few percent of a wave have gone and were not refused.
      ALTER TABLE waves ADD COLUMN canary_passed_at timestamptz;

      -- What is done about messages whose outcome nobody knows.
      ALTER TABLE surveys ADD COLUMN uncertain_policy text NOT NULL DEFAULT 'ask'
        CHECK (uncertain_policy IN ('ask', 'accepted'));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE surveys DROP COLUMN uncertain_policy;
      ALTER TABLE waves DROP COLUMN canary_passed_at;
      DROP TABLE breakers;`);
  }
}
