import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everything the main job needs, from a newsletter list to a thank-you mail. */
export class FirstSchema1795300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STAFF);
    await runner.query(LISTS);
    await runner.query(SURVEYS);
    await runner.query(MAILING);
    await runner.query(PACE);
    await runner.query(TRIAL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE caught_mails, paces, messages, waves, responses, saved_answers, participants,
        surveys, questionnaire_versions, import_rejects, import_chunks, imports, suppressions,
        subscribers, lists, idempotency_keys, api_tokens, audit_entries, staff_sessions, staff_members CASCADE`);
  }
}

const STAFF = `
  CREATE TABLE staff_members (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL UNIQUE,
    name text NOT NULL,
    password_hash text NOT NULL,
    created_at timestamptz NOT NULL
  );

  -- Only the SHA-256 of a session or API token is kept: a dump signs nobody in.
  CREATE TABLE staff_sessions (
    token_hash bytea PRIMARY KEY,
    staff_member_id bigint NOT NULL REFERENCES staff_members ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX staff_sessions_staff_member ON staff_sessions (staff_member_id);

  CREATE TABLE api_tokens (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz
  );

  CREATE TABLE idempotency_keys (
    api_token_id bigint NOT NULL REFERENCES api_tokens ON DELETE CASCADE,
    key text NOT NULL,
    fingerprint bytea NOT NULL,
    status int,
    body jsonb,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (api_token_id, key)
  );

  CREATE TABLE audit_entries (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    detail jsonb NOT NULL DEFAULT '{}'
  );`;

const LISTS = `
  CREATE TABLE lists (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    created_at timestamptz NOT NULL
  );

  CREATE TABLE subscribers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    list_id bigint NOT NULL REFERENCES lists ON DELETE CASCADE,
    email text NOT NULL,
    email_key text NOT NULL,
    name text,
    salutation text,
    language text,
    attributes jsonb NOT NULL DEFAULT '{}',
    unsubscribed_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (list_id, email_key)
  );
  CREATE INDEX subscribers_email_key ON subscribers (email_key);

  CREATE TABLE suppressions (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email_key text NOT NULL UNIQUE,
    reason text NOT NULL,
    note text,
    created_at timestamptz NOT NULL
  );

  -- An uploaded file waits here in pieces, so that any worker on any machine can read it.
  CREATE TABLE imports (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    list_id bigint NOT NULL REFERENCES lists ON DELETE CASCADE,
    mode text NOT NULL CHECK (mode IN ('dry-run', 'apply')),
    state text NOT NULL CHECK (state IN ('receiving', 'queued', 'running', 'finished', 'failed')),
    row_counts jsonb NOT NULL,
    error text,
    created_at timestamptz NOT NULL,
    finished_at timestamptz
  );
  CREATE INDEX imports_list ON imports (list_id);
  CREATE TABLE import_chunks (
    import_id bigint NOT NULL REFERENCES imports ON DELETE CASCADE,
    position int NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (import_id, position)
  );
  CREATE TABLE import_rejects (
    import_id bigint NOT NULL REFERENCES imports ON DELETE CASCADE,
    row_number int NOT NULL,
    column_name text NOT NULL,
    value text NOT NULL,
    reason text NOT NULL
  );
  CREATE INDEX import_rejects_import ON import_rejects (import_id, row_number);`;

const SURVEYS = `
  CREATE TABLE questionnaire_versions (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    survey_id bigint NOT NULL,
    number int NOT NULL,
    source jsonb NOT NULL,
    plan jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (survey_id, number)
  );

  CREATE TABLE surveys (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title jsonb NOT NULL,
    languages text[] NOT NULL,
    closes_at_local text NOT NULL,
    time_zone text NOT NULL,
    closes_at timestamptz NOT NULL,
    grace_minutes int NOT NULL DEFAULT 15,
    privacy text NOT NULL CHECK (privacy IN ('identified', 'pseudonymous', 'anonymous')),
    sender_name text NOT NULL,
    sender_email text NOT NULL,
    sender_address text,
    privacy_url text,
    imprint_url text,
    letters jsonb NOT NULL DEFAULT '{}',
    questionnaire jsonb NOT NULL,
    version_id bigint REFERENCES questionnaire_versions,
    state text NOT NULL CHECK (state IN ('draft', 'published', 'closed')),
    created_at timestamptz NOT NULL,
    published_at timestamptz
  );
  ALTER TABLE questionnaire_versions
    ADD FOREIGN KEY (survey_id) REFERENCES surveys ON DELETE CASCADE;

  CREATE TABLE participants (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    survey_id bigint NOT NULL REFERENCES surveys ON DELETE CASCADE,
    subscriber_id bigint NOT NULL REFERENCES subscribers ON DELETE CASCADE,
    participation text NOT NULL DEFAULT 'not_started' CHECK (participation IN
      ('not_started', 'opened', 'partial', 'completed', 'screened_out', 'declined')),
    enrolled_at timestamptz NOT NULL,
    -- Anonymous surveys keep the day alone: an exact time would lead back to the response.
    completed_at timestamptz,
    completed_on date,
    last_mailed_at timestamptz,
    snoozed_until timestamptz,
    UNIQUE (survey_id, subscriber_id)
  );
  CREATE INDEX participants_subscriber ON participants (subscriber_id);
  CREATE INDEX participants_participation ON participants (survey_id, participation);

  -- What somebody has answered so far, page by page; gone with the submit. Never in anonymous surveys.
  CREATE TABLE saved_answers (
    participant_id bigint PRIMARY KEY REFERENCES participants ON DELETE CASCADE,
    version_id bigint NOT NULL REFERENCES questionnaire_versions,
    answers jsonb NOT NULL,
    page int NOT NULL,
    language text NOT NULL,
    begun_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  );

  -- Random ids, so that an anonymous response's id tells no order; its participant and time stay empty.
  CREATE TABLE responses (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    survey_id bigint NOT NULL REFERENCES surveys ON DELETE CASCADE,
    version_id bigint NOT NULL REFERENCES questionnaire_versions,
    participant_id bigint UNIQUE REFERENCES participants ON DELETE CASCADE,
    answers jsonb NOT NULL,
    language text,
    submitted_at timestamptz,
    CHECK ((participant_id IS NULL) = (submitted_at IS NULL))
  );
  CREATE INDEX responses_survey ON responses (survey_id, id);`;

const MAILING = `
  CREATE TABLE waves (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    survey_id bigint NOT NULL REFERENCES surveys ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('invitation', 'reminder')),
    state text NOT NULL CHECK (state IN
      ('draft', 'scheduled', 'planning', 'sending', 'paused', 'held', 'finished', 'cancelled')),
    send_at jsonb NOT NULL,
    due_at timestamptz NOT NULL,
    audience text NOT NULL CHECK (audience IN ('not_started', 'started', 'not_completed')),
    subject text,
    body text,
    ignore_window boolean NOT NULL DEFAULT false,
    ignore_gap boolean NOT NULL DEFAULT false,
    ignore_canary boolean NOT NULL DEFAULT false,
    held_reason text,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    finished_at timestamptz
  );
  CREATE INDEX waves_survey ON waves (survey_id);
  CREATE INDEX waves_open ON waves (due_at) WHERE state IN ('scheduled', 'planning', 'sending');

  -- The ledger. Two unique keys carry P1: one message per wave and person, one thank-you per person.
  CREATE TABLE messages (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    survey_id bigint NOT NULL REFERENCES surveys ON DELETE CASCADE,
    wave_id bigint REFERENCES waves ON DELETE CASCADE,
    participant_id bigint NOT NULL REFERENCES participants ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('invitation', 'reminder', 'thank_you')),
    state text NOT NULL CHECK (state IN
      ('planned', 'claimed', 'handing_over', 'accepted', 'deferred', 'refused', 'uncertain', 'skipped')),
    reason text,
    attempts int NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    claim_token uuid,
    lease_until timestamptz,
    reply text,
    planned_at timestamptz NOT NULL,
    settled_at timestamptz,
    CHECK ((kind = 'thank_you') = (wave_id IS NULL)),
    UNIQUE (wave_id, participant_id)
  );
  CREATE UNIQUE INDEX messages_one_thank_you ON messages (participant_id) WHERE kind = 'thank_you';
  CREATE INDEX messages_wave_state ON messages (wave_id, state);
  CREATE INDEX messages_participant ON messages (participant_id);
  CREATE INDEX messages_open_wave ON messages (wave_id, next_attempt_at, id)
    WHERE state IN ('planned', 'deferred');
  CREATE INDEX messages_open_thank_you ON messages (next_attempt_at, id)
    WHERE state IN ('planned', 'deferred') AND kind = 'thank_you';
  CREATE INDEX messages_leased ON messages (claim_token, lease_until) WHERE state IN ('claimed', 'handing_over');`;

const PACE = `
  -- The rate is one for all workers: whoever sends takes the next free moment from here.
  CREATE TABLE paces (
    name text PRIMARY KEY,
    next_free_at timestamptz NOT NULL
  );`;

const TRIAL = `
  CREATE TABLE caught_mails (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    received_at timestamptz NOT NULL,
    envelope_from text NOT NULL,
    envelope_to text NOT NULL,
    subject text NOT NULL,
    raw bytea NOT NULL
  );
  CREATE INDEX caught_mails_envelope_to ON caught_mails (envelope_to);`;
