import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Answers of anonymous and pseudonymous surveys are shown once they are released. What could be exported
 * before counts as released where its pool holds five or more; whatever else is stored waits. Surveys that are
 * published keep no texts beside their answers, as nobody was told so.
 */
export class AnswersAreReleased1795470000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COLUMNS);
    await runner.query(RELEASE_WHAT_WAS_SHOWN);
  }

  /** What somebody took back does not come back: an earlier version would show it again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM responses WHERE withdrawn_on IS NOT NULL;
      DROP INDEX responses_waiting;
      ALTER TABLE responses DROP COLUMN released_revision, DROP COLUMN withdrawn_on;
      ALTER TABLE response_revisions DROP COLUMN screened_out;
      ALTER TABLE surveys DROP COLUMN texts_stay_with_answers, DROP COLUMN group_columns;`);
  }
}

const COLUMNS = `
  ALTER TABLE responses
    -- The revision that is shown; null while none is. Without meaning in identified surveys, which show all.
    ADD COLUMN released_revision int,
    -- The day on which somebody took a pseudonymous answer back; it leaves with the next release.
    ADD COLUMN withdrawn_on date,
    ADD CHECK (released_revision BETWEEN 1 AND revision),
    ADD CHECK (withdrawn_on IS NULL OR code IS NOT NULL);
  CREATE INDEX responses_waiting ON responses (survey_id, via)
    WHERE participant_id IS NULL AND released_revision IS DISTINCT FROM revision;

  -- Of revisions from before nobody knows; they are not shown any more, so what holds now will do.
  ALTER TABLE response_revisions ADD COLUMN screened_out boolean;
  UPDATE response_revisions h SET screened_out = r.screened_out FROM responses r WHERE r.id = h.response_id;
  ALTER TABLE response_revisions ALTER COLUMN screened_out SET NOT NULL;

  ALTER TABLE surveys
    -- Whether free texts of an anonymous survey stay beside the other answers; fixed at publication.
    ADD COLUMN texts_stay_with_answers boolean NOT NULL DEFAULT false,
    -- List columns by which an anonymous survey counts people; fixed at publication.
    ADD COLUMN group_columns text[] NOT NULL DEFAULT '{}';`;

/** Anonymous responses that are not mixed yet wait: a row that lies as it came is not written anew by itself. */
const RELEASE_WHAT_WAS_SHOWN = `
  UPDATE responses r SET released_revision = r.revision
  FROM (
    SELECT r.survey_id, r.via FROM responses r JOIN surveys v ON v.id = r.survey_id
    WHERE v.privacy <> 'identified' GROUP BY 1, 2 HAVING count(*) >= 5
  ) shown
  WHERE r.survey_id = shown.survey_id AND r.via = shown.via AND (r.is_mixed OR r.submitted_at IS NOT NULL);`;
