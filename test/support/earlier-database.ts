import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/schema.js';
import { stepsBeforeFirstRelease } from '../../migrations/before-first-release/steps.js';

/** The steps from before the first release in the order in which they run. */
const steps = [...stepsBeforeFirstRelease].sort(
  (a, b) => Number(a.name.slice(-13)) - Number(b.name.slice(-13)),
);

/** How many steps the earliest build has that went to others, and the latest one. */
export const earliestSteps = 9;
export const latestSteps = steps.length;

/**
 * Makes in an empty database what a build from before the first release made, with rows in every table.
 *
 * @param count how many steps that build had: 9 or all
 */
export async function makeEarlierDatabase(url: string, count: number): Promise<void> {
  await runSteps(url, earliestSteps);
  await run(url, ROWS);
  if (count === earliestSteps) return;
  await runSteps(url, count);
  await run(url, LATER_ROWS);
}

async function runSteps(url: string, count: number): Promise<void> {
  const options = { ...dataSourceOptions(url), migrations: steps.slice(0, count) };
  const dataSource = await new DataSource(options).initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

const ROWS = `
  INSERT INTO staff_members (email, name, password_hash, created_at) VALUES ('eva@amt.test', 'Eva', '$argon2id$x', '2027-10-01Z');
  INSERT INTO staff_sessions VALUES ('\\x01', 1, '2027-10-01Z', '2027-10-02Z', '2027-10-03Z');
  INSERT INTO api_tokens (name, token_hash, created_at, last_used_at) VALUES ('tool', '\\x02', '2027-10-01Z', '2027-10-02Z');
  INSERT INTO idempotency_keys VALUES (1, 'key', '\\x03', 201, '{"id": "1"}', '2027-10-01Z');
  INSERT INTO audit_entries (at, actor, action, subject, detail) VALUES ('2027-10-01Z', 'token:tool', 'list.create', 'list:1', '{"n": 1}');
  INSERT INTO lists (name, created_at) VALUES ('Städtepartnerschaften', '2027-10-01Z');
  INSERT INTO subscribers (list_id, email, email_key, name, salutation, language, attributes, unsubscribed_at, created_at, updated_at)
    VALUES (1, 'Jo@leser.test', 'jo@leser.test', 'Jo', 'Hallo Jo', 'de', '{"district": "Nord"}', NULL, '2027-10-01Z', '2027-10-01Z'),
      (1, 'al@leser.test', 'al@leser.test', NULL, NULL, NULL, '{}', '2027-10-05Z', '2027-10-01Z', '2027-10-05Z');
  INSERT INTO suppressions (email_key, reason, note, created_at) VALUES ('no@leser.test', 'by_hand', 'by phone', '2027-10-01Z');
  INSERT INTO segments (list_id, name, conditions, path, created_at)
    VALUES (1, 'Nord', '[{"attribute": "district", "is": "equal", "value": "Nord"}]', '$.district == "Nord"', '2027-10-01Z');
  INSERT INTO imports (list_id, mode, state, row_counts, error, created_at, finished_at)
    VALUES (1, 'apply', 'finished', '{"added": 2}', NULL, '2027-10-01Z', '2027-10-01Z');
  INSERT INTO import_chunks VALUES (1, 0, '\\x656d61696c');
  INSERT INTO import_rejects VALUES (1, 3, 'email', 'x@', 'no address');
  INSERT INTO emptyings VALUES (1, 'token:tool', '2027-10-01Z', 2, 7, 0, 0, NULL);
  INSERT INTO surveys (title, languages, closes_at_local, time_zone, closes_at, privacy, sender_name, sender_email,
      questionnaire, state, created_at, published_at, sending_window, gap_days, may_change_answers, edit_number)
    VALUES ('{"de": "Umfrage"}', '{de,en}', '2027-11-12T18:00', 'Europe/Berlin', '2027-11-12T17:00Z', 'identified', 'Amt', 'umfrage@amt.test',
      '{"pages": []}', 'draft', '2027-10-01Z', '2027-10-02Z', NULL, 5, true, 3);
  INSERT INTO questionnaire_versions (survey_id, number, source, plan, created_at) VALUES (1, 1, '{"pages": []}', '{"pages": []}', '2027-10-02Z');
  UPDATE surveys SET version_id = 1, state = 'published';
  INSERT INTO import_reports VALUES (1, 0, '[{"code": "lss.lost"}]');
  INSERT INTO questionnaire_edits VALUES (1, 3, '{"pages": []}', '{"code": "begin"}', 'token:tool', '2027-10-01Z');
  INSERT INTO images VALUES ('abc', 'image/png', '\\x89', '2027-10-01Z');
  INSERT INTO participants (survey_id, subscriber_id, participation, enrolled_at, completed_at, completed_on, snoozed_until, declined_from)
    VALUES (1, 1, 'completed', '2027-10-03Z', '2027-10-05Z', '2027-10-05', NULL, NULL), (1, 2, 'declined', '2027-10-03Z', NULL, NULL, '2027-11-01Z', 'opened');
  INSERT INTO enrolments (survey_id, list_id, segment_id, follows, created_at) VALUES (1, 1, 1, true, '2027-10-03Z');
  INSERT INTO waves (survey_id, kind, state, send_at, due_at, audience, created_at, started_at, finished_at, words, picked_over)
    VALUES (1, 'invitation', 'finished', '{"at": "now"}', '2027-10-04Z', 'not_completed', '2027-10-04Z', '2027-10-04Z', '2027-10-04Z', '{"de": {"subject": "Ihre Meinung"}}', true),
      (1, 'reminder', 'sending', '{"at": "now"}', '2027-10-09Z', 'not_completed', '2027-10-04Z', '2027-10-09Z', NULL, '{}', false);
  INSERT INTO messages (survey_id, wave_id, participant_id, kind, state, reason, attempts, next_attempt_at, claim_token, reply, planned_at, settled_at, paced_by, server)
    VALUES (1, 1, 1, 'invitation', 'accepted', NULL, 1, NULL, NULL, '250 ok', '2027-10-04Z', '2027-10-04Z', NULL, 'relay:25'),
      (1, 1, 2, 'invitation', 'refused', 'refused', 1, NULL, NULL, '550 5.1.1 User unknown', '2027-10-04Z', '2027-10-04Z', NULL, 'relay:25'),
      (1, 2, 2, 'reminder', 'handing_over', NULL, 1, NULL, '6ba7b810-9dad-11d1-80b4-00c04fd430c8', NULL, '2027-10-09Z', NULL, NULL, NULL),
      (1, NULL, 1, 'thank_you', 'deferred', 'provider', 1, '2027-10-06Z', NULL, '451 later', '2027-10-05Z', NULL, 'leser.test', 'relay:25');
  INSERT INTO rounds VALUES ('6ba7b810-9dad-11d1-80b4-00c04fd430c8', '2027-10-09T00:02Z', '{3}');
  INSERT INTO paces VALUES ('leser.test', '2027-10-09Z', 5, 4, 2, '2027-10-09Z', '451 later');
  INSERT INTO mail_domains VALUES ('leser.test', 'leser.test', '2027-10-04Z');
  UPDATE mail_caps SET most = 4, days = 20;
  INSERT INTO breakers VALUES ('server', 3, 'connection refused', '2027-10-09Z', '2027-10-09T00:01Z');
  INSERT INTO saved_answers (participant_id, version_id, answers, page, language, begun_at, updated_at, unfinished)
    VALUES (2, 1, '{"q": 1}', 2, 'de', '2027-10-05Z', '2027-10-06Z', '{"page": 1}');
  INSERT INTO responses (id, survey_id, version_id, participant_id, answers, language, submitted_at, revision, changed_at)
    VALUES ('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 1, 1, 1, '{"q": 2}', 'de', '2027-10-05Z', 2, '2027-10-06Z');
  INSERT INTO response_revisions VALUES ('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 1, 1, '{"q": 1}', 'de', '2027-10-05Z');
  INSERT INTO open_links VALUES (1, 'abcd', true, 30, '2027-10-03Z');
  INSERT INTO caught_mails (received_at, envelope_from, envelope_to, subject, raw) VALUES ('2027-10-04Z', 'a@amt.test', 'jo@leser.test', 'Hallo', '\\x00');`;

const LATER_ROWS = `
  INSERT INTO staff_links VALUES ('\\x04', 'password', 1, '2027-10-01Z', '2027-10-02Z');
  INSERT INTO throttle_counts VALUES ('key', 3, 1800000000000);
  INSERT INTO refused_addresses VALUES ('full@leser.test', '2027-11-01Z', '{2027-10-01Z,2027-10-02Z}');
  INSERT INTO canaries VALUES (2, 1);
  INSERT INTO sending_guard (system_identifier, database_oid, messages_oid, server_started_at, seen_at)
    VALUES ('7', 1, 2, '2027-10-01Z', '2027-10-09Z');
  INSERT INTO group_snapshots VALUES (1, 2, '{"district": []}', 1, false, '{}');
  INSERT INTO departed_group_members VALUES (1, '{Nord}', 2, 1);
  INSERT INTO departed_participants VALUES (1, 'completed', '2027-10-05', true, 2);`;
