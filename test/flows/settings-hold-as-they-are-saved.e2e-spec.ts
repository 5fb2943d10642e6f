import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { personalLinks, startCampaign, twoPages } from '../support/campaign.js';
import { type ConsoleVisit, signIn } from '../support/staff.js';

let app: TestApp;
let staff: ConsoleVisit;
let surveyId: string;

beforeAll(async () => {
  app = await startApp();
  staff = await signIn(app);
  ({ surveyId } = await startCampaign(app, { questionnaire: twoPages, people: 1 }));
});

afterAll(async () => {
  await app.close();
});

const asItIs = {
  'title.de': 'Was erwarten Sie von uns?',
  'title.en': 'What do you expect of us?',
  closesAt: '2099-11-12T23:59',
  timeZone: 'Europe/Berlin',
  senderName: 'Netzwerkbüro',
  senderEmail: 'buero@netzwerk.test',
  gapDays: '3',
  mostReminders: '2',
  hours: 'always',
  moved: 'seen',
};

function settings(fields: Record<string, string>) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...asItIs, ...fields })) body.append(name, value);
  return staff.ask(`/console/surveys/${surveyId}/settings`, { method: 'POST', body });
}

const survey = async () => (await app.api.get(`/surveys/${surveyId}`)).body;

test('the addresses in the letters can be set, changed and taken out while a survey runs', async () => {
  const privacyUrl = 'https://netzwerk.example.org/datenschutz';
  const imprintUrl = 'https://netzwerk.example.org/impressum';
  expect((await settings({ privacyUrl, imprintUrl })).status).toBe(303);
  expect(await survey()).toMatchObject({ privacyUrl, imprintUrl });
  expect((await settings({ imprintUrl })).status).toBe(303);
  expect(await survey()).toMatchObject({ privacyUrl: null, imprintUrl });
  expect((await app.api.patch(`/surveys/${surveyId}`, { imprintUrl: null })).status).toBe(200);
  expect(await survey()).toMatchObject({ imprintUrl: null });
});

test('a language is added to a running survey, and none is lost', async () => {
  const { languages } = await survey();
  const refused = await settings({ languages: 'pl' });
  expect(refused.status).toBe(422);
  expect(refused.html).toMatch(/value="pl"[^>]*checked/);
  expect(await survey()).toMatchObject({ languages });

  // The browser does not send those that cannot be taken away.
  expect((await settings({ languages: 'pl', 'title.pl': 'Czego oczekują Państwo?' })).status).toBe(303);
  expect(await survey()).toMatchObject({ languages: [...languages, 'pl'] });
  const { html } = await staff.ask(`/console/surveys/${surveyId}/settings`);
  expect(html).toMatch(/value="pl"[^>]*checked[^>]*disabled/);
  const [link = ''] = (await personalLinks(app, surveyId)).values();
  const page = await (await fetch(`${app.url}${link}?lang=pl`)).text();
  expect(page).toContain('<html lang="pl"');
  expect(page).toContain('Czego oczekują Państwo?');
});
