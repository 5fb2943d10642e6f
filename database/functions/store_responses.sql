-- Stores submitted responses, each if nothing is against it: response, participation and thank-you row together.
--
-- A function, not one statement with several parts: each statement in it sees what was committed before it began.
-- The lock on the participations comes first, keeps further claims away, and what is checked after it cannot have
-- changed since (P3).
--
-- In:      given: a JSON array, one object for each response, as `given` in src/responses/store-response.queries.ts
--          makes it; `place` counts them from 0. may_wait: whether to wait for anyone who holds a participation;
--          several that are stored at once wait for nobody.
-- Out:     one row for each of the given, in their order. outcome: stored, there_already, being_mailed,
--          kept_otherwise or busy; kept: the answers that were saved before, NULL where none were.
-- Holds:   all or nothing for each response; of one that is not stored nothing is changed. An anonymous response
--          gets no participant, code, language or time (P8).
-- Writes:  participants (updates), responses (inserts), saved_answers (deletes), messages (by plan_thank_yous).
CREATE OR REPLACE FUNCTION store_responses(
  given jsonb,
  -- Whether to wait for anyone who holds a participation; several that are stored at once wait for nobody.
  may_wait boolean,
  OUT outcome text, OUT kept jsonb
) RETURNS SETOF record LANGUAGE plpgsql AS $$
DECLARE
  asked bigint[] := ARRAY(SELECT (one ->> 'participantId')::bigint FROM jsonb_array_elements(given) one);
  held bigint[];
  outcomes text[];
  kept_ids bigint[];
  kept_answers jsonb[];
  thanked_surveys bigint[];
  thanked_participants bigint[];
  thanked_from timestamptz[];
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
  SELECT array_agg("surveyId" ORDER BY place), array_agg("participantId" ORDER BY place), array_agg(now ORDER BY place)
  INTO thanked_surveys, thanked_participants, thanked_from
  FROM storing WHERE privacy <> 'anonymous' AND NOT "screenedOut";
  IF thanked_participants IS NOT NULL THEN
    PERFORM plan_thank_yous(thanked_surveys, thanked_participants, thanked_from);
  END IF;

  RETURN QUERY SELECT * FROM unnest(outcomes, kept_answers);
END $$;
