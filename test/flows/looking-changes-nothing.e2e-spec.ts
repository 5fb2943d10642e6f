import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp, until } from '../support/app.js';
import {
  type Campaign,
  personalLinks,
  postForm,
  scheduleWave,
  startCampaign,
  submitOnePage,
  waveFinished,
} from '../support/campaign.js';

let app: TestApp;
let campaign: Campaign;

beforeAll(async () => {
  app = await startApp();
  campaign = await startCampaign(app, { people: 5 });
  await waveFinished(
    app,
    await scheduleWave(app.api, campaign.surveyId, { kind: 'invitation', sendAt: 'now' }),
  );
  const links = await personalLinks(app, campaign.surveyId);
  await submitOnePage(app, links.get('p1@leser.test') ?? '');
  await until(
    'the thank-you has arrived',
    async () => (await app.rows("SELECT FROM messages WHERE state <> 'accepted'")).length === 0,
  );
});

afterAll(async () => {
  await app.close();
});

test('a storm of GET and HEAD on every link changes no row', async () => {
  const links = await everyLink();
  expect(links).toHaveLength(20);
  const before = await everyRow();

  const scans = ['', '?utm_source=scan', '?page=9&data=x', '?lang=en'].flatMap((query) =>
    links.flatMap((link) =>
      ['GET', 'HEAD', 'OPTIONS'].map((method) => ({ method, url: app.url + link + query })),
    ),
  );
  for (const round of [1, 2, 3]) {
    const statuses = await Promise.all(
      scans.map(async ({ method, url }) => {
        const response = await fetch(url, { method, headers: { 'user-agent': `scanner ${round}` } });
        await response.arrayBuffer();
        return [method, response.status];
      }),
    );
    expect(statuses.filter(([method, status]) => method !== 'OPTIONS' && status !== 200)).toEqual([]);
  }
  expect(await everyRow()).toEqual(before);
});

test('HEAD answers as GET does', async () => {
  for (const link of await everyLink()) {
    const [get, head] = await Promise.all([fetch(app.url + link), fetch(app.url + link, { method: 'HEAD' })]);
    expect(head.status).toBe(get.status);
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
    expect(get.headers.get('cache-control')).toBe('no-store');
    await get.text();
  }
});

test('a wrong link is turned away without a query', async () => {
  const [good = ''] = await everyLink();
  const last = good.at(-2) === 'A' ? 'B' : 'A';
  for (const link of [
    `${good.slice(0, -2)}${last}${good.slice(-1)}`,
    '/u/x',
    '/u/x/decline',
    `${good}A/snooze`,
    `/u/${'A'.repeat(32)}`,
    `${good}A`,
    '/unsubscribe/x',
  ]) {
    expect((await fetch(app.url + link)).status).toBe(404);
    expect((await postForm(app, link, { go: 'submit', page: '0' })).status).toBe(404);
  }
});

test('one click leaves the list, twice as well, and can be taken back', async () => {
  const unsubscribe = (await everyLink()).find((link) => link.startsWith('/unsubscribe/')) ?? '';
  const oneClick = { 'List-Unsubscribe': 'One-Click' };
  const multipart = new FormData();
  multipart.set('List-Unsubscribe', 'One-Click');
  const first = await fetch(app.url + unsubscribe, {
    method: 'POST',
    body: new URLSearchParams(oneClick),
    redirect: 'manual',
  });
  expect(first.status).toBe(200);
  const leftAt = await unsubscribedAt();
  expect(leftAt).toHaveLength(1);
  const second = await fetch(app.url + unsubscribe, { method: 'POST', body: multipart, redirect: 'manual' });
  expect(second.status).toBe(200);
  expect(await unsubscribedAt()).toEqual(leftAt);

  const undone = await postForm(app, unsubscribe, { go: 'undo' });
  expect(undone.status).toBe(200);
  expect(await unsubscribedAt()).toEqual([]);
});

async function unsubscribedAt(): Promise<unknown[]> {
  return app.rows('SELECT id, unsubscribed_at FROM subscribers WHERE unsubscribed_at IS NOT NULL');
}

/** The personal link and the three ways out of every invitation. */
async function everyLink(): Promise<string[]> {
  const mails = await Promise.all(campaign.people.map((person) => app.mail.mailsTo(person)));
  return mails.flatMap(([mail]) => {
    const personal = /https:\/\/umfrage\.example\.org(\/u\/[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    const unsubscribe =
      /https:\/\/umfrage\.example\.org(\/unsubscribe\/[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    return [personal, `${personal}/decline`, `${personal}/snooze`, unsubscribe];
  });
}

async function everyRow(): Promise<unknown> {
  const tables = [
    'subscribers',
    'participants',
    'messages',
    'responses',
    'saved_answers',
    'waves',
    'surveys',
    'suppressions',
  ];
  return Promise.all(tables.map((table) => app.rows(`SELECT xmin::text, t.* FROM ${table} t ORDER BY 1, 2`)));
}
