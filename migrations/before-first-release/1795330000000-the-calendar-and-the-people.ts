import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Waves that keep to hours, holidays and what people have asked for. */
export class TheCalendarAndThePeople1795330000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COURTESY);
    await runner.query(PEOPLE);
    await runner.query(WAVES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE waves ADD COLUMN subject text, ADD COLUMN body text;
      UPDATE waves w SET
        subject = coalesce(w.words -> v.languages[1] ->> 'subject', (SELECT l.value ->> 'subject' FROM jsonb_each(w.words) l LIMIT 1)),
        body = coalesce(w.words -> v.languages[1] ->> 'body', (SELECT l.value ->> 'body' FROM jsonb_each(w.words) l LIMIT 1))
      FROM surveys v WHERE v.id = w.survey_id;
      ALTER TABLE waves DROP COLUMN words, DROP COLUMN rolling, DROP COLUMN looked_at, DROP COLUMN segment_id, DROP COLUMN on_request_of,
        DROP COLUMN exceeds_because;
      ALTER TABLE participants DROP COLUMN declined_from;
      DROP TABLE enrolments, segments, mail_caps;
      ALTER TABLE surveys DROP COLUMN sending_window, DROP COLUMN gap_days, DROP COLUMN most_reminders;`);
  }
}

const COURTESY = `
  ALTER TABLE surveys
    -- When mails of this survey may go out, in its zone; null: always. Days count from Monday, 1, to Sunday, 7.
    ADD COLUMN sending_window jsonb
      DEFAULT '{"from": "07:00", "to": "20:00", "days": [1, 2, 3, 4, 5, 6], "holidays": null}',
    -- Days between two mails of this survey to one person.
    ADD COLUMN gap_days int NOT NULL DEFAULT 3 CHECK (gap_days BETWEEN 0 AND 60),
    ADD COLUMN most_reminders int NOT NULL DEFAULT 2 CHECK (most_reminders BETWEEN 0 AND 10);

  -- How many mails one address may get over all surveys within so many days. One row; both null: no cap.
  CREATE TABLE mail_caps (
    name text PRIMARY KEY CHECK (name = 'all'),
    most int CHECK (most > 0),
    days int CHECK (days > 0),
    CHECK ((most IS NULL) = (days IS NULL))
  );
  INSERT INTO mail_caps VALUES ('all', 10, 30);`;

const PEOPLE = `
  -- A stored condition on the attributes of a list's people; the path is what the conditions say, for Postgres.
  CREATE TABLE segments (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    list_id bigint NOT NULL REFERENCES lists ON DELETE CASCADE,
    name text NOT NULL,
    conditions jsonb NOT NULL,
    path jsonpath NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (list_id, name)
  );

  -- Where a survey's participants come from; one that follows takes in whoever joins later.
  CREATE TABLE enrolments (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    survey_id bigint NOT NULL REFERENCES surveys ON DELETE CASCADE,
    list_id bigint NOT NULL REFERENCES lists ON DELETE CASCADE,
    segment_id bigint REFERENCES segments,
    follows boolean NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE NULLS NOT DISTINCT (survey_id, list_id, segment_id)
  );
  CREATE INDEX enrolments_followed ON enrolments (list_id) WHERE follows;

  -- How far somebody had come when they declined, so that it can be taken back.
  ALTER TABLE participants ADD COLUMN declined_from text;`;

const WAVES = `
  ALTER TABLE waves
    -- It stays open until the closing date and reaches each person when their own time has come.
    ADD COLUMN rolling boolean NOT NULL DEFAULT false,
    -- When planning last looked for people whose time has come in a rolling wave.
    ADD COLUMN looked_at timestamptz,
    ADD COLUMN segment_id bigint REFERENCES segments,
    -- The reminders people asked for with „remind me later“ in the mails of another wave.
    ADD COLUMN on_request_of bigint UNIQUE REFERENCES waves ON DELETE CASCADE,
    -- Why it may go beyond the survey's number of reminders, in the words of staff.
    ADD COLUMN exceeds_because text,
    -- Own words by language: {"de": {"subject": …, "body": …}}; what is missing is the survey's or the template's.
    ADD COLUMN words jsonb NOT NULL DEFAULT '{}';
  UPDATE waves w SET words = (
    SELECT jsonb_object_agg(l, jsonb_strip_nulls(jsonb_build_object('subject', w.subject, 'body', w.body)))
    FROM surveys v, unnest(v.languages) l WHERE v.id = w.survey_id)
  WHERE w.subject IS NOT NULL OR w.body IS NOT NULL;
  ALTER TABLE waves DROP COLUMN subject, DROP COLUMN body;`;
