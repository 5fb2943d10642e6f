import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp, until } from '../support/app.js';
import { personalLinks, postForm, startCampaign, twoPages } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const clock = FixedClock.inBerlin('2027-10-20T09:00');
let app: TestApp;
let surveyId: string;
let links: string[];

beforeAll(async () => {
  app = await startApp({ clock });
  ({ surveyId } = await startCampaign(app, {
    questionnaire: twoPages,
    people: 3,
    closesAt: '2027-11-12T23:59',
    mayChangeAnswers: true,
  }));
  links = [...(await personalLinks(app, surveyId)).values()];
});

afterAll(async () => {
  await app.close();
});

const wish = (text: string, go = 'submit') => ({ page: '1', go, 'q.wish': text });
const stored = (link: string) =>
  app.rows<{ answers: object; revision: number }>(
    'SELECT answers, revision FROM responses WHERE participant_id = $1',
    [idOf(link)],
  );

async function answer(link: string): Promise<void> {
  await postForm(app, link, { page: '0', go: 'next', 'q.role': 'hauptamtlich' });
  expect((await postForm(app, link, wish('Austausch'))).status).toBe(303);
}

test('the thank-you page offers to change, and what was submitted counts until the change is', async () => {
  const [link = ''] = links;
  await answer(link);
  expect(await page(link)).toContain('Antworten ändern');
  const opened = await postForm(app, link, { go: 'change' });
  expect(opened.headers.get('location')).toBe(`${link}?page=1&lang=de`);
  const first = await page(`${link}?page=1`);
  expect(first).toMatch(/value="hauptamtlich"[^>]*checked/);
  expect(first).toContain('Bis Sie sie am Ende neu absenden, gilt');

  expect((await postForm(app, link, { page: '0', go: 'next', 'q.role': 'ehrenamtlich' })).status).toBe(303);
  expect(await stored(link)).toEqual([{ answers: { role: 'hauptamtlich', wish: 'Austausch' }, revision: 1 }]);
  expect(await participation(link)).toBe('completed');
  expect(await page(link)).toContain('Weiter ändern');
});

test('submitting replaces the response, keeps the old one as history, and thanks nobody twice', async () => {
  const [link = ''] = links;
  clock.advance(60_000);
  expect((await postForm(app, link, wish('Begegnung'))).status).toBe(303);
  expect(await stored(link)).toEqual([{ answers: { role: 'ehrenamtlich', wish: 'Begegnung' }, revision: 2 }]);
  expect(await app.rows('SELECT revision, answers, submitted_at FROM response_revisions')).toEqual([
    {
      revision: 1,
      answers: { role: 'hauptamtlich', wish: 'Austausch' },
      submitted_at: new Date('2027-10-20T07:00:00Z'),
    },
  ]);
  expect(await app.rows('SELECT FROM saved_answers')).toEqual([]);
  // A second click on the button finds the change done.
  expect((await postForm(app, link, wish('Noch einmal'))).status).toBe(200);
  expect((await stored(link))[0]).toMatchObject({ revision: 2, answers: { wish: 'Begegnung' } });
  await app.sweep();
  await until('the thank-you is out', async () => {
    await app.sweep();
    return (await app.mail.mailsTo('p1@leser.test')).length > 0;
  });
  expect(await app.rows("SELECT FROM messages WHERE kind = 'thank_you'")).toHaveLength(1);
  const lines = (await app.api.get(`/surveys/${surveyId}/responses?format=ndjson`)).body as string;
  expect(JSON.parse(lines)).toMatchObject({ revision: 2, changedAt: '2027-10-20T07:01:00.000Z' });
});

test('anyone who is screened out by mistake changes that, is through, and is thanked', async () => {
  const { surveyId: forMembers } = await startCampaign(app, {
    questionnaire: {
      pages: [
        { elements: [{ type: 'radiogroup', name: 'member', choices: ['yes', 'no'] }] },
        { elements: [{ type: 'comment', name: 'wish' }] },
      ],
      triggers: [{ type: 'complete', expression: "{member} = 'no'" }],
    },
    people: 1,
    closesAt: '2027-11-12T23:59',
    mayChangeAnswers: true,
  });
  const [link = ''] = (await personalLinks(app, forMembers)).values();
  const thanks = () =>
    app.rows("SELECT FROM messages WHERE survey_id = $1 AND kind = 'thank_you'", [forMembers]);
  await postForm(app, link, { page: '0', go: 'next', 'q.member': 'no' });
  expect(await participation(link)).toBe('screened_out');
  expect(await thanks()).toHaveLength(0);

  await postForm(app, link, { go: 'change' });
  await postForm(app, link, { page: '0', go: 'next', 'q.member': 'yes' });
  expect((await postForm(app, link, wish('Austausch'))).status).toBe(303);
  expect(await participation(link)).toBe('completed');
  expect(await stored(link)).toEqual([{ answers: { member: 'yes', wish: 'Austausch' }, revision: 2 }]);
  expect(await thanks()).toHaveLength(1);

  await postForm(app, link, { go: 'change' });
  await postForm(app, link, { page: '0', go: 'next', 'q.member': 'no' });
  expect(await participation(link)).toBe('screened_out');
  expect(await thanks()).toHaveLength(1);
});

test('a change that is discarded leaves everything as it was', async () => {
  const link = links[1] ?? '';
  await answer(link);
  await postForm(app, link, { go: 'change' });
  await postForm(app, link, { page: '0', go: 'next', 'q.role': 'ehrenamtlich' });
  expect((await postForm(app, link, { go: 'discard' })).status).toBe(303);
  expect(await app.rows('SELECT FROM saved_answers')).toEqual([]);
  expect(await stored(link)).toEqual([{ answers: { role: 'hauptamtlich', wish: 'Austausch' }, revision: 1 }]);
  expect(await page(link)).toContain('Antworten ändern');
});

test('looking at the thank-you page opens nothing', async () => {
  await page(links[1] ?? '');
  await page(`${links[1] ?? ''}?page=2`);
  expect(await app.rows('SELECT FROM saved_answers')).toEqual([]);
});

test('after closing nothing changes any more', async () => {
  const link = links[1] ?? '';
  await postForm(app, link, { go: 'change' });
  clock.moveTo('2027-11-13T00:20');
  expect(await page(link)).not.toContain('Antworten ändern');
  await postForm(app, link, wish('Zu spät'));
  expect((await stored(link))[0]).toMatchObject({ revision: 1, answers: { wish: 'Austausch' } });
});

test('an anonymous survey refuses the setting', async () => {
  const { status, body } = await app.api.post('/surveys', {
    title: 'Anonym',
    languages: ['de'],
    closesAt: '2099-11-12T23:59',
    timeZone: 'Europe/Berlin',
    privacy: 'anonymous',
    sender: { name: 'Netzwerkbüro', email: 'buero@netzwerk.test' },
    questionnaire: twoPages,
    mayChangeAnswers: true,
  });
  expect(status).toBe(422);
  expect(JSON.stringify(body)).toContain('mayChangeAnswers');
});

async function page(path: string): Promise<string> {
  return (await fetch(app.url + path)).text();
}

function idOf(link: string): string {
  return Buffer.from(link.split('/').at(-1) ?? '', 'base64url')
    .readBigUInt64BE()
    .toString();
}

async function participation(link: string): Promise<string | undefined> {
  const [row] = await app.rows<{ participation: string }>(
    'SELECT participation FROM participants WHERE id = $1',
    [idOf(link)],
  );
  return row?.participation;
}
