import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ThankYouSender } from '../../src/ledger/sending/thank-you-sender.js';
import { CONFIG } from '../../src/config/config.module.js';
import type { Config } from '../../src/config/config.js';
import { WaveSender } from '../../src/ledger/sending/wave-sender.js';
import { startApp, type TestApp, until } from '../support/app.js';
import {
  draftSurvey,
  importPeople,
  onePage,
  personalLinks,
  scheduleWave,
  startCampaign,
  submitOnePage,
  waveFinished,
} from '../support/campaign.js';

let app: TestApp;
let people: string;

beforeAll(async () => {
  app = await startApp({ env: { PUBLIC_URL: 'https://umfrage.städte.example' } });
  people = await importPeople(app.api, 300);
}, 60_000);

beforeEach(async () => {
  app.mail.refuse = () => null;
  app.mail.refuseSender = () => null;
  app.mail.hangUp = () => false;
  await app.rows("UPDATE waves SET state = 'cancelled' WHERE state <> 'finished'");
  await app.rows('DELETE FROM breakers');
  await app.rows('DELETE FROM paces');
  app.mail.received.length = 0;
});

afterAll(async () => {
  await app.close();
});

const status = async (wave: string) => (await app.api.get(`/waves/${wave}`)).body;
const now = (wave: string) =>
  app.rows('UPDATE messages SET next_attempt_at = now() WHERE wave_id = $1 AND next_attempt_at > now()', [
    wave,
  ]);

async function invite(): Promise<string> {
  const { surveyId } = await startCampaign(app, { people: 300, listId: people });
  return scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
}

test('a server that takes mails and never answers gets the canary at most, and the wave is held', async () => {
  app.mail.hangUp = () => true;
  const wave = await invite();
  await until('the wave is held', async () => (await status(wave)).state === 'held');
  await until('nothing is under way', async () => (await status(wave)).counts.handing_over === 0);
  const { counts, waitingFor } = await status(wave);
  expect(waitingFor).toEqual({ what: 'staff', reason: expect.stringMatching(/^uncertain \d+ of \d+$/) });
  expect(counts.uncertain).toBeGreaterThan(5);
  expect(counts.uncertain).toBeLessThanOrEqual(50);
  expect(counts.planned).toBe(300 - counts.uncertain);
}, 60_000);

test('a server that greylists everybody keeps the canary open, and takes all at the second attempt', async () => {
  const seen = new Set<string>();
  app.mail.refuse = (to) => {
    if (seen.has(to)) return null;
    seen.add(to);
    return { code: 450, text: '4.2.0 Greylisted, please try again later' };
  };
  const wave = await invite();
  await until('the canary is deferred', async () => (await status(wave)).counts.deferred === 50);
  await app.sweep();
  expect(await status(wave)).toMatchObject({ state: 'sending', counts: { planned: 250, deferred: 50 } });

  await now(wave);
  await until('the canary has passed', async () => {
    await app.sweep();
    return (await status(wave)).counts.planned === 0;
  });
  await until('everybody has their mail', async () => {
    await now(wave);
    await app.sweep();
    return (await status(wave)).state === 'finished';
  });
  expect((await status(wave)).counts).toMatchObject({ accepted: 300, refused: 0, uncertain: 0 });
}, 90_000);

test('a canary of which most is deferred a second time too is held', async () => {
  app.mail.refuse = () => ({ code: 450, text: '4.2.0 Greylisted, please try again later' });
  const wave = await invite();
  await until('the canary is deferred', async () => (await status(wave)).counts.deferred === 50);
  await until('the wave is held', async () => {
    await now(wave);
    await app.sweep();
    return (await status(wave)).state === 'held';
  });
  const { counts, waitingFor } = await status(wave);
  expect(waitingFor).toEqual({ what: 'staff', reason: 'not accepted 50 of 50' });
  expect(counts).toMatchObject({ planned: 250, deferred: 50 });
}, 60_000);

test('several workers together spend one canary', async () => {
  const others = Array.from({ length: 4 }, () => workerBeside(app));
  app.mail.refuse = () => ({ code: 450, text: '4.2.0 Greylisted, please try again later' });
  const wave = await invite();
  await Promise.all([
    ...others.map(async (other) => {
      await until('it is sending', async () => (await status(wave)).state === 'sending');
      await other.sendWave(wave);
    }),
    until('the canary is deferred', async () => (await status(wave)).counts.deferred >= 50),
  ]);
  expect((await status(wave)).counts).toMatchObject({ planned: 250, deferred: 50 });
}, 60_000);

test('a mail that we cannot put together holds the wave and marks nobody', async () => {
  const config = app.app.get<Config>(CONFIG, { strict: false });
  const { publicUrl } = config;
  expect(publicUrl).toBe('https://umfrage.xn--stdte-hra.example');
  config.publicUrl = 'https://umfrage.städte.example';
  const wave = await invite();
  await until('the wave is held', async () => (await status(wave)).state === 'held');
  await until('nothing is under way', async () => (await status(wave)).counts.handing_over === 0);
  config.publicUrl = publicUrl;
  const held = await status(wave);
  expect(held.waitingFor).toEqual({
    what: 'letter',
    reason: 'the header List-Unsubscribe cannot carry this value',
  });
  expect(held.counts).toMatchObject({ planned: 300, refused: 0 });
  expect(await app.rows('SELECT 1 FROM messages WHERE wave_id = $1 AND attempts > 0', [wave])).toEqual([]);

  await app.api.post(`/waves/${wave}/resume`);
  await waveFinished(app, wave);
  expect((await status(wave)).counts.accepted).toBe(300);
  const [mail] = await app.mail.mailsTo('p1@leser.test');
  expect(mail?.text).toContain('https://umfrage.xn--stdte-hra.example/u/');
}, 90_000);

test('an address that nothing can be written to stays that person’s own matter', async () => {
  const listId = await importPeople(app.api, 3);
  await app.rows(
    "UPDATE subscribers SET email = 'p2@leser.test, x@y.test' WHERE list_id = $1 AND email_key LIKE 'p2@%'",
    [listId],
  );
  const { surveyId } = await startCampaign(app, { people: 3, listId });
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
  await waveFinished(app, wave);
  expect((await status(wave)).counts).toMatchObject({ accepted: 2, refused: 1 });
  expect(
    await app.rows("SELECT reason FROM messages WHERE wave_id = $1 AND state = 'refused'", [wave]),
  ).toEqual([{ reason: 'address' }]);
});

test('thank-yous wait for the sender of their own survey, and for no other', async () => {
  const surveys = await Promise.all(
    ['fremd@firma.test', 'buero@netzwerk.test'].map(async (email) => {
      const survey = await draftSurvey(app.api, {
        sender: { name: 'Büro', email },
        sendingWindow: null,
        questionnaire: onePage,
      });
      await app.api.post(`/surveys/${survey}/publish`);
      await app.api.post(`/surveys/${survey}/participants`, { listId: people });
      return survey;
    }),
  );
  const [own = '', other = ''] = surveys;
  app.mail.refuseSender = (from) =>
    from === 'fremd@firma.test'
      ? { code: 553, text: '5.7.1 Sender address rejected: not owned by user' }
      : null;
  const answer = async (survey: string, person: string) =>
    submitOnePage(app, (await personalLinks(app, survey)).get(person) ?? '');
  const thanked = (survey: string) =>
    app.rows<{ state: string; attempts: number }>(
      "SELECT state, attempts FROM messages WHERE survey_id = $1 AND kind = 'thank_you' ORDER BY id",
      [survey],
    );

  await answer(own, 'p1@leser.test');
  await until(
    'its breaker is open',
    async () => (await app.rows("SELECT 1 FROM breakers WHERE kind = 'sender'")).length > 0,
  );
  for (const person of ['p2@leser.test', 'p3@leser.test']) await answer(other, person);
  await until('the other survey has thanked', async () => {
    await app.sweep();
    return (await thanked(other)).every(({ state }) => state === 'accepted');
  });
  expect(await thanked(own)).toEqual([{ state: 'planned', attempts: 0 }]);

  // However often its turn comes, nobody tries before its breaker lets them.
  const tries = () => app.mail.senders.filter((from) => from === 'fremd@firma.test').length;
  const send = () => app.app.get(ThankYouSender, { strict: false }).send();
  await app.rows("UPDATE breakers SET open_until = now() + interval '1 hour'");
  const before = tries();
  await app.rows(
    "UPDATE messages SET next_attempt_at = now() WHERE kind = 'thank_you' AND state = 'planned'",
  );
  await send();
  expect(tries()).toBe(before);

  app.mail.refuseSender = () => null;
  await app.rows('UPDATE breakers SET open_until = now()');
  await until('it has thanked too', async () => {
    await send();
    return (await thanked(own)).every(({ state }) => state === 'accepted');
  });
}, 60_000);

/** Another worker: it knows nothing of what the first one counts in memory. */
function workerBeside(test: TestApp): WaveSender {
  const first = test.app.get(WaveSender, { strict: false });
  const other = Object.create(WaveSender.prototype) as WaveSender;
  return Object.assign(other, first, { atWork: new Set() });
}
