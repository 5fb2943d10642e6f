import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { personalLinks, startCampaign } from '../support/campaign.js';
import { anna, signIn } from '../support/staff.js';

let app: TestApp;
let trial: TestApp;
let link: string;
let session: string;

beforeAll(async () => {
  [app, trial] = await Promise.all([
    startApp({ env: { ALLOWED_HOSTS: 'umfrage.intern, 10.0.0.5' } }),
    startApp({ env: { SMTP_URL: '', PUBLIC_URL: 'http://localhost:3000', API_DOCS: 'open' } }),
  ]);
  const { surveyId } = await startCampaign(app, { people: 1 });
  [link = ''] = (await personalLinks(app, surveyId)).values();
  await signIn(app);
  session = cookiesOf(await signInAs(anna.password)).get('__Host-session')?.value ?? '';
});

afterAll(async () => {
  await Promise.all([app.close(), trial.close()]);
});

const origin = 'https://umfrage.example.org';

function signInAs(password: string, from = app, more: Record<string, string> = {}): Promise<Response> {
  return fetch(`${from.url}/console/sign-in`, {
    method: 'POST',
    headers: { origin, ...more },
    body: new URLSearchParams({ email: anna.email, password }),
    redirect: 'manual',
  });
}

interface Cookie {
  value: string;
  attributes: string;
}

function cookiesOf(answer: Response): Map<string, Cookie> {
  return new Map(
    answer.headers.getSetCookie().map((text): [string, Cookie] => {
      const [, name = '', value = '', attributes = ''] = /^([^=]+)=([^;]*);(.*)$/.exec(text) ?? [];
      return [name, { value, attributes }];
    }),
  );
}

/** What fetch does not let one set. */
async function asHost(host: string, path: string, to = app, headers: Record<string, string> = {}) {
  const asked = httpRequest(to.url + path, { headers: { host, ...headers } }).end();
  const [answer] = (await once(asked, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
  let body = '';
  for await (const chunk of answer) body += String(chunk);
  return { status: answer.statusCode, body };
}

test('stylesheets and scripts are kept for good, all else is not', async () => {
  const style = await fetch(`${app.url}/assets/console.css`);
  await style.text();
  expect([style.status, style.headers.get('cache-control')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ]);
  expect((await app.api.get('/lists')).headers.get('cache-control')).toBe('no-store');
});

describe('a request for another host', () => {
  test.each([
    'evil.example',
    'evil.example:3000',
    'umfrage.example.org.evil.example',
    '192.168.1.7',
    'a@localhost',
  ])('%s is turned away, whatever it asks for', async (host) => {
    for (const path of ['/console/sign-in', '/api/v1/lists', link, '/assets/console.css', '/nowhere']) {
      expect([path, (await asHost(host, path)).status]).toEqual([path, 421]);
    }
    expect((await asHost(host, '/inbox.json', trial)).status).toBe(421);
  });

  test('is told in its language what to do, a script in a document', async () => {
    const page = await asHost('evil.example', '/', app, { 'accept-language': 'de', accept: 'text/html' });
    expect(page.body).toContain('ALLOWED_HOSTS');
    expect(page.body).toContain('Diese Adresse gehört nicht zu uns');
    const document = JSON.parse((await asHost('evil.example', '/api/v1/lists')).body) as object;
    expect(document).toMatchObject({ status: 421, code: 'request.misdirected' });
  });

  test('may ask whether the process lives', async () => {
    expect((await asHost('10.1.2.3:3000', '/healthz')).status).toBe(200);
    expect((await asHost('10.1.2.3:3000', '/readyz')).status).toBe(200);
  });

  test.each(['UMFRAGE.example.org', 'umfrage.example.org.:443', 'localhost:1', '127.0.0.9', '[::1]:3000'])(
    'is none under %s',
    async (host) => {
      expect((await asHost(host, '/console/sign-in')).status).toBe(200);
    },
  );

  test.each(['umfrage.intern', '10.0.0.5:3000'])(
    'is none under %s, which the operator lists',
    async (host) => {
      expect((await asHost(host, '/console/sign-in')).status).toBe(200);
    },
  );
});

describe('a form of the console', () => {
  test.each([
    ['from http where we are reached by https', 'http://umfrage.example.org'],
    ['from another port', 'https://umfrage.example.org:8443'],
    ['from a sister host', 'https://sister.example.org'],
  ])('%s is refused', async (_, from) => {
    const { status } = await asHostPost('umfrage.example.org', from);
    expect(status).toBe(403);
  });

  test('from our own page is taken, also on the machine itself without https', async () => {
    expect((await asHostPost('umfrage.example.org', origin)).status).toBe(303);
    const { host } = new URL(app.url);
    expect((await asHostPost(host, `http://${host}`)).status).toBe(303);
  });
});

async function asHostPost(host: string, from: string) {
  const body = 'lang=en';
  const type = 'application/x-www-form-urlencoded';
  const asked = httpRequest(`${app.url}/console/language`, {
    method: 'POST',
    headers: { host, origin: from, 'content-type': type, 'content-length': body.length },
  }).end(body);
  const [answer] = (await once(asked, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
  answer.resume();
  return { status: answer.statusCode };
}

describe('cookies', () => {
  test('belong to this host and to https alone', async () => {
    const language = await fetch(`${app.url}/console/language`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ lang: 'en' }),
      redirect: 'manual',
    });
    const set = new Map([...cookiesOf(language), ...cookiesOf(await signInAs(anna.password))]);
    const made = await listMade(app, session);
    for (const [name, cookie] of cookiesOf(made)) set.set(name, cookie);
    expect([...set.keys()].sort()).toEqual(
      expect.arrayContaining(['__Host-lang', '__Host-session', '__Secure-notice']),
    );
    for (const [name, { attributes }] of set) {
      expect([name, attributes]).toEqual([name, expect.stringMatching(/; Secure/)]);
      expect([name, attributes]).toEqual([
        name,
        expect.stringMatching(/; HttpOnly; Secure; SameSite=Lax|HttpOnly/),
      ]);
      expect(name).toMatch(/^__(Host|Secure)-/);
      if (name.startsWith('__Host-')) expect(attributes).toMatch(/Path=\/(;|$)/);
    }
  });

  test('a notice that somebody else wrote is not shown', async () => {
    const written = cookiesOf(await listMade(app, session)).get('__Secure-notice')?.value ?? '';
    const shown = await pageWith(`__Secure-notice=${written}`);
    expect(shown).toContain('class="notice');
    const forged = Buffer.from(JSON.stringify(['error', 'Rufen Sie 0190 an'])).toString('base64url');
    for (const value of [forged, `${forged}.${'A'.repeat(43)}`, `notice:${forged}`]) {
      expect(await pageWith(`__Secure-notice=${encodeURIComponent(value)}`)).not.toContain('0190');
      expect(await pageWith(`notice=${value}`)).not.toContain('0190');
    }
  });

  test('signing out clears what the browser keeps', async () => {
    const own = cookiesOf(await signInAs(anna.password)).get('__Host-session')?.value ?? '';
    const out = await fetch(`${app.url}/console/sign-out`, {
      method: 'POST',
      headers: { origin, cookie: `__Host-session=${own}` },
      redirect: 'manual',
    });
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"');
  });
});

function listMade(to: TestApp, by: string): Promise<Response> {
  return fetch(`${to.url}/console/lists`, {
    method: 'POST',
    headers: { origin, cookie: `__Host-session=${by}` },
    body: new URLSearchParams({ name: 'Netzwerk' }),
    redirect: 'manual',
  });
}

async function pageWith(cookie: string): Promise<string> {
  const headers = { cookie: `__Host-session=${session}; ${cookie}`, 'accept-language': 'de' };
  return (await fetch(`${app.url}/console/lists`, { headers })).text();
}

describe('the description of the API', () => {
  const addresses = [
    '/api/docs',
    '/api/%64ocs',
    '/api/docs-json',
    '/api/docs-yaml',
    '/api/docs/swagger-ui.css',
  ];

  test.each(addresses)('%s is not shown to strangers', async (path) => {
    expect((await fetch(app.url + path)).status).toBe(401);
    const headers = { authorization: 'Bearer rlk_wrong', cookie: '__Host-session=wrong' };
    expect((await fetch(app.url + path, { headers })).status).toBe(401);
    const browser = await fetch(app.url + path, { headers: { accept: 'text/html' }, redirect: 'manual' });
    expect([browser.status, browser.headers.get('location')]).toEqual([
      303,
      '/console/sign-in?next=%2Fapi%2Fdocs',
    ]);
  });

  test('is shown to who is signed in, who has a token, or where the operator opens it', async () => {
    const headers = { cookie: `__Host-session=${session}` };
    const page = await fetch(`${app.url}/api/docs`, { headers });
    expect([page.status, page.headers.get('x-frame-options')]).toEqual([200, 'DENY']);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect((await fetch(`${trial.url}/api/docs-json`)).status).toBe(200);
  });

  test('leads back after signing in', async () => {
    const answer = await fetch(`${app.url}/console/sign-in`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ ...anna, next: '/api/docs' }),
      redirect: 'manual',
    });
    expect(answer.headers.get('location')).toBe('/api/docs');
  });
});

test('whether it can serve is said in one word', async () => {
  const ready = await fetch(`${app.url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ok' }]);

  const lame = await startApp();
  await lame.rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'none'");
  await lame.database.destroy();
  const answer = await fetch(`${lame.url}/readyz`);
  expect([answer.status, await answer.json()]).toEqual([503, { status: 'unavailable' }]);
  await lame.database.initialize();
  await lame.close();
});

test('every route, found or failed, tells browsers to keep it closed', async () => {
  const fastify = app.app.getHttpAdapter().getInstance();
  const routes = routesOf(fastify.printRoutes({ commonPrefix: false }));
  expect(routes.length).toBeGreaterThan(150);
  const missing: string[] = [];
  routes.sort((a, b) => Number(a.path.includes('sign-out')) - Number(b.path.includes('sign-out')));
  for (const { method, path } of routes) {
    for (const headers of [{}, { cookie: `__Host-session=${session}` }]) {
      const answer = await fetch(app.url + path, {
        method,
        headers: { origin, ...headers },
        redirect: 'manual',
      });
      await answer.arrayBuffer();
      const given = Object.fromEntries(answer.headers);
      const isKept = String(given['cache-control']).includes('immutable') && answer.status < 400;
      // The address of a one-time link goes nowhere; its form needs an origin (see `sendHtml`).
      const isOneTimeLink = /^\/console\/(set-up|password)\//.test(path);
      const allowed = isOneTimeLink
        ? /^(strict-origin|no-referrer|same-origin)$/
        : /^(no-referrer|same-origin)$/;
      const holds =
        given['x-content-type-options'] === 'nosniff' &&
        /^(DENY|SAMEORIGIN)$/.test(String(given['x-frame-options'])) &&
        /frame-ancestors '(none|self)'|sandbox/.test(String(given['content-security-policy'])) &&
        allowed.test(String(given['referrer-policy'])) &&
        String(given['permissions-policy']).includes('camera=()') &&
        given['cross-origin-opener-policy'] === 'same-origin' &&
        (isKept || given['cache-control'] === 'no-store');
      if (!holds) missing.push(`${method} ${path} ${answer.status} ${JSON.stringify(given)}`);
    }
  }
  expect(missing).toEqual([]);
});

/** `├── /api/v1/lists (GET, HEAD, POST)` with values for the parameters. */
function routesOf(
  tree: string,
): { method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'OPTIONS'; path: string }[] {
  const levels: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', text = '', , methods] =
      /^((?:[│ ] {3})*)[├└]── (.*?)( \(([A-Z, ]+)\))?$/u.exec(line) ?? [];
    if (text === '') return [];
    const depth = indent.length / 4;
    levels.length = depth;
    levels[depth] = text;
    const path = levels
      .join('')
      .replaceAll(/:[a-zA-Z]+/g, '1')
      .replace('*', 'x');
    return (methods ?? '')
      .split(', ')
      .filter((method) => ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'].includes(method))
      .map((method) => ({ method: method as 'GET', path }));
  });
}
