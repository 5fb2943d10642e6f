import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Command } from 'commander';
import { addStaffCommands, addTokenCommands } from '../../src/app/cli-staff.js';
import { StaffService } from '../../src/staff/staff.service.js';
import { AccountsService } from '../../src/staff/accounts.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { FixedClock } from '../support/fixed-clock.js';
import { anna, type ConsoleVisit, signIn, visitOf } from '../support/staff.js';

const clock = FixedClock.inBerlin('2027-10-18T09:00');
const LONG = 'sieben Brücken am Main';
let app: TestApp;
let staff: ConsoleVisit;

beforeAll(async () => {
  app = await startApp({ clock });
});

afterAll(async () => {
  await app.close();
});

const accounts = () => app.app.get(AccountsService, { strict: false });
const linkIn = (html: string) =>
  (/<textarea[^>]*id="f-secret"[^>]*>([^<]+)</.exec(html)?.[1] ?? '').replace(
    'https://umfrage.example.org',
    '',
  );
const idOf = async (statement: string) => (await app.rows<{ id: string }>(statement))[0]?.id ?? '';
const typed = (password: string) => ({ password, repeat: password });
const isIn = async (visit: ConsoleVisit) => (await visit.send('/console/surveys')).status === 200;

test('the first account is made by a link that works once, and looking uses nothing up', async () => {
  const older = (await accounts().setUpLink('none')).replace('https://umfrage.example.org', '');
  const path = (await accounts().setUpLink('none')).replace('https://umfrage.example.org', '');
  const visit = visitOf(app);
  expect((await visit.send(older)).status).toBe(410);
  for (let i = 0; i < 3; i += 1) expect((await visit.send(path)).status).toBe(200);
  const looked = await fetch(app.url + path);
  expect(looked.headers.get('referrer-policy')).toBe('strict-origin');
  expect(looked.headers.get('cache-control')).toBe('no-store');
  expect(
    (await app.rows<{ kept: string }>('SELECT staff_links::text AS kept FROM staff_links'))[0]?.kept,
  ).not.toContain(path.slice(-20));

  const first = { email: 'erste@netzwerk.test', name: 'Erste' };
  const short = await visit.send(path, { ...first, ...typed('kurz') });
  expect([short.status, short.html.includes('id="e-password"')]).toEqual([422, true]);
  const different = await visit.send(path, { ...first, password: LONG, repeat: 'anders als das' });
  expect([different.status, different.html.includes('verschieden')]).toEqual([422, true]);
  expect((await visit.send(path, { ...first, email: 'nichts', ...typed(LONG) })).status).toBe(422);

  const both = await Promise.all([1, 2].map(() => visitOf(app).send(path, { ...first, ...typed(LONG) })));
  expect(both.map(({ status }) => status).sort()).toEqual([303, 410]);
  expect(await app.rows('SELECT FROM staff_members')).toHaveLength(1);
  expect((await visit.send(path)).status).toBe(410);
  await expect(accounts().setUpLink('none')).rejects.toThrow('There are accounts already');
});

test('a set-up link ends after a day', async () => {
  await app.rows('TRUNCATE staff_members CASCADE');
  const path = (await accounts().setUpLink('none')).replace('https://umfrage.example.org', '');
  clock.advance(24 * 3_600_000 + 1);
  expect((await visitOf(app).send(path)).status).toBe(410);
  expect((await visitOf(app).send(path, { email: 'a@b.test', ...typed(LONG) })).status).toBe(410);
});

test('who changes their password is asked for the old one, and is signed out everywhere else', async () => {
  staff = await signIn(app);
  const elsewhere = visitOf(app);
  await elsewhere.send('/console/sign-in', anna);
  expect(await isIn(elsewhere)).toBe(true);

  const wrong = await staff.send('/console/account/password', { present: 'falsch', ...typed(LONG) });
  expect([wrong.status, wrong.html.includes('Das ist nicht Ihr bisheriges Passwort')]).toEqual([422, true]);
  const easy = await staff.send('/console/account/password', {
    present: anna.password,
    ...typed('passwort'),
  });
  expect([easy.status, easy.html.includes('id="e-password"')]).toEqual([422, true]);
  expect(await isIn(elsewhere)).toBe(true);

  expect(
    (await staff.send('/console/account/password', { present: anna.password, ...typed(LONG) })).status,
  ).toBe(303);
  expect([await isIn(staff), await isIn(elsewhere)]).toEqual([true, false]);
  const visit = visitOf(app);
  expect((await visit.send('/console/sign-in', anna)).status).toBe(422);
  expect((await visit.send('/console/sign-in', { ...anna, password: LONG })).status).toBe(303);
});

test('five wrong tries at the old password end the session', async () => {
  const thief = visitOf(app);
  await thief.send('/console/sign-in', { ...anna, password: LONG });
  for (let i = 0; i < 5; i += 1)
    expect(
      (await thief.send('/console/account/password', { present: 'geraten', ...typed(LONG) })).status,
    ).toBe(422);
  const sixth = await thief.send('/console/account/password', {
    present: LONG,
    ...typed('neun Züge nach Köln'),
  });
  expect([sixth.status, sixth.location]).toEqual([303, '/console/sign-in']);
  expect([await isIn(thief), await isIn(staff)]).toEqual([false, true]);
});

test('sessions are seen and ended one by one or all but this one, and never somebody else’s', async () => {
  const [phone, laptop] = [visitOf(app), visitOf(app)];
  const signInAs = (visit: ConsoleVisit) => visit.send('/console/sign-in', { ...anna, password: LONG });
  await signInAs(phone);
  await signInAs(laptop);
  const page = await staff.send('/console/account');
  expect(page.html).toContain('Diese hier');
  const [row] = await app.rows<{ id: string }>('SELECT id FROM staff_sessions ORDER BY id DESC LIMIT 1');
  expect((await staff.send(`/console/account/sessions/${row?.id ?? ''}/end`, {})).status).toBe(303);
  expect([await isIn(phone), await isIn(laptop)]).toEqual([true, false]);
  await staff.send('/console/account/sessions/end-others', {});
  expect([await isIn(phone), await isIn(staff)]).toEqual([false, true]);

  await app.app.get(StaffService, { strict: false }).create('bert@netzwerk.test', 'Bert', LONG);
  const bert = visitOf(app);
  await bert.send('/console/sign-in', { email: 'bert@netzwerk.test', password: LONG });
  const [own] = await app.rows<{ id: string }>('SELECT id FROM staff_sessions ORDER BY id LIMIT 1');
  expect((await bert.send(`/console/account/sessions/${own?.id ?? ''}/end`, {})).status).toBe(404);
  expect(await isIn(staff)).toBe(true);
  const columns = await app.rows<{ kept: string }>('SELECT staff_sessions::text AS kept FROM staff_sessions');
  expect(JSON.stringify(columns)).not.toContain('127.0.0.1');
});

test('a colleague is added by a link, gets a new password by another, is locked, let in again and removed', async () => {
  const added = await staff.send('/console/staff', { email: 'Clara@netzwerk.test', name: 'Clara' });
  expect(added.status).toBe(200);
  const clara = visitOf(app);
  expect((await clara.send(linkIn(added.html), typed(LONG))).status).toBe(303);
  expect(await isIn(clara)).toBe(true);
  const id = await idOf("SELECT id FROM staff_members WHERE name = 'Clara'");

  const old = linkIn((await staff.send(`/console/staff/${id}/link`, {})).html);
  const reset = linkIn((await staff.send(`/console/staff/${id}/link`, {})).html);
  expect((await visitOf(app).send(old)).status).toBe(410);
  expect(await isIn(clara)).toBe(true);
  const again = visitOf(app);
  expect((await again.send(reset, typed('neun Züge nach Köln'))).status).toBe(303);
  expect([await isIn(clara), await isIn(again)]).toEqual([false, true]);
  expect((await visitOf(app).send(reset, typed(LONG))).status).toBe(410);

  const pending = linkIn((await staff.send(`/console/staff/${id}/link`, {})).html);
  expect((await staff.send(`/console/staff/${id}/lock`, {})).status).toBe(303);
  expect(await isIn(again)).toBe(false);
  expect((await visitOf(app).send(pending, typed(LONG))).status).toBe(410);
  const credentials = { email: 'clara@netzwerk.test', password: 'neun Züge nach Köln' };
  expect((await visitOf(app).send('/console/sign-in', credentials)).status).toBe(422);
  await staff.send(`/console/staff/${id}/unlock`, {});
  const back = visitOf(app);
  expect((await back.send('/console/sign-in', credentials)).status).toBe(303);
  await staff.send(`/console/staff/${id}/remove`, {});
  expect(await isIn(back)).toBe(false);
  expect((await visitOf(app).send('/console/sign-in', credentials)).status).toBe(422);
  expect((await staff.send(`/console/staff/${id}/remove`, {})).status).toBe(404);

  const twice = await staff.send('/console/staff', { email: anna.email, name: '' });
  expect([twice.status, twice.html.includes('gibt es schon ein Konto')]).toEqual([422, true]);
});

test('two who remove each other at the same moment leave one, and the last account stays', async () => {
  const ids = (await accounts().all()).map(({ id }) => id);
  expect(ids).toHaveLength(2);
  const results = await Promise.allSettled(ids.map((id) => accounts().remove(id)));
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [last] = await accounts().all();
  await expect(accounts().lock(last?.id ?? '')).rejects.toThrow('Nobody else can sign in');
  await expect(accounts().remove(last?.id ?? '')).rejects.toThrow('Nobody else can sign in');
  expect((await accounts().all()).map(({ state }) => state)).toEqual(['active']);
});

test('a token is shown once, ends when its time is over or it is removed', async () => {
  await app.rows('TRUNCATE staff_members CASCADE');
  const visit = await signIn(app);
  const made = await visit.send('/console/tokens', { name: 'Statistik', days: '30' });
  const token = linkIn(made.html);
  expect(token).toMatch(/^rlk_/);
  const status = async (secret: string) =>
    (await fetch(`${app.url}/api/v1/lists`, { headers: { authorization: `Bearer ${secret}` } })).status;
  expect(await status(token)).toBe(200);
  const { html } = await visit.send('/console/tokens');
  expect(html).toContain('Statistik');
  expect(html).toContain('von Anna');
  expect(html).not.toContain(token);
  clock.advance(30 * 86_400_000);
  expect(await status(token)).toBe(401);

  const late = await signInAgain();
  const other = linkIn((await late.send('/console/tokens', { name: 'Zweites', days: 'never' })).html);
  expect(await status(other)).toBe(200);
  const id = await idOf("SELECT id FROM api_tokens WHERE name = 'Zweites'");
  expect((await late.send(`/console/tokens/${id}/remove`, {})).status).toBe(303);
  expect(await status(other)).toBe(401);
  expect((await late.send('/console/tokens', { name: ' ' })).status).toBe(422);
});

async function signInAgain(): Promise<ConsoleVisit> {
  const visit = visitOf(app);
  await visit.send('/console/sign-in', anna);
  return visit;
}

/** Runs one command of the command line within this process, and gives what it printed. */
async function run(...args: string[]): Promise<string> {
  const program = new Command();
  const printed: string[] = [];
  const print = (line: string) => void printed.push(line);
  addStaffCommands(
    program,
    (work) => work(app.app),
    print,
    () => Promise.resolve(''),
  );
  addTokenCommands(program, (work) => work(app.app), print);
  await program.parseAsync(args, { from: 'user' });
  return printed.join('\n');
}

test('the command line lists, locks, resets and removes accounts', async () => {
  await app.rows('TRUNCATE staff_members CASCADE');
  await run('staff', 'add', '--email', 'anna@netzwerk.test', '--password', LONG);
  const added = await run('staff', 'add', '--email', 'Dora@netzwerk.test', '--name', 'Dora');
  expect(added).toMatch(/^dora@netzwerk\.test chooses .*\nhttps:\S+\/console\/password\/\S+$/);
  expect(await run('staff', 'list')).toMatch(
    /anna@netzwerk\.test\tactive[\s\S]*dora@netzwerk\.test\tinvited/,
  );
  await expect(run('staff', 'remove', '--email', 'anna@netzwerk.test')).rejects.toThrow('Nobody else');
  await expect(run('staff', 'lock', '--email', 'nobody@netzwerk.test')).rejects.toThrow('no account');
  await run('staff', 'lock', '--email', 'Dora@netzwerk.test');
  expect(await run('staff', 'list')).toContain('dora@netzwerk.test\tlocked');
  await run('staff', 'unlock', '--email', 'dora@netzwerk.test');
  const reset = (await run('staff', 'reset', '--email', 'dora@netzwerk.test')).split('\n')[1] ?? '';
  const path = reset.replace('https://umfrage.example.org', '');
  expect((await visitOf(app).send(path, typed(LONG))).status).toBe(303);
  expect(await run('staff', 'remove', '--email', 'anna@netzwerk.test')).toContain('is removed');
});

test('the command line makes, lists and removes tokens', async () => {
  await expect(async () => run('token', 'add', '--name', 'kurz', '--days', '0')).rejects.toThrow('--days');
  const token = await run('token', 'add', '--name', 'kurz', '--days', '7');
  const status = async () =>
    (await fetch(`${app.url}/api/v1/lists`, { headers: { authorization: `Bearer ${token}` } })).status;
  expect(await status()).toBe(200);
  const [, id = ''] = /^(\d+)\t.*\tkurz$/m.exec(await run('token', 'list')) ?? [];
  expect(await run('token', 'remove', '--id', id)).toBe('kurz is no longer valid');
  expect(await status()).toBe(401);
});
