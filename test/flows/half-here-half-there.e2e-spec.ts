import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { personalLinks, startCampaign } from '../support/campaign.js';

const first = {
  pages: [
    {
      elements: [
        {
          type: 'radiogroup',
          name: 'role',
          title: { de: 'Ihre Rolle', en: 'Your role' },
          isRequired: true,
          choices: [
            { value: 'paid', text: { de: 'hauptamtlich', en: 'full-time' } },
            { value: 'volunteer', text: { de: 'ehrenamtlich', en: 'volunteer' } },
          ],
        },
      ],
    },
    {
      elements: [
        { type: 'comment', name: 'wish', title: { de: 'Ihr Wunsch', en: 'Your wish' }, isRequired: true },
      ],
    },
  ],
};

/** The second page asks something else, and the choices of the first have other values. */
const second = {
  pages: [
    {
      elements: [
        {
          type: 'radiogroup',
          name: 'role',
          title: { de: 'Ihre Aufgabe', en: 'Your task' },
          isRequired: true,
          choices: [{ value: 'mayor', text: { de: 'Bürgermeisterin', en: 'mayor' } }],
        },
      ],
    },
    {
      elements: [{ type: 'text', name: 'town', title: { de: 'Ihr Ort', en: 'Your town' }, isRequired: true }],
    },
  ],
};

const phone = { 'user-agent': 'Phone', 'accept-language': 'de', cookie: 'of=phone' };
const desk = { 'user-agent': 'Desk', 'accept-language': 'en', cookie: 'of=desk' };

let app: TestApp;
let surveyId: string;
let begun: string;
let newcomer: string;

beforeAll(async () => {
  app = await startApp();
  ({ surveyId } = await startCampaign(app, { questionnaire: first, people: 2 }));
  [begun = '', newcomer = ''] = (await personalLinks(app, surveyId)).values();
});

afterAll(async () => {
  await app.close();
});

test('half is answered in German on a phone', async () => {
  expect(await read(begun, phone)).toContain('Ihre Rolle');
  const next = await send(begun, phone, { page: '0', go: 'next', 'q.role': 'volunteer' });
  expect(next.status).toBe(303);
});

test('meanwhile a new version is published, once for what differs', async () => {
  const same = await app.api.post(`/surveys/${surveyId}/publish`);
  expect([same.status, same.body.code]).toEqual([409, 'survey.unchanged']);
  expect((await app.api.patch(`/surveys/${surveyId}`, { questionnaire: second })).status).toBe(200);
  expect((await app.api.get(`/surveys/${surveyId}`)).body).toMatchObject({ version: 1, changed: true });
  expect((await app.api.post(`/surveys/${surveyId}/publish`)).body).toMatchObject({ version: 2 });
  expect((await app.api.get(`/surveys/${surveyId}`)).body).toMatchObject({ version: 2, changed: false });
});

test('the other half is answered in English on another device, in the version they had begun', async () => {
  const page = await read(`${begun}?lang=en`, desk);
  expect(page).toContain('Your wish');
  expect(page).not.toContain('Your town');
  const back = await read(`${begun}?page=1&lang=en`, desk);
  expect(back).toContain('Your role');
  expect(back).toMatch(/value="volunteer"[^>]*checked/);

  const done = await send(`${begun}?lang=en`, desk, { page: '1', go: 'submit', 'q.wish': 'More exchange' });
  expect(done.status).toBe(303);
});

test('somebody who had only opened the first page goes on with what they saw', async () => {
  // The page was drawn from version 1 and says so; nothing is kept yet.
  const [v1] = await app.rows<{ id: string }>(
    'SELECT id FROM questionnaire_versions WHERE survey_id = $1 AND number = 1',
    [surveyId],
  );
  const next = await send(newcomer, phone, { page: '0', go: 'back', version: v1?.id ?? '' });
  expect(next.status).toBe(303);
  expect(await read(newcomer, phone)).toContain('Ihre Rolle');
  await app.rows('DELETE FROM saved_answers');
});

test('a newcomer is asked version 2', async () => {
  expect(await read(newcomer, phone)).toContain('Ihre Aufgabe');
  expect((await send(newcomer, phone, { page: '0', go: 'next', 'q.role': 'mayor' })).status).toBe(303);
  expect((await send(newcomer, phone, { page: '1', go: 'submit', 'q.town': 'Musterstadt' })).status).toBe(
    303,
  );
});

test('each response is whole in its version, and the export holds the questions of both', async () => {
  const { body } = await app.api.get(`/surveys/${surveyId}/responses?format=ndjson`);
  const responses = (body as string)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { version: number; answers: object; language: string })
    .sort((one, other) => one.version - other.version);
  expect(responses).toMatchObject([
    { version: 1, answers: { role: 'volunteer', wish: 'More exchange' }, language: 'en' },
    { version: 2, answers: { role: 'mayor', town: 'Musterstadt' }, language: 'de' },
  ]);
  const csv = (await app.api.get(`/surveys/${surveyId}/responses?format=csv`)).body as string;
  expect(csv).toContain('role,wish,town');
  expect(csv).toMatch(/volunteer,More exchange,\r\n/);
  expect(csv).toMatch(/mayor,,Musterstadt\r\n/);
});

test('what was typed beside a mistake is there on the other device, and a page sent empty is no beginning', async () => {
  const elements = [
    { type: 'text', name: 'name', title: 'Name', isRequired: true },
    { type: 'text', name: 'age', title: 'Alter', inputType: 'number' },
  ];
  const campaign = await startCampaign(app, { questionnaire: { elements }, people: 1 });
  const [link = ''] = (await personalLinks(app, campaign.surveyId)).values();
  const participation = () =>
    app.rows('SELECT participation FROM participants WHERE survey_id = $1', [campaign.surveyId]);
  expect((await send(link, phone, { page: '0', go: 'submit', 'q.name': '', 'q.age': '' })).status).toBe(422);
  expect(await participation()).toEqual([{ participation: 'opened' }]);

  const wrong = { page: '0', go: 'submit', 'q.name': 'Erika', 'q.age': 'vierzig' };
  expect((await send(link, phone, wrong)).status).toBe(422);
  expect(await participation()).toEqual([{ participation: 'partial' }]);
  const elsewhere = await read(link, desk);
  expect(elsewhere).toMatch(/name="q\.name"[^>]*value="Erika"|value="Erika"[^>]*name="q\.name"/);
  expect(elsewhere).toContain('vierzig');

  const right = { page: '0', go: 'submit', 'q.name': 'Erika M.', 'q.age': '40' };
  expect((await send(link, desk, right)).status).toBe(303);
  expect(await app.rows('SELECT answers FROM responses WHERE survey_id = $1', [campaign.surveyId])).toEqual([
    { answers: { name: 'Erika M.', age: 40 } },
  ]);
});

test('a language may be added after publication, none taken away', async () => {
  const { status, body } = await app.api.patch(`/surveys/${surveyId}`, { languages: ['de'] });
  expect([status, body.code]).toEqual([409, 'survey.fixed']);
  expect((await app.api.patch(`/surveys/${surveyId}`, { privacy: 'anonymous' })).status).toBe(409);
});

async function read(path: string, headers: Record<string, string>): Promise<string> {
  return (await fetch(app.url + path, { headers })).text();
}

function send(
  path: string,
  headers: Record<string, string>,
  fields: Record<string, string>,
): Promise<Response> {
  return fetch(app.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  });
}
