import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WaveStarter } from '../../src/waves/wave-starter.js';
import { startApp, type TestApp, until } from '../support/app.js';
import { personalLinks, scheduleWave, startCampaign, submitOnePage } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const clock = FixedClock.inBerlin('2027-10-18T09:00');
const window = { from: '07:00', to: '20:00', days: [1, 2, 3, 4, 5, 6], holidays: 'DE-NW' };
let app: TestApp;
let surveyId: string;
let listId: string;
let invitation: string;
let reminder: string;

beforeAll(async () => {
  app = await startApp({ clock });
  ({ surveyId, listId } = await startCampaign(app, {
    people: 3,
    closesAt: '2027-11-12T23:59',
    sendingWindow: window,
  }));
  await app.api.post(`/surveys/${surveyId}/participants`, { listId, follow: true });
});

afterAll(async () => {
  await app.close();
});

const status = async (wave: string) => (await app.api.get(`/waves/${wave}`)).body;

/** Who has got a mail with this word in its subject, in order. */
const got = (word: string) =>
  app.mail.received
    .filter(({ raw }) => raw.toString().includes(`Subject: ${word}`))
    .map(({ to }) => to[0] ?? '')
    .sort();

/** Moves the clock, lets the sweeps run until nothing is open, and gives who has got what. */
async function at(local: string, accepted: { invitations: number; reminders: number }): Promise<void> {
  clock.moveTo(local);
  await until(`${JSON.stringify(accepted)} have gone by ${local}`, async () => {
    await app.sweep();
    const counts = [(await status(invitation)).counts, (await status(reminder)).counts];
    return counts[0].accepted === accepted.invitations && counts[1].accepted === accepted.reminders;
  });
}

async function join(name: string): Promise<void> {
  await app.rows(
    `INSERT INTO subscribers (list_id, email, email_key, created_at, updated_at) VALUES ($1, $2, $2, $3, $3)`,
    [listId, `${name}@leser.test`, clock.now()],
  );
}

test('anyone who joins is invited within the day, and reminded after their own invitation', async () => {
  invitation = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now', rolling: true });
  reminder = await scheduleWave(app.api, surveyId, {
    kind: 'reminder',
    sendAt: { daysAfterInvitation: 6, time: '10:00' },
    rolling: true,
  });
  await at('2027-10-18T09:01', { invitations: 3, reminders: 0 });
  expect(await status(invitation)).toMatchObject({ state: 'sending', waitingFor: { what: 'people' } });

  clock.moveTo('2027-10-20T21:00');
  await join('neu');
  await app.sweep();
  // At night nobody is written to; in the morning the new one is.
  await at('2027-10-21T07:00', { invitations: 4, reminders: 0 });
  expect(got('Einladung')).toContain('neu@leser.test');

  // The sixth day after 18 October is a Sunday: the first reminder goes on Monday.
  await at('2027-10-24T12:00', { invitations: 4, reminders: 0 });
  const links = await personalLinks(app, surveyId);
  await submitOnePage(app, links.get('p2@leser.test') ?? '');
  await at('2027-10-25T07:00', { invitations: 4, reminders: 2 });
  expect(got('Erinnerung')).toEqual(['p1@leser.test', 'p3@leser.test']);

  // Theirs was on the 21st, so six days later and not a minute before ten.
  await at('2027-10-27T09:59', { invitations: 4, reminders: 2 });
  clock.advance(5 * 60_000);
  await at('2027-10-27T10:05', { invitations: 4, reminders: 3 });
  expect(got('Erinnerung')).toEqual(['neu@leser.test', 'p1@leser.test', 'p3@leser.test']);
});

test('it goes on until the closing date, and beyond when that is moved', async () => {
  clock.moveTo('2027-11-12T23:59');
  await until('both are finished', async () => {
    await app.sweep();
    return (await status(invitation)).state === 'finished' && (await status(reminder)).state === 'finished';
  });
  await app.api.patch(`/surveys/${surveyId}`, { closesAt: '2027-11-30T23:59' });
  expect((await status(invitation)).state).toBe('sending');
  clock.moveTo('2027-11-15T09:00');
  await join('spaet');
  await at('2027-11-15T09:10', { invitations: 5, reminders: 3 });
  expect(new Set(got('Einladung')).size).toBe(5);
  expect(got('Einladung')).toHaveLength(5);
});

test('whose time comes while the survey is closed by hand has it when that is reopened', async () => {
  await app.api.post(`/surveys/${surveyId}/close`);
  clock.moveTo('2027-11-16T09:00');
  await app.rows(
    `WITH s AS (INSERT INTO subscribers (list_id, email, email_key, created_at, updated_at)
       VALUES ($1, 'zwischen@leser.test', 'zwischen@leser.test', $2, $2) RETURNING id)
     INSERT INTO participants (survey_id, subscriber_id, enrolled_at) SELECT $3, id, $2 FROM s`,
    [listId, clock.now(), surveyId],
  );
  await app.app.get(WaveStarter, { strict: false }).start(invitation);
  await app.api.post(`/surveys/${surveyId}/reopen`);
  await at('2027-11-16T09:10', { invitations: 6, reminders: 3 });
  expect(got('Einladung')).toContain('zwischen@leser.test');
});

test('a reminder that counts from nothing of a person cannot roll', async () => {
  const { status: code, body } = await app.api.post(`/surveys/${surveyId}/waves`, {
    kind: 'reminder',
    sendAt: { daysBeforeClosing: 3, time: '10:00' },
    rolling: true,
  });
  expect([code, body.problems[0].path]).toEqual([422, 'rolling']);
});
