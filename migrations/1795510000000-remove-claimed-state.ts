import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * No message is ever `claimed`: a claim marks what it takes `handing_over`, and what is taken ahead under a lease
 * stays `planned`. No build has written the state; a row that had it nevertheless was not handed over.
 */
export class RemoveClaimedState1795510000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE messages SET state = 'planned', claim_token = NULL WHERE state = 'claimed';
      ALTER TABLE messages DROP CONSTRAINT messages_state_check, ADD CONSTRAINT messages_state_check CHECK (state IN
        ('planned', 'handing_over', 'accepted', 'deferred', 'refused', 'uncertain', 'skipped'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE messages DROP CONSTRAINT messages_state_check, ADD CONSTRAINT messages_state_check CHECK (state IN
        ('planned', 'claimed', 'handing_over', 'accepted', 'deferred', 'refused', 'uncertain', 'skipped'))`);
  }
}
