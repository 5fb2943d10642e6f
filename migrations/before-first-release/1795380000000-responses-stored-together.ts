import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STORE_RESPONSE } from './1795350000000-a-response-in-one-statement.js';

/**
 * Responses that come at the same time are stored by three statements, not by six for each of them. Two
 * foreign keys that others imply are gone: each looked up and locked the survey's one row for every response.
 */
export class ResponsesStoredTogether1795380000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION store_response');
    await runner.query(STORE_RESPONSES);
    await runner.query(FOREIGN_KEYS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER surveys_take_their_responses ON surveys;
      DROP FUNCTION delete_responses_of_survey;
      ALTER TABLE messages ADD FOREIGN KEY (survey_id) REFERENCES surveys ON DELETE CASCADE;
      ALTER TABLE responses DROP CONSTRAINT responses_version_of_survey,
        ADD FOREIGN KEY (survey_id) REFERENCES surveys ON DELETE CASCADE,
        ADD FOREIGN KEY (version_id) REFERENCES questionnaire_versions;
      ALTER TABLE questionnaire_versions DROP CONSTRAINT questionnaire_versions_of_survey;
      DROP FUNCTION store_responses;`);
    await runner.query(STORE_RESPONSE);
  }
}

/**
 * A function, not one statement with several parts: each statement in it sees what was committed before it
 * began. The lock on the participations comes first, keeps further claims away, and what is looked at after
 * it cannot have changed since (P3). Of a response that something stands against nothing is changed.
 */
export const STORE_RESPONSES = `
  -- One outcome for each of the given, in their order; "place" counts them from 0.
  CREATE FUNCTION store_responses(
    given jsonb,
    -- Whether to wait for whoever holds a participation; several that are stored at once wait for nobody.
    may_wait boolean,
    OUT outcome text, OUT kept jsonb
  ) RETURNS SETOF record LANGUAGE plpgsql AS $$
  DECLARE
    asked bigint[] := ARRAY(SELECT (one ->> 'participantId')::bigint FROM jsonb_array_elements(given) one);
    held bigint[];
    outcomes text[];
    kept_ids bigint[];
    kept_answers jsonb[];
  BEGIN
    IF may_wait THEN
      held := ARRAY(SELECT id FROM participants WHERE id = ANY (asked) ORDER BY id FOR NO KEY UPDATE);
    ELSE
      held := ARRAY(SELECT id FROM participants WHERE id = ANY (asked) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED);
    END IF;

    SELECT
      array_agg(CASE
        -- The second of one person's waits until the first is through.
        WHEN array_position(asked, one."participantId") < one.place + 1 THEN 'busy'
        WHEN p.id IS NULL THEN CASE WHEN may_wait THEN 'there_already' ELSE 'busy' END
        WHEN p.participation IN ('completed', 'screened_out') THEN 'there_already'
        WHEN a.answers IS DISTINCT FROM one.known::jsonb THEN 'kept_otherwise'
        WHEN NOT one."mayBeMailed" AND (
          SELECT m.id FROM messages m
          WHERE m.participant_id = p.id AND m.state = 'handing_over' AND m.kind <> 'thank_you' LIMIT 1
        ) IS NOT NULL THEN 'being_mailed'
        ELSE 'stored'
      END ORDER BY one.place),
      array_agg(a.id ORDER BY one.place), array_agg(a.answers ORDER BY one.place)
    INTO outcomes, kept_ids, kept_answers
    FROM jsonb_to_recordset(given) AS one (
        place int, "participantId" bigint, "ownerId" bigint, "ownerCode" text, codes text[], known text,
        "mayBeMailed" boolean
      )
      LEFT JOIN participants p ON p.id = one."participantId" AND p.id = ANY (held)
      LEFT JOIN LATERAL (
        SELECT id, answers FROM saved_answers WHERE participant_id = one."ownerId"
        UNION ALL
        SELECT id, answers FROM saved_answers WHERE one."ownerCode" IS NOT NULL AND code = ANY (one.codes)
        LIMIT 1
      ) a ON true;

    WITH storing AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(given) AS one (
        -- Whose response it is to be: a participant, a code, or nobody.
        place int, "surveyId" bigint, "versionId" bigint, "participantId" bigint, "ownerId" bigint,
        "ownerCode" text, privacy text, now timestamptz, "timeZone" text, answers jsonb, language text,
        "screenedOut" boolean
      )
      WHERE outcomes[one.place + 1] = 'stored'
    ), participated AS (
      UPDATE participants p SET
        participation = CASE WHEN one."screenedOut" THEN 'screened_out' ELSE 'completed' END,
        declined_from = NULL,
        completed_at = CASE WHEN one.privacy = 'identified' THEN one.now END,
        completed_on = (one.now AT TIME ZONE one."timeZone")::date
      FROM storing one WHERE p.id = one."participantId"
    ), responded AS (
      INSERT INTO responses
        (survey_id, version_id, participant_id, code, answers, language, screened_out, submitted_at)
      SELECT "surveyId", "versionId", "ownerId", "ownerCode", answers,
        CASE WHEN privacy <> 'anonymous' THEN language END, "screenedOut",
        CASE privacy
          WHEN 'identified' THEN now
          WHEN 'pseudonymous' THEN date_trunc('day', now, "timeZone")
        END
      FROM storing
      -- Where few are screened out of an anonymous survey, that mark would lead from the person to the answers (P8).
      WHERE NOT ("screenedOut" AND privacy = 'anonymous')
      ORDER BY place
    ), finished AS (
      DELETE FROM saved_answers USING storing WHERE id = kept_ids[place + 1]
    )
    -- The thank-you of an anonymous response is planned later, with others; nobody is thanked for being screened out.
    INSERT INTO messages (survey_id, participant_id, kind, state, next_attempt_at, planned_at)
    SELECT "surveyId", "participantId", 'thank_you', 'planned', now, now
    FROM storing WHERE privacy <> 'anonymous' AND NOT "screenedOut"
    ORDER BY place
    ON CONFLICT (participant_id) WHERE kind = 'thank_you' DO NOTHING;

    RETURN QUERY SELECT * FROM unnest(outcomes, kept_answers);
  END $$;`;

export const DELETE_RESPONSES_OF_SURVEY = `
  CREATE FUNCTION delete_responses_of_survey() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM responses WHERE survey_id = OLD.id;
    RETURN OLD;
  END $$;
  CREATE TRIGGER surveys_take_their_responses BEFORE DELETE ON surveys
    FOR EACH ROW EXECUTE FUNCTION delete_responses_of_survey();`;

const FOREIGN_KEYS = `
  -- A response's version is one of its survey. No version goes while there are answers to it; a survey takes
  -- its answers along, and they go first.
  ALTER TABLE questionnaire_versions ADD CONSTRAINT questionnaire_versions_of_survey UNIQUE (survey_id, id);
  ALTER TABLE responses
    DROP CONSTRAINT responses_survey_id_fkey,
    DROP CONSTRAINT responses_version_id_fkey,
    ADD CONSTRAINT responses_version_of_survey FOREIGN KEY (survey_id, version_id)
      REFERENCES questionnaire_versions (survey_id, id);
  ${DELETE_RESPONSES_OF_SURVEY}
  -- A message goes with its participant, and that with the survey.
  ALTER TABLE messages DROP CONSTRAINT messages_survey_id_fkey;`;
