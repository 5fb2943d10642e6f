import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { SignedTokens } from '../../src/common/signed-token.js';
import { startApp, type TestApp, type TestAppOptions, until } from '../support/app.js';
import {
  type Campaign,
  type CampaignOptions,
  personalLinks,
  postForm,
  scheduleWave,
  startCampaign,
  submitOnePage,
  twoPages,
  waveFinished,
} from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

let clock: FixedClock;
let app: TestApp;
let campaign: Campaign;
let links: Map<string, string>;

beforeEach(() => {
  clock = FixedClock.inBerlin('2027-11-01T09:12');
});

afterEach(async () => {
  await app.close();
});

/** A campaign whose invitations have gone out. */
async function invited(options: CampaignOptions = {}, how: Partial<TestAppOptions> = {}): Promise<void> {
  app = await startApp({ clock, env: { SMTP_CONNECTIONS: '1' }, ...how });
  campaign = await startCampaign(app, { closesAt: '2027-11-12T23:59', ...options });
  links = await personalLinks(app, campaign.surveyId);
  await waveFinished(
    app,
    await scheduleWave(app.api, campaign.surveyId, { kind: 'invitation', sendAt: 'now' }),
  );
}

describe('while a reminder is going out', () => {
  const PEOPLE = 16;

  test('each of the three skips the planned mail with its reason, and undo brings it back', async () => {
    await invited({ people: PEOPLE });
    clock.moveTo('2027-11-05T09:12');
    app.mail.delayMs = 400;
    app.mail.received.length = 0;
    const wave = await scheduleWave(app.api, campaign.surveyId, { kind: 'reminder', sendAt: 'now' });
    await until('the reminder is under way', () => app.mail.received.length > 0);

    for (const [place, act, reason] of [
      [16, decline, 'declined'],
      [14, snooze, 'snoozed'],
      [12, unsubscribe, 'unsubscribed'],
    ] as const) {
      const [stays, returns] = [person(place), person(place - 1)];
      await Promise.all([act(stays), act(returns)]);
      expect(await outcome(wave, stays)).toEqual(['skipped', reason]);
      expect(await outcome(wave, returns)).toEqual(['skipped', reason]);
      await act(returns, 'undo');
      // It has its turn again at once, and may be on its way by now.
      const [state, why] = (await outcome(wave, returns)) ?? ['missing', null];
      expect([['planned', 'handing_over', 'accepted'].includes(state), why]).toEqual([true, null]);
    }
    expect((await app.api.get(`/waves/${wave}`)).body.state).toBe('sending');

    app.mail.delayMs = 0;
    await waveFinished(app, wave);
    for (const place of [15, 13, 11, 1]) {
      expect(await outcome(wave, person(place))).toEqual(['accepted', null]);
      expect(remindersTo(person(place))).toBe(1);
    }
    for (const place of [16, 14, 12]) expect(remindersTo(person(place))).toBe(0);
    const { counts, skipped } = (await app.api.get(`/waves/${wave}`)).body;
    expect(counts).toMatchObject({ accepted: PEOPLE - 3, skipped: 3 });
    expect(skipped).toEqual({ declined: 1, snoozed: 1, unsubscribed: 1 });
  });

  test('while it is paused, the same', async () => {
    await invited({ people: 6 });
    clock.moveTo('2027-11-05T09:12');
    app.mail.delayMs = 300;
    app.mail.received.length = 0;
    const wave = await scheduleWave(app.api, campaign.surveyId, { kind: 'reminder', sendAt: 'now' });
    await until('the reminder is under way', () => app.mail.received.length > 0);
    await app.api.post(`/waves/${wave}/pause`);
    await unsubscribe(person(6));
    await unsubscribe(person(6), 'undo');
    await decline(person(5));
    expect(await outcome(wave, person(6))).toEqual(['planned', null]);
    expect(await outcome(wave, person(5))).toEqual(['skipped', 'declined']);
    app.mail.delayMs = 0;
    await app.api.post(`/waves/${wave}/resume`);
    await waveFinished(app, wave);
    expect([remindersTo(person(6)), remindersTo(person(5))]).toEqual([1, 0]);
  });

  test('nobody is handed a reminder once one of the three was acknowledged', async () => {
    const people = 150;
    // A server that takes its time before the content comes, so that many are caught between the two.
    const slowToBegin: TestAppOptions['mail'] = {
      onMailFrom: (_address, _session, done) => {
        setTimeout(done, 100);
      },
    };
    await invited({ people }, { env: { SMTP_CONNECTIONS: '10' }, mail: slowToBegin });
    clock.moveTo('2027-11-05T09:12');
    app.mail.received.length = 0;
    const wave = await scheduleWave(app.api, campaign.surveyId, { kind: 'reminder', sendAt: 'now' });
    await until('the reminder is under way', () => app.mail.received.length > 4);

    const acknowledged = new Map<string, number>();
    await Promise.all(
      campaign.people.map(async (email, i) => {
        await sleep(((i * 97) % people) * 10);
        await [decline, snooze, unsubscribe][i % 3]?.(email);
        acknowledged.set(email, performance.now());
      }),
    );
    await waveFinished(app, wave);
    const { counts } = (await app.api.get(`/waves/${wave}`)).body;
    expect(counts.accepted + counts.skipped).toBe(people);
    expect(Math.min(counts.accepted, counts.skipped)).toBeGreaterThan(20);
    const late = app.mail.received.filter(({ to, at }) => at > (acknowledged.get(to.join()) ?? Infinity));
    expect(late.map(({ to }) => to)).toEqual([]);
  });
});

describe('not this survey', () => {
  test('GET asks, POST declines, twice is once, and it can be taken back', async () => {
    await invited();
    const path = `${links.get(person(1))}/decline`;
    expect(await page(path)).toEqual([200, expect.stringContaining('Diesmal nicht teilnehmen?')]);
    expect(await participation(1)).toEqual(['not_started', null]);
    for (let times = 1; times <= 2; times += 1) {
      expect(await posted(path)).toEqual([200, expect.stringContaining('Sie nehmen diesmal nicht teil')]);
      expect(await participation(1)).toEqual(['declined', 'not_started']);
    }
    expect(await page(path)).toEqual([200, expect.stringContaining('Absage zurücknehmen')]);
    expect(await page(`${path}?lang=en`)).toEqual([
      200,
      expect.stringContaining('not taking part this time'),
    ]);
    for (let times = 1; times <= 2; times += 1) {
      expect(await posted(path, { go: 'undo' })).toEqual([200, expect.stringContaining('zurückgenommen')]);
      expect(await participation(1)).toEqual(['not_started', null]);
    }
  });

  test('what was filled in stays, and the questionnaire is one click away', async () => {
    await invited({ questionnaire: twoPages });
    const link = links.get(person(1)) ?? '';
    await postForm(app, link, { page: '0', go: 'next', 'q.role': 'ehrenamtlich' });
    await posted(`${link}/decline`);
    expect(await participation(1)).toEqual(['declined', 'partial']);
    const [, declined] = await page(link);
    expect(declined).toContain('Doch teilnehmen');
    expect(declined).toContain('noch gespeichert');
    expect(declined).not.toContain('name="q.');

    const back = await postForm(app, link, { go: 'take-part', lang: 'de' });
    expect([back.status, back.headers.get('location')]).toEqual([303, `${link}?lang=de`]);
    expect(await participation(1)).toEqual(['partial', null]);
    expect((await page(`${link}?page=1`))[1]).toMatch(
      /value="ehrenamtlich"[^>]*checked|checked[^>]*value="ehrenamtlich"/,
    );
  });

  test('an answer that comes after all is stored', async () => {
    await invited();
    const link = links.get(person(1)) ?? '';
    await posted(`${link}/decline`);
    expect((await submitOnePage(app, link)).status).toBe(303);
    expect(await participation(1)).toEqual(['completed', null]);
    expect(await app.rows('SELECT FROM responses')).toHaveLength(1);
    expect(await page(`${link}/decline`)).toEqual([200, expect.stringContaining('schon teilgenommen')]);
    expect(await posted(`${link}/decline`)).toEqual([200, expect.stringContaining('schon teilgenommen')]);
    expect(await posted(`${link}/snooze`)).toEqual([200, expect.stringContaining('schon teilgenommen')]);
    expect(await participation(1)).toEqual(['completed', null]);
  });

  test('of a survey that is over, nothing can be declined or put off', async () => {
    await invited();
    clock.moveTo('2027-11-12T23:59');
    for (const end of ['decline', 'snooze']) {
      const path = `${links.get(person(1))}/${end}`;
      expect(await page(path)).toEqual([410, expect.stringContaining('Diese Umfrage ist beendet')]);
      expect(await posted(path)).toEqual([410, expect.stringContaining('Diese Umfrage ist beendet')]);
    }
    expect(await participation(1)).toEqual(['not_started', null]);
  });

  test('a wrong link opens the page for wrong links, also one for nobody', async () => {
    await invited();
    const nobody = app.app.get(SignedTokens, { strict: false }).sign('participation', '0');
    const good = links.get(person(1)) ?? '';
    const forged = `${good.slice(0, -2)}${good.at(-2) === 'A' ? 'B' : 'A'}${good.slice(-1)}`;
    for (const path of [`/u/${nobody}`, forged, '/u/x']) {
      for (const end of ['decline', 'snooze']) {
        expect((await page(`${path}/${end}`))[0]).toBe(404);
        expect((await posted(`${path}/${end}`))[0]).toBe(404);
        expect((await posted(`${path}/${end}`, { go: 'undo' }))[0]).toBe(404);
      }
    }
    const put = await fetch(`${app.url}${good}/decline`, { method: 'PUT' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });
});

describe('later', () => {
  test('one reminder comes in three days, and no other before', async () => {
    await invited();
    const path = `${links.get(person(1))}/snooze`;
    const when = 'Donnerstag, 4. November 2027, 09:12 Uhr';
    expect(await page(path)).toEqual([200, expect.stringContaining(when)]);
    expect(await onRequest()).toEqual([]);
    for (let times = 1; times <= 2; times += 1) {
      expect(await posted(path)).toEqual([200, expect.stringContaining(when)]);
      clock.advance(60_000);
    }
    expect(await onRequest()).toEqual([
      { email: person(1), state: 'planned', reason: null, at: new Date('2027-11-04T08:12:00Z') },
    ]);

    clock.moveTo('2027-11-04T09:11');
    await app.sweep();
    await sleep(300);
    expect(app.mail.received).toHaveLength(3);
    clock.moveTo('2027-11-04T09:12');
    await until('the reminder has come', async () => {
      await app.sweep();
      return remindersTo(person(1)) === 2;
    });
    await app.sweep();
    await sleep(300);
    expect(app.mail.received).toHaveLength(4);
    await until('it is entered', async () => (await onRequest())[0]?.state === 'accepted');

    expect(await page(path)).toEqual([200, expect.stringContaining('schon einmal später erinnert')]);
    expect(await posted(path)).toEqual([200, expect.stringContaining('schon einmal später erinnert')]);
    expect(await onRequest()).toHaveLength(1);
  });

  test('it can be taken back and asked for again, in one and the same row', async () => {
    await invited();
    const path = `${links.get(person(1))}/snooze`;
    await posted(path);
    for (let times = 1; times <= 2; times += 1) {
      expect(await posted(path, { go: 'undo' })).toEqual([200, expect.stringContaining('abbestellt')]);
    }
    expect(await onRequest()).toMatchObject([{ state: 'skipped', reason: 'snooze_undone', at: null }]);
    expect(await app.rows('SELECT FROM participants WHERE snoozed_until IS NOT NULL')).toEqual([]);
    await posted(path);
    await posted(`${links.get(person(2))}/snooze`);
    expect(await onRequest()).toMatchObject([{ state: 'planned' }, { state: 'planned' }]);
    expect(await app.rows('SELECT FROM waves WHERE on_request_of IS NOT NULL')).toHaveLength(1);
  });

  test('anyone who declines or leaves meanwhile is not reminded; who comes back is, at the time they chose', async () => {
    await invited();
    await snooze(person(1));
    await snooze(person(2));
    await decline(person(1));
    await unsubscribe(person(2));
    expect(await onRequest()).toMatchObject([
      { state: 'skipped', reason: 'declined' },
      { state: 'skipped', reason: 'unsubscribed' },
    ]);
    expect(await posted(`${links.get(person(2))}/snooze`)).toEqual([
      200,
      expect.stringContaining('vom Verteiler abgemeldet'),
    ]);
    await app.rows("UPDATE waves SET state = 'sending' WHERE on_request_of IS NOT NULL");
    await decline(person(1), 'undo');
    await unsubscribe(person(2), 'undo');
    const at = new Date('2027-11-04T08:12:00Z');
    expect(await onRequest()).toMatchObject([
      { state: 'planned', at },
      { state: 'planned', at },
    ]);
  });

  test('there is nothing to put off before the first mail, and none past closing', async () => {
    app = await startApp({ clock });
    campaign = await startCampaign(app, { closesAt: '2027-11-03T18:00' });
    links = await personalLinks(app, campaign.surveyId);
    const path = `${links.get(person(1))}/snooze`;
    expect(await posted(path)).toEqual([200, expect.stringContaining('Noch gibt es nichts aufzuschieben')]);
    expect(await onRequest()).toEqual([]);

    const wave = await scheduleWave(app.api, campaign.surveyId, { kind: 'invitation', sendAt: 'now' });
    await waveFinished(app, wave);
    expect((await page(path))[1]).toContain('Dienstag, 2. November 2027, 18:00 Uhr');
    clock.moveTo('2027-11-02T18:00');
    expect(await posted(path)).toEqual([200, expect.stringContaining('Aufschieben geht nicht mehr')]);
    expect(await onRequest()).toEqual([]);
  });
});

test('every letter offers the three, in HTML and in text', async () => {
  await invited({ people: 1 });
  const [mail] = await app.mail.mailsTo(person(1));
  const link = `https://umfrage.example.org${links.get(person(1))}`;
  expect(mail?.text).toContain(`Diesmal nicht teilnehmen: ${link}/decline\n`);
  expect(mail?.text).toContain(`In 3 Tagen erinnern: ${link}/snooze\n`);
  expect(mail?.text).toMatch(
    /Vom Verteiler abmelden: https:\/\/umfrage\.example\.org\/unsubscribe\/[\w-]{32}\n/,
  );
  for (const end of ['decline', 'snooze']) expect(mail?.html).toContain(`href="${link}/${end}"`);
});

function person(place: number): string {
  return `p${place}@leser.test`;
}

type Act = (email: string, go?: 'undo') => Promise<void>;

const decline: Act = (email, go) => act(`${links.get(email)}/decline`, go);
const snooze: Act = (email, go) => act(`${links.get(email)}/snooze`, go);
const unsubscribe: Act = async (email, go) => {
  const [row] = await app.rows<{ id: string }>('SELECT id FROM subscribers WHERE email = $1', [email]);
  const token = app.app.get(SignedTokens, { strict: false }).sign('unsubscribe', row?.id ?? '');
  await act(`/unsubscribe/${token}`, go);
};

async function act(path: string, go?: 'undo'): Promise<void> {
  expect((await posted(path, go ? { go } : {}))[0]).toBe(200);
}

async function page(path: string): Promise<[status: number, html: string]> {
  const answer = await fetch(app.url + path, { headers: { 'accept-language': 'de' } });
  return [answer.status, await answer.text()];
}

async function posted(path: string, fields: Record<string, string> = {}): Promise<[number, string]> {
  const answer = await postForm(app, path, { lang: 'de', ...fields });
  return [answer.status, await answer.text()];
}

/** State and reason of a person's message in a wave. */
async function outcome(wave: string, email: string): Promise<[string, string | null] | null> {
  const { body } = await app.api.get(`/messages?wave=${wave}&address=${encodeURIComponent(email)}`);
  const items = body.items as { email: string; state: string; reason: string | null }[];
  const own = items.find((item) => item.email === email);
  return own ? [own.state, own.reason] : null;
}

function onRequest() {
  return app.rows<{ email: string; state: string; reason: string | null; at: Date | null }>(
    `SELECT s.email, m.state, m.reason, m.next_attempt_at AS at FROM messages m
     JOIN waves w ON w.id = m.wave_id JOIN participants p ON p.id = m.participant_id
     JOIN subscribers s ON s.id = p.subscriber_id WHERE w.on_request_of IS NOT NULL ORDER BY p.id`,
  );
}

async function participation(place: number): Promise<[string, string | null]> {
  const [row] = await app.rows<{ participation: string; from: string | null }>(
    `SELECT p.participation, p.declined_from AS "from" FROM participants p
     JOIN subscribers s ON s.id = p.subscriber_id WHERE s.email = $1`,
    [person(place)],
  );
  return [row?.participation ?? '', row?.from ?? null];
}

/** Mails to somebody since `received` was emptied. */
function remindersTo(email: string): number {
  return app.mail.received.filter(({ to }) => to.includes(email)).length;
}
