import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Emptying a list goes on by itself, and staff see how far it has come. */
export class AListMayBeEmptied1795360000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EMPTYINGS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE emptyings');
  }
}

const EMPTYINGS = `
  -- The latest emptying of a list. Whoever joins after it was asked for has a number above \`up_to\` and stays.
  CREATE TABLE emptyings (
    list_id bigint PRIMARY KEY REFERENCES lists ON DELETE CASCADE,
    asked_by text NOT NULL,
    asked_at timestamptz NOT NULL,
    people int NOT NULL,
    up_to bigint NOT NULL,
    -- How many are erased, and behind whom to go on.
    erased int NOT NULL DEFAULT 0,
    position bigint NOT NULL DEFAULT 0,
    finished_at timestamptz
  );`;
