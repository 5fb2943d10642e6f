import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { StaffService } from '../../src/staff/staff.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { FixedClock } from '../support/fixed-clock.js';

const PASSWORD = 'vier Tische am Rhein';
const clock = FixedClock.inBerlin('2027-10-18T09:00');
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ clock });
  for (const name of ['anna', 'berta', 'clara', 'emil'])
    await app.app.get(StaffService, { strict: false }).create(`${name}@netzwerk.test`, name, PASSWORD);
});

afterAll(async () => {
  await app.close();
});

test('after five wrong passwords from one place the right one waits too', async () => {
  for (let i = 0; i < 5; i += 1) expect(await signIn('anna', 'geraten', '198.51.100.1')).toBe(422);
  expect(await signIn('anna', PASSWORD, '198.51.100.1')).toBe(429);
  expect(await signIn('anna', PASSWORD, '198.51.100.2')).toBe(303);
});

test('after fifty from anywhere the account waits, whatever the headers say', async () => {
  for (let i = 0; i < 50; i += 1) expect(await signIn('berta', 'geraten', `198.51.100.${i}`)).toBe(422);
  expect(await signIn('berta', PASSWORD, '198.51.100.99')).toBe(429);
  expect(await signIn('anna', PASSWORD, '198.51.100.99')).toBe(303);
  clock.advance(15 * 60_000);
  expect(await signIn('berta', PASSWORD, '198.51.100.99')).toBe(303);
});

test('a neighbour on the network cannot make up where it comes from', async () => {
  const neighbour = await asIfFrom('192.168.0.7');
  for (let i = 0; i < 5; i += 1)
    expect(await signIn('clara', 'geraten', `198.51.100.${i}`, neighbour.url)).toBe(422);
  expect(await signIn('clara', 'geraten', '198.51.100.5', neighbour.url)).toBe(429);
  neighbour.close();
});

test('behind a proxy on another machine that was named, people are told apart', async () => {
  const behind = await startApp({ clock, env: { TRUSTED_PROXIES: 'loopback, 192.168.0.0/24' } });
  await behind.app.get(StaffService, { strict: false }).create('dora@netzwerk.test', 'dora', PASSWORD);
  const proxy = await asIfFrom('192.168.0.7', behind);
  for (let i = 0; i < 5; i += 1) expect(await signIn('dora', 'geraten', '198.51.100.1', proxy.url)).toBe(422);
  expect(await signIn('dora', PASSWORD, '198.51.100.1', proxy.url)).toBe(429);
  expect(await signIn('dora', PASSWORD, '198.51.100.2', proxy.url)).toBe(303);
  proxy.close();
  await behind.close();
});

test('a device that has signed in before passes the lock that strangers have brought about', async () => {
  const own = await attempt('emil', PASSWORD, '203.0.113.1');
  const device = own.headers.getSetCookie().find((cookie) => cookie.startsWith('__Secure-device=')) ?? '';
  expect(device).toMatch(/Path=\/console\/sign-in; HttpOnly; Secure; SameSite=Lax/);
  const cookie = device.split(';')[0] ?? '';
  for (let i = 0; i < 50; i += 1) await signIn('emil', 'geraten', `198.51.${i}.7`);
  expect(await signIn('emil', PASSWORD, '203.0.113.2')).toBe(429);

  const known = (password: string, headers: Record<string, string> = { cookie }) =>
    attempt('emil', password, '203.0.113.3', app.url, headers);
  expect((await known(PASSWORD)).status).toBe(303);
  // Signing in has lifted no lock for others, and one that is forged or another account's passes none.
  expect(await signIn('emil', PASSWORD, '203.0.113.2')).toBe(429);
  expect((await known(PASSWORD, { cookie: `${cookie}x` })).status).toBe(429);
  const others = await attempt('anna', PASSWORD, '203.0.113.4');
  const theirs = others.headers
    .getSetCookie()
    .find((one) => one.startsWith('__Secure-device='))
    ?.split(';')[0];
  expect((await known(PASSWORD, { cookie: theirs ?? '' })).status).toBe(429);
  // It is itself counted.
  for (let i = 0; i < 5; i += 1) expect((await known('geraten')).status).toBe(422);
  expect((await known(PASSWORD)).status).toBe(429);
});

test('one network that tries many accounts waits, all its IPv6 addresses together', async () => {
  const statuses = [];
  for (let i = 0; i < 40; i += 1)
    statuses.push(await signIn(`konto-${i}`, 'geraten', `2001:db8:5:5::${i.toString(16)}`));
  expect([statuses.indexOf(429), statuses.at(-1)]).toEqual([30, 429]);
  expect(await signIn('clara', PASSWORD, '2001:db8:6:6::1')).toBe(303);
});

test('many who sign in at once do not all have their passwords hashed', async () => {
  clock.advance(15 * 60_000);
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, i) => attempt(`viele-${i}`, 'geraten', `198.51.${i}.9`)),
  );
  const busy = answers.filter(({ status }) => status === 503);
  expect(answers.filter(({ status }) => status === 422).length).toBeGreaterThanOrEqual(22);
  expect(busy.length).toBeGreaterThan(0);
  expect(busy[0]?.headers.get('retry-after')).toBe('3');
  expect(await busy[0]?.text()).toContain('Gerade melden sich sehr viele an');
});

test('a token has its calls a minute, an export counts as twenty, and wrong tokens are told to wait', async () => {
  const small = await startApp({ clock, env: { API_RATE: '30' } });
  const call = (path: string, token?: string) =>
    token === undefined
      ? small.api.get(path).then(({ status, headers, body }) => ({ status, headers, body: body as unknown }))
      : fetch(`${small.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } }).then(
          async (answer) => ({
            status: answer.status,
            headers: answer.headers,
            body: (await answer.json()) as unknown,
          }),
        );
  expect((await call('/surveys/1/responses?format=csv')).status).toBe(404);
  for (let i = 0; i < 10; i += 1) expect((await call('/lists')).status).toBe(200);
  const over = await call('/lists');
  expect([over.status, over.body]).toMatchObject([429, { code: 'request.too_many' }]);
  expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);

  for (let i = 0; i < 60; i += 1) expect((await call('/lists', 'rlk_wrong')).status).toBe(401);
  expect((await call('/lists', 'rlk_wrong')).status).toBe(429);
  clock.advance(60_000);
  expect((await call('/lists')).status).toBe(200);
  await small.close();
});

async function signIn(name: string, password: string, forwardedFor: string, url = app.url): Promise<number> {
  return (await attempt(name, password, forwardedFor, url)).status;
}

function attempt(
  name: string,
  password: string,
  forwardedFor: string,
  url = app.url,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${url}/console/sign-in`, {
    method: 'POST',
    headers: {
      origin: 'https://umfrage.example.org',
      'accept-language': 'de',
      'x-forwarded-for': forwardedFor,
      ...headers,
    },
    body: new URLSearchParams({ email: `${name}@netzwerk.test`, password }),
    redirect: 'manual',
  });
}

/** Another way in, whose connections look to the app as if they came from that address. */
async function asIfFrom(address: string, to = app): Promise<{ url: string; close(): void }> {
  const door = createServer((socket) => {
    Object.defineProperty(socket, 'remoteAddress', { value: address });
    to.app.getHttpServer().emit('connection', socket);
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  const { port } = door.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => door.close() };
}
