import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp, until } from '../support/app.js';
import { postForm, scheduleWave, startCampaign, twoPages, waveFinished } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const forMembers = {
  pages: [
    { elements: [{ type: 'radiogroup', name: 'member', choices: ['yes', 'no'] }] },
    { elements: [{ type: 'comment', name: 'wish' }] },
  ],
  triggers: [{ type: 'complete', expression: "{member} = 'no'" }],
};

const PEOPLE = 12;
const clock = FixedClock.inBerlin('2027-10-20T09:00');
let app: TestApp;
let surveyId: string;
/** Personal links in the order of enrolment, taken from the mails: the API never shows them here. */
let links: string[];

beforeAll(async () => {
  app = await startApp({ clock });
  const campaign = await startCampaign(app, {
    people: PEOPLE,
    privacy: 'anonymous',
    questionnaire: twoPages,
    closesAt: '2027-11-12T23:59',
  });
  surveyId = campaign.surveyId;
  await waveFinished(app, await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' }));
  links = await Promise.all(
    campaign.people.map(async (person) => {
      const [mail] = await app.mail.mailsTo(person);
      return /https:\/\/umfrage\.example\.org(\/u\/[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    }),
  );
});

afterAll(async () => {
  await app.close();
});

test('the API shows no personal links', async () => {
  const { body } = await app.api.get(`/surveys/${surveyId}/participants`);
  expect(body.items).toHaveLength(PEOPLE);
  expect(JSON.stringify(body)).not.toContain('/u/');
});

test('nothing is kept before the end, and the answers travel with the form', async () => {
  const first = await postForm(app, links[0] ?? '', { page: '0', go: 'next', 'q.role': 'ehrenamtlich' });
  const page = await first.text();
  expect(first.status).toBe(200);
  expect(page).toContain('name="carried"');
  expect(await app.rows('SELECT 1 FROM saved_answers')).toEqual([]);
  expect(await app.rows("SELECT 1 FROM participants WHERE participation <> 'not_started'")).toEqual([]);
});

test('a response has neither participant nor time, and a participant only the day', async () => {
  for (const [i, link] of links.slice(0, 7).entries()) {
    clock.advance(60_000);
    const carried = JSON.stringify({ role: 'hauptamtlich' });
    const done = await postForm(app, link, { page: '1', go: 'submit', carried, 'q.wish': `Wunsch ${i}` });
    expect(done.status).toBe(303);
  }
  const responses = await app.rows<Record<string, unknown>>('SELECT * FROM responses');
  expect(responses).toHaveLength(7);
  for (const response of responses) {
    expect(response).toMatchObject({ participant_id: null, submitted_at: null, language: null });
  }
  const people = await app.rows<Record<string, unknown>>(
    "SELECT completed_at, completed_on::text FROM participants WHERE participation = 'completed'",
  );
  expect(people).toEqual(
    Array.from({ length: 7 }, () => ({ completed_at: null, completed_on: '2027-10-20' })),
  );
  const { body } = await app.api.get(`/surveys/${surveyId}/participants`);
  const shown = (body.items as { participation: unknown; completedAt: unknown }[]).map(
    ({ participation, completedAt }) => [participation, completedAt],
  );
  expect(shown).toEqual(Array.from({ length: PEOPLE }, () => [null, null]));
});

test('thank-yous go out together, and the transactions of answering are mixed away', async () => {
  const writtenBy = (table: string) => app.rows<{ xmin: string }>(`SELECT DISTINCT xmin::text FROM ${table}`);
  expect(await writtenBy('responses')).toHaveLength(7);
  await app.sweep();
  await until('the thank-yous are out', async () => {
    await app.sweep();
    return (
      (await app.rows("SELECT 1 FROM messages WHERE kind = 'thank_you' AND state = 'accepted'")).length === 7
    );
  });
  expect(await writtenBy('responses')).toHaveLength(1);
  expect(await app.rows('SELECT 1 FROM responses')).toHaveLength(7);
  const planned = await app.rows<{ planned_at: Date }>(
    "SELECT DISTINCT planned_at FROM messages WHERE kind = 'thank_you'",
  );
  expect(planned).toHaveLength(1);
});

test('the export gives answers and nothing about people', async () => {
  await app.api.post(`/surveys/${surveyId}/close`);
  await app.sweep();
  const { body, status } = await app.api.get(`/surveys/${surveyId}/responses?format=csv`);
  expect(status).toBe(200);
  const [head, ...rows] = (body as string).trim().split('\r\n');
  expect(head).toBe('response,version,via,screened_out,role');
  expect(rows).toHaveLength(7);
  const texts = await app.api.get(`/surveys/${surveyId}/texts?format=csv`);
  expect((texts.body as string).trim().split('\r\n')).toHaveLength(8);
  expect(`${body} ${texts.body}`).not.toContain('leser.test');
});

test('fewer than five responses are not exported', async () => {
  const small = await startCampaign(app, { people: 2, privacy: 'anonymous' });
  const { status, body } = await app.api.get(`/surveys/${small.surveyId}/responses`);
  expect(status).toBe(422);
  expect(body.code).toBe('responses.too_few');
});

test('answers of somebody who was screened out are not stored, as the participant says so too', async () => {
  const { surveyId: small, people } = await startCampaign(app, {
    people: 2,
    privacy: 'anonymous',
    questionnaire: forMembers,
    closesAt: '2027-11-12T23:59',
  });
  await waveFinished(
    app,
    await scheduleWave(app.api, small, { kind: 'invitation', sendAt: 'now', ignoreGap: true }),
  );
  const mails = await app.mail.mailsTo(people[0] ?? '');
  const link = /https:\/\/umfrage\.example\.org(\/u\/[\w-]+)/.exec(mails.at(-1)?.text ?? '')?.[1] ?? '';
  const done = await postForm(app, link, { page: '0', go: 'next', 'q.member': 'no' });
  expect(done.status).toBe(303);
  expect(await (await fetch(`${app.url}${link}`)).text()).toContain('Vielen Dank für Ihr Interesse');
  expect(
    await app.rows('SELECT participation FROM participants WHERE survey_id = $1 ORDER BY id', [small]),
  ).toEqual([{ participation: 'screened_out' }, { participation: 'not_started' }]);
  expect(await app.rows('SELECT FROM responses WHERE survey_id = $1', [small])).toEqual([]);
});
