import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * No wave is ever a draft: staff see it whole before it is made, and then it waits for its time. No build has
 * written the state; a row that had it nevertheless must not go out.
 */
export class RemoveDraftWaves1795600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE waves SET state = 'cancelled' WHERE state = 'draft';
      ALTER TABLE waves DROP CONSTRAINT waves_state_check, ADD CONSTRAINT waves_state_check CHECK (state IN
        ('scheduled', 'planning', 'sending', 'paused', 'held', 'finished', 'cancelled'));
      COMMENT ON COLUMN messages.state IS 'What may follow what is drawn in docs/ledger.md.'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      COMMENT ON COLUMN messages.state IS 'What may follow what is in src/ledger/delivery.rules.ts.';
      ALTER TABLE waves DROP CONSTRAINT waves_state_check, ADD CONSTRAINT waves_state_check CHECK (state IN
        ('draft', 'scheduled', 'planning', 'sending', 'paused', 'held', 'finished', 'cancelled'))`);
  }
}
