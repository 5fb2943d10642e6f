import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { personalLinks, scheduleWave, startCampaign } from '../support/campaign.js';

let app: TestApp;
let trial: TestApp;
let surveyId: string;
let link: string;

beforeAll(async () => {
  app = await startApp();
  trial = await startApp({ env: { SMTP_URL: '', PUBLIC_URL: 'http://localhost:3000' } });
  ({ surveyId } = await startCampaign(app, { people: 1 }));
  [link = ''] = (await personalLinks(app, surveyId)).values();
});

afterAll(async () => {
  await app.close();
  await trial.close();
});

describe('a NUL character', () => {
  test.each(['/inbox?q=%00', '/inbox.json?to=a%00b', '/inbox.json?q=%00'])(
    'in %s is refused',
    async (path) => {
      expect((await fetch(trial.url + path)).status).toBe(400);
    },
  );

  test.each(['/u/a%00b', '/unsubscribe/%00', '/inbox/1%00'])('in %s finds nothing', async (path) => {
    expect((await fetch(trial.url + path)).status).toBe(404);
  });

  test('in an address or a password to sign in with is refused', async () => {
    for (const fields of [
      { email: 'a\0b@netzwerk.test', password: 'x' },
      { email: 'a@netzwerk.test', password: 'a\0b' },
    ]) {
      const answer = await fetch(`${app.url}/console/sign-in`, {
        method: 'POST',
        headers: { origin: 'https://umfrage.example.org' },
        body: new URLSearchParams(fields),
      });
      expect([400, 422]).toContain(answer.status);
    }
  });

  test('in a search of the ledger is refused', async () => {
    expect((await app.api.get('/messages?address=%00')).status).toBe(422);
  });
});

describe('a method that an address in a letter does not have', () => {
  test.each(['PUT', 'PATCH', 'DELETE'])('%s is told which ones there are', async (method) => {
    for (const path of [link, '/unsubscribe/x']) {
      const answer = await fetch(app.url + path, {
        method,
        body: '<a/>',
        headers: { 'content-type': 'application/xml' },
      });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
      expect(answer.headers.get('content-type')).toContain('text/html');
    }
  });

  test('OPTIONS is told too', async () => {
    const answer = await fetch(app.url + link, { method: 'OPTIONS' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST']);
  });
});

describe('headers', () => {
  const anyPath = ['/healthz', '/assets/nowhere.css', '/console/sign-in', '/api/v1/lists', '/u/x', '/u/%zz'];

  test.each([...anyPath, '/nowhere'])(
    '%s keeps browsers to https where we are reached by it',
    async (path) => {
      const [secure, plain] = await Promise.all([fetch(app.url + path), fetch(trial.url + path)]);
      expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000');
      expect(plain.headers.get('strict-transport-security')).toBeNull();
      expect(secure.headers.get('x-powered-by')).toBeNull();
      expect(secure.headers.get('server')).toBeNull();
    },
  );

  test.each([
    ['nowhere', '/nowhere'],
    ['an address that cannot be decoded', '/u/%zz'],
    ['an address that is too long', `/u/${'x'.repeat(2000)}`],
    ['an asset that is not there', '/assets/nowhere.css'],
  ])('the error page for %s is as closed as a personal page', async (_, path) => {
    const [error, personal] = await Promise.all([fetch(app.url + path), fetch(app.url + link)]);
    expect(error.status).toBeGreaterThanOrEqual(400);
    for (const name of [
      'content-type',
      'content-security-policy',
      'x-content-type-options',
      'cache-control',
      'referrer-policy',
      'x-robots-tag',
    ]) {
      expect([name, error.headers.get(name)]).toEqual([name, personal.headers.get(name)]);
    }
  });

  test('an address of the API that cannot be decoded is answered with a document', async () => {
    const { status, body } = await app.api.get('/lists/%zz');
    expect([status, body]).toMatchObject([400, { code: 'request.malformed' }]);
  });
});

test('the links in a test mail open the page for wrong links', async () => {
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: '2099-01-01T09:00' });
  expect((await app.api.post(`/waves/${wave}/test`, { to: 'buero@netzwerk.test' })).status).toBe(200);
  const [mail] = await app.mail.mailsTo('buero@netzwerk.test');
  const links = [
    ...(mail?.text ?? '').matchAll(/https:\/\/umfrage\.example\.org(\/(?:u|unsubscribe)\/[\w/-]+)/g),
  ];
  expect(links.length).toBeGreaterThanOrEqual(4);
  for (const [, path = ''] of links) {
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(app.url + path, { method });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toMatch(/Link/);
    }
  }
});
