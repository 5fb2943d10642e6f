import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import {
  personalLinks,
  scheduleWave,
  startCampaign,
  submitOnePage,
  waveFinished,
} from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const clock = FixedClock.inBerlin('2027-10-01T09:00');
let app: TestApp;
let surveyId: string;
let reminder: string;
let fixed: string;

beforeAll(async () => {
  app = await startApp({ clock });
  surveyId = (await startCampaign(app, { people: 2, closesAt: '2027-10-29T23:59' })).surveyId;
  await waveFinished(app, await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' }));
  reminder = await scheduleWave(app.api, surveyId, {
    kind: 'reminder',
    sendAt: { daysBeforeClosing: 3, time: '10:00' },
  });
  fixed = await scheduleWave(app.api, surveyId, { kind: 'reminder', sendAt: '2027-10-20T10:00' });
});

afterAll(async () => {
  await app.close();
});

const dueAt = async (wave: string): Promise<string> =>
  (await app.api.get(`/waves/${wave}`)).body.dueAt as string;

test('a relative wave moves across the change of clocks, an absolute one stays', async () => {
  expect(await dueAt(reminder)).toBe('2027-10-26T08:00:00.000Z');
  const { status } = await app.api.patch(`/surveys/${surveyId}`, { closesAt: '2027-11-12T23:59' });
  expect(status).toBe(200);
  expect(await dueAt(reminder)).toBe('2027-11-09T09:00:00.000Z');
  expect(await dueAt(fixed)).toBe('2027-10-20T08:00:00.000Z');
});

test('a closing date before a scheduled wave is refused, and nothing has moved', async () => {
  const { status, body } = await app.api.patch(`/surveys/${surveyId}`, { closesAt: '2027-10-19T23:59' });
  expect(status).toBe(422);
  expect(body.code).toBe('wave.after_closing');
  expect((await app.api.get(`/surveys/${surveyId}`)).body.closesAt).toBe('2027-11-12T23:59');
  expect(await dueAt(reminder)).toBe('2027-11-09T09:00:00.000Z');
});

test('a closing date that would make a relative wave overdue is refused', async () => {
  const alone = (await startCampaign(app, { people: 1, closesAt: '2027-10-29T23:59' })).surveyId;
  await scheduleWave(app.api, alone, { kind: 'reminder', sendAt: { daysBeforeClosing: 7, time: '10:00' } });
  const overdue = await app.api.patch(`/surveys/${alone}`, { closesAt: '2027-10-05T23:59' });
  expect(overdue.body).toMatchObject({ status: 422, code: 'wave.in_the_past' });
});

test('a paused wave moves with the closing date too, and with the zone', async () => {
  const paused = (await startCampaign(app, { people: 1, closesAt: '2027-10-29T23:59' })).surveyId;
  const relative = await scheduleWave(app.api, paused, {
    kind: 'reminder',
    sendAt: { daysBeforeClosing: 3, time: '10:00' },
  });
  const absolute = await scheduleWave(app.api, paused, { kind: 'reminder', sendAt: '2027-10-20T10:00' });
  await app.api.post(`/waves/${relative}/pause`);
  await app.api.patch(`/surveys/${paused}`, { closesAt: '2027-11-12T23:59' });
  expect(await dueAt(relative)).toBe('2027-11-09T09:00:00.000Z');
  await app.api.patch(`/surveys/${paused}`, { timeZone: 'America/New_York' });
  expect(await dueAt(absolute)).toBe('2027-10-20T14:00:00.000Z');
  expect(await dueAt(relative)).toBe('2027-11-09T15:00:00.000Z');
});

test('a wave that counts from the invitation follows it', async () => {
  const { surveyId: own } = await startCampaign(app, { people: 1, closesAt: '2027-10-29T23:59' });
  const invitation = await scheduleWave(app.api, own, { kind: 'invitation', sendAt: '2027-10-04T09:00' });
  const following = await scheduleWave(app.api, own, {
    kind: 'reminder',
    sendAt: { daysAfterInvitation: 6, time: '09:00' },
  });
  expect(await dueAt(following)).toBe('2027-10-10T07:00:00.000Z');
  await app.api.patch(`/waves/${invitation}`, { sendAt: '2027-10-11T09:00' });
  expect(await dueAt(following)).toBe('2027-10-17T07:00:00.000Z');
});

test('a wave after closing or in the past is refused with a sentence that says why', async () => {
  const after = await app.api.post(`/surveys/${surveyId}/waves`, {
    kind: 'reminder',
    sendAt: '2027-11-13T10:00',
  });
  expect(after.body).toMatchObject({ status: 422, code: 'wave.after_closing' });
  const past = await app.api.post(`/surveys/${surveyId}/waves`, {
    kind: 'reminder',
    sendAt: '2027-09-30T10:00',
  });
  expect(past.body.problems).toEqual([
    { path: 'sendAt', code: 'wave.gone_by', message: expect.stringContaining('past') },
  ]);
});

test('letters sent after the move name the new date', async () => {
  clock.moveTo('2027-10-20T10:00');
  await waveFinished(app, fixed);
  const mails = await app.mail.mailsTo('p1@leser.test');
  expect(mails[0]?.text).toContain('29. Oktober 2027');
  expect(mails[1]?.text).toContain('12. November 2027');
});

test('links open again when the closing date moves past today', async () => {
  const link = (await personalLinks(app, surveyId)).get('p2@leser.test') ?? '';
  await app.api.post(`/waves/${reminder}/cancel`);
  clock.moveTo('2027-11-13T08:00');
  expect((await fetch(app.url + link)).status).toBe(410);
  await app.api.patch(`/surveys/${surveyId}`, { closesAt: '2027-11-20T23:59' });
  expect((await fetch(app.url + link)).status).toBe(200);
  expect((await submitOnePage(app, link)).status).toBe(303);
});
