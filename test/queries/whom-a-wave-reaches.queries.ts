import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { PreparedStatements } from '../../src/database/prepared-statements.js';
import { claimOfWave } from '../../src/ledger/claims/claim.queries.js';
import { type AudiencePreview, planChunk, previewAudience } from '../../src/ledger/planning/plan.queries.js';
import { audiences } from '../../src/ledger/states/wave.entity.js';
import { waveKinds } from '../../src/letters/wave-words.js';
import { participations } from '../../src/participants/participant.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { FixedClock } from '../support/fixed-clock.js';

const now = new Date('2027-11-05T09:00:00Z');
const DAY = 86_400_000;
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ clock: new FixedClock(now), env: { ROLES: 'web' } });
});

afterAll(async () => {
  await app.close();
});

const daysAgo = fc.integer({ min: 0, max: 40 });
const mail = fc
  .record({
    wave: fc.constantFrom('invitation', 'reminder1', 'reminder2', 'reminder3', 'request', 'other1', 'other2'),
    state: fc.constantFrom(
      'accepted',
      'accepted',
      'refused',
      'uncertain',
      'skipped',
      'handing_over',
      'deferred',
    ),
    daysAgo,
  })
  // What another wave still has to send is left to the claim: if that wave is cancelled, this one goes out.
  .filter(({ wave, state }) => wave !== 'request' || state !== 'deferred');
const person = fc.record({
  role: fc.constantFrom('ehrenamtlich', 'hauptamtlich', ''),
  left: fc.integer({ min: 0, max: 9 }),
  suppressed: fc.integer({ min: 0, max: 9 }),
  participation: fc.constantFrom(...participations),
  snoozed: fc.option(fc.integer({ min: -2, max: 3 }), { freq: 4 }),
  mails: fc.uniqueArray(mail, { maxLength: 6, selector: ({ wave }) => wave }),
});
const campaign = fc.record({
  people: fc.array(person, { minLength: 1, maxLength: 25 }),
  kind: fc.constantFrom(...waveKinds, 'reminder' as const),
  audience: fc.constantFrom(...audiences),
  ignoreGap: fc.boolean(),
  isSegment: fc.boolean(),
  exceedsBecause: fc.constantFrom(null, 'Sie haben ausdrücklich darum gebeten.'),
  gapDays: fc.constantFrom(0, 3, 7),
  mostReminders: fc.constantFrom(0, 1, 2),
  cap: fc.constantFrom(null, { most: 2, days: 14 }, { most: 3, days: 30 }),
});
type Mail = typeof mail extends fc.Arbitrary<infer T> ? T : never;
type Made = typeof campaign extends fc.Arbitrary<infer T> ? T : never;

/** What chance brings about too seldom: a mail of yesterday, a cap that is reached, and a limit of reminders. */
const nobodySpecial = {
  role: '',
  left: 1,
  suppressed: 1,
  participation: 'not_started',
  snoozed: null,
} as const;
const usual = {
  audience: 'not_completed',
  ignoreGap: false,
  isSegment: false,
  exceedsBecause: null,
  gapDays: 3,
  mostReminders: 2,
  cap: { most: 2, days: 14 },
} as const;
const mailed = (wave: string, days: number) => ({ wave, state: 'accepted', daysAgo: days }) as Mail;
const rarely: Record<'often' | 'enough' | 'audience' | 'recently', Made> = {
  recently: {
    ...usual,
    kind: 'reminder',
    people: [{ ...nobodySpecial, mails: [mailed('invitation', 1)] }],
  },
  audience: {
    ...usual,
    kind: 'reminder',
    audience: 'started',
    people: [{ ...nobodySpecial, mails: [mailed('invitation', 30)] }],
  },
  often: {
    ...usual,
    kind: 'invitation',
    people: [{ ...nobodySpecial, mails: [mailed('other1', 5), mailed('other2', 6)] }],
  },
  enough: {
    ...usual,
    kind: 'reminder',
    people: [
      {
        ...nobodySpecial,
        mails: [
          mailed('invitation', 30),
          mailed('reminder1', 20),
          mailed('reminder2', 16),
          mailed('request', 15),
        ],
      },
    ],
  },
};

test('what staff are shown before is what planning and the claim at the last moment do, for anybody', async () => {
  const reasons = new Set<string>();
  await fc.assert(
    fc.asyncProperty(campaign, async (made) => {
      const { surveyId, segmentId } = await place(made);
      const { kind, audience, ignoreGap, exceedsBecause } = made;
      const proposed = { surveyId, kind, audience, ignoreGap, segmentId, exceedsBecause };
      const shown = await previewAudience(app.database, proposed, { at: now, isNow: true });

      const wave = await waveRow(surveyId, kind, 'planning', made, segmentId);
      await planChunk(app.database, wave, '0', 1000, now);
      expect(await outcome(wave)).toEqual(expected('planned', shown));

      // As if all had been planned long ago and only the claim knew better.
      await app.rows(
        "UPDATE messages SET state = 'planned', reason = NULL, settled_at = NULL WHERE wave_id = $1",
        [wave],
      );
      await app.rows("UPDATE waves SET state = 'sending' WHERE id = $1", [wave]);
      await claimAll(wave);
      expect(await outcome(wave)).toEqual(expected('handing_over', shown));
      for (const reason of Object.keys(shown.skipped)) reasons.add(reason);
    }),
    { numRuns: 120, examples: [[rarely.recently], [rarely.often], [rarely.enough], [rarely.audience]] },
  );
  // The generated people have met every reason that depends on people.
  for (const reason of ['suppressed', 'unsubscribed', 'completed', 'declined', 'snoozed', 'not_in_segment'])
    expect(reasons).toContain(reason);
  for (const reason of [
    'already_invited',
    'not_invited',
    'not_in_audience',
    'reminded_enough',
    'mailed_recently',
    'mailed_often',
  ])
    expect(reasons).toContain(reason);
}, 120_000);

async function place(made: Made) {
  // Emptying every table anew for each of 120 lists would take longer than all the rest.
  for (const table of ['surveys', 'lists', 'suppressions']) await app.rows(`DELETE FROM ${table}`);
  const { most = null, days = null } = made.cap ?? {};
  await app.rows('UPDATE mail_caps SET most = $1, days = $2', [most, days]);
  await app.rows(
    `INSERT INTO lists (id, name, created_at) OVERRIDING SYSTEM VALUE
     VALUES (1, 'Newsletter', now()), (2, 'Zweiter', now())`,
  );
  await app.rows(
    `INSERT INTO segments (id, list_id, name, conditions, path, created_at) OVERRIDING SYSTEM VALUE
     VALUES (1, 1, 'Ehrenamt', '{}', '$.role == "ehrenamtlich"', now())`,
  );
  for (const survey of [1, 2]) await surveyRow(made, survey);
  const waves: Record<string, string> = {};
  for (const name of ['invitation', 'reminder1', 'reminder2', 'reminder3'])
    waves[name] = await waveRow('1', name === 'invitation' ? name : 'reminder', 'finished');
  waves['request'] = await waveRow('1', 'reminder', 'sending', null, null, waves['invitation']);
  for (const name of ['other1', 'other2']) waves[name] = await waveRow('2', 'invitation', 'finished');

  const people = made.people.map((one, index) => ({ ...one, email: `p${index}@leser.test` }));
  // The same person is on a second list, where another survey has written to them.
  await app.rows(
    `WITH person AS (
       SELECT * FROM jsonb_to_recordset($1) AS p (email text, attributes jsonb, unsubscribed_at timestamptz,
         participation text, snoozed_until timestamptz)
     ), subscriber AS (
       INSERT INTO subscribers (list_id, email, email_key, attributes, unsubscribed_at, created_at, updated_at)
       SELECT l.id, email, email, attributes, unsubscribed_at, $2, $2 FROM person, lists l
       RETURNING id, list_id, email
     )
     INSERT INTO participants (survey_id, subscriber_id, participation, enrolled_at, snoozed_until)
     SELECT s.list_id, s.id, p.participation, $3, p.snoozed_until FROM subscriber s JOIN person p USING (email)`,
    [
      JSON.stringify(
        people.map(({ email, role, left, participation, snoozed }) => ({
          email,
          attributes: role === '' ? {} : { role },
          unsubscribed_at: left === 0 ? now : null,
          participation,
          snoozed_until: snoozed === null ? null : new Date(now.getTime() + snoozed * DAY - 1000),
        })),
      ),
      now,
      new Date(now.getTime() - 50 * DAY),
    ],
  );
  await app.rows(
    "INSERT INTO suppressions (email_key, reason, created_at) SELECT unnest($1::text[]), 'manual', now()",
    [people.filter(({ suppressed }) => suppressed === 0).map(({ email }) => email)],
  );
  await app.rows(
    `INSERT INTO messages (survey_id, wave_id, participant_id, kind, state, planned_at, settled_at)
     SELECT w.survey_id, w.id, p.id, w.kind, m.state, m.at, m.at
     FROM jsonb_to_recordset($1) AS m (email text, wave bigint, state text, at timestamptz)
     JOIN waves w ON w.id = m.wave JOIN subscribers s ON s.email = m.email
     JOIN participants p ON p.subscriber_id = s.id AND p.survey_id = w.survey_id`,
    [
      JSON.stringify(
        people.flatMap(({ email, mails }) =>
          mails.map(({ wave, state, daysAgo: age }) => ({
            email,
            wave: waves[wave],
            state,
            at: new Date(now.getTime() - age * DAY - 1000),
          })),
        ),
      ),
    ],
  );
  return { surveyId: '1', segmentId: made.isSegment ? '1' : null };
}

async function surveyRow({ gapDays, mostReminders }: Made, id: number): Promise<void> {
  await app.rows(
    `INSERT INTO surveys (id, title, languages, closes_at_local, time_zone, closes_at, privacy, sender_name, sender_email,
       questionnaire, state, created_at, gap_days, max_reminders)
     OVERRIDING SYSTEM VALUE
     VALUES ($5, $1, '{de}', '2027-11-12T23:59', 'Europe/Berlin', '2027-11-12T22:59Z', 'identified', 'Büro', 'b@netz.test',
       '{}', 'published', $2, $3, $4)`,
    [JSON.stringify({ de: `Umfrage ${id}` }), now, gapDays, mostReminders, id],
  );
}

async function waveRow(
  surveyId: string,
  kind: string,
  state: string,
  made: Made | null = null,
  segmentId: string | null = null,
  onRequestOf: string | null = null,
): Promise<string> {
  const started = new Date(now.getTime() - (made ? 0 : 41 * DAY));
  const [row] = await app.rows<{ id: string }>(
    `INSERT INTO waves (survey_id, kind, state, send_at, due_at, audience, created_at, started_at, finished_at, ignore_gap,
       exceeds_because, segment_id, on_request_of, rolling)
     VALUES ($1, $2, $3, '{"at":"now"}', $4, $5, $4, $4, $6, $7, $8, $9, $10, $10::bigint IS NOT NULL) RETURNING id`,
    [
      surveyId,
      kind,
      state,
      started,
      made?.audience ?? 'not_completed',
      state === 'finished' ? now : null,
      made?.ignoreGap ?? false,
      made?.exceedsBecause ?? null,
      segmentId,
      onRequestOf,
    ],
  );
  return row?.id ?? '';
}

async function claimAll(wave: string): Promise<void> {
  const statements = app.app.get(PreparedStatements, { strict: false });
  const leaseUntil = new Date(now.getTime() + 30_000);
  for (let touched = 1; touched > 0;) {
    const turn = { token: randomUUID(), now, leaseUntil, limit: 10, probing: false, finished: [] };
    const { messages, putAside } = await claimOfWave(statements, wave, '0', turn, false);
    touched = messages.length + putAside;
  }
}

/** How many messages of a wave are in each state, and of the skipped ones for each reason. */
async function outcome(wave: string): Promise<Record<string, number>> {
  const rows = await app.rows<{ outcome: string; count: number }>(
    'SELECT coalesce(reason, state) AS outcome, count(*)::int AS count FROM messages WHERE wave_id = $1 GROUP BY 1',
    [wave],
  );
  return Object.fromEntries(rows.map((row) => [row.outcome, row.count]));
}

function expected(state: string, { recipients, skipped }: AudiencePreview): Record<string, number> {
  return { ...(recipients > 0 && { [state]: recipients }), ...skipped };
}
