-- The tables of the first release. Migrations change them; what there is now is in schema.sql.

CREATE TABLE staff_members (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text NOT NULL,
  password_hash text,
  created_at timestamptz NOT NULL,
  locked_at timestamptz
);

CREATE TABLE staff_sessions (
  token_hash bytea PRIMARY KEY,
  staff_member_id bigint NOT NULL REFERENCES staff_members(id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  browser text,
  wrong_passwords integer NOT NULL DEFAULT 0
);
CREATE INDEX staff_sessions_staff_member ON staff_sessions (staff_member_id);

CREATE TABLE staff_links (
  token_hash bytea PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('set-up', 'password')),
  staff_member_id bigint REFERENCES staff_members(id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT staff_links_check CHECK ((purpose = 'set-up') = (staff_member_id IS NULL))
);
CREATE INDEX staff_links_staff_member ON staff_links (staff_member_id);

CREATE TABLE api_tokens (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  made_by text,
  expires_at timestamptz
);

CREATE TABLE idempotency_keys (
  api_token_id bigint NOT NULL REFERENCES api_tokens(id) ON DELETE CASCADE,
  key text NOT NULL,
  fingerprint bytea NOT NULL,
  status integer,
  body jsonb,
  created_at timestamptz NOT NULL,
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (api_token_id, key)
);

CREATE TABLE audit_entries (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}'
);

CREATE UNLOGGED TABLE throttle_counts (
  key character varying(64) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);

CREATE TABLE suppressions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email_key text NOT NULL UNIQUE,
  reason text NOT NULL,
  note text,
  created_at timestamptz NOT NULL
);

CREATE TABLE lists (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE subscribers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  list_id bigint NOT NULL REFERENCES lists(id) ON DELETE CASCADE,
  email text NOT NULL,
  email_key text NOT NULL,
  name text,
  salutation text,
  language text,
  attributes jsonb NOT NULL DEFAULT '{}',
  unsubscribed_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT subscribers_list_id_email_key_key UNIQUE (list_id, email_key)
);
CREATE INDEX subscribers_email_key ON subscribers (email_key);

CREATE TABLE segments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  list_id bigint NOT NULL REFERENCES lists(id) ON DELETE CASCADE,
  name text NOT NULL,
  conditions jsonb NOT NULL,
  path jsonpath NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT segments_list_id_name_key UNIQUE (list_id, name)
);

CREATE TABLE imports (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  list_id bigint NOT NULL REFERENCES lists(id) ON DELETE CASCADE,
  mode text NOT NULL CHECK (mode IN ('dry-run', 'apply')),
  state text NOT NULL CHECK (state IN ('receiving', 'queued', 'running', 'finished', 'failed')),
  row_counts jsonb NOT NULL,
  error text,
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  web_addresses integer NOT NULL DEFAULT 0
);
CREATE INDEX imports_list ON imports (list_id);

CREATE TABLE import_chunks (
  import_id bigint NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
  position integer NOT NULL,
  bytes bytea NOT NULL,
  CONSTRAINT import_chunks_pkey PRIMARY KEY (import_id, "position")
);

CREATE TABLE import_rejects (
  import_id bigint NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
  row_number integer NOT NULL,
  column_name text NOT NULL,
  value text NOT NULL,
  reason text NOT NULL
);
CREATE INDEX import_rejects_import ON import_rejects (import_id, row_number);

CREATE TABLE emptyings (
  list_id bigint PRIMARY KEY REFERENCES lists(id) ON DELETE CASCADE,
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  people integer NOT NULL,
  up_to bigint NOT NULL,
  erased integer NOT NULL DEFAULT 0,
  position bigint NOT NULL DEFAULT 0,
  finished_at timestamptz
);

CREATE TABLE surveys (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  title jsonb NOT NULL,
  languages text[] NOT NULL,
  closes_at_local text NOT NULL,
  time_zone text NOT NULL,
  closes_at timestamptz NOT NULL,
  grace_minutes integer NOT NULL DEFAULT 15,
  privacy text NOT NULL CHECK (privacy IN ('identified', 'pseudonymous', 'anonymous')),
  sender_name text NOT NULL,
  sender_email text NOT NULL,
  sender_address text,
  privacy_url text,
  imprint_url text,
  letters jsonb NOT NULL DEFAULT '{}',
  questionnaire jsonb NOT NULL,
  version_id bigint,
  state text NOT NULL CHECK (state IN ('draft', 'published', 'closed')),
  created_at timestamptz NOT NULL,
  published_at timestamptz,
  uncertain_policy text NOT NULL DEFAULT 'ask' CHECK (uncertain_policy IN ('ask', 'accepted')),
  sending_window jsonb DEFAULT '{"to": "20:00", "days": [1, 2, 3, 4, 5, 6], "from": "07:00", "holidays": null}',
  gap_days integer NOT NULL DEFAULT 3 CHECK ((gap_days >= 0) AND (gap_days <= 60)),
  most_reminders integer NOT NULL DEFAULT 2 CHECK ((most_reminders >= 0) AND (most_reminders <= 10)),
  may_change_answers boolean NOT NULL DEFAULT false,
  edit_number integer NOT NULL DEFAULT 0,
  texts_stay_with_answers boolean NOT NULL DEFAULT false,
  group_columns text[] NOT NULL DEFAULT '{}',
  CONSTRAINT surveys_check CHECK (NOT (may_change_answers AND (privacy = 'anonymous')))
);

CREATE TABLE questionnaire_versions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  survey_id bigint NOT NULL REFERENCES surveys(id) ON DELETE CASCADE,
  number integer NOT NULL,
  source jsonb NOT NULL,
  plan jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT questionnaire_versions_of_survey UNIQUE (survey_id, id),
  CONSTRAINT questionnaire_versions_survey_id_number_key UNIQUE (survey_id, number)
);
ALTER TABLE surveys ADD CONSTRAINT surveys_version_id_fkey FOREIGN KEY (version_id) REFERENCES questionnaire_versions(id);

CREATE TABLE import_reports (
  survey_id bigint NOT NULL REFERENCES surveys(id) ON DELETE CASCADE,
  number integer NOT NULL,
  notes jsonb NOT NULL,
  CONSTRAINT import_reports_pkey PRIMARY KEY (survey_id, number)
);

CREATE TABLE questionnaire_edits (
  survey_id bigint NOT NULL REFERENCES surveys(id) ON DELETE CASCADE,
  number integer NOT NULL,
  questionnaire jsonb NOT NULL,
  summary jsonb NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  CONSTRAINT questionnaire_edits_pkey PRIMARY KEY (survey_id, number)
);

CREATE TABLE images (
  hash text PRIMARY KEY,
  content_type text NOT NULL CHECK (content_type IN ('image/png', 'image/jpeg', 'image/webp', 'image/gif')),
  bytes bytea NOT NULL CHECK (length(bytes) <= 1000000),
  created_at timestamptz NOT NULL
);

CREATE TABLE participants (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  survey_id bigint NOT NULL REFERENCES surveys(id) ON DELETE CASCADE,
  subscriber_id bigint NOT NULL REFERENCES subscribers(id) ON DELETE CASCADE,
  participation text NOT NULL DEFAULT 'not_started'
    CHECK (participation IN ('not_started', 'opened', 'partial', 'completed', 'screened_out', 'declined')),
  enrolled_at timestamptz NOT NULL,
  completed_at timestamptz,
  completed_on date,
  snoozed_until timestamptz,
  declined_from text,
  group_values text[],
  has_joined_group boolean NOT NULL DEFAULT false,
  CONSTRAINT participants_survey_id_subscriber_id_key UNIQUE (survey_id, subscriber_id)
) WITH (fillfactor=90);
CREATE INDEX participants_participation ON participants (survey_id, participation);
CREATE INDEX participants_subscriber ON participants (subscriber_id);

CREATE TABLE enrolments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  survey_id bigint NOT NULL REFERENCES surveys(id) ON DELETE CASCADE,
  list_id bigint NOT NULL REFERENCES lists(id) ON DELETE CASCADE,
  segment_id bigint REFERENCES segments(id),
  follows boolean NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT enrolments_survey_id_list_id_segment_id_key UNIQUE NULLS NOT DISTINCT (survey_id, list_id, segment_id)
);
CREATE INDEX enrolments_followed ON enrolments (list_id) WHERE follows;

CREATE TABLE departed_participants (
  survey_id bigint NOT NULL REFERENCES surveys(id) ON DELETE CASCADE,
  participation text NOT NULL,
  completed_on date,
  invited boolean NOT NULL,
  people integer NOT NULL CHECK (people > 0),
  CONSTRAINT departed_participants_survey_id_participation_completed_on__key UNIQUE NULLS NOT DISTINCT (survey_id, participation, completed_on, invited)
);

CREATE TABLE departed_group_members (
  survey_id bigint NOT NULL REFERENCES surveys(id) ON DELETE CASCADE,
  group_values text[] NOT NULL,
  people integer NOT NULL,
  completed integer NOT NULL,
  CONSTRAINT departed_group_members_pkey PRIMARY KEY (survey_id, group_values)
);

CREATE TABLE waves (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  survey_id bigint NOT NULL REFERENCES surveys(id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('invitation', 'reminder')),
  state text NOT NULL
    CHECK (state IN ('draft', 'scheduled', 'planning', 'sending', 'paused', 'held', 'finished', 'cancelled')),
  send_at jsonb NOT NULL,
  due_at timestamptz NOT NULL,
  audience text NOT NULL CHECK (audience IN ('not_started', 'started', 'not_completed')),
  ignore_window boolean NOT NULL DEFAULT false,
  ignore_gap boolean NOT NULL DEFAULT false,
  ignore_canary boolean NOT NULL DEFAULT false,
  held_reason text,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz,
  canary_passed_at timestamptz,
  picked_over boolean NOT NULL DEFAULT false,
  rolling boolean NOT NULL DEFAULT false,
  looked_at timestamptz,
  segment_id bigint REFERENCES segments(id),
  on_request_of bigint UNIQUE REFERENCES waves(id) ON DELETE CASCADE,
  exceeds_because text,
  words jsonb NOT NULL DEFAULT '{}',
  held_by text CHECK (held_by IN ('brake', 'letter'))
);
CREATE INDEX waves_open ON waves (due_at) WHERE state IN ('scheduled', 'planning', 'sending');
CREATE INDEX waves_survey ON waves (survey_id);

CREATE TABLE messages (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  survey_id bigint NOT NULL,
  wave_id bigint REFERENCES waves(id) ON DELETE CASCADE,
  participant_id bigint NOT NULL REFERENCES participants(id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('invitation', 'reminder', 'thank_you')),
  state text NOT NULL
    CHECK (state IN ('planned', 'claimed', 'handing_over', 'accepted', 'deferred', 'refused', 'uncertain', 'skipped')),
  reason text,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  claim_token uuid,
  reply text,
  planned_at timestamptz NOT NULL,
  settled_at timestamptz,
  paced_by text,
  server text,
  CONSTRAINT messages_wave_id_participant_id_key UNIQUE (wave_id, participant_id),
  CONSTRAINT messages_check CHECK ((kind = 'thank_you') = (wave_id IS NULL))
) WITH (fillfactor=65);
CREATE INDEX messages_again ON messages (wave_id, paced_by, next_attempt_at, id) WHERE (next_attempt_at IS NOT NULL);
CREATE INDEX messages_participant ON messages (participant_id);
CREATE UNIQUE INDEX messages_one_thank_you ON messages (participant_id) WHERE (kind = 'thank_you');

CREATE TABLE rounds (
  token uuid PRIMARY KEY,
  lease_until timestamptz NOT NULL,
  messages bigint[] NOT NULL
);

CREATE TABLE canaries (
  wave_id bigint PRIMARY KEY REFERENCES waves(id) ON DELETE CASCADE,
  begun integer NOT NULL
);

CREATE TABLE refused_addresses (
  email_key text PRIMARY KEY,
  until timestamptz,
  soft_at timestamptz[] NOT NULL DEFAULT '{}'::timestamptz[]
);

CREATE TABLE paces (
  name text PRIMARY KEY,
  next_free_at timestamptz NOT NULL,
  rate double precision CHECK (rate > (0)::double precision),
  was double precision,
  slowed_to double precision,
  slowed_at timestamptz,
  slowed_because text
);

CREATE TABLE mail_domains (
  domain text PRIMARY KEY,
  provider text NOT NULL,
  looked_up_at timestamptz NOT NULL
);

CREATE TABLE mail_caps (
  name text PRIMARY KEY CHECK (name = 'all'),
  most integer CHECK (most > 0),
  days integer CHECK (days > 0),
  CONSTRAINT mail_caps_check CHECK ((most IS NULL) = (days IS NULL))
);
INSERT INTO mail_caps VALUES ('all', 10, 30);

CREATE TABLE breakers (
  name text NOT NULL,
  failures integer NOT NULL,
  reason text NOT NULL,
  opened_at timestamptz NOT NULL,
  open_until timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('server', 'sender', 'letter')),
  sender text,
  opened_with text,
  CONSTRAINT breakers_pkey PRIMARY KEY (kind, name)
);

CREATE TABLE saved_answers (
  participant_id bigint REFERENCES participants(id) ON DELETE CASCADE,
  version_id bigint NOT NULL REFERENCES questionnaire_versions(id),
  answers jsonb NOT NULL,
  page integer NOT NULL,
  language text NOT NULL,
  begun_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text UNIQUE,
  unfinished jsonb,
  CONSTRAINT saved_answers_participant UNIQUE (participant_id),
  CONSTRAINT saved_answers_one_owner CHECK (num_nonnulls(participant_id, code) = 1)
);

CREATE TABLE responses (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  survey_id bigint NOT NULL,
  version_id bigint NOT NULL,
  participant_id bigint UNIQUE REFERENCES participants(id) ON DELETE CASCADE,
  answers jsonb NOT NULL,
  language text,
  submitted_at timestamptz,
  code text UNIQUE,
  via text NOT NULL DEFAULT 'personal' CHECK (via IN ('personal', 'open')),
  screened_out boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1,
  changed_at timestamptz,
  is_mixed boolean NOT NULL DEFAULT false,
  released_revision integer,
  withdrawn_on date,
  CONSTRAINT responses_version_of_survey FOREIGN KEY (survey_id, version_id) REFERENCES questionnaire_versions(survey_id, id),
  CONSTRAINT responses_check CHECK ((released_revision >= 1) AND (released_revision <= revision)),
  CONSTRAINT responses_check1 CHECK ((withdrawn_on IS NULL) OR (code IS NOT NULL)),
  CONSTRAINT responses_one_owner CHECK (num_nonnulls(participant_id, code) <= 1)
);
CREATE INDEX responses_survey ON responses (survey_id, id);
CREATE INDEX responses_to_mix ON responses (survey_id) WHERE ((participant_id IS NULL) AND (code IS NULL) AND (submitted_at IS NULL) AND (NOT is_mixed));
CREATE INDEX responses_waiting ON responses (survey_id, via) WHERE ((participant_id IS NULL) AND (released_revision IS DISTINCT FROM revision));

CREATE TABLE response_revisions (
  response_id uuid NOT NULL REFERENCES responses(id) ON DELETE CASCADE,
  revision integer NOT NULL,
  version_id bigint NOT NULL REFERENCES questionnaire_versions(id),
  answers jsonb NOT NULL,
  language text,
  submitted_at timestamptz,
  screened_out boolean NOT NULL,
  CONSTRAINT response_revisions_pkey PRIMARY KEY (response_id, revision)
);

CREATE TABLE open_links (
  survey_id bigint PRIMARY KEY REFERENCES surveys(id) ON DELETE CASCADE,
  slug text NOT NULL UNIQUE,
  is_on boolean NOT NULL DEFAULT false,
  per_minute integer NOT NULL DEFAULT 60 CHECK (per_minute > 0),
  created_at timestamptz NOT NULL
);

CREATE TABLE group_snapshots (
  survey_id bigint PRIMARY KEY REFERENCES surveys(id) ON DELETE CASCADE,
  formed_up_to bigint NOT NULL,
  merged jsonb NOT NULL,
  completed integer NOT NULL,
  is_final boolean NOT NULL,
  shown jsonb NOT NULL
);

CREATE TABLE sending_guard (
  only_row boolean DEFAULT true PRIMARY KEY CHECK (only_row),
  name uuid NOT NULL DEFAULT gen_random_uuid(),
  system_identifier text,
  database_oid oid NOT NULL,
  messages_oid oid NOT NULL,
  server_started_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  held_at timestamptz,
  held_because text
    CHECK (held_because IN ('another_database', 'older_state', 'unknown_database', 'backup_restored', 'by_hand')),
  lost_from timestamptz,
  lost_until timestamptz,
  reminders_held_at timestamptz,
  CONSTRAINT sending_guard_check CHECK ((held_at IS NULL) OR (held_because IS NOT NULL))
);

CREATE TABLE caught_mails (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  received_at timestamptz NOT NULL,
  envelope_from text NOT NULL,
  envelope_to text NOT NULL,
  subject text NOT NULL,
  raw bytea NOT NULL
);
CREATE INDEX caught_mails_envelope_to ON caught_mails (envelope_to);
