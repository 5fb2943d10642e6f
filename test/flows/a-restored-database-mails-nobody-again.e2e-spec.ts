import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type TestApp, startApp, until } from '../support/app.js';
import {
  type Campaign,
  personalLinks,
  postForm,
  scheduleWave,
  startCampaign,
  waveFinished,
} from '../support/campaign.js';
import { cloneDatabase, copyDatabase, type TestDatabase } from '../support/database.js';
import { MailServer } from '../support/mail-server.js';
import { RowsSnapshot } from '../support/rows-snapshot.js';
import { type ConsoleVisit, signIn } from '../support/staff.js';

const PEOPLE = 120;

let database: TestDatabase;
let mail: MailServer;
let dataDir: string;

beforeAll(async () => {
  database = await cloneDatabase();
  mail = await MailServer.start();
  dataDir = await mkdtemp(join(tmpdir(), 'ruecklauf-restored-'));
});

afterAll(async () => {
  await mail.stop();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const start = (more: { url?: string; dataDir?: string } = {}) =>
  startApp({
    database: { url: more.url ?? database.url },
    mailServer: mail,
    env: { DATA_DIR: more.dataDir ?? dataDir },
  });

/** How many mails each address got. */
function mailsEach(): number[] {
  const counts = new Map<string, number>();
  for (const { to } of mail.received) for (const one of to) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts.values()];
}

const everybodyOnce = () => Array.from({ length: PEOPLE }, () => 1);

/** Rings for everything there is to do, several times over. */
async function sweepLong(app: TestApp): Promise<void> {
  for (let n = 0; n < 4; n += 1) {
    await app.sweep();
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

const statusOf = async (app: TestApp, wave: string) =>
  (await app.api.get(`/waves/${wave}`)).body as {
    state: string;
    waitingFor: unknown;
    total: number;
    counts: Record<string, number>;
  };

describe('a dump in the middle of a wave that then finishes', () => {
  let app: TestApp;
  let visit: ConsoleVisit;
  let campaign: Campaign;
  let wave: string;
  let dump: RowsSnapshot;
  let copy: TestDatabase;
  let openThen: number;

  beforeAll(async () => {
    app = await start();
    visit = await signIn(app);
    campaign = await startCampaign(app, { people: PEOPLE });
    mail.delayMs = 100;
    wave = await scheduleWave(app.api, campaign.surveyId, {
      kind: 'invitation',
      sendAt: 'now',
      ignoreCanary: true,
    });
    await until('some mails are out', () => mail.received.length >= 20);
    dump = await RowsSnapshot.take(database.url);
    const [open] = await app.rows<{ count: number }>(
      "SELECT count(*)::int AS count FROM snapshot.messages WHERE state IN ('planned', 'handing_over')",
    );
    openThen = open?.count ?? 0;
    mail.delayMs = 0;
    await waveFinished(app, wave);
    expect(mailsEach()).toEqual(everybodyOnce());
    expect(openThen).toBeGreaterThan(20);

    // What people ask for after the dump is lost with it, but for what is kept outside the database.
    const links = await personalLinks(app, campaign.surveyId);
    const link = (n: number) => links.get(campaign.people[n] ?? '') ?? '';
    const [, unsubscribe] =
      /<https?:\/\/[^/]+(\/unsubscribe\/[^>]+)>/.exec(
        (await mail.mailsTo(campaign.people[0] ?? ''))[0]?.headers.find(
          ({ key }) => key === 'list-unsubscribe',
        )?.value ?? '',
      ) ?? [];
    await postForm(app, unsubscribe ?? '', {});
    await postForm(app, `${link(1)}/decline`, {});
    await app.api.post('/suppressions', { email: campaign.people[2] });
    await app.api.post('/suppressions', { email: 'auf.keiner.liste@leser.test' });
    const [erased] = await app.rows<{ id: string }>('SELECT id FROM subscribers WHERE email_key = $1', [
      campaign.people[3],
    ]);
    expect((await app.api.call('DELETE', `/subscribers/${erased?.id ?? ''}`)).status).toBe(204);
  }, 60_000);

  afterAll(async () => {
    await app.close();
    await copy.drop();
  });

  test('put back under running workers, it sends nothing and says so on every page', async () => {
    await dump.putBack();
    await sweepLong(app);
    await until('the restore is noticed', async () => {
      const { html } = await visit.send('/console/lists');
      return html.includes('Der Versand ist angehalten');
    });
    await sweepLong(app);
    expect(mailsEach()).toEqual(everybodyOnce());

    for (const path of ['/console/surveys', '/console/pace', `/console/waves/${wave}`]) {
      const { html } = await visit.send(path);
      expect(html).toContain('Der Versand ist angehalten');
      expect(html).toMatch(/Was (kurz nach|zwischen) .+ dazukam, fehlt hier/);
    }
    expect(await statusOf(app, wave)).toMatchObject({
      state: 'sending',
      waitingFor: { what: 'confirmation' },
    });
    const { html } = await visit.send('/console/recovery');
    expect(html).toContain('auf einen früheren Stand zurückgesetzt');
    expect(html).toContain('vermerkte Abmeldungen und Löschungen: 5');
  });

  test('started anew, it is still held', async () => {
    await app.close();
    copy = await copyDatabase(database.url);
    app = await start();
    visit = await signInAgain(app);
    await sweepLong(app);
    expect(mailsEach()).toEqual(everybodyOnce());
    expect((await visit.send('/console/surveys')).html).toContain('Der Versand ist angehalten');
  });

  test('copied into another database and started with an empty DATA_DIR, it sends nothing', async () => {
    await asIfNeverHeld(copy);
    const empty = await mkdtemp(join(tmpdir(), 'ruecklauf-empty-'));
    const other = await start({ url: copy.url, dataDir: empty });
    await sweepLong(other);
    expect(mailsEach()).toEqual(everybodyOnce());
    expect(await statusOf(other, wave)).toMatchObject({ waitingFor: { what: 'confirmation' } });
    await other.close();
    await rm(empty, { recursive: true });
  });

  test('a wave whose time came since the dump is not sent by the confirmation', async () => {
    const { body } = await app.api.post(`/surveys/${campaign.surveyId}/waves`, {
      kind: 'reminder',
      sendAt: '2098-01-01T12:00',
      ignoreGap: true,
    });
    await app.rows("UPDATE waves SET due_at = now() - interval '1 hour' WHERE id = $1", [body.id]);
    const before = mail.received.length;
    const { location } = await visit.send('/console/recovery', { open: 'uncertain' });
    expect(location).toBe('/console/recovery');
    const { html } = await visit.send('/console/recovery');
    expect(html).toContain('Nachgeholt: Abmeldungen (1), Ablehnungen (1), Sperrungen (2), Löschungen (1)');
    await sweepLong(app);
    expect(mail.received).toHaveLength(before);

    const reminder = await statusOf(app, String(body.id));
    expect(reminder.counts['uncertain']).toBeGreaterThan(0);
    expect(reminder.counts['planned']).toBe(0);
  });

  test('what may have gone out is uncertain, and nobody is missing', async () => {
    await waveFinished(app, wave);
    const { state, total, counts } = await statusOf(app, wave);
    // One person was erased again, whether their mail was open or not.
    const sum = Object.values(counts).reduce((all, count) => all + count, 0);
    expect({ state, total, sum }).toEqual({ state: 'finished', total: PEOPLE - 1, sum: PEOPLE - 1 });
    expect(counts['uncertain']).toBeGreaterThan(openThen - 5);
    expect(mailsEach()).toEqual(everybodyOnce());
  });

  test('opt-outs and erasures that are noted outside the database are done again', async () => {
    const people = await app.rows<{ email: string; unsubscribed: boolean; participation: string }>(
      `SELECT s.email_key AS email, s.unsubscribed_at IS NOT NULL AS unsubscribed, p.participation
       FROM subscribers s JOIN participants p ON p.subscriber_id = s.id WHERE s.email_key = ANY($1) ORDER BY s.id`,
      [campaign.people.slice(0, 5)],
    );
    expect(people).toEqual([
      { email: 'p1@leser.test', unsubscribed: true, participation: 'not_started' },
      { email: 'p2@leser.test', unsubscribed: false, participation: 'declined' },
      { email: 'p3@leser.test', unsubscribed: false, participation: 'not_started' },
      { email: 'p5@leser.test', unsubscribed: false, participation: 'not_started' },
    ]);
    expect(await app.rows('SELECT email_key AS email FROM suppressions ORDER BY 1')).toEqual([
      { email: 'auf.keiner.liste@leser.test' },
      { email: 'p3@leser.test' },
    ]);
  });

  test('reminders wait for a confirmation of their own, invitations do not', async () => {
    expect((await visit.send('/console/surveys')).html).toContain('Erinnerungen sind noch angehalten');
    const second = await startCampaign(app, { people: 2 });
    const invitation = await scheduleWave(app.api, second.surveyId, { kind: 'invitation', sendAt: 'now' });
    await waveFinished(app, invitation);
    const reminder = await scheduleWave(app.api, second.surveyId, {
      kind: 'reminder',
      sendAt: 'now',
      ignoreGap: true,
    });
    await sweepLong(app);
    expect(await statusOf(app, reminder)).toMatchObject({ waitingFor: { what: 'confirmation' } });

    await visit.send('/console/recovery/reminders', {});
    await waveFinished(app, reminder);
    // p1 has left one list and is on another, and p1 and p2 are on both lists.
    expect((await statusOf(app, reminder)).counts['accepted']).toBe(2);
    expect((await visit.send('/console/surveys')).html).not.toContain('sind noch angehalten');
    expect((await visit.send('/console/recovery')).html).toContain('Nichts ist angehalten');
  });

  test('confirmed once, it stays confirmed: after a restart, and without any memory', async () => {
    await app.close();
    app = await start();
    expect(await held(app)).toBe(false);
    await app.close();
    const empty = await mkdtemp(join(tmpdir(), 'ruecklauf-empty-'));
    app = await start({ dataDir: empty });
    expect(await held(app)).toBe(false);
    await rm(empty, { recursive: true });
  });
});

describe('a dump put back while the wave is being sent', () => {
  test('stops the workers at once', async () => {
    const app = await startApp();
    const { mail: own } = app;
    const { surveyId } = await startCampaign(app, { people: 400 });
    own.delayMs = 300;
    const wave = await scheduleWave(app.api, surveyId, {
      kind: 'invitation',
      sendAt: 'now',
      ignoreCanary: true,
    });
    await until('some mails are out', () => own.received.length >= 20);
    const dump = await RowsSnapshot.take(app.databaseUrl);
    await until('many more mails are out', () => own.received.length >= 80);
    // The process looks every few seconds; just after that it would be longest until it finds out by looking.
    const seenAt = async () =>
      (await app.rows<{ at: string }>('SELECT seen_at::text AS at FROM sending_guard'))[0]?.at;
    const before = await seenAt();
    await until('it has looked again', async () => (await seenAt()) !== before);
    own.delayMs = 20;
    await dump.putBack();
    await until('the restore is noticed', () => held(app), 15);
    await sweepLong(app);
    expect(own.received.length).toBeLessThan(400);
    const twice = own.received.length - new Set(own.received.flatMap(({ to }) => to)).size;
    expect(twice).toBe(0);
    expect((await statusOf(app, wave)).waitingFor).toEqual({ what: 'confirmation' });
    await app.close();
  });
});

async function held(app: TestApp): Promise<boolean> {
  const rows = await app.rows('SELECT FROM sending_guard WHERE held_at IS NOT NULL');
  return rows.length > 0;
}

/** A dump is made of a database that is in use; what is held there would come along with it. */
async function asIfNeverHeld({ url }: TestDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `UPDATE sending_guard SET held_at = NULL, held_because = NULL, lost_from = NULL, lost_until = NULL,
       reminders_held_at = NULL`,
  );
  await client.end();
}

async function signInAgain(app: TestApp): Promise<ConsoleVisit> {
  // The account was restored too.
  await app.rows('DELETE FROM staff_members');
  return signIn(app);
}
