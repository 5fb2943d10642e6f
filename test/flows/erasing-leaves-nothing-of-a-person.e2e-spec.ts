import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Pseudonyms } from '../../src/common/pseudonyms.js';
import { IdempotencySweep } from '../../src/http/idempotency/idempotency-sweep.js';
import { SignedTokens } from '../../src/common/signed-token.js';
import { startApp, type TestApp, until } from '../support/app.js';
import { type CampaignOptions, postForm, startCampaign, twoPages } from '../support/campaign.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({
    env: { SECRET_KEY: 'the newer secret of this house,a secret that is long enough for tests' },
  });
});

afterAll(async () => {
  await app.close();
});

/** Somebody who is asked in a survey. */
interface Person {
  participant: string;
  subscriber: string;
  link: string;
}

async function peopleOf(options: CampaignOptions): Promise<{ listId: string; people: Person[] }> {
  const { surveyId, listId } = await startCampaign(app, {
    questionnaire: twoPages,
    mayChangeAnswers: true,
    ...options,
  });
  const rows = await app.rows<{ participant: string; subscriber: string }>(
    'SELECT id AS participant, subscriber_id AS subscriber FROM participants WHERE survey_id = $1 ORDER BY id',
    [surveyId],
  );
  const tokens = app.app.get(SignedTokens, { strict: false });
  const people = rows.map((row) => ({ ...row, link: `/u/${tokens.sign('participation', row.participant)}` }));
  return { listId, people };
}

const codesOf = ({ participant }: Person) => app.app.get(Pseudonyms, { strict: false }).codesOf(participant);
const begin = ({ link }: Person) => postForm(app, link, { page: '0', go: 'next', 'q.role': 'hauptamtlich' });
const finish = ({ link }: Person, wish: string) =>
  postForm(app, link, { page: '1', go: 'submit', 'q.wish': wish });
const erase = ({ subscriber }: Person) => app.api.call('DELETE', `/subscribers/${subscriber}`);

/** What the database holds of somebody, by number and by code. */
async function leftOf(person: Person) {
  const [left] = await app.rows<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM subscribers WHERE id = $1) AS subscribers,
       (SELECT count(*)::int FROM participants WHERE id = $2) AS participants,
       (SELECT count(*)::int FROM messages WHERE participant_id = $2) AS messages,
       (SELECT count(*)::int FROM saved_answers WHERE participant_id = $2 OR code = ANY($3)) AS kept,
       (SELECT count(*)::int FROM responses WHERE participant_id = $2 OR code = ANY($3)) AS responses`,
    [person.subscriber, person.participant, codesOf(person)],
  );
  return left;
}

const nothing = { subscribers: 0, participants: 0, messages: 0, kept: 0, responses: 0 };

test('who is erased leaves no answers behind that were kept page by page', async () => {
  for (const privacy of ['identified', 'pseudonymous'] as const) {
    const { people } = await peopleOf({ people: 2, privacy });
    const [gone, stays] = people as [Person, Person];
    await begin(gone);
    await begin(stays);
    expect(await leftOf(gone)).toMatchObject({ kept: 1 });

    expect((await erase(gone)).status).toBe(204);
    expect(await leftOf(gone)).toEqual(nothing);
    expect(await leftOf(stays)).toMatchObject({ subscribers: 1, participants: 1, kept: 1 });
    expect((await fetch(app.url + gone.link)).status).toBe(404);
    expect((await erase(gone)).status).toBe(404);
  }
});

test('answers kept under the code of an earlier secret go too', async () => {
  const { people } = await peopleOf({ people: 1, privacy: 'pseudonymous' });
  const [person] = people as [Person];
  await begin(person);
  const [present, earlier] = codesOf(person);
  await app.rows('UPDATE saved_answers SET code = $2 WHERE code = $1', [present, earlier]);
  expect((await erase(person)).status).toBe(204);
  expect(await leftOf(person)).toEqual(nothing);
});

test('a submitted response goes with its person where it bears them, and stays under its code where it does not', async () => {
  const left = { identified: nothing, pseudonymous: { ...nothing, responses: 1 } };
  for (const privacy of ['identified', 'pseudonymous'] as const) {
    const { people } = await peopleOf({ people: 1, privacy });
    const [person] = people as [Person];
    await begin(person);
    await finish(person, 'Austausch');
    // A change that is under way is a copy of the answers, and goes as everything that is only kept.
    await postForm(app, person.link, { go: 'change' });
    expect(await leftOf(person)).toMatchObject({ kept: 1, responses: 1, messages: 1 });
    expect((await erase(person)).status).toBe(204);
    expect(await leftOf(person)).toEqual(left[privacy]);
  }
});

test('emptying a list erases everybody on it and what its files told, and nobody else', async () => {
  const { people, listId } = await peopleOf({ people: 2500, privacy: 'pseudonymous' });
  const { people: others } = await peopleOf({ people: 1, privacy: 'pseudonymous' });
  const [other] = others as [Person];
  await begin(other);
  await app.rows(
    `INSERT INTO saved_answers (code, version_id, answers, page, language, begun_at, updated_at)
     SELECT code, (SELECT max(id) FROM questionnaire_versions), '{}', 0, 'de', now(), now() FROM unnest($1::text[]) AS code`,
    [people.map((person) => codesOf(person)[0])],
  );
  expect((await app.api.call('DELETE', `/lists/${listId}/subscribers`)).status).toBe(204);
  expect((await app.api.get(`/lists/${listId}`)).body).toMatchObject({ subscribers: 0 });
  expect(await app.rows('SELECT FROM imports WHERE list_id = $1', [listId])).toEqual([]);
  for (const person of [people[0], people[1249], people[2499]] as Person[])
    expect(await leftOf(person)).toEqual(nothing);
  const codes = people.flatMap((person) => codesOf(person));
  expect(await app.rows('SELECT FROM saved_answers WHERE code = ANY($1)', [codes])).toEqual([]);
  expect(await leftOf(other)).toMatchObject({ subscribers: 1, kept: 1 });
  expect((await app.api.call('DELETE', '/lists/999999/subscribers')).status).toBe(404);
});

/** Does both at the same moment, the first a breath earlier: both wait for the participation, and then get it in turn. */
async function atOnce({ participant }: Person, ...steps: (() => Promise<unknown>)[]): Promise<void> {
  const underWay: Promise<unknown>[] = [];
  await app.database.transaction(async (tx) => {
    await tx.query('SELECT FROM participants WHERE id = $1 FOR NO KEY UPDATE', [participant]);
    for (const step of steps) {
      underWay.push(step());
      await until('it waits for the participation', async () => {
        const waiting = await app.rows(
          "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        );
        return waiting.length === underWay.length;
      });
    }
  });
  await Promise.all(underWay);
}

/** What a person does at the moment of their erasure, and what they have done before. */
const doings: Record<
  string,
  { before: (person: Person) => Promise<unknown>; now: (person: Person) => Promise<unknown> }
> = {
  'keeping a page': { before: () => Promise.resolve(), now: begin },
  'submitting answers': { before: begin, now: (person) => finish(person, 'Austausch') },
  'opening answers for a change': {
    before: submitted,
    now: ({ link }) => postForm(app, link, { go: 'change' }),
  },
  'keeping a page of a change': { before: changing, now: begin },
  'submitting a change': { before: changing, now: (person) => finish(person, 'Begegnung') },
};

async function submitted(person: Person): Promise<void> {
  await begin(person);
  await finish(person, 'Austausch');
}

async function changing(person: Person): Promise<void> {
  await submitted(person);
  await postForm(app, person.link, { go: 'change' });
}

test.each(Object.keys(doings))(
  '%s at the moment of the erasure leaves nothing, whoever is first',
  async (name) => {
    const doing = doings[name];
    if (!doing) throw new Error(name);
    for (const privacy of ['identified', 'pseudonymous'] as const) {
      const { people } = await peopleOf({ people: 2, privacy });
      const [erasedFirst, doingFirst] = people as [Person, Person];
      await doing.before(erasedFirst);
      await doing.before(doingFirst);
      const had = { erasedFirst: await leftOf(erasedFirst), doingFirst: await leftOf(doingFirst) };
      await atOnce(
        erasedFirst,
        () => erase(erasedFirst),
        () => doing.now(erasedFirst),
      );
      await atOnce(
        doingFirst,
        () => doing.now(doingFirst),
        () => erase(doingFirst),
      );

      // Nothing leads to a pseudonymous response any more; it was promised to stay. One that comes too late is none.
      const stays = privacy === 'pseudonymous';
      const isSubmit = name === 'submitting answers';
      expect(await leftOf(erasedFirst)).toEqual({
        ...nothing,
        responses: stays ? (had.erasedFirst?.['responses'] ?? 0) : 0,
      });
      expect(await leftOf(doingFirst)).toEqual({
        ...nothing,
        responses: stays ? (isSubmit ? 1 : (had.doingFirst?.['responses'] ?? 0)) : 0,
      });
    }
  },
);

test('what calls were answered names nobody who is erased, and a call sent again still does nothing', async () => {
  const { people } = await peopleOf({ people: 2 });
  const [gone] = people;
  const suppress = (email: string) =>
    app.api.post('/suppressions', { email }, { 'idempotency-key': email.slice(0, 2) });
  await suppress('p1@leser.test');
  await suppress('p2@leser.test');
  await app.rows("UPDATE idempotency_keys SET created_at = created_at - interval '23 hours'");
  expect((await app.api.call('DELETE', `/subscribers/${gone?.subscriber ?? ''}`)).status).toBe(204);

  const kept = await app.rows<{ body: { email?: string } | null }>(
    'SELECT body FROM idempotency_keys ORDER BY key',
  );
  expect(kept.map(({ body }) => body?.email)).toEqual([undefined, 'p2@leser.test']);
  const again = await suppress('p1@leser.test');
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);

  await app.rows("UPDATE idempotency_keys SET created_at = created_at - interval '2 hours'");
  await app.app.get(IdempotencySweep, { strict: false }).run();
  expect(await app.rows('SELECT FROM idempotency_keys')).toEqual([]);
});
