import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApp, type TestApp, until } from '../support/app.js';
import { scheduleWave, startCampaign, waveFinished } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const PEOPLE = 4000;
const window = { from: '07:00', to: '20:00', days: [1, 2, 3, 4, 5, 6], holidays: 'DE-NW' };
const clock = FixedClock.inBerlin('2027-10-29T19:59');
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ clock });
});

afterAll(async () => {
  await app.close();
});

const status = async (wave: string) => (await app.api.get(`/waves/${wave}`)).body;

/** Somebody else's list of that many people, without the import that other tests are about. */
async function campaign(people: number) {
  const list = await app.api.post('/lists', { name: 'Newsletter' });
  const listId = list.body.id as string;
  await app.rows(
    `INSERT INTO subscribers (list_id, email, email_key, created_at, updated_at)
     SELECT $1::bigint, email, email, now(), now() FROM generate_series(1, $2::int) n, format('p%s.l%s@leser.test', n, $1::bigint) email`,
    [listId, people],
  );
  return startCampaign(app, { people, listId, sendingWindow: window, closesAt: '2027-11-12T23:59' });
}

test('a wave of 4,000 that meets 20:00 stops, loses nobody, and goes on at 07:00', async () => {
  const { surveyId } = await campaign(PEOPLE);
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
  await until('some are out', async () => (await status(wave)).counts.accepted > 200, 60);

  clock.moveTo('2027-10-29T20:00');
  await until('nothing is under way', async () => (await status(wave)).counts.handing_over === 0);
  const evening = await status(wave);
  expect(evening.state).toBe('sending');
  expect(evening.waitingFor).toEqual({ what: 'window', until: '2027-10-30T05:00:00.000Z' });
  expect(evening.counts.accepted).toBeLessThan(PEOPLE);
  expect(evening.counts.accepted + evening.counts.planned).toBe(PEOPLE);
  expect(app.mail.received).toHaveLength(evening.counts.accepted);

  // All night long bells and sweeps wake nobody.
  for (const hour of ['20:00', '23:00', '03:00', '06:59']) {
    clock.moveTo(`2027-10-${hour > '12:00' ? '29' : '30'}T${hour}`);
    await app.sweep();
    await sleep(300);
  }
  expect((await status(wave)).counts).toEqual(evening.counts);

  clock.moveTo('2027-10-30T07:00');
  await app.sweep();
  // Looking at so many rows all the time would be what takes most of the time.
  for (let looks = 0; (await status(wave)).state !== 'finished' && looks < 240; looks += 1) await sleep(500);
  expect((await status(wave)).counts).toMatchObject({
    accepted: PEOPLE,
    skipped: 0,
    uncertain: 0,
    refused: 0,
  });
  expect(new Set(app.mail.received.map(({ to }) => to[0])).size).toBe(PEOPLE);
  expect(app.mail.received).toHaveLength(PEOPLE);
}, 240_000);

test('on Saturday evening before All Saints it waits for Tuesday', async () => {
  clock.moveTo('2027-10-30T20:30');
  const { surveyId } = await campaign(5);
  const before = app.mail.received.length;
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
  await until('it is planned', async () => (await status(wave)).state === 'sending');
  expect((await status(wave)).waitingFor).toEqual({ what: 'window', until: '2027-11-02T06:00:00.000Z' });
  for (const time of ['2027-10-31T09:00', '2027-11-01T12:00', '2027-11-02T06:59']) {
    clock.moveTo(time);
    await app.sweep();
    await sleep(200);
  }
  expect(app.mail.received).toHaveLength(before);
  clock.moveTo('2027-11-02T07:00');
  await waveFinished(app, wave);
  expect(app.mail.received).toHaveLength(before + 5);
});

test('anyone who says so sends at any hour; a changed window holds for a wave under way', async () => {
  clock.moveTo('2027-11-07T22:00');
  const { surveyId } = await campaign(5);
  const before = app.mail.received.length;
  const wave = await scheduleWave(app.api, surveyId, {
    kind: 'invitation',
    sendAt: 'now',
    ignoreWindow: true,
  });
  await waveFinished(app, wave);
  expect(app.mail.received).toHaveLength(before + 5);

  const { surveyId: other } = await campaign(5);
  const waiting = await scheduleWave(app.api, other, { kind: 'invitation', sendAt: 'now' });
  await until('it is planned', async () => (await status(waiting)).state === 'sending');
  expect((await status(waiting)).waitingFor).toMatchObject({ what: 'window' });
  await app.api.patch(`/surveys/${other}`, { sendingWindow: null });
  await waveFinished(app, waiting);
  expect(app.mail.received).toHaveLength(before + 10);
});

test('a window that never opens or makes no sense is refused, and the field is named', async () => {
  const { surveyId } = await campaign(1);
  const wrong = [
    [{ from: '20:00', to: '07:00' }, 'sendingWindow.to'],
    [{ from: '07:00', to: '20:00', days: [] }, 'sendingWindow.days'],
    [{ from: '07:00', to: '20:00', days: [0] }, 'sendingWindow.days'],
    [{ from: '7', to: '20:00' }, 'sendingWindow.from'],
    [{ from: '07:00', to: '20:00', holidays: 'DE-XX' }, 'sendingWindow.holidays'],
    [{ from: '07:00', to: '20:00', holidays: 'DE-BY-A' }, 'sendingWindow.holidays'],
    [{ from: '07:00', to: '20:00', holidays: 'constructor' }, 'sendingWindow.holidays'],
  ] as const;
  for (const [sendingWindow, path] of wrong) {
    const { status: code, body } = await app.api.patch(`/surveys/${surveyId}`, { sendingWindow });
    expect([code, body.problems?.[0]?.path ?? body]).toEqual([422, expect.stringContaining(path)]);
  }
});
