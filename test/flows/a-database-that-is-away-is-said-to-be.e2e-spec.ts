import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp, until } from '../support/app.js';
import { personalLinks, startCampaign } from '../support/campaign.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { type ConsoleVisit, signIn } from '../support/staff.js';
import { TcpProxy } from '../support/tcp-proxy.js';

let database: TestDatabase;
let proxy: TcpProxy;
let app: TestApp;
let visit: ConsoleVisit;
let link: string;

beforeAll(async () => {
  database = await cloneDatabase();
  const url = new URL(database.url);
  proxy = await TcpProxy.start(url.hostname, Number(url.port));
  url.port = String(proxy.port);
  // Its workers would hear of a lost queue, too; this is about answers.
  app = await startApp({ database: { url: url.href }, env: { ROLES: 'web' } });
  visit = await signIn(app);
});

afterAll(async () => {
  proxy.open();
  await app.close();
  await proxy.close();
  await database.drop();
});

test('what needs the database is answered with 503 and when to come back, in pages and in the API', async () => {
  // Lists are imported by workers, and there are none.
  const listId = (await app.api.post('/lists', { name: 'Newsletter' })).body.id as string;
  await app.rows(
    `INSERT INTO subscribers (list_id, email, email_key, created_at, updated_at)
     VALUES ($1, 'p1@leser.test', 'p1@leser.test', now(), now())`,
    [listId],
  );
  const { surveyId } = await startCampaign(app, { listId, people: 1 });
  link = (await personalLinks(app, surveyId)).get('p1@leser.test') ?? '';
  expect((await fetch(app.url + link)).status).toBe(200);

  proxy.cut();
  const page = await fetch(app.url + link);
  expect({ status: page.status, retry: page.headers.get('retry-after') }).toEqual({
    status: 503,
    retry: '5',
  });
  expect(await page.text()).toContain('<h1>');
  const api = await app.api.get('/surveys');
  expect(api.status).toBe(503);
  expect(api.body).toMatchObject({ status: 503, code: 'service.unavailable' });
  expect(api.headers.get('retry-after')).toBe('5');
  const staff = await visit.send('/console/surveys');
  expect(staff.status).toBe(503);
  expect(staff.html).toContain('Die Datenbank ist gerade nicht erreichbar');

  proxy.open();
  await until('it serves again', async () => (await fetch(app.url + link)).status === 200);
});

test('a database that hangs keeps nobody waiting for ever', async () => {
  proxy.freeze();
  const answers = await Promise.all([
    fetch(app.url + link),
    fetch(`${app.url}/api/v1/surveys`, { headers: { authorization: 'Bearer rlk_x' } }),
    fetch(`${app.url}/readyz`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
  expect(answers[0].headers.get('retry-after')).toBe('5');
  proxy.open();
  await until('it serves again', async () => (await fetch(app.url + link)).status === 200, 40);
}, 90_000);
