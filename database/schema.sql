-- The database as the migrations make it, for reading. A test compares it; `npm run schema` writes it anew.
-- Tables of the queue are not in it.

-- Somebody who runs surveys.
CREATE TABLE staff_members (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text NOT NULL,
  -- Argon2; empty until the first password is set.
  password_hash text,
  created_at timestamptz NOT NULL,
  -- Set: may not sign in.
  locked_at timestamptz
);

-- A signed-in browser. Only the SHA-256 of its token is kept: a dump signs nobody in.
CREATE TABLE staff_sessions (
  token_hash bytea PRIMARY KEY,
  staff_member_id bigint NOT NULL REFERENCES staff_members(id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  browser text,
  -- How often the present password was given wrongly in this session.
  wrong_passwords integer NOT NULL DEFAULT 0
);
CREATE INDEX staff_sessions_staff_member ON staff_sessions (staff_member_id);

-- One-time links. Only the SHA-256 of a link is kept; the one of the first account belongs to nobody yet.
CREATE TABLE staff_links (
  token_hash bytea PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('set-up', 'password')),
  staff_member_id bigint REFERENCES staff_members(id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT staff_links_check CHECK ((purpose = 'set-up') = (staff_member_id IS NULL))
);
CREATE INDEX staff_links_staff_member ON staff_links (staff_member_id);

-- Programs that may use the API. Only the SHA-256 of a token is kept.
CREATE TABLE api_tokens (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  made_by text,
  expires_at timestamptz
);

-- Answers to calls with an Idempotency-Key, so that a repeated call changes nothing twice.
CREATE TABLE idempotency_keys (
  api_token_id bigint NOT NULL REFERENCES api_tokens(id) ON DELETE CASCADE,
  key text NOT NULL,
  -- SHA-256 of method, path and content: another call with the same key is refused.
  fingerprint bytea NOT NULL,
  -- Empty while the first call is under way.
  status integer,
  body jsonb,
  created_at timestamptz NOT NULL,
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (api_token_id, key)
);

-- Who did what.
CREATE TABLE audit_entries (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  -- staff:<id>, token:<name>, or what ran the command.
  actor text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}'
);

-- How often something was asked for, by a key that names nobody. Unlogged: empty after a crash.
CREATE UNLOGGED TABLE throttle_counts (
  key character varying(64) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  -- Milliseconds since 1970.
  expire bigint
);

-- Addresses nobody may write to, whatever a list says.
CREATE TABLE suppressions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- The address as it is compared, see src/common/email.
  email_key text NOT NULL UNIQUE,
  reason text NOT NULL,
  note text,
  created_at timestamptz NOT NULL
);

-- A newsletter list.
CREATE TABLE lists (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  created_at timestamptz NOT NULL
);

-- A person on a list.
CREATE TABLE subscribers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  list_id bigint NOT NULL REFERENCES lists(id) ON DELETE CASCADE,
  email text NOT NULL,
  -- The address as it is compared, see src/common/email.
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

-- A stored condition on the attributes of the people of a list.
CREATE TABLE segments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  list_id bigint NOT NULL REFERENCES lists(id) ON DELETE CASCADE,
  name text NOT NULL,
  conditions jsonb NOT NULL,
  -- What the conditions say, for Postgres.
  path jsonpath NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT segments_list_id_name_key UNIQUE (list_id, name)
);

-- A file that fills a list, and what became of its rows.
CREATE TABLE imports (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  list_id bigint NOT NULL REFERENCES lists(id) ON DELETE CASCADE,
  mode text NOT NULL CHECK (mode IN ('dry-run', 'apply')),
  state text NOT NULL CHECK (state IN ('receiving', 'queued', 'running', 'finished', 'failed')),
  row_counts jsonb NOT NULL,
  error text,
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  -- Rows whose name is a web address.
  web_addresses integer NOT NULL DEFAULT 0
);
CREATE INDEX imports_list ON imports (list_id);

-- An uploaded file waits here in pieces, so that any worker on any machine can read it.
CREATE TABLE import_chunks (
  import_id bigint NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
  position integer NOT NULL,
  bytes bytea NOT NULL,
  CONSTRAINT import_chunks_pkey PRIMARY KEY (import_id, "position")
);

-- Rows of a file that were not taken.
CREATE TABLE import_rejects (
  import_id bigint NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
  row_number integer NOT NULL,
  column_name text NOT NULL,
  value text NOT NULL,
  reason text NOT NULL
);
CREATE INDEX import_rejects_import ON import_rejects (import_id, row_number);

-- The latest erasure of everybody on a list.
CREATE TABLE list_erasures (
  list_id bigint PRIMARY KEY,
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  people integer NOT NULL,
  -- Anyone who joins after it was asked for has a higher id and stays.
  up_to bigint NOT NULL,
  -- How many are erased so far.
  erased integer NOT NULL DEFAULT 0,
  -- The id behind which to go on.
  position bigint NOT NULL DEFAULT 0,
  finished_at timestamptz,
  CONSTRAINT emptyings_list_id_fkey FOREIGN KEY (list_id) REFERENCES lists(id) ON DELETE CASCADE
);

-- One questionnaire put to people until a closing date in its own time zone.
CREATE TABLE surveys (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  title jsonb NOT NULL,
  languages text[] NOT NULL,
  -- Wall-clock time in time_zone; closes_at is the instant it comes to.
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
  -- Own words of the mails, by kind and language.
  letters jsonb NOT NULL DEFAULT '{}',
  -- The draft, as SurveyJS JSON; version_id is what people get.
  questionnaire jsonb NOT NULL,
  version_id bigint,
  state text NOT NULL CHECK (state IN ('draft', 'published', 'closed')),
  created_at timestamptz NOT NULL,
  published_at timestamptz,
  -- What is done about messages whose outcome nobody knows.
  uncertain_policy text NOT NULL DEFAULT 'ask' CHECK (uncertain_policy IN ('ask', 'accepted')),
  -- When mails may go out, in the survey zone; null: always. Days count from Monday, 1, to Sunday, 7.
  sending_window jsonb DEFAULT '{"to": "20:00", "days": [1, 2, 3, 4, 5, 6], "from": "07:00", "holidays": null}',
  -- Days between two mails of this survey to one person.
  gap_days integer NOT NULL DEFAULT 3 CHECK ((gap_days >= 0) AND (gap_days <= 60)),
  -- Reminders per person without an explicit override.
  max_reminders integer NOT NULL DEFAULT 2,
  -- Whether people may change what they have submitted, until the closing date; never in anonymous surveys.
  may_change_answers boolean NOT NULL DEFAULT false,
  -- The step of the editor that the questionnaire is at.
  edit_number integer NOT NULL DEFAULT 0,
  -- Whether free texts of an anonymous survey stay with the other answers; fixed at publication.
  texts_stay_with_answers boolean NOT NULL DEFAULT false,
  -- List columns by which an anonymous survey counts people; fixed at publication.
  group_columns text[] NOT NULL DEFAULT '{}',
  CONSTRAINT surveys_check CHECK (NOT (may_change_answers AND (privacy = 'anonymous'))),
  CONSTRAINT surveys_most_reminders_check CHECK ((max_reminders >= 0) AND (max_reminders <= 10))
);
CREATE TRIGGER surveys_take_their_responses BEFORE DELETE ON surveys FOR EACH ROW EXECUTE FUNCTION delete_responses_of_survey();

-- A published questionnaire: its source, and the plan compiled from it.
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

-- What an import could not take over, until staff have dealt with it.
CREATE TABLE import_reports (
  survey_id bigint NOT NULL REFERENCES surveys(id) ON DELETE CASCADE,
  -- The step of the editor that the file came in with; 0 where the survey began with it.
  number integer NOT NULL,
  -- Codes with their values.
  notes jsonb NOT NULL,
  CONSTRAINT import_reports_pkey PRIMARY KEY (survey_id, number)
);

-- Every step of the editor, so that each can be undone and done again.
CREATE TABLE questionnaire_edits (
  survey_id bigint NOT NULL REFERENCES surveys(id) ON DELETE CASCADE,
  number integer NOT NULL,
  questionnaire jsonb NOT NULL,
  -- What was done, as a code with its values.
  summary jsonb NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  CONSTRAINT questionnaire_edits_pkey PRIMARY KEY (survey_id, number)
);

-- Pictures of questionnaires, by the SHA-256 of their bytes: nothing is fetched from elsewhere.
CREATE TABLE images (
  hash text PRIMARY KEY,
  content_type text NOT NULL CHECK (content_type IN ('image/png', 'image/jpeg', 'image/webp', 'image/gif')),
  bytes bytea NOT NULL CHECK (length(bytes) <= 1000000),
  created_at timestamptz NOT NULL
);

-- One subscriber asked to answer one survey; every mail about it carries the same personal link.
CREATE TABLE participants (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  survey_id bigint NOT NULL REFERENCES surveys(id) ON DELETE CASCADE,
  subscriber_id bigint NOT NULL REFERENCES subscribers(id) ON DELETE CASCADE,
  participation text NOT NULL DEFAULT 'not_started'
    CHECK (participation IN ('not_started', 'opened', 'partial', 'completed', 'screened_out', 'declined')),
  enrolled_at timestamptz NOT NULL,
  -- In identified surveys alone: an exact time would lead to the response.
  completed_at timestamptz,
  -- The day in the survey zone.
  completed_on date,
  snoozed_until timestamptz,
  -- How far they were when they declined, so that it can be undone.
  declined_from text,
  -- What the group columns held at enrolment, or at publication; empty text where nothing.
  group_values text[],
  -- Whether somebody who came after the groups were formed has joined one, with at least four others.
  has_joined_group boolean NOT NULL DEFAULT false,
  CONSTRAINT participants_survey_id_subscriber_id_key UNIQUE (survey_id, subscriber_id)
) WITH (fillfactor=90);
CREATE INDEX participants_participation ON participants (survey_id, participation);
CREATE INDEX participants_subscriber ON participants (subscriber_id);

-- Where the participants of a survey come from.
CREATE TABLE enrolments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  survey_id bigint NOT NULL REFERENCES surveys(id) ON DELETE CASCADE,
  list_id bigint NOT NULL REFERENCES lists(id) ON DELETE CASCADE,
  segment_id bigint REFERENCES segments(id),
  -- It takes in those who join the list later.
  follows boolean NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT enrolments_survey_id_list_id_segment_id_key UNIQUE NULLS NOT DISTINCT (survey_id, list_id, segment_id)
);
CREATE INDEX enrolments_followed ON enrolments (list_id) WHERE follows;

-- People erased from anonymous surveys, as numbers: erasing somebody must not move a total that is shown.
CREATE TABLE departed_participants (
  survey_id bigint NOT NULL REFERENCES surveys(id) ON DELETE CASCADE,
  participation text NOT NULL,
  completed_on date,
  invited boolean NOT NULL,
  people integer NOT NULL CHECK (people > 0),
  CONSTRAINT departed_participants_survey_id_participation_completed_on__key UNIQUE NULLS NOT DISTINCT (survey_id, participation, completed_on, invited)
);

-- The rate of everything (all), and of each mail provider that has or had a limit; shared by all workers.
CREATE TABLE paces (
  name text PRIMARY KEY,
  -- The next moment at which a mail may go.
  next_free_at timestamptz NOT NULL,
  -- Mails per second that staff allow; null: no limit.
  rate double precision CHECK (rate > (0)::double precision),
  -- Mails per second before the server complained.
  was double precision,
  -- Mails per second right after the last complaint.
  slowed_to double precision,
  slowed_at timestamptz,
  slowed_because text
);

-- Which provider takes the mail of a domain, as far as its MX records say.
CREATE TABLE mail_domains (
  domain text PRIMARY KEY,
  provider text NOT NULL,
  looked_up_at timestamptz NOT NULL
);

-- How many mails one address may get over all surveys within a number of days. One row; both null: no cap.
CREATE TABLE mail_caps (
  name text PRIMARY KEY CHECK (name = 'all'),
  most integer CHECK (most > 0),
  days integer CHECK (days > 0),
  CONSTRAINT mail_caps_check CHECK ((most IS NULL) = (days IS NULL))
);

-- What is failing now and is not tried before open_until; anyone who gets through removes the row.
CREATE TABLE breakers (
  name text NOT NULL,
  failures integer NOT NULL,
  reason text NOT NULL,
  opened_at timestamptz NOT NULL,
  open_until timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('server', 'sender', 'letter')),
  -- The sender address that failed.
  sender text,
  -- The one survey whose mails opened the breaker of the server.
  opened_with text,
  CONSTRAINT breakers_pkey PRIMARY KEY (kind, name)
);

-- One mailing of a survey.
CREATE TABLE waves (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  survey_id bigint NOT NULL REFERENCES surveys(id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('invitation', 'reminder')),
  state text NOT NULL
    CHECK (state IN ('scheduled', 'planning', 'sending', 'paused', 'held', 'finished', 'cancelled')),
  -- What staff asked for; due_at is the instant it comes to.
  send_at jsonb NOT NULL,
  due_at timestamptz NOT NULL,
  audience text NOT NULL CHECK (audience IN ('not_started', 'started', 'not_completed')),
  ignore_window boolean NOT NULL DEFAULT false,
  ignore_gap boolean NOT NULL DEFAULT false,
  ignore_canary boolean NOT NULL DEFAULT false,
  -- Why it is held; held_by says what holds it.
  held_reason text,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz,
  -- The first few percent have gone and were not refused.
  canary_passed_at timestamptz,
  -- No message is left that no claim has touched yet.
  fully_claimed boolean NOT NULL DEFAULT false,
  -- It stays open until the closing date and reaches each person at their own time.
  rolling boolean NOT NULL DEFAULT false,
  -- When planning last looked for people whose time has come in a rolling wave.
  joiners_checked_at timestamptz,
  segment_id bigint REFERENCES segments(id),
  -- It holds the reminders people asked for in the mails of that wave.
  on_request_of bigint UNIQUE REFERENCES waves(id) ON DELETE CASCADE,
  -- Why it may exceed the number of reminders, in the words of staff.
  exceeds_because text,
  -- Own words by language: {"de": {"subject": …, "body": …}}; what is missing is the survey's or the template's.
  words jsonb NOT NULL DEFAULT '{}',
  held_by text CHECK (held_by IN ('brake', 'letter'))
);
CREATE INDEX waves_open ON waves (due_at) WHERE state IN ('scheduled', 'planning', 'sending');
CREATE INDEX waves_survey ON waves (survey_id);

-- The ledger: one mail to one person. Two unique keys carry P1: one message per wave and person, one thank-you per person. No column that changes on the way is in an index (HOT).
CREATE TABLE messages (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  survey_id bigint NOT NULL,
  wave_id bigint REFERENCES waves(id) ON DELETE CASCADE,
  participant_id bigint NOT NULL REFERENCES participants(id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('invitation', 'reminder', 'thank_you')),
  -- What may follow what is drawn in docs/ledger.md.
  state text NOT NULL
    CHECK (state IN ('planned', 'handing_over', 'accepted', 'deferred', 'refused', 'uncertain', 'skipped')),
  -- Why it was skipped or refused, or what is unclear about it.
  reason text,
  attempts integer NOT NULL DEFAULT 0,
  -- When it is tried again; empty while no claim has touched it, and once it is settled for good.
  next_attempt_at timestamptz,
  -- The round it is or was under way with.
  claim_token uuid,
  -- The last words of the mail server.
  reply text,
  planned_at timestamptz NOT NULL,
  settled_at timestamptz,
  -- The mail provider whose pace it waits for, while that one is limited.
  throttled_by text,
  -- The mail server it was handed to last.
  server text,
  CONSTRAINT messages_wave_id_participant_id_key UNIQUE (wave_id, participant_id),
  CONSTRAINT messages_check CHECK ((kind = 'thank_you') = (wave_id IS NULL))
) WITH (fillfactor=65);
CREATE INDEX messages_again ON messages (wave_id, throttled_by, next_attempt_at, id) WHERE (next_attempt_at IS NOT NULL);
CREATE INDEX messages_participant ON messages (participant_id);
CREATE UNIQUE INDEX messages_one_thank_you ON messages (participant_id) WHERE (kind = 'thank_you');

-- Which messages are under way, with whom, until when. The sweep finds those whose lease is over.
CREATE TABLE rounds (
  token uuid PRIMARY KEY,
  lease_until timestamptz NOT NULL,
  messages bigint[] NOT NULL
);

-- How many messages of a wave are anything but planned, while only the first few percent may be.
CREATE TABLE canaries (
  wave_id bigint PRIMARY KEY REFERENCES waves(id) ON DELETE CASCADE,
  begun integer NOT NULL
);

-- What is known of addresses that refuse mail, so that a claim need not read the whole ledger.
CREATE TABLE refused_addresses (
  email_key text PRIMARY KEY,
  -- Nothing goes to it before; infinity where there is no such mailbox.
  until timestamptz,
  -- When its mailbox was full or took no mail, of the last 30 days, since it last took one; oldest first.
  soft_at timestamptz[] NOT NULL DEFAULT '{}'::timestamptz[]
);

-- What somebody has answered so far; gone with the submit. Never in anonymous surveys.
CREATE TABLE saved_answers (
  participant_id bigint REFERENCES participants(id) ON DELETE CASCADE,
  version_id bigint NOT NULL REFERENCES questionnaire_versions(id),
  answers jsonb NOT NULL,
  page integer NOT NULL,
  language text NOT NULL,
  begun_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- In pseudonymous surveys, in place of the participant.
  code text UNIQUE,
  -- A page that was left backwards with something wrong on it, as it was typed: {page, form}.
  unfinished jsonb,
  CONSTRAINT saved_answers_participant UNIQUE (participant_id),
  CONSTRAINT saved_answers_one_owner CHECK (num_nonnulls(participant_id, code) = 1)
);

-- A stored set of answers. Random ids, so that the id of an anonymous response tells no order; its participant and time stay empty.
CREATE TABLE responses (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  survey_id bigint NOT NULL,
  version_id bigint NOT NULL,
  participant_id bigint UNIQUE REFERENCES participants(id) ON DELETE CASCADE,
  answers jsonb NOT NULL,
  language text,
  submitted_at timestamptz,
  -- Of a pseudonymous response; only the secret key leads back from it.
  code text UNIQUE,
  via text NOT NULL DEFAULT 'personal' CHECK (via IN ('personal', 'open')),
  screened_out boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1,
  -- When the answers were last changed; revision counts the changes.
  changed_at timestamptz,
  -- In anonymous surveys: whether the row has been written anew among others since it came.
  is_mixed boolean NOT NULL DEFAULT false,
  -- The revision that is shown; null while none is. Without meaning in identified surveys, which show all.
  released_revision integer,
  -- The day on which somebody took a pseudonymous answer back; it leaves with the next release.
  withdrawn_on date,
  CONSTRAINT responses_version_of_survey FOREIGN KEY (survey_id, version_id) REFERENCES questionnaire_versions(survey_id, id),
  CONSTRAINT responses_check CHECK ((released_revision >= 1) AND (released_revision <= revision)),
  CONSTRAINT responses_check1 CHECK ((withdrawn_on IS NULL) OR (code IS NOT NULL)),
  CONSTRAINT responses_one_owner CHECK (num_nonnulls(participant_id, code) <= 1)
);
CREATE INDEX responses_survey ON responses (survey_id, id);
CREATE INDEX responses_to_mix ON responses (survey_id) WHERE ((participant_id IS NULL) AND (code IS NULL) AND (submitted_at IS NULL) AND (NOT is_mixed));
CREATE INDEX responses_waiting ON responses (survey_id, via) WHERE ((participant_id IS NULL) AND (released_revision IS DISTINCT FROM revision));

-- What a response said before it was changed.
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

-- A link that anybody may use, next to the personal ones.
CREATE TABLE open_links (
  survey_id bigint PRIMARY KEY REFERENCES surveys(id) ON DELETE CASCADE,
  -- Also what people type from a paper letter.
  slug text NOT NULL UNIQUE,
  is_on boolean NOT NULL DEFAULT false,
  -- Responses taken through it in one minute, all people together.
  per_minute integer NOT NULL DEFAULT 60 CHECK (per_minute > 0),
  created_at timestamptz NOT NULL
);

-- Counts of people by group in an anonymous survey, as they are shown.
CREATE TABLE group_snapshots (
  survey_id bigint PRIMARY KEY REFERENCES surveys(id) ON DELETE CASCADE,
  -- Participants up to this id are in the groups; anyone who came later joins by fives.
  formed_up_to bigint NOT NULL,
  -- For each column the values that are counted together as other.
  merged jsonb NOT NULL,
  -- How many had completed in all when the numbers were last renewed.
  completed integer NOT NULL,
  is_final boolean NOT NULL,
  -- For each column its groups.
  shown jsonb NOT NULL
);

-- People erased since they were in a group, as numbers: erasing somebody must not move a number.
CREATE TABLE departed_group_members (
  survey_id bigint NOT NULL REFERENCES surveys(id) ON DELETE CASCADE,
  group_values text[] NOT NULL,
  people integer NOT NULL,
  completed integer NOT NULL,
  CONSTRAINT departed_group_members_pkey PRIMARY KEY (survey_id, group_values)
);

-- What tells a restored or copied database from the one that mails were sent from. One row, written by the first start.
CREATE TABLE sending_guard (
  only_row boolean DEFAULT true PRIMARY KEY CHECK (only_row),
  -- Another one after each restore or copy.
  name uuid NOT NULL DEFAULT gen_random_uuid(),
  -- Where this row was written, with the two oids. A dump takes the row along, but not what these name.
  system_identifier text,
  database_oid oid NOT NULL,
  messages_oid oid NOT NULL,
  server_started_at timestamptz NOT NULL,
  -- Moves on all the time. An older state is behind what processes remember.
  seen_at timestamptz NOT NULL,
  -- While it is set nothing is sent.
  held_at timestamptz,
  held_because text
    CHECK (held_because IN ('another_database', 'older_state', 'unknown_database', 'backup_restored', 'by_hand')),
  -- What was written from then to lost_until is lost, as far as is known.
  lost_from timestamptz,
  lost_until timestamptz,
  -- Reminders wait for a confirmation of their own.
  reminders_held_at timestamptz,
  CONSTRAINT sending_guard_check CHECK ((held_at IS NULL) OR (held_because IS NOT NULL))
);

-- Mails of a trial, which go nowhere.
CREATE TABLE caught_mails (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  received_at timestamptz NOT NULL,
  envelope_from text NOT NULL,
  envelope_to text NOT NULL,
  subject text NOT NULL,
  raw bytea NOT NULL
);
CREATE INDEX caught_mails_envelope_to ON caught_mails (envelope_to);

-- Functions (database/functions):
--   allowed_rate(pace paces, now timestamp with time zone) → double precision
--   delete_responses_of_survey() → trigger
--   line_rate(pace paces, now timestamp with time zone) → double precision
--   plan_thank_yous(of_surveys bigint[], of_participants bigint[], due timestamp with time zone[]) → void
--   slowed_rate(pace paces, now timestamp with time zone) → double precision
--   store_responses(given jsonb, may_wait boolean, OUT outcome text, OUT kept jsonb) → SETOF record
