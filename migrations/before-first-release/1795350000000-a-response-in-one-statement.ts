import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Storing a response becomes one call, and several of them one trip to the database. */
export class AResponseInOneStatement1795350000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STORE_RESPONSE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION store_response');
  }
}

/**
 * A function, not one statement with several parts: each statement in it sees what was committed before it
 * began. The lock on the participation comes first, keeps further claims away, and what is looked at after
 * it cannot have changed since (P3). Where anything stands against storing, nothing is changed.
 */
export const STORE_RESPONSE = `
  CREATE FUNCTION store_response(
    of_survey bigint, of_version bigint, of_participant bigint, at timestamptz, zone text, kind_of_privacy text,
    -- Whose response it is to be: a participant, a code, or nobody; and under which codes something is kept.
    owner_id bigint, owner_code text, owner_codes text[],
    given_answers jsonb, given_language text, is_screened_out boolean,
    -- What was kept when the answers were put together; null where nothing was.
    known_answers jsonb, may_be_mailed boolean,
    -- Whether to wait for whoever holds the participation; several that are stored at once wait for nobody.
    may_wait boolean,
    OUT outcome text, OUT kept_answers jsonb
  ) LANGUAGE plpgsql AS $$
  DECLARE
    before text;
    kept_id bigint;
  BEGIN
    IF may_wait THEN
      SELECT participation INTO before FROM participants WHERE id = of_participant FOR NO KEY UPDATE;
    ELSE
      SELECT participation INTO before FROM participants WHERE id = of_participant FOR NO KEY UPDATE SKIP LOCKED;
      IF NOT FOUND THEN
        outcome := 'busy';
        RETURN;
      END IF;
    END IF;
    IF before IS NULL OR before IN ('completed', 'screened_out') THEN
      outcome := 'there_already';
      RETURN;
    END IF;

    IF owner_id IS NOT NULL THEN
      SELECT id, answers INTO kept_id, kept_answers FROM saved_answers WHERE participant_id = owner_id;
    ELSIF owner_code IS NOT NULL THEN
      SELECT id, answers INTO kept_id, kept_answers FROM saved_answers WHERE code = ANY (owner_codes);
    END IF;
    IF kept_answers IS DISTINCT FROM known_answers THEN
      outcome := 'kept_otherwise';
      RETURN;
    END IF;
    IF NOT may_be_mailed AND EXISTS (
      SELECT FROM messages
      WHERE participant_id = of_participant AND state = 'handing_over' AND kind <> 'thank_you'
    ) THEN
      outcome := 'being_mailed';
      RETURN;
    END IF;

    outcome := 'stored';
    UPDATE participants SET
      participation = CASE WHEN is_screened_out THEN 'screened_out' ELSE 'completed' END,
      declined_from = NULL,
      completed_at = CASE WHEN kind_of_privacy = 'identified' THEN at END,
      completed_on = (at AT TIME ZONE zone)::date
    WHERE id = of_participant;
    -- Where few are screened out of an anonymous survey, that mark would lead from the person to the answers (P8).
    IF is_screened_out AND kind_of_privacy = 'anonymous' THEN
      RETURN;
    END IF;
    INSERT INTO responses (survey_id, version_id, participant_id, code, answers, language, screened_out, submitted_at)
    VALUES (of_survey, of_version, owner_id, owner_code, given_answers,
      CASE WHEN kind_of_privacy <> 'anonymous' THEN given_language END, is_screened_out,
      CASE kind_of_privacy
        WHEN 'identified' THEN at
        WHEN 'pseudonymous' THEN date_trunc('day', at, zone)
      END);
    IF kept_id IS NOT NULL THEN
      DELETE FROM saved_answers WHERE id = kept_id;
    END IF;
    -- The thank-you of an anonymous response is planned later, with others; nobody is thanked for being screened out.
    IF kind_of_privacy <> 'anonymous' AND NOT is_screened_out THEN
      INSERT INTO messages (survey_id, participant_id, kind, state, next_attempt_at, planned_at)
      VALUES (of_survey, of_participant, 'thank_you', 'planned', at, at)
      ON CONFLICT (participant_id) WHERE kind = 'thank_you' DO NOTHING;
    END IF;
  END $$;`;
