import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many rows of a file have a web address for a name; none is known of files that were read before. */
export class NamesThatAreAddresses1795430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE imports ADD COLUMN web_addresses integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE imports DROP COLUMN web_addresses');
  }
}
