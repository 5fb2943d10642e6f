-- Plans thank-you mails. Everything that thanks somebody calls this function; no other statement makes such a row.
--
-- In:      three arrays of the same length: the survey, the participant and the instant from which the mail is due.
-- Out:     nothing.
-- Holds:   one thank-you per participant, however often and from wherever it is asked for (P1); rows are made in the
--          order of the arrays. Whether somebody is to be thanked is decided by the caller.
-- Writes:  messages (inserts, state planned).
CREATE OR REPLACE FUNCTION plan_thank_yous(of_surveys bigint[], of_participants bigint[], due timestamptz[])
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO messages (survey_id, participant_id, kind, state, next_attempt_at, planned_at)
  SELECT t.survey, t.participant, 'thank_you', 'planned', t.due, t.due
  FROM unnest(of_surveys, of_participants, due) WITH ORDINALITY AS t (survey, participant, due, place)
  ORDER BY t.place
  ON CONFLICT (participant_id) WHERE kind = 'thank_you' DO NOTHING;
END $$;
