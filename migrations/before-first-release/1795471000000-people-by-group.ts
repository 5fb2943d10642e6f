import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Anonymous surveys count people by list columns, in snapshots. No survey from before has chosen columns. */
export class PeopleByGroup1795471000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE participants
        -- What the group columns held as they were enrolled, or at publication; '' where nothing.
        ADD COLUMN group_values text[],
        -- Whether somebody who came after the groups were formed has joined one, with at least four others.
        ADD COLUMN has_joined_group boolean NOT NULL DEFAULT false;

      CREATE TABLE group_snapshots (
        survey_id bigint PRIMARY KEY REFERENCES surveys ON DELETE CASCADE,
        -- Participants up to this one are in the groups; anyone who came later joins by fives.
        formed_up_to bigint NOT NULL,
        -- For each column the values that are counted together as other.
        merged jsonb NOT NULL,
        -- How many had completed in all when the numbers were last renewed.
        completed int NOT NULL,
        is_final boolean NOT NULL,
        -- What is shown: for each column its groups.
        shown jsonb NOT NULL
      );

      -- People erased since they were in a group, as numbers: erasing somebody must not move a number.
      CREATE TABLE departed_group_members (
        survey_id bigint NOT NULL REFERENCES surveys ON DELETE CASCADE,
        group_values text[] NOT NULL,
        people int NOT NULL,
        completed int NOT NULL,
        PRIMARY KEY (survey_id, group_values)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE departed_group_members, group_snapshots;
      ALTER TABLE participants DROP COLUMN group_values, DROP COLUMN has_joined_group;`);
  }
}
