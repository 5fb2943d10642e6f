import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { claimOfWave } from '../../src/ledger/claims/claim.queries.js';
import { PreparedStatements } from '../../src/database/prepared-statements.js';
import { planChunk, previewAudience } from '../../src/ledger/planning/plan.queries.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Campaign, startCampaign } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const now = new Date('2027-11-05T09:00:00Z');
const clock = new FixedClock(now);
let app: TestApp;
let campaign: Campaign;
let person: string;

beforeAll(async () => {
  app = await startApp({ clock, env: { ROLES: 'web' } });
});

afterAll(async () => {
  await app.close();
});

beforeEach(async () => {
  for (const table of ['surveys', 'lists', 'suppressions', 'refused_addresses'])
    await app.rows(`DELETE FROM ${table}`);
  campaign = await campaignOfOne();
  [{ id: person } = { id: '' }] = await app.rows<{ id: string }>('SELECT id FROM participants');
});

function refusedUntil(until: string): string {
  return `INSERT INTO refused_addresses (email_key, until) VALUES ('p1@leser.test', '${until}')`;
}

/** What has to be true of the one person for the reason to be given. */
const facts: [reason: string | null, kind: 'invitation' | 'reminder', change: string[]][] = [
  [null, 'invitation', []],
  [null, 'reminder', ['invited']],
  [
    'suppressed',
    'invitation',
    ["INSERT INTO suppressions (email_key, reason, created_at) VALUES ('p1@leser.test', 'manual', now())"],
  ],
  ['unsubscribed', 'invitation', ['UPDATE subscribers SET unsubscribed_at = now()']],
  ['completed', 'reminder', ['invited', "UPDATE participants SET participation = 'completed'"]],
  ['screened_out', 'reminder', ['invited', "UPDATE participants SET participation = 'screened_out'"]],
  ['declined', 'reminder', ['invited', "UPDATE participants SET participation = 'declined'"]],
  ['snoozed', 'reminder', ['invited', "UPDATE participants SET snoozed_until = '2027-11-06T00:00Z'"]],
  [null, 'reminder', ['invited', "UPDATE participants SET snoozed_until = '2027-11-05T08:00Z'"]],
  ['already_invited', 'invitation', ['invited']],
  ['not_invited', 'reminder', []],
  ['not_invited', 'reminder', ['invited', "UPDATE messages SET state = 'refused'"]],
  ['mailed_recently', 'reminder', ['invited', "UPDATE messages SET settled_at = '2027-11-02T09:01Z'"]],
  [null, 'reminder', ['invited', "UPDATE messages SET settled_at = '2027-11-02T08:59Z'"]],
  ['refused_before', 'invitation', [refusedUntil('infinity')]],
  ['refused_before', 'reminder', ['invited', refusedUntil('2027-11-05T09:01Z')]],
  [null, 'reminder', ['invited', refusedUntil('2027-11-05T08:59Z')]],
  ['closed', 'reminder', ['invited', "UPDATE surveys SET closes_at = '2027-11-05T09:00Z'"]],
  ['closed', 'reminder', ['invited', "UPDATE surveys SET state = 'closed'"]],
];

describe('one rule says who is skipped and why', () => {
  test.each(facts)('%s for a %s after %j', async (reason, kind, changes) => {
    const early = await wave(kind);
    await plan(early);

    for (const change of changes) await (change === 'invited' ? invite() : app.rows(change));

    const preview = await previewAudience(
      app.database,
      {
        surveyId: campaign.surveyId,
        kind,
        audience: 'not_completed',
        ignoreGap: false,
        segmentId: null,
        exceedsBecause: null,
      },
      { at: now, isNow: false },
    );
    const planned = await wave(kind);
    await plan(planned);
    const [row] = await app.rows<{ reason: string | null }>(
      'SELECT reason FROM messages WHERE wave_id = $1',
      [planned],
    );

    expect(row?.reason).toBe(reason);
    expect(preview.skipped).toEqual(reason === null ? {} : { [reason]: 1 });

    // Planned before the facts came about: the claim must come to the same at the last moment.
    await app.rows(
      "UPDATE messages SET state = 'planned', reason = NULL, next_attempt_at = $2 WHERE wave_id = $1",
      [early, now],
    );
    await app.rows('DELETE FROM messages WHERE wave_id = $1', [planned]);
    expect(await claim(early)).toMatchObject(
      reason === null
        ? { messages: [{ participantId: person }], putAside: 0 }
        : { messages: [], putAside: 1 },
    );
    const [after] = await app.rows<{ state: string; reason: string | null }>(
      'SELECT state, reason FROM messages WHERE wave_id = $1',
      [early],
    );
    expect(after).toEqual({ state: reason === null ? 'handing_over' : 'skipped', reason });
  });
});

test.each([
  ['not_started', 'not_started', null],
  ['not_started', 'partial', 'not_in_audience'],
  ['started', 'opened', null],
  ['started', 'partial', null],
  ['started', 'not_started', 'not_in_audience'],
  ['not_completed', 'partial', null],
])('a reminder for %s reaches somebody who is %s: %s', async (audience, participation, reason) => {
  await invite();
  await app.rows('UPDATE participants SET participation = $1', [participation]);
  const id = await wave('reminder', audience);
  await plan(id);
  const [row] = await app.rows<{ reason: string | null }>('SELECT reason FROM messages WHERE wave_id = $1', [
    id,
  ]);
  expect(row?.reason).toBe(reason);
});

test('a paused wave gives nothing to claim', async () => {
  const id = await wave('invitation');
  await plan(id);
  await app.rows("UPDATE waves SET state = 'paused' WHERE id = $1", [id]);
  expect(await claim(id)).toMatchObject({ messages: [], putAside: 0 });
});

test('planning twice adds nobody twice', async () => {
  const id = await wave('invitation');
  expect(await plan(id)).toBe(1);
  expect(await plan(id)).toBe(0);
});

async function campaignOfOne(): Promise<Campaign> {
  const list = await app.api.post('/lists', { name: 'Newsletter' });
  const listId = list.body.id as string;
  await app.rows(
    `INSERT INTO subscribers (list_id, email, email_key, created_at, updated_at)
     VALUES ($1, 'p1@leser.test', 'p1@leser.test', $2, $2)`,
    [listId, now],
  );
  return startCampaign(app, { people: 1, listId });
}

async function wave(kind: string, audience = 'not_completed'): Promise<string> {
  const [row] = await app.rows<{ id: string }>(
    `INSERT INTO waves (survey_id, kind, state, send_at, due_at, audience, created_at, started_at)
     VALUES ($1, $2, 'sending', '{"at":"now"}', $4, $3, $4, $4) RETURNING id`,
    [campaign.surveyId, kind, audience, now],
  );
  return row?.id ?? '';
}

/** Plans a wave as its start does, and gives how many rows that wrote. */
async function plan(id: string): Promise<number> {
  await app.rows("UPDATE waves SET state = 'planning' WHERE id = $1", [id]);
  const { planned } = await planChunk(app.database, id, '0', 10, now);
  await app.rows("UPDATE waves SET state = 'sending' WHERE id = $1", [id]);
  return planned;
}

/** A month ago, so that a reminder may follow. */
async function invite(): Promise<void> {
  const id = await wave('invitation');
  await app.rows(
    `INSERT INTO messages (survey_id, wave_id, participant_id, kind, state, planned_at, settled_at)
     VALUES ($1, $2, $3, 'invitation', 'accepted', $4, $4)`,
    [campaign.surveyId, id, person, new Date('2027-10-05T09:00:00Z')],
  );
}

function claim(id: string) {
  const statements = app.app.get(PreparedStatements, { strict: false });
  const leaseUntil = new Date(now.getTime() + 30_000);
  const turn = { token: randomUUID(), now, leaseUntil, limit: 10, probing: false, finished: [] };
  return claimOfWave(statements, id, '0', turn, false);
}
