import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Pseudonyms } from '../../src/common/pseudonyms.js';
import { SignedTokens } from '../../src/common/signed-token.js';
import { startApp, type TestApp } from '../support/app.js';
import { postForm, startCampaign, twoPages } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const PEOPLE = 6;
const clock = FixedClock.inBerlin('2027-10-20T09:41');
let app: TestApp;
let surveyId: string;
let people: string[];
let codes: Pseudonyms;

beforeAll(async () => {
  app = await startApp({ clock });
  ({ surveyId } = await startCampaign(app, {
    questionnaire: twoPages,
    people: PEOPLE,
    privacy: 'pseudonymous',
    closesAt: '2027-11-12T23:59',
    mayChangeAnswers: true,
  }));
  people = (await app.rows<{ id: string }>('SELECT id FROM participants ORDER BY id')).map(({ id }) => id);
  codes = app.app.get(Pseudonyms, { strict: false });
});

afterAll(async () => {
  await app.close();
});

const linkOf = (id: string) => `/u/${app.app.get(SignedTokens, { strict: false }).sign('participation', id)}`;
const codeOf = (id: string) => codes.codesOf(id)[0];

test('answers are kept page by page under a code, and go on where they stopped', async () => {
  const [person = ''] = people;
  expect(
    (await postForm(app, linkOf(person), { page: '0', go: 'next', 'q.role': 'hauptamtlich' })).status,
  ).toBe(303);
  expect(await app.rows('SELECT participant_id, code, answers FROM saved_answers')).toEqual([
    { participant_id: null, code: codeOf(person), answers: { role: 'hauptamtlich' } },
  ]);
  expect(await (await fetch(app.url + linkOf(person))).text()).toContain('Ihr Wunsch');
});

test('a response bears the code and its day, the participant only the day', async () => {
  for (const person of people) {
    await postForm(app, linkOf(person), { page: '0', go: 'next', 'q.role': 'hauptamtlich' });
    expect(
      (await postForm(app, linkOf(person), { page: '1', go: 'submit', 'q.wish': `W${person}` })).status,
    ).toBe(303);
  }
  const responses = await app.rows<Record<string, unknown>>(
    'SELECT participant_id, code, submitted_at, answers FROM responses',
  );
  expect(responses).toHaveLength(PEOPLE);
  for (const person of people)
    expect(responses).toContainEqual({
      participant_id: null,
      code: codeOf(person),
      submitted_at: new Date('2027-10-19T22:00:00Z'),
      answers: { role: 'hauptamtlich', wish: `W${person}` },
    });
  expect(await app.rows('SELECT FROM participants WHERE completed_at IS NOT NULL')).toEqual([]);
  expect(await app.rows("SELECT FROM messages WHERE kind = 'thank_you'")).toHaveLength(PEOPLE);
  expect(await app.rows('SELECT FROM saved_answers')).toEqual([]);
});

test('the list says who has taken part and gives no way to the answers', async () => {
  const { body } = await app.api.get(`/surveys/${surveyId}/participants`);
  expect(body.items).toHaveLength(PEOPLE);
  for (const item of body.items as Record<string, unknown>[])
    expect(item).toMatchObject({ participation: 'completed', completedAt: null });
  expect(JSON.stringify(body)).not.toContain('/u/');
  for (const person of people) expect(JSON.stringify(body)).not.toContain(codeOf(person));
});

test('exports give codes, days and answers, and no address', async () => {
  await app.api.post(`/surveys/${surveyId}/close`);
  await app.sweep();
  await app.api.post(`/surveys/${surveyId}/reopen`);
  const csv = (await app.api.get(`/surveys/${surveyId}/responses?format=csv`)).body as string;
  expect(csv).toContain('response,code,day,language,version,via,screened_out,role,wish');
  expect(csv).toContain(`${codeOf(people[0] ?? '')},2027-10-20,de,1,personal,false,hauptamtlich,W`);
  const lines = (await app.api.get(`/surveys/${surveyId}/responses?format=ndjson`)).body as string;
  for (const text of [csv, lines]) {
    expect(text).not.toContain('leser.test');
    expect(text).not.toContain('09:41');
    expect(text).not.toContain('07:41');
  }
});

test('answers may be changed under the same code', async () => {
  const [person = ''] = people;
  expect((await postForm(app, linkOf(person), { go: 'change' })).status).toBe(303);
  expect((await postForm(app, linkOf(person), { page: '1', go: 'submit', 'q.wish': 'Neu' })).status).toBe(
    303,
  );
  expect(
    await app.rows('SELECT answers, revision, changed_at FROM responses WHERE code = $1', [codeOf(person)]),
  ).toEqual([
    {
      answers: { role: 'hauptamtlich', wish: 'Neu' },
      revision: 2,
      changed_at: new Date('2027-10-19T22:00:00Z'),
    },
  ]);
});

test('statistics count days, and fewer than five responses are not exported', async () => {
  const { body } = await app.api.get(`/surveys/${surveyId}/statistics`);
  expect(body.curve).toEqual([{ at: '2027-10-20T21:59:00.000Z', completed: PEOPLE }]);
  const small = await startCampaign(app, { people: 1, privacy: 'pseudonymous' });
  const export_ = await app.api.get(`/surveys/${small.surveyId}/responses`);
  expect([export_.status, export_.body.code]).toEqual([422, 'responses.too_few']);
});
