import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of addresses that refuse mail, apart from the ledger, so that a claim need not read the whole of it. */
export class RefusedAddresses1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE refused_addresses (
        email_key text PRIMARY KEY,
        -- Nothing goes to it before; infinity where there is no such mailbox (any more).
        until timestamptz,
        -- When its mailbox was full or took no mail, of the last 30 days, since it last took one; oldest first.
        soft_at timestamptz[] NOT NULL DEFAULT '{}'
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE refused_addresses');
  }
}
