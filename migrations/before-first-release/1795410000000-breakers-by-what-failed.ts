import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A breaker for each thing that fails by itself; a count of what a canary has begun, shared by all workers. */
export class BreakersByWhatFailed1795410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A breaker that is open now is about the mail server, as all were.
      ALTER TABLE breakers ADD COLUMN kind text NOT NULL DEFAULT 'server' CHECK (kind IN ('server', 'sender', 'letter'));
      ALTER TABLE breakers ALTER COLUMN kind DROP DEFAULT;
      ALTER TABLE breakers DROP CONSTRAINT breakers_pkey, ADD PRIMARY KEY (kind, name);
      -- The sender address that failed, and the one survey whose mails opened the server's breaker.
      ALTER TABLE breakers ADD COLUMN sender text, ADD COLUMN opened_with text;

      -- How many messages of a wave are anything but planned, while only the first few percent may be.
      CREATE TABLE canaries (
        wave_id bigint PRIMARY KEY REFERENCES waves ON DELETE CASCADE,
        begun int NOT NULL
      );

      -- Whether a brake held a wave, or a letter that cannot be sent.
      ALTER TABLE waves ADD COLUMN held_by text CHECK (held_by IN ('brake', 'letter'));
      UPDATE waves SET held_by = CASE WHEN held_reason ~ '^refused [0-9]+ of [0-9]+$' THEN 'brake' ELSE 'letter' END
      WHERE held_reason IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE waves DROP COLUMN held_by;
      DROP TABLE canaries;
      DELETE FROM breakers WHERE kind <> 'server';
      ALTER TABLE breakers DROP CONSTRAINT breakers_pkey, DROP COLUMN kind, DROP COLUMN sender,
        DROP COLUMN opened_with, ADD PRIMARY KEY (name);`);
  }
}
