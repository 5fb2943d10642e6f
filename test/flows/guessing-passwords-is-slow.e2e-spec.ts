import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { StaffService } from '../../src/console/staff.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { FixedClock } from '../support/fixed-clock.js';

const PASSWORD = 'vier Tische am Rhein';
const clock = FixedClock.inBerlin('2027-10-18T09:00');
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ clock });
  for (const name of ['anna', 'berta', 'clara'])
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

async function signIn(name: string, password: string, forwardedFor: string, url = app.url): Promise<number> {
  const answer = await fetch(`${url}/console/sign-in`, {
    method: 'POST',
    headers: { origin: 'https://umfrage.example.org', 'x-forwarded-for': forwardedFor },
    body: new URLSearchParams({ email: `${name}@netzwerk.test`, password }),
    redirect: 'manual',
  });
  return answer.status;
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
