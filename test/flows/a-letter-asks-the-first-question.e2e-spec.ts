import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { personalLinks, postForm, scheduleWave, startCampaign, waveFinished } from '../support/campaign.js';

const questionnaire = {
  pages: [
    { elements: [{ type: 'text', name: 'town', title: 'Ihr Ort' }] },
    {
      elements: [
        {
          type: 'rating',
          name: 'satisfied',
          title: 'Wie zufrieden sind Sie mit <uns>?',
          rateMin: 1,
          rateMax: 5,
          minRateDescription: 'gar nicht',
          maxRateDescription: 'sehr',
        },
        {
          type: 'radiogroup',
          name: 'role',
          title: 'Ihre Rolle',
          choices: [{ value: 'a&b', text: 'beides' }, 'x'],
        },
        { type: 'radiogroup', name: 'later', title: 'Später', choices: ['x'], visibleIf: '{town} notempty' },
      ],
    },
  ],
};

const letter = (field: string) => ({
  kind: 'invitation',
  sendAt: 'now',
  body: `{{greeting}},\n\nnur eine Frage:\n\n{{question:${field}}}\n\n{{link}}`,
});

let app: TestApp;
let surveyId: string;
let html: string;
let text: string;

beforeAll(async () => {
  app = await startApp();
  ({ surveyId } = await startCampaign(app, { questionnaire, people: 1 }));
  await waveFinished(app, await scheduleWave(app.api, surveyId, letter('satisfied')));
  const [mail] = await app.mail.mailsTo('p1@leser.test');
  html = String(mail?.html);
  text = mail?.text ?? '';
});

afterAll(async () => {
  await app.close();
});

test('the mail asks it as links, in HTML and in plain text', async () => {
  const [link = ''] = (await personalLinks(app, surveyId)).values();
  expect(html).toContain('Wie zufrieden sind Sie mit &lt;uns&gt;?');
  expect(html).toContain('1 = gar nicht, 5 = sehr');
  expect(text).toContain('Wie zufrieden sind Sie mit <uns>? (1 = gar nicht, 5 = sehr)');
  for (const value of [1, 2, 3, 4, 5]) {
    expect(text).toContain(`- ${value}: https://umfrage.example.org${link}?q.satisfied=${value}&lang=de`);
    expect(html).toMatch(
      new RegExp(`href="https://umfrage\\.example\\.org${link}\\?q\\.satisfied=${value}&(amp;)?lang=de"`),
    );
  }
});

test('a click opens the page with the answer chosen and stores nothing', async () => {
  const path = /(\/u\/[\w-]+\?q\.satisfied=4&lang=de)/.exec(text)?.[1] ?? '';
  const page = await (await fetch(app.url + path)).text();
  expect(page).toMatch(/name="q\.satisfied"[^>]*value="4"[^>]*checked/);
  expect(page).toContain('noch nicht gespeichert');
  expect(await app.rows('SELECT FROM saved_answers UNION ALL SELECT FROM responses')).toEqual([]);
  expect(await app.rows("SELECT FROM participants WHERE participation <> 'not_started'")).toEqual([]);
  await postForm(app, path.split('?')[0] ?? '', { page: '1', go: 'back', 'q.satisfied': '4' });
  expect(await app.rows('SELECT answers FROM saved_answers')).toEqual([{ answers: { satisfied: 4 } }]);
});

test('an address that names another question or answer opens the questionnaire as ever', async () => {
  const path = /(\/u\/[\w-]+)\?q/.exec(text)?.[1] ?? '';
  for (const query of ['q.satisfied=9', 'q.town=Musterstadt', 'q.unknown=1', 'q.later=x']) {
    const page = await (await fetch(`${app.url}${path}?${query}`)).text();
    expect(page).not.toContain('noch nicht gespeichert');
    expect(page).not.toContain('Musterstadt');
  }
});

test('a letter that asks what no letter can ask is refused before it is scheduled', async () => {
  for (const field of ['town', 'later', 'nowhere']) {
    const { status, body } = await app.api.post(`/surveys/${surveyId}/waves`, letter(field));
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain('{{question:satisfied}}, {{question:role}}');
  }
  const inLine = { ...letter('role'), body: 'Frage: {{question:role}} {{link}}' };
  expect((await app.api.post(`/surveys/${surveyId}/waves`, inLine)).status).toBe(422);
});

test('only identified surveys can, as an address would hold person and answer side by side', async () => {
  for (const privacy of ['pseudonymous', 'anonymous'] as const) {
    const other = await startCampaign(app, { questionnaire, people: 1, privacy });
    expect((await app.api.post(`/surveys/${other.surveyId}/waves`, letter('satisfied'))).status).toBe(422);
  }
});
