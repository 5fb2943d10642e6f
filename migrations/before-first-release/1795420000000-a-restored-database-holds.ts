import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What tells a restored or copied database from the one that mails were sent from. The row is written by the
 * first start, not here: a template that is cloned carries no row and is nobody's copy. A database that was
 * in use before is taken as what it is, and holds nothing.
 */
export class ARestoredDatabaseHolds1795420000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sending_guard (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        -- Another one after each restore or copy.
        name uuid NOT NULL DEFAULT gen_random_uuid(),
        -- Where this row was written. A dump takes the row along, but not these.
        system_identifier text,
        database_oid oid NOT NULL,
        messages_oid oid NOT NULL,
        server_started_at timestamptz NOT NULL,
        -- Moves on all the time, in milliseconds. An older state is behind what processes remember.
        seen_at timestamptz NOT NULL,
        -- While it is set nothing is sent.
        held_at timestamptz,
        held_because text CHECK (held_because IN
          ('another_database', 'older_state', 'unknown_database', 'backup_restored', 'by_hand')),
        -- What was written from then to then is lost, as far as is known.
        lost_from timestamptz,
        lost_until timestamptz,
        -- Reminders wait for a confirmation of their own.
        reminders_held_at timestamptz,
        CHECK (held_at IS NULL OR held_because IS NOT NULL)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sending_guard');
  }
}
