-- A survey takes its answers along, and they go first: no version goes while there are answers to it.
--
-- In:      the row of surveys that is about to be deleted.
-- Out:     the same row.
-- Holds:   called by the trigger below alone.
-- Writes:  responses (deletes).
CREATE OR REPLACE FUNCTION delete_responses_of_survey() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM responses WHERE survey_id = OLD.id;
  RETURN OLD;
END $$;

CREATE OR REPLACE TRIGGER surveys_take_their_responses BEFORE DELETE ON surveys
  FOR EACH ROW EXECUTE FUNCTION delete_responses_of_survey();
