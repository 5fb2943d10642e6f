import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { postForm, startCampaign, twoPages } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const clock = FixedClock.inBerlin('2027-10-20T09:41');
let app: TestApp;
let surveyId: string;

beforeAll(async () => {
  app = await startApp({ clock });
  ({ surveyId } = await startCampaign(app, {
    questionnaire: twoPages,
    people: 1,
    closesAt: '2027-11-12T23:59',
  }));
});

afterAll(async () => {
  await app.close();
});

const put = (survey: string, body: object) => app.api.call('PUT', `/surveys/${survey}/open-link`, body);
const responses = () =>
  app.rows<Record<string, unknown>>(
    `SELECT participant_id, code, via, answers, submitted_at FROM responses WHERE via = 'open' ORDER BY submitted_at`,
  );

test('there is no open link until staff switch one on', async () => {
  expect((await app.api.get(`/surveys/${surveyId}/open-link`)).body).toMatchObject({ on: false, url: null });
  const off = await put(surveyId, { on: false, slug: 'Zukunft-2027' });
  expect(off.body).toMatchObject({ on: false, slug: 'zukunft-2027' });
  const page = await fetch(`${app.url}/o/zukunft-2027`);
  expect(page.status).toBe(404);
  expect(await page.text()).toContain('Zu diesem Kurzcode gibt es keine Umfrage');

  const on = await put(surveyId, { on: true });
  expect(on.body).toMatchObject({ on: true, url: 'https://umfrage.example.org/o/zukunft-2027' });
});

test('a made code has eight letters that nobody confuses, and a taken one is refused', async () => {
  const { surveyId: other } = await startCampaign(app, { people: 1 });
  expect((await put(other, { on: true })).body.slug).toMatch(/^[a-hj-km-np-z2-9]{8}$/);
  const taken = await put(other, { on: true, slug: 'ZUKUNFT-2027' });
  expect([taken.status, taken.body.code]).toEqual([409, 'open_link.slug_taken']);
  expect((await put(other, { on: true, slug: 'mit Umlaut ü' })).status).toBe(422);
});

test('of two surveys that take one code at once, one gets it and the other is told', async () => {
  const [one, other] = await Promise.all([
    startCampaign(app, { people: 1 }),
    startCampaign(app, { people: 1 }),
  ]);
  for (let round = 0; round < 10; round += 1) {
    const slug = `runde-${round}`;
    const answers = await Promise.all(
      [one, other].map((campaign) => put(campaign.surveyId, { on: true, slug })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('open_link.slug_taken');
  }
});

test('the code of a letter leads there, in capitals too', async () => {
  expect(await (await fetch(`${app.url}/o`)).text()).toContain('Kurzcode');
  const typed = await fetch(`${app.url}/o?code=%20ZUKUNFT-2027`, { redirect: 'manual' });
  expect([typed.status, typed.headers.get('location')]).toEqual([303, '/o/zukunft-2027']);
  const page = await (await fetch(`${app.url}/o/ZUKUNFT-2027`)).text();
  expect(page).toContain('Ihre Rolle');
  expect(page).toContain('Wir wissen nicht, wer über diesen Link antwortet');
  expect(page).not.toContain('personenbezogen');
});

test.each([
  ['de', 'Bitte geben Sie den Kurzcode aus Ihrem Brief ein.'],
  ['en', 'Please enter the short code from your letter.'],
  ['fr', 'Veuillez saisir le code qui figure dans votre lettre.'],
  ['nl', 'Vul de code uit uw brief in.'],
  ['pl', 'Proszę wpisać kod z otrzymanego listu.'],
])('a form without a code says that it is missing (%s)', async (lang, words) => {
  for (const empty of ['', '%20']) {
    const sent = await fetch(`${app.url}/o?lang=${lang}&code=${empty}`);
    const html = await sent.text();
    expect([sent.status, html.includes(words), html.includes('aria-invalid="true"')]).toEqual([
      422,
      true,
      true,
    ]);
  }
  expect(await (await fetch(`${app.url}/o?lang=${lang}`)).text()).not.toContain(words);
});

test('answers travel in the form, are stored once, and belong to nobody', async () => {
  const first = await (await fetch(`${app.url}/o/zukunft-2027`)).text();
  const next = await postForm(app, '/o/zukunft-2027', {
    ...hiddenIn(first),
    go: 'next',
    'q.role': 'hauptamtlich',
  });
  const second = await next.text();
  expect(second).toContain('Ihr Wunsch');
  expect(await app.rows('SELECT FROM saved_answers')).toEqual([]);

  const form = { ...hiddenIn(second), go: 'submit', 'q.wish': 'Mehr' };
  const [done, again] = await Promise.all([
    postForm(app, '/o/zukunft-2027', form),
    postForm(app, '/o/zukunft-2027', form),
  ]);
  expect(await done.text()).toContain('Vielen Dank');
  expect(await again.text()).toContain('Vielen Dank');
  expect(await responses()).toEqual([
    {
      participant_id: null,
      code: null,
      via: 'open',
      answers: { role: 'hauptamtlich', wish: 'Mehr' },
      submitted_at: clock.now(),
    },
  ]);
  const cookie = done.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(
    /^__Secure-answered-zukunft-2027=1; Max-Age=\d+; Path=\/o\/zukunft-2027; HttpOnly; Secure; SameSite=Lax$/,
  );

  const headers = { cookie: cookie.split(';')[0] ?? '' };
  const returning = await (await fetch(`${app.url}/o/zukunft-2027`, { headers })).text();
  expect(returning).toContain('Von diesem Gerät wurde schon geantwortet');
  const once = await (await fetch(`${app.url}/o/zukunft-2027?again=1`, { headers })).text();
  expect(once).toContain('Ihre Rolle');
  expect(first).not.toContain('answered-');
});

test('a form sent again with other answers is told so, and not thanked for what is not stored', async () => {
  const first = await (await fetch(`${app.url}/o/zukunft-2027`)).text();
  const { nonce = '' } = hiddenIn(first);
  const form = { nonce, page: '1', go: 'submit', carried: '{"role":"hauptamtlich"}' };
  const { surveyId: other } = await startCampaign(app, { people: 1, questionnaire: twoPages });
  const { body } = await put(other, { on: true });
  const link = `/o/${body.slug as string}`;
  expect((await postForm(app, link, { ...form, 'q.wish': 'Eins' })).status).toBe(200);
  expect((await postForm(app, link, { ...form, 'q.wish': 'Eins' })).status).toBe(200);
  const changed = await postForm(app, link, { ...form, 'q.wish': 'Zwei' });
  expect(changed.status).toBe(409);
  expect(changed.headers.get('set-cookie')).toBeNull();
  expect(await changed.text()).toContain('Von diesem Gerät wurde schon geantwortet');
  expect(
    await app.rows("SELECT answers ->> 'wish' AS wish FROM responses WHERE survey_id = $1", [other]),
  ).toEqual([{ wish: 'Eins' }]);
  await app.rows('DELETE FROM responses WHERE survey_id = $1', [other]);
});

test('looking stores nothing and sets no cookie', async () => {
  const page = await fetch(`${app.url}/o/zukunft-2027`);
  expect(page.headers.get('set-cookie')).toBeNull();
  expect((await fetch(`${app.url}/o/zukunft-2027`, { method: 'DELETE' })).status).toBe(405);
});

test('too many at once are asked to wait, and keep what they typed', async () => {
  await put(surveyId, { on: true, perMinute: 2 });
  clock.advance(120_000);
  const submit = (wish: string) =>
    postForm(app, '/o/zukunft-2027', {
      page: '1',
      go: 'submit',
      carried: '{"role":"hauptamtlich"}',
      'q.wish': wish,
    });
  expect([(await submit('1')).status, (await submit('2')).status]).toEqual([200, 200]);
  const refused = await submit('Drittens');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const page = await refused.text();
  expect(page).toContain('Drittens');
  expect(page).toContain('noch nicht gespeichert');
  clock.advance(61_000);
  const later = await postForm(app, '/o/zukunft-2027', {
    ...hiddenIn(page),
    go: 'submit',
    'q.wish': 'Drittens',
  });
  expect(later.status).toBe(200);
  expect(await responses()).toHaveLength(4);
});

test('they are counted apart', async () => {
  const { body } = await app.api.get(`/surveys/${surveyId}/statistics`);
  expect(body).toMatchObject({ openResponses: 4, participants: 1, participation: { completed: 0 } });
  expect((await app.api.get(`/surveys/${surveyId}/responses?format=csv`)).body).toContain(',open,');
});

test('what is told of the time is what the survey tells of anybody', async () => {
  for (const [privacy, at] of [
    ['pseudonymous', '2027-10-19T22:00:00.000Z'],
    ['anonymous', null],
  ] as const) {
    const { surveyId: other } = await startCampaign(app, { people: 1, privacy });
    const { body } = await put(other, { on: true });
    expect(
      (await postForm(app, `/o/${body.slug as string}`, { page: '0', go: 'submit', 'q.wish': 'x' })).status,
    ).toBe(200);
    const [stored] = await app.rows<{ submitted_at: Date | null }>(
      'SELECT submitted_at FROM responses WHERE survey_id = $1',
      [other],
    );
    expect(stored?.submitted_at?.toISOString() ?? null).toBe(at);
  }
});

test('after closing it is over, also for a form that comes too late', async () => {
  clock.moveTo('2027-11-13T00:05');
  expect((await fetch(`${app.url}/o/zukunft-2027`)).status).toBe(410);
  clock.moveTo('2027-11-13T00:20');
  const late = await postForm(app, '/o/zukunft-2027', { page: '0', go: 'next', 'q.role': 'hauptamtlich' });
  expect(late.status).toBe(410);
  expect(await late.text()).toContain('nicht gespeichert');
});

function hiddenIn(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(
    inputs.map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ]),
  );
}
