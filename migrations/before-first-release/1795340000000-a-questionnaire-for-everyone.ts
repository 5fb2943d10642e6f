import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes instead of people, answers that can change, open links, pictures, and an editor that can undo. */
export class AQuestionnaireForEveryone1795340000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SURVEYS);
    await runner.query(RESPONSES);
    await runner.query(EDITOR);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE images, questionnaire_edits, open_links, response_revisions;
      DELETE FROM saved_answers WHERE participant_id IS NULL;
      ALTER TABLE saved_answers DROP CONSTRAINT saved_answers_one_owner, DROP COLUMN id, DROP COLUMN code, DROP COLUMN unfinished;
      ALTER TABLE saved_answers DROP CONSTRAINT saved_answers_participant, ADD PRIMARY KEY (participant_id);
      DELETE FROM responses WHERE code IS NOT NULL OR via = 'open';
      ALTER TABLE responses DROP CONSTRAINT responses_one_owner, DROP COLUMN code, DROP COLUMN via,
        DROP COLUMN screened_out, DROP COLUMN revision, DROP COLUMN changed_at, DROP COLUMN is_mixed,
        ADD CONSTRAINT responses_check CHECK ((participant_id IS NULL) = (submitted_at IS NULL));
      ALTER TABLE surveys DROP COLUMN may_change_answers, DROP COLUMN edit_number;`);
  }
}

const SURVEYS = `
  ALTER TABLE surveys
    -- Whether people may change what they have submitted, until the closing date; never in anonymous surveys.
    ADD COLUMN may_change_answers boolean NOT NULL DEFAULT false,
    -- The step of the editor that the questionnaire stands at.
    ADD COLUMN edit_number int NOT NULL DEFAULT 0,
    ADD CHECK (NOT (may_change_answers AND privacy = 'anonymous'));

  -- A link that anybody may use, beside the personal ones.
  CREATE TABLE open_links (
    survey_id bigint PRIMARY KEY REFERENCES surveys ON DELETE CASCADE,
    -- Also what people type from a paper letter.
    slug text NOT NULL UNIQUE,
    is_on boolean NOT NULL DEFAULT false,
    -- Responses taken through it in one minute, all people together.
    per_minute int NOT NULL DEFAULT 60 CHECK (per_minute > 0),
    created_at timestamptz NOT NULL
  );`;

const RESPONSES = `
  -- A pseudonymous response bears a code that only the secret key leads back from, and no participant.
  ALTER TABLE responses DROP CONSTRAINT responses_check;
  ALTER TABLE responses
    ADD COLUMN code text UNIQUE,
    ADD COLUMN via text NOT NULL DEFAULT 'personal' CHECK (via IN ('personal', 'open')),
    ADD COLUMN screened_out boolean NOT NULL DEFAULT false,
    ADD COLUMN revision int NOT NULL DEFAULT 1,
    ADD COLUMN changed_at timestamptz,
    -- In anonymous surveys: whether the row has been written anew among others since it came.
    ADD COLUMN is_mixed boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT responses_one_owner CHECK (num_nonnulls(participant_id, code) <= 1);

  CREATE INDEX responses_to_mix ON responses (survey_id)
    WHERE participant_id IS NULL AND code IS NULL AND submitted_at IS NULL AND NOT is_mixed;

  -- What a response said before it was changed.
  CREATE TABLE response_revisions (
    response_id uuid NOT NULL REFERENCES responses ON DELETE CASCADE,
    revision int NOT NULL,
    version_id bigint NOT NULL REFERENCES questionnaire_versions,
    answers jsonb NOT NULL,
    language text,
    submitted_at timestamptz,
    PRIMARY KEY (response_id, revision)
  );

  ALTER TABLE saved_answers DROP CONSTRAINT saved_answers_pkey;
  ALTER TABLE saved_answers
    ALTER COLUMN participant_id DROP NOT NULL,
    ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ADD COLUMN code text UNIQUE,
    -- A page that was left backwards while something on it was wrong, as it was typed: {page, form}.
    ADD COLUMN unfinished jsonb,
    ADD CONSTRAINT saved_answers_participant UNIQUE (participant_id),
    ADD CONSTRAINT saved_answers_one_owner CHECK (num_nonnulls(participant_id, code) = 1);`;

const EDITOR = `
  -- Every step of the editor, so that each can be undone and done again.
  CREATE TABLE questionnaire_edits (
    survey_id bigint NOT NULL REFERENCES surveys ON DELETE CASCADE,
    number int NOT NULL,
    questionnaire jsonb NOT NULL,
    -- What was done, as a code with its values, for the page to put into words.
    summary jsonb NOT NULL,
    made_by text NOT NULL,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (survey_id, number)
  );

  -- Pictures of questionnaires, by the SHA-256 of their bytes: nothing is fetched from elsewhere.
  CREATE TABLE images (
    hash text PRIMARY KEY,
    content_type text NOT NULL CHECK (content_type IN ('image/png', 'image/jpeg', 'image/webp', 'image/gif')),
    bytes bytea NOT NULL CHECK (length(bytes) <= 1000000),
    created_at timestamptz NOT NULL
  );`;
