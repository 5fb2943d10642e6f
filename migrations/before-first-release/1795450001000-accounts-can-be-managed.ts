import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts can wait for their first password, be locked and get one-time links; sessions are told apart;
 * API tokens say who made them and may end. What is there stays as it is: open sessions have no browser's
 * name, tokens no maker and no end.
 */
export class AccountsCanBeManaged1795450001000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE staff_members ALTER COLUMN password_hash DROP NOT NULL, ADD COLUMN locked_at timestamptz;

      ALTER TABLE staff_sessions
        ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        ADD COLUMN browser text,
        ADD COLUMN wrong_passwords int NOT NULL DEFAULT 0;

      -- Only the SHA-256 of a link is kept. The first account's link belongs to nobody yet.
      CREATE TABLE staff_links (
        token_hash bytea PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('set-up', 'password')),
        staff_member_id bigint REFERENCES staff_members ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CHECK ((purpose = 'set-up') = (staff_member_id IS NULL))
      );
      CREATE INDEX staff_links_staff_member ON staff_links (staff_member_id);

      ALTER TABLE api_tokens ADD COLUMN made_by text, ADD COLUMN expires_at timestamptz;`);
  }

  /** Nobody is let in by going back: locked accounts get a hash without a password, and limited tokens end. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM api_tokens WHERE expires_at IS NOT NULL;
      ALTER TABLE api_tokens DROP COLUMN made_by, DROP COLUMN expires_at;
      DROP TABLE staff_links;
      ALTER TABLE staff_sessions DROP COLUMN id, DROP COLUMN browser, DROP COLUMN wrong_passwords;
      DELETE FROM staff_sessions s USING staff_members m WHERE m.id = s.staff_member_id AND m.locked_at IS NOT NULL;
      UPDATE staff_members
      SET password_hash = '$argon2id$v=19$m=19456,t=2,p=1$'
        || rtrim(encode(sha256(gen_random_uuid()::text::bytea), 'base64'), '=') || '$'
        || rtrim(encode(sha256(gen_random_uuid()::text::bytea), 'base64'), '=')
      WHERE locked_at IS NOT NULL OR password_hash IS NULL;
      ALTER TABLE staff_members ALTER COLUMN password_hash SET NOT NULL, DROP COLUMN locked_at;`);
  }
}
