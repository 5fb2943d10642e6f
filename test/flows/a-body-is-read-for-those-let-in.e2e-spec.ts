import { request as httpRequest } from 'node:http';
import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SignedTokens } from '../../src/common/signed-token.js';
import { StaffService } from '../../src/staff/staff.service.js';
import { StaffSessions } from '../../src/staff/sessions/staff-sessions.service.js';
import { ApiTokens } from '../../src/http/tokens/api-tokens.service.js';
import { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';
import { personalLinks, startCampaign } from '../support/campaign.js';
import { type HostileBody, hostileBodies } from '../support/hostile-bodies.js';
import { type Route, routesOf } from '../support/routes.js';

interface Answer {
  status: number;
  text: string;
  type: string;
}

let app: TestApp;
let routes: Route[];
let surveyId: string;
let link: string;
let slug: string;

beforeAll(async () => {
  app = await startApp({ env: { SMTP_URL: '', PUBLIC_URL: 'http://localhost:3000' } });
  ({ surveyId } = await startCampaign(app, { people: 1 }));
  [link = ''] = (await personalLinks(app, surveyId)).values();
  ({ slug } = (await app.api.call('PUT', `/surveys/${surveyId}/open-link`, { on: true })).body as {
    slug: string;
  });
  routes = [...routesOf(app.app), { method: 'POST', path: '/nowhere' }];
});

afterAll(async () => {
  await app.close();
});

test('the table of routes is whole', () => {
  const named = routes.map(({ method, path }) => `${method} ${path}`);
  expect(named.length).toBeGreaterThan(200);
  expect(named).toEqual(
    expect.arrayContaining([
      'POST /u/:token',
      'POST /u/:token/decline',
      'POST /api/v1/surveys',
      'PATCH /api/v1/waves/:id',
      'POST /console/sign-in',
      'POST /console/surveys/:id/editor/steps',
      'GET /healthz',
    ]),
  );
});

/** Anybody may empty the inbox of a trial, so its body is read for anybody. */
const openToAll = ['POST /inbox/delete'];

test('anyone without link, token or session is answered before any of a body is there', async () => {
  for (const route of routes) {
    if (openToAll.includes(`${route.method} ${route.path}`)) continue;
    const path = route.path.replaceAll(/:\w+/g, '1').replace('*', 'x');
    const bare = await send(route.method, path, {}, Buffer.alloc(0));
    const answers = await Promise.all(
      headersOnly.map((headers) => send(route.method, path, { ...headers, 'content-length': '5000000' })),
    );
    const same = headersOnly.map(() => bare.status);
    expect([route, answers.map(({ status }) => status)]).toEqual([route, same]);
  }
});

test('anyone who was let in gets an answer that blames what was sent', async () => {
  const { tokens, member } = await credentials();
  const wrong: unknown[] = [];
  for (const route of routes) {
    const path = pathFor(route);
    const cookie = `session=${await app.app.get(StaffSessions, { strict: false }).open(member)}`;
    const headers = { authorization: `Bearer ${tokens}`, cookie, 'sec-fetch-site': 'same-origin' };
    const isReading = route.method === 'GET' || route.method === 'HEAD';
    const attackWith = async (hostile: HostileBody): Promise<void> => {
      const answer = await attack(route, path, headers, hostile);
      const isDocument = answer.status < 400 || !path.startsWith('/api/v1/') || /problem/.test(answer.type);
      if (answer.status >= 500 || !isDocument) wrong.push([route.method, path, hostile.name, answer]);
    };
    await Promise.all((isReading ? hostileBodies.slice(1, 2) : hostileBodies).map(attackWith));
  }
  expect(wrong).toEqual([]);
}, 300_000);

test.each([
  ['/api/v1/surveys', 'JSON nested deep', 400, 'levels deep'],
  ['/api/v1/surveys', 'JSON with many keys', 413, 'One object'],
  ['/api/v1/lists', 'JSON with a key twice', 400, '"name\\" comes twice'],
  ['/api/v1/lists', 'JSON with a prototype', 400, '__proto__'],
  ['/api/v1/lists', 'bad UTF-8 as application/json', 400, 'UTF-8'],
  ['/api/v1/lists', 'gzip as application/json', 415, 'uncompressed'],
  ['/api/v1/lists', 'a form with broken escapes', 415, 'application/json'],
  ['/api/v1/lists/:id/imports', 'broken gzip as text/csv', 400, 'decompressed'],
  ['/api/v1/lists/:id/imports', 'zip as text/csv', 415, 'gzip'],
  ['/u/:token', 'a form with many fields', 413, 'zu viel'],
  ['/u/:token', 'JSON with a key twice', 415, 'nicht lesen'],
  ['/console/lists', 'too long as application/x-www-form-urlencoded', 413, 'zu groß'],
  ['/console/lists', 'NUL as application/json', 415, 'nicht zu lesen'],
  ['/console/lists/:id/imports', 'something as multipart/form-data', 400, 'nicht zu lesen'],
  ['/console/lists/:id/imports', 'a file that ends too early', 400, 'nicht zu lesen'],
  ['/console/surveys', 'multipart of many fields', 413, 'zu groß'],
  ['/console/surveys-from-file', 'multipart that ends too early', 400, 'nicht zu lesen'],
  ['/console/sign-in', 'too long as application/x-www-form-urlencoded', 413, 'zu groß'],
])('%s says of %s what is wrong with it', async (path, name, status, words) => {
  const { tokens, member } = await credentials();
  const cookie = `session=${await app.app.get(StaffSessions, { strict: false }).open(member)}`;
  const hostile = hostileBodies.find((one) => one.name === name);
  if (!hostile) throw new Error(name);
  const route = { method: 'POST', path };
  const headers = { authorization: `Bearer ${tokens}`, cookie, 'sec-fetch-site': 'same-origin' };
  const answer = await attack(route, pathFor(route), { ...headers, 'accept-language': 'de' }, hostile);
  expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(words)]);
});

test('a file that breaks off or cannot be decompressed leaves no import', async () => {
  const [first] = await app.rows<{ id: string }>('SELECT id FROM lists ORDER BY id LIMIT 1');
  const list = first?.id ?? '';
  const before = await app.rows("SELECT id FROM imports WHERE state = 'receiving'");
  const broken = gzipSync('email\na@netzwerk.test\n'.repeat(1000)).subarray(0, 60);
  const { tokens } = await credentials();
  const answer = await send(
    'POST',
    `/api/v1/lists/${list}/imports`,
    { authorization: `Bearer ${tokens}`, 'content-type': 'text/csv', 'content-encoding': 'gzip' },
    broken,
  );
  expect(answer.status).toBe(400);
  expect(await app.rows("SELECT id FROM imports WHERE state = 'receiving'")).toEqual(before);
});

/** The token of the app is gone: a route that removes tokens was among those that were tried. */
const freshApi = async () => new Api(app.url, (await credentials()).tokens);

test('a compressed file is taken in', async () => {
  const { body: list } = await (await freshApi()).post('/lists', { name: 'Gepackt' });
  const { tokens } = await credentials();
  const answer = await send(
    'POST',
    `/api/v1/lists/${(list as { id: string }).id}/imports`,
    { authorization: `Bearer ${tokens}`, 'content-type': 'text/csv', 'content-encoding': 'gzip' },
    gzipSync('email\na@netzwerk.test\n'),
  );
  expect(answer.status).toBe(202);
});

test('a survey with letters needs no privacy notice', async () => {
  const answer = await (
    await freshApi()
  ).post('/surveys', {
    title: 'Mit Anschreiben',
    languages: ['de'],
    closesAt: '2099-01-01T12:00',
    timeZone: 'Europe/Berlin',
    sender: { name: 'Netzwerk', email: 'buero@netzwerk.test' },
    privacy: 'identified',
    questionnaire: { pages: [{ elements: [{ type: 'text', name: 'a', title: 'A' }] }] },
    letters: { invitation: { de: { subject: 'Hallo', body: 'Guten Tag' } } },
  });
  expect([answer.status, answer.body]).toMatchObject([201, {}]);
});

describe('a body that comes too slowly', () => {
  let slow: TestApp;
  let list: string;

  beforeAll(async () => {
    slow = await startApp({
      bodyTimes: { wholeMs: 1000, timeoutMs: 2000, bytesPerSecond: 1024, lingerMs: 500 },
    });
    ({ id: list } = (await slow.api.post('/lists', { name: 'N' })).body as { id: string });
  });

  afterAll(async () => {
    await slow.close();
  });

  test('is refused where it is read, and cut off', async () => {
    const said = await drip(slow, '/api/v1/lists', 'application/json', 'x', 100);
    expect(said).toMatch(/^HTTP\/1\.1 408 /);
    expect(said).toContain('request.timeout');
  });

  test('is cut off where nobody reads it', async () => {
    expect(await drip(slow, '/nowhere', 'application/json', 'x', 100, Infinity, 'keep-alive')).toMatch(
      /^HTTP\/1\.1 404 /,
    );
  });

  test('ends an import that drips, of which nothing is left', async () => {
    await drip(slow, `/api/v1/lists/${list}/imports`, 'text/csv', 'x', 100);
    expect(await slow.rows('SELECT id FROM imports')).toEqual([]);
  });

  test('is taken in where an import keeps going for longer than anybody may be silent', async () => {
    const line = 'jemand@netzwerk.test\n'.repeat(400);
    const said = await drip(slow, `/api/v1/lists/${list}/imports`, 'text/csv', line, 200, 15);
    expect(said).toMatch(/^HTTP\/1\.1 202 /);
  });
});

const headersOnly = [
  { 'content-type': 'application/json' },
  { 'content-type': 'application/x-www-form-urlencoded', 'content-encoding': 'gzip' },
  { 'content-type': 'multipart/form-data' },
  { 'content-type': ';;' },
];

let known: Promise<{ tokens: string; member: Awaited<ReturnType<StaffService['create']>> }> | undefined;

function credentials() {
  known ??= (async () => ({
    tokens: await app.app.get(ApiTokens, { strict: false }).create('hostile'),
    member: await app.app
      .get(StaffService, { strict: false })
      .create('anna@netzwerk.test', 'Anna', 'vier Tische am Rhein'),
  }))();
  return known;
}

/** A path that leads to something. */
function pathFor({ path }: Route): string {
  const [, , personal = ''] = link.split('/');
  const unsubscribe = app.app.get(SignedTokens, { strict: false }).sign('unsubscribe', '1');
  const token = path.startsWith('/unsubscribe') ? unsubscribe : personal;
  const id = path.includes('/surveys/') ? surveyId : '1';
  return path.replace(':token', token).replace(':slug', slug).replaceAll(/:\w+/g, id).replace('*', 'x');
}

function attack(
  { method }: Route,
  path: string,
  headers: Record<string, string>,
  { headers: own, body, declaredBytes }: HostileBody,
): Promise<Answer> {
  const length = declaredBytes === undefined ? {} : { 'content-length': String(declaredBytes) };
  return send(method, path, { ...headers, ...own, ...length }, body);
}

/** Sends a request and gives its answer, whether or not the body was taken; without a body it never comes. */
function send(method: string, path: string, headers: Record<string, string>, body?: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const isWhole = body !== undefined && headers['content-length'] === undefined;
    const length = isWhole ? { 'content-length': String(body.length) } : {};
    const request = httpRequest(app.url + path, { method, agent: false, headers: { ...headers, ...length } });
    let answered = false;
    request.on('error', (error) => {
      if (!answered) reject(new Error(`${method} ${path}`, { cause: error }));
    });
    request.on('response', (response) => {
      answered = true;
      const parts: Buffer[] = [];
      const done = () => {
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(parts).toString(),
          type: response.headers['content-type'] ?? '',
        });
        request.destroy();
      };
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', done)
        .on('error', done);
    });
    request.flushHeaders();
    if (body) request.write(body.length > 0 ? body : '');
    if (isWhole) request.end();
  });
}

/**
 * Sends a body bit by bit until the connection ends, or so many times, and gives what was answered.
 * Fails only by the test's own time.
 */
async function drip(
  to: TestApp,
  path: string,
  type: string,
  bit: string,
  everyMs: number,
  times = Infinity,
  connection = 'close',
): Promise<string> {
  const token = await to.app.get(ApiTokens, { strict: false }).create('slow');
  const { hostname, port } = new URL(to.url);
  const socket = createConnection(Number(port), hostname);
  let said = '';
  const state = { isOver: false };
  const over = new Promise<void>((resolve) => {
    socket.on('data', (data: Buffer) => (said += data.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      state.isOver = true;
      resolve();
    });
  });
  const length = bit.length * Math.min(times, 10_000);
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: ${connection}\r\nAuthorization: Bearer ${token}\r\n` +
      `Content-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`,
  );
  for (let sent = 0; sent < times && !state.isOver; sent += 1) {
    await sleep(everyMs);
    socket.write(bit);
  }
  await over;
  return said;
}
