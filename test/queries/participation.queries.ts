import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { participations, type Participation } from '../../src/participants/participant.entity.js';
import {
  decline,
  markChanged,
  markOpened,
  markPartial,
  snooze,
  undoDecline,
} from '../../src/participants/participation.queries.js';
import {
  enrolList,
  enrolmentOf,
  enrolmentsAfter,
  followedSource,
  noteEnrolment,
  previewEnrolment,
} from '../../src/participants/enrolment/enrolments.queries.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Campaign, startCampaign } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const now = new Date('2027-11-05T09:00:00Z');
let app: TestApp;
let campaign: Campaign;
let participant: string;

beforeAll(async () => {
  app = await startApp({ clock: new FixedClock(now), env: { ROLES: 'web' } });
});

afterAll(async () => {
  await app.close();
});

beforeEach(async () => {
  for (const table of ['surveys', 'lists', 'suppressions']) await app.rows(`DELETE FROM ${table}`);
  campaign = await startCampaign(app, { people: 2, listId: await listOf('p1', 'p2') });
  const [row] = await app.rows<{ id: string }>('SELECT id FROM participants ORDER BY id');
  participant = row?.id ?? '';
});

/** A list with these people on it. */
async function listOf(...names: string[]): Promise<string> {
  const { body } = await app.api.post('/lists', { name: `Liste ${names.join(' ')}` });
  await app.rows(
    `INSERT INTO subscribers (list_id, email, email_key, created_at, updated_at)
     SELECT $1, name || '@leser.test', name || '@leser.test', $3, $3 FROM unnest($2::text[]) AS name`,
    [body.id, names, now],
  );
  return body.id as string;
}

/** Puts the person into a state; `declinedFrom` is where they were before. */
async function put(state: Participation, declinedFrom: Participation | null = null): Promise<void> {
  await app.rows('UPDATE participants SET participation = $2, declined_from = $3 WHERE id = $1', [
    participant,
    state,
    declinedFrom,
  ]);
}

/** What the person is now; the other one has to be as they were. */
async function states(): Promise<[string, string | null]> {
  const rows = await app.rows<{ id: string; state: string; from: string | null }>(
    'SELECT id, participation AS state, declined_from AS from FROM participants ORDER BY id',
  );
  expect(rows.slice(1)).toMatchObject([{ state: 'not_started', from: null }]);
  return [rows[0]?.state ?? '', rows[0]?.from ?? null];
}

describe('how far somebody is', () => {
  test.each(participations)('who is %s and opens the questionnaire', async (state) => {
    await put(state);
    await markOpened(app.database, participant);
    expect(await states()).toEqual([state === 'not_started' ? 'opened' : state, null]);
  });

  test.each(participations)(
    'who is %s and answers a page takes part, unless it was all said',
    async (state) => {
      await put(state, state === 'declined' ? 'opened' : null);
      const isDone = ['completed', 'screened_out'].includes(state);
      expect(await markPartial(app.database, participant)).toBe(!isDone);
      expect(await states()).toEqual([isDone ? state : 'partial', null]);
    },
  );

  test.each(participations)('who is %s and does not want to take part', async (state) => {
    await put(state, state === 'declined' ? 'partial' : null);
    const mayDecline = ['not_started', 'opened', 'partial'].includes(state);
    expect(await decline(app.database, participant)).toBe(mayDecline);
    // What they had come to is kept, also where they decline twice.
    const from = mayDecline ? state : state === 'declined' ? 'partial' : null;
    expect(await states()).toEqual([mayDecline ? 'declined' : state, from]);
  });

  test.each(['not_started', 'opened', 'partial'] as const)(
    'who was %s, declines and takes it back is where they were',
    async (state) => {
      await put(state);
      await decline(app.database, participant);
      expect(await undoDecline(app.database, participant)).toBe(true);
      expect(await states()).toEqual([state, null]);
      expect(await undoDecline(app.database, participant)).toBe(false);
    },
  );

  test('who declined before it was noted from where begins anew', async () => {
    await put('declined');
    await undoDecline(app.database, participant);
    expect(await states()).toEqual(['not_started', null]);
  });

  test.each(['completed', 'screened_out'] as const)('answers that are changed may make it %s', async (to) => {
    await put('completed');
    await markChanged(app.database, participant, to);
    expect(await states()).toEqual([to, null]);
  });

  test('a snooze is of one person, and can be taken back', async () => {
    const until = new Date('2027-11-08T09:00:00Z');
    const snoozed = () => app.rows('SELECT snoozed_until AS until FROM participants ORDER BY id');
    await snooze(app.database, participant, until);
    expect(await snoozed()).toEqual([{ until }, { until: null }]);
    await snooze(app.database, participant, null);
    expect(await snoozed()).toEqual([{ until: null }, { until: null }]);
  });
});

describe('taking a list into a survey', () => {
  const enrol = (listId: string, segmentPath: string | null = null) =>
    enrolList(app.database, campaign.surveyId, { listId, segmentPath }, now);
  const preview = (listId: string, segmentPath: string | null = null) =>
    previewEnrolment(app.database, campaign.surveyId, { listId, segmentPath });

  test('counts each person once, and the preview says what will happen', async () => {
    // One is in from another list, one suppressed, one has left, one both, one outside, and one is new.
    const listId = await listOf('p1', 'gone', 'left', 'both', 'elsewhere', 'new');
    await app.rows(
      `INSERT INTO suppressions (email_key, reason, created_at)
       SELECT email_key, 'manual', $1 FROM subscribers WHERE list_id = $2 AND email_key ~ '^(gone|both)@'`,
      [now, listId],
    );
    await app.rows(
      `UPDATE subscribers SET unsubscribed_at = $1 WHERE list_id = $2 AND email_key ~ '^(left|both)@'`,
      [now, listId],
    );
    await app.rows(
      `UPDATE subscribers SET attributes = jsonb_build_object('ort', CASE WHEN email_key ~ '^elsewhere' THEN 'Ulm' ELSE 'Kiel' END)
       WHERE list_id = $1`,
      [listId],
    );
    const counts = { enrolled: 1, already: 1, suppressed: 2, unsubscribed: 1, outside: 1 };
    const path = '$.ort == "Kiel"';
    expect(await preview(listId, path)).toEqual(counts);
    expect(await enrol(listId, path)).toEqual(counts);
    expect(await enrol(listId, path)).toEqual({ ...counts, enrolled: 0, already: 2 });
    expect(await preview(listId, path)).toEqual({ ...counts, enrolled: 0, already: 2 });
    expect(await app.rows('SELECT FROM participants')).toHaveLength(3);
  });

  test('at the same time twice makes nobody a participant twice', async () => {
    const listId = await listOf('a', 'b', 'c');
    const [one, other] = await Promise.all([enrol(listId), enrol(listId)]);
    expect(one.enrolled + other.enrolled).toBe(3);
    expect(await app.rows('SELECT FROM participants')).toHaveLength(5);
  });
});

describe('what a survey follows', () => {
  const source = (listId: string) => ({ surveyId: campaign.surveyId, listId, segmentId: null });

  test.each<[string, boolean | undefined, boolean | undefined, boolean]>([
    ['nothing unless it is told to', undefined, undefined, false],
    ['on, once told', true, undefined, true],
    ['no longer, once told otherwise', true, false, false],
    ['from then on', false, true, true],
  ])('%s', async (_, first, then, follows) => {
    const listId = await listOf('a');
    await noteEnrolment(app.database, source(listId), first, now);
    expect(await noteEnrolment(app.database, source(listId), then, now)).toBe(follows);
    expect(await app.rows('SELECT FROM enrolments WHERE list_id = $1', [listId])).toHaveLength(1);
  });

  test('ends with the survey, and with its closing date to the moment', async () => {
    const listId = await listOf('a');
    await noteEnrolment(app.database, source(listId), true, now);
    const [row] = await app.rows<{ id: string }>('SELECT id FROM enrolments WHERE list_id = $1', [listId]);
    const id = row?.id ?? '';
    const closes = new Date('2027-11-12T22:59:00Z');
    await app.rows('UPDATE surveys SET closes_at = $1', [closes]);
    const at = (ms: number) => followedSource(app.database, id, new Date(closes.getTime() + ms));
    expect(await at(-1)).toEqual({ listId, segmentPath: null });
    expect(await at(0)).toBeNull();
    await app.rows("UPDATE surveys SET state = 'closed'");
    expect(await at(-1)).toBeNull();
  });

  test('is listed page by page, and is found only in its own survey', async () => {
    const lists = [await listOf('a'), await listOf('b'), await listOf('c')];
    for (const listId of lists) await noteEnrolment(app.database, source(listId), undefined, now);
    const page = await enrolmentsAfter(app.database, campaign.surveyId, '0', 100);
    const own = page.slice(-3);
    expect(own.map(({ listId }) => listId)).toEqual(lists);
    const [first] = own;
    const rest = await enrolmentsAfter(app.database, campaign.surveyId, first?.id ?? '', 1);
    expect(rest).toEqual(own.slice(1, 2));
    expect(await enrolmentOf(app.database, campaign.surveyId, first?.id ?? '')).toEqual(first);
    expect(await enrolmentOf(app.database, '999', first?.id ?? '')).toBeNull();
  });
});
