import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PreparedStatements } from '../../src/database/prepared-statements.js';
import { ResponseStore } from '../../src/responses/response-store.js';
import { storeResponses, type Submission, type ToStore } from '../../src/responses/store-response.queries.js';
import { HandOverInProgress } from '../../src/responses/hand-over-guard.js';
import { startApp, type TestApp } from '../support/app.js';
import { scheduleWave, startCampaign } from '../support/campaign.js';

let app: TestApp;
let store: ResponseStore;
let statements: PreparedStatements;
let survey: { id: string; version: string };
let people: string[];

beforeAll(async () => {
  app = await startApp();
  store = app.app.get(ResponseStore, { strict: false });
  statements = app.app.get(PreparedStatements, { strict: false });
  const { surveyId } = await startCampaign(app, { people: 20 });
  const [found] = await app.rows<{ id: string; version: string }>(
    'SELECT id, version_id AS version FROM surveys WHERE id = $1',
    [surveyId],
  );
  if (!found) throw new Error('no survey');
  survey = found;
  people = (await app.rows<{ id: string }>('SELECT id FROM participants ORDER BY id')).map(({ id }) => id);
});

afterAll(async () => {
  await app.close();
});

const now = new Date('2027-10-01T10:00:00Z');
const next = () => people.shift() ?? '';

function by(participantId: string, more: Partial<Submission> = {}): Submission {
  return {
    owner: { participantId, privacy: 'identified', codes: ['AAAA-BBBB'] },
    surveyId: survey.id,
    versionId: survey.version,
    timeZone: 'Europe/Berlin',
    known: null,
    answersWith: (kept) => ({ ...kept, wish: 'mehr' }),
    language: 'de',
    screenedOut: false,
    ...more,
  };
}

function toStore(submission: Submission, more: Partial<ToStore> = {}): ToStore {
  const answers = submission.answersWith({});
  return { submission, answers, known: null, now, mayBeMailed: false, ...more };
}

async function storedOf(participant: string) {
  return app.rows(
    `SELECT r.answers, p.participation, (SELECT count(*)::int FROM messages m WHERE m.participant_id = p.id) AS mails
     FROM participants p LEFT JOIN responses r ON r.participant_id = p.id WHERE p.id = $1`,
    [participant],
  );
}

/** Holds a participation in a transaction of somebody else until the work is done. */
async function whileHeld(participant: string, work: () => Promise<void>): Promise<void> {
  await app.database.transaction(async (tx) => {
    await tx.query('SELECT FROM participants WHERE id = $1 FOR NO KEY UPDATE', [participant]);
    await work();
  });
}

test('of two submits of one person in one trip the first is stored, and the second finds it there when it comes alone', async () => {
  const [first, second] = [next(), next()];
  const outcomes = await storeResponses(
    statements,
    [first, second, first].map((person) => toStore(by(person))),
  );
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['stored', 'stored', 'busy']);
  expect(await storeResponses(statements, [toStore(by(first))], { mayWait: true })).toEqual([
    { outcome: 'there_already', kept: null },
  ]);
  for (const person of [first, second])
    expect(await storedOf(person)).toEqual([
      { answers: { wish: 'mehr' }, participation: 'completed', mails: 1 },
    ]);
});

test('nobody waits for a participation that somebody else holds', async () => {
  const [held, free] = [next(), next()];
  await whileHeld(held, async () => {
    const outcomes = await storeResponses(
      statements,
      [held, free].map((person) => toStore(by(person))),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['busy', 'stored']);
  });
  expect(await storedOf(held)).toMatchObject([{ participation: 'not_started' }]);
});

test('anyone who is held up is stored as soon as the other is done, and the others at once', async () => {
  const [held, free] = [next(), next()];
  let waiting: Promise<boolean> | undefined;
  await whileHeld(held, async () => {
    waiting = store.store(by(held), now, false);
    expect(await store.store(by(free), now, false)).toBe(true);
    expect(await storedOf(held)).toMatchObject([{ answers: null }]);
  });
  expect(await waiting).toBe(true);
  expect(await storedOf(held)).toMatchObject([{ answers: { wish: 'mehr' } }]);
});

test('what a second tab has kept meanwhile is put together with the rest', async () => {
  const person = next();
  await app.rows(
    `INSERT INTO saved_answers (participant_id, version_id, answers, page, language, begun_at, updated_at)
     VALUES ($1, $2, '{"role": "ehrenamtlich", "age": 1.0}', 0, 'de', $3, $3)`,
    [person, survey.version, now],
  );
  const [outcome] = await storeResponses(statements, [toStore(by(person))]);
  expect(outcome).toMatchObject({ outcome: 'kept_otherwise' });
  expect(await storedOf(person)).toMatchObject([{ answers: null, participation: 'not_started' }]);

  expect(await store.store(by(person), now, false)).toBe(true);
  expect(await storedOf(person)).toMatchObject([{ answers: { role: 'ehrenamtlich', age: 1, wish: 'mehr' } }]);
  expect(await app.rows('SELECT FROM saved_answers WHERE participant_id = $1', [person])).toEqual([]);
});

test('nothing is stored while a reminder is being handed over, and it is after that', async () => {
  const person = next();
  const wave = await scheduleWave(app.api, survey.id, { kind: 'invitation', sendAt: '2099-10-01T10:00' });
  await app.rows(
    `INSERT INTO messages (survey_id, wave_id, participant_id, kind, state, planned_at)
     VALUES ($1, $2, $3, 'invitation', 'handing_over', $4)`,
    [survey.id, wave, person, now],
  );
  await expect(store.store(by(person), now, false)).rejects.toThrow(HandOverInProgress);
  expect(await storedOf(person)).toMatchObject([{ answers: null, participation: 'not_started' }]);
  expect(await store.store(by(person), now, true)).toBe(true);
});

test('one that the database refuses does not take the others with it', async () => {
  const [wrong, right] = [next(), next()];
  const [refused, stored] = await Promise.allSettled([
    store.store(by(wrong, { versionId: '999999' }), now, false),
    store.store(by(right), now, false),
  ]);
  expect(refused).toMatchObject({
    status: 'rejected',
    reason: { message: expect.stringContaining('version') },
  });
  expect(stored).toEqual({ status: 'fulfilled', value: true });
  expect(await storedOf(wrong)).toMatchObject([{ answers: null, participation: 'not_started' }]);
});

test('so many at once are stored in far fewer transactions, each with its own answers', async () => {
  const some = people.splice(0);
  const transactions = async () =>
    (await app.rows<{ xid: string }>('SELECT DISTINCT xmin::text AS xid FROM responses')).length;
  const before = await transactions();
  await Promise.all(
    some.map((person) => store.store(by(person, { answersWith: () => ({ wish: person }) }), now, false)),
  );
  expect((await transactions()) - before).toBe(1);
  const own = await app.rows("SELECT FROM responses WHERE answers ->> 'wish' = participant_id::text");
  expect(own.length).toBe(some.length);
});

test('no version goes while there are answers to it, and a survey takes its answers along', async () => {
  await expect(
    app.rows('DELETE FROM questionnaire_versions WHERE id = $1', [survey.version]),
  ).rejects.toThrow('foreign key');
  const left = async () =>
    app.rows(
      `SELECT (SELECT count(*)::int FROM responses) AS responses, (SELECT count(*)::int FROM messages) AS messages,
         (SELECT count(*)::int FROM questionnaire_versions) AS versions`,
    );
  expect(await left()).not.toContainEqual({ responses: 0, messages: 0, versions: 0 });
  await app.rows('DELETE FROM surveys WHERE id = $1', [survey.id]);
  expect(await left()).toEqual([{ responses: 0, messages: 0, versions: 0 }]);
});
