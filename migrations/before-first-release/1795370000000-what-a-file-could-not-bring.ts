import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an import could not take over stays beside the questionnaire until staff have dealt with it. */
export class WhatAFileCouldNotBring1795370000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REPORTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_reports');
  }
}

const REPORTS = `
  CREATE TABLE import_reports (
    survey_id bigint NOT NULL REFERENCES surveys ON DELETE CASCADE,
    -- The step of the editor that the file came in with; 0 where the survey began with it.
    number int NOT NULL,
    -- Codes with their values, for the page to put into words.
    notes jsonb NOT NULL,
    PRIMARY KEY (survey_id, number)
  );`;
