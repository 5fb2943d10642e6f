import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { findRequestFacts, planOnRequest } from '../../src/ledger/planning/on-request.queries.js';
import {
  isHandOverInProgress,
  type OptOutReason,
  skipForOptOut,
  undoOptOut,
} from '../../src/ledger/planning/undo-opt-out.queries.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Campaign, startCampaign } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const now = new Date('2027-11-05T09:00:00Z');
const later = new Date('2027-11-08T09:00:00Z');
let app: TestApp;
let campaign: Campaign;
let participant: string;
let subscriber: string;

beforeAll(async () => {
  app = await startApp({ clock: new FixedClock(now), env: { ROLES: 'web' } });
});

afterAll(async () => {
  await app.close();
});

beforeEach(async () => {
  for (const table of ['surveys', 'lists']) await app.rows(`DELETE FROM ${table}`);
  const { body } = await app.api.post('/lists', { name: 'Newsletter' });
  for (const name of ['p1', 'p2']) {
    await app.rows(
      `INSERT INTO subscribers (list_id, email, email_key, created_at, updated_at)
       VALUES ($1, $2, $2, $3, $3)`,
      [body.id, `${name}@leser.test`, now],
    );
  }
  campaign = await startCampaign(app, { people: 2, listId: body.id as string });
  [{ participant, subscriber } = { participant: '', subscriber: '' }] = await app.rows<{
    participant: string;
    subscriber: string;
  }>('SELECT id AS participant, subscriber_id AS subscriber FROM participants ORDER BY id');
});

test.each(['planned', 'deferred'])('what is %s is put aside, and planned again', async (state) => {
  const id = await wave('sending');
  await message(id, state, null);
  await skipForOptOut(app.database, { participant }, 'declined', now);
  expect(await messages()).toEqual([{ wave: id, state: 'skipped', reason: 'declined', at: null }]);
  expect(await undoOptOut(app.database, { participant }, 'declined', now)).toEqual([{ wave: id, at: now }]);
  expect(await messages()).toEqual([{ wave: id, state: 'planned', reason: null, at: now }]);
  expect(await undoOptOut(app.database, { participant }, 'declined', now)).toEqual([]);
});

test.each(['accepted', 'refused', 'uncertain', 'handing_over'])('what is %s is left alone', async (state) => {
  const id = await wave('sending');
  await message(id, state, null);
  await skipForOptOut(app.database, { participant }, 'declined', now);
  await undoOptOut(app.database, { participant }, 'declined', now);
  expect(await messages()).toMatchObject([{ state, reason: null }]);
});

test.each(['planning', 'sending', 'paused', 'held', 'finished', 'cancelled'])(
  'what a wave that is %s skipped comes back only while there is something to send',
  async (state) => {
    const id = await wave(state);
    await message(id, 'skipped', 'declined');
    const due = await undoOptOut(app.database, { participant }, 'declined', now);
    expect(due).toEqual(['finished', 'cancelled'].includes(state) ? [] : [{ wave: id, at: now }]);
  },
);

test('only what was missed for that reason comes back', async () => {
  for (const reason of [
    'declined',
    'snoozed',
    'unsubscribed',
    'completed',
    'mailed_recently',
    'snooze_undone',
  ]) {
    await message(await wave('sending'), 'skipped', reason);
  }
  for (const reason of ['declined', 'snoozed', 'unsubscribed'] satisfies OptOutReason[]) {
    expect(await undoOptOut(app.database, { participant }, reason, now)).toHaveLength(1);
  }
  expect((await messages()).filter(({ state }) => state === 'planned')).toHaveLength(3);
});

test('leaving the list concerns all of somebody’s surveys and nobody else', async () => {
  const other = await startCampaign(app, { people: 2, listId: campaign.listId });
  const first = await wave('sending');
  const second = await wave('sending', other.surveyId);
  await app.rows(
    `INSERT INTO messages (survey_id, wave_id, participant_id, kind, state, planned_at)
     SELECT w.survey_id, w.id, p.id, 'reminder', 'planned', $1 FROM waves w JOIN participants p ON p.survey_id = w.survey_id`,
    [now],
  );
  await skipForOptOut(app.database, { subscriber }, 'unsubscribed', now);
  const skipped = await app.rows(
    `SELECT DISTINCT p.subscriber_id AS subscriber, count(*) OVER ()::int AS count FROM messages m
     JOIN participants p ON p.id = m.participant_id WHERE m.state = 'skipped'`,
  );
  expect(skipped).toEqual([{ subscriber, count: 2 }]);
  const due = await undoOptOut(app.database, { subscriber }, 'unsubscribed', now);
  expect(due.map((row) => row.wave).toSorted()).toEqual([first, second].toSorted());
});

test('a reminder on request keeps its time, and is not put off itself', async () => {
  const invitation = await wave('finished');
  await message(invitation, 'accepted', null);
  const request = await planOnRequest(app.database.manager, participant, invitation, later, now);
  await skipForOptOut(app.database, { participant }, 'snoozed', now);
  expect((await messages()).at(-1)).toMatchObject({ wave: request.wave, state: 'planned', at: later });
  await skipForOptOut(app.database, { participant }, 'unsubscribed', now);
  expect((await messages()).at(-1)).toMatchObject({ state: 'skipped', at: null });
  expect(await undoOptOut(app.database, { participant }, 'unsubscribed', now)).toEqual([
    { wave: request.wave, at: later },
  ]);
});

test('of all that ask in mails of one wave there is one wave, and one message each', async () => {
  const invitation = await wave('finished');
  await message(invitation, 'accepted', null);
  const people = await app.rows<{ id: string }>('SELECT id FROM participants ORDER BY id');
  const asked = await Promise.all(
    [...people, ...people].map(({ id }) =>
      app.database.transaction((tx) => planOnRequest(tx, id, invitation, later, now)),
    ),
  );
  expect(new Set(asked.map((due) => due.wave)).size).toBe(1);
  expect(
    await app.rows("SELECT FROM messages WHERE kind = 'reminder' AND wave_id <> $1", [invitation]),
  ).toHaveLength(2);
  const [row] = await app.rows(
    `SELECT kind, state, rolling, ignore_gap, ignore_window, fully_claimed FROM waves WHERE on_request_of = $1`,
    [invitation],
  );
  expect(row).toEqual({
    kind: 'reminder',
    state: 'sending',
    rolling: true,
    ignore_gap: true,
    ignore_window: false,
    fully_claimed: true,
  });
  expect(await findRequestFacts(app.database, participant)).toMatchObject({
    waitsUntil: later,
    lastWave: invitation,
    lastWasRequested: false,
    requested: 'planned',
  });
});

test('what has gone out on request is not planned again, and a wave that had finished goes on', async () => {
  const invitation = await wave('finished');
  await message(invitation, 'accepted', null);
  const { wave: id } = await planOnRequest(app.database.manager, participant, invitation, later, now);
  await app.rows(
    "UPDATE messages SET state = 'accepted', next_attempt_at = NULL, settled_at = $2 WHERE wave_id = $1",
    [id, later],
  );
  await app.rows("UPDATE waves SET state = 'finished' WHERE id = $1", [id]);
  await planOnRequest(app.database.manager, participant, invitation, later, now);
  expect((await messages()).at(-1)).toMatchObject({ wave: id, state: 'accepted' });
  expect(await app.rows("SELECT FROM waves WHERE id = $1 AND state = 'sending'", [id])).toHaveLength(1);
  expect(await findRequestFacts(app.database, participant)).toMatchObject({
    lastWave: id,
    lastWasRequested: true,
  });
});

test('somebody is being mailed while a wave hands over to them, but not by a thank-you', async () => {
  const who = [{ participant }, { subscriber }];
  await app.rows(
    `INSERT INTO messages (survey_id, participant_id, kind, state, planned_at) VALUES ($1, $2, 'thank_you', 'handing_over', $3)`,
    [campaign.surveyId, participant, now],
  );
  for (const person of who) expect(await isHandOverInProgress(app.database, person)).toBe(false);
  await message(await wave('sending'), 'handing_over', null);
  for (const person of who) expect(await isHandOverInProgress(app.database, person)).toBe(true);
});

async function wave(state: string, surveyId = campaign.surveyId): Promise<string> {
  const [row] = await app.rows<{ id: string }>(
    `INSERT INTO waves (survey_id, kind, state, send_at, due_at, audience, created_at, started_at)
     VALUES ($1, 'reminder', $2, '{"at":"now"}', $3, 'not_completed', $3, $3) RETURNING id`,
    [surveyId, state, now],
  );
  return row?.id ?? '';
}

async function message(id: string, state: string, reason: string | null): Promise<void> {
  await app.rows(
    `INSERT INTO messages (survey_id, wave_id, participant_id, kind, state, reason, planned_at, settled_at)
     VALUES ($1, $2, $3, 'reminder', $4, $5, $6, CASE WHEN $4 IN ('planned', 'deferred') THEN NULL ELSE $6::timestamptz END)`,
    [campaign.surveyId, id, participant, state, reason, now],
  );
}

function messages() {
  return app.rows<{ wave: string; state: string; reason: string | null; at: Date | null }>(
    'SELECT wave_id AS wave, state, reason, next_attempt_at AS at FROM messages WHERE participant_id = $1 ORDER BY id',
    [participant],
  );
}
