import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Erased people go on being counted in the totals of anonymous surveys, without a trace of who they were. */
export class DepartedParticipants1795480000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE departed_participants (
        survey_id bigint NOT NULL REFERENCES surveys ON DELETE CASCADE,
        participation text NOT NULL,
        completed_on date,
        invited boolean NOT NULL,
        people int NOT NULL CHECK (people > 0),
        UNIQUE NULLS NOT DISTINCT (survey_id, participation, completed_on, invited)
      );
      COMMENT ON TABLE departed_participants IS
        'People erased from anonymous surveys, as numbers: erasing somebody must not move a total that is shown';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE departed_participants');
  }
}
