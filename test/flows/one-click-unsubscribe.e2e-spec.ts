import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { type Campaign, scheduleWave, startCampaign, waveFinished } from '../support/campaign.js';

const PERSON = 'p1@leser.test';
/** What the product asks now and then by itself, whoever comes. */
const OF_THE_CLOCK = /sending_guard/;
let app: TestApp;
let campaign: Campaign;
/** The one address of List-Unsubscribe, as a path of this app. */
let address: string;

beforeAll(async () => {
  app = await startApp();
  campaign = await startCampaign(app, { people: 2 });
  const wave = await scheduleWave(app.api, campaign.surveyId, { kind: 'invitation', sendAt: 'now' });
  await waveFinished(app, wave);
  const [mail] = await app.mail.mailsTo(PERSON);
  const header = (name: string) => mail?.headers.filter(({ key }) => key === name).map(({ value }) => value);
  expect(header('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click']);
  const [only = '', ...more] = header('list-unsubscribe') ?? [];
  expect(more).toEqual([]);
  const uri = /^<(https:\/\/umfrage\.example\.org(\/[^\s<>,]+))>$/.exec(only);
  address = uri?.[2] ?? '';
  expect(address).toMatch(/^\/unsubscribe\/[\w-]{32}$/);
});

afterAll(async () => {
  await app.close();
});

beforeEach(async () => {
  await app.rows('UPDATE subscribers SET unsubscribed_at = NULL');
});

/** What mail programs send, with no cookie, no origin and nothing else. */
const bodies: [name: string, body: () => BodyInit][] = [
  ['urlencoded', () => new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
  [
    'multipart',
    () => {
      const form = new FormData();
      form.set('List-Unsubscribe', 'One-Click');
      return form;
    },
  ],
];

describe.each(bodies)('a one-click POST, %s', (_, body) => {
  test('leaves the list at once and is answered without a redirect', async () => {
    const answer = await post(address, body());
    expect([answer.status, answer.headers.get('location')]).toEqual([200, null]);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await whoLeft()).toMatchObject([{ email: PERSON }]);
  });

  test('comes to the same when it comes again, the first time kept', async () => {
    await post(address, body());
    const before = await whoLeft();
    const statuses = await Promise.all(
      Array.from({ length: 5 }, async () => (await post(address, body())).status),
    );
    expect(statuses).toEqual([200, 200, 200, 200, 200]);
    expect(await whoLeft()).toEqual(before);
  });

  test.each(['a changed letter', 'a longer token', 'the token of a personal link', 'no token of ours'])(
    'to %s is turned away without a query',
    async (which) => {
      const token = address.slice('/unsubscribe/'.length);
      const [mail] = await app.mail.mailsTo(PERSON);
      const forged = {
        'a changed letter': `${token.slice(0, -2)}${token.at(-2) === 'A' ? 'B' : 'A'}${token.slice(-1)}`,
        'a longer token': `${token}A`,
        'the token of a personal link': /\/u\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '',
        'no token of ours': 'A'.repeat(32),
      }[which];
      const queries = jest.spyOn(app.database, 'query');
      const answer = await post(`/unsubscribe/${forged}`, body());
      expect(answer.status).toBe(404);
      const asked = queries.mock.calls
        .map(([statement]) => statement)
        .filter((one) => !OF_THE_CLOCK.test(one));
      expect(asked).toEqual([]);
      queries.mockRestore();
      expect(await whoLeft()).toEqual([]);
    },
  );
});

test('a POST with no body at all is as good', async () => {
  expect((await post(address)).status).toBe(200);
  expect(await whoLeft()).toHaveLength(1);
});

test('GET and HEAD ask and change nothing, before and after', async () => {
  for (const isOut of [false, true]) {
    if (isOut) await post(address, new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }));
    const before = await app.rows('SELECT xmin::text, * FROM subscribers ORDER BY id');
    for (const method of ['GET', 'HEAD']) {
      const answer = await fetch(`${app.url}${address}?List-Unsubscribe=One-Click`, { method });
      expect(answer.status).toBe(200);
      if (method === 'GET') {
        const html = await answer.text();
        expect(html).toContain(isOut ? 'Sie sind abgemeldet' : 'Vom Verteiler abmelden?');
        expect(html).toMatch(/<form[^>]*method="post"/);
      }
    }
    expect(await app.rows('SELECT xmin::text, * FROM subscribers ORDER BY id')).toEqual(before);
  }
});

test('the click of a mail program is taken back on the page the link opens', async () => {
  await post(address, new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }));
  const undone = await post(address, new URLSearchParams({ go: 'undo', lang: 'de' }));
  expect([undone.status, await undone.text()]).toEqual([
    200,
    expect.stringContaining('Sie erhalten weiter Mails'),
  ]);
  expect(await whoLeft()).toEqual([]);
});

function post(path: string, body?: BodyInit): Promise<Response> {
  return fetch(app.url + path, { method: 'POST', redirect: 'manual', ...(body ? { body } : {}) });
}

function whoLeft() {
  return app.rows('SELECT email, unsubscribed_at FROM subscribers WHERE unsubscribed_at IS NOT NULL');
}
