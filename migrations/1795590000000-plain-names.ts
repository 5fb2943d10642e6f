import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns and tables get the names that the glossary and the field use; nothing is rewritten. */
export class PlainNames1795590000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE surveys RENAME COLUMN most_reminders TO max_reminders;
      ALTER TABLE waves RENAME COLUMN picked_over TO fully_claimed;
      ALTER TABLE waves RENAME COLUMN looked_at TO joiners_checked_at;
      ALTER TABLE messages RENAME COLUMN paced_by TO throttled_by;
      ALTER TABLE emptyings RENAME TO list_erasures;
      ALTER INDEX emptyings_pkey RENAME TO list_erasures_pkey`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER INDEX list_erasures_pkey RENAME TO emptyings_pkey;
      ALTER TABLE list_erasures RENAME TO emptyings;
      ALTER TABLE messages RENAME COLUMN throttled_by TO paced_by;
      ALTER TABLE waves RENAME COLUMN joiners_checked_at TO looked_at;
      ALTER TABLE waves RENAME COLUMN fully_claimed TO picked_over;
      ALTER TABLE surveys RENAME COLUMN max_reminders TO most_reminders`);
  }
}
