import { WaveStarter } from '../../src/waves/wave-starter.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp, until } from '../support/app.js';
import {
  importPeople,
  personalLinks,
  postForm,
  scheduleWave,
  startCampaign,
  waveFinished,
} from '../support/campaign.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ env: { SMTP_CONNECTIONS: '2' } });
  app.mail.delayMs = 20;
});

afterAll(async () => {
  await app.close();
});

const status = async (wave: string) => (await app.api.get(`/waves/${wave}`)).body;

test('a paused wave stops within a second and goes on where it stopped', async () => {
  const { surveyId } = await startCampaign(app, { people: 150 });
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
  await until('some are sent', async () => (await status(wave)).counts.accepted > 10);
  expect((await app.api.post(`/waves/${wave}/pause`)).body.state).toBe('paused');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const stopped = app.mail.received.length;
  await app.sweep();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(app.mail.received).toHaveLength(stopped);
  expect((await status(wave)).waitingFor).toEqual({ what: 'resume' });

  await app.api.post(`/waves/${wave}/resume`);
  await waveFinished(app, wave);
  expect((await status(wave)).counts).toMatchObject({ accepted: 150, planned: 0, uncertain: 0 });
});

test('a cancelled wave writes to nobody else, and says whom it left out', async () => {
  const { surveyId } = await startCampaign(app, { people: 150 });
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
  await until('some are sent', async () => (await status(wave)).counts.accepted > 10);
  await app.api.post(`/waves/${wave}/cancel`);
  await until('what was under way is settled', async () => (await status(wave)).counts.handing_over === 0);
  const { state, counts, skipped, total } = await status(wave);
  expect(state).toBe('cancelled');
  expect(total).toBe(150);
  expect(counts.accepted + counts.skipped).toBe(150);
  expect(skipped).toEqual({ cancelled: counts.skipped });
  expect((await app.api.post(`/waves/${wave}/resume`)).body.code).toBe('wave.wrong_state');
});

test('an uncertain message is listed, and sent again only when staff say so', async () => {
  const { surveyId } = await startCampaign(app, { people: 2 });
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
  await waveFinished(app, wave);
  await app.rows("UPDATE messages SET state = 'uncertain', reason = 'interrupted' WHERE wave_id = $1", [
    wave,
  ]);
  const { body } = await app.api.get(`/messages?wave=${wave}&state=uncertain`);
  expect(body.items).toHaveLength(2);
  await app.sweep();

  const before = app.mail.received.length;
  await app.api.post(`/messages/${body.items[0].id as string}/resolve`, { as: 'accepted' });
  const resent = await app.api.post(`/messages/${body.items[1].id as string}/resolve`, { as: 'resend' });
  expect(resent.status).toBe(200);
  await waveFinished(app, wave);
  expect(app.mail.received.length).toBe(before + 1);
  expect((await status(wave)).counts).toMatchObject({ accepted: 2, uncertain: 0 });
  expect(
    (await app.api.post(`/messages/${body.items[0].id as string}/resolve`, { as: 'resend' })).status,
  ).toBe(409);
});

test('a mail server that wants nothing from a sender stops its survey, blames nobody, and is tried again', async () => {
  const { surveyId } = await startCampaign(app, { people: 5 });
  app.mail.refuse = () => ({ code: 550, text: '5.7.1 your address is on a block list' });
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
  await until('the breaker is open', async () => (await status(wave)).waitingFor?.what === 'sender');
  const waiting = await status(wave);
  expect(waiting.counts.refused).toBe(0);
  expect(waiting.waitingFor.reason).toContain('block list');

  const tried = app.mail.refused;
  await app.sweep();
  await app.sweep();
  expect(app.mail.refused).toBe(tried);

  app.mail.refuse = () => null;
  await app.rows('UPDATE breakers SET open_until = now()');
  await app.rows(
    'UPDATE messages SET next_attempt_at = now() WHERE wave_id = $1 AND next_attempt_at > now()',
    [wave],
  );
  await waveFinished(app, wave);
  expect((await status(wave)).counts.accepted).toBe(5);
});

test('a wave with too many refusals is held after its first fifty, and goes on when staff say so', async () => {
  const { surveyId } = await startCampaign(app, { people: 200 });
  app.mail.refuse = (to) =>
    Number(/p(\d+)@/.exec(to)?.[1]) % 4 === 0 ? { code: 550, text: '5.1.1 no such user' } : null;
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
  await until('the wave is held', async () => (await status(wave)).state === 'held');
  const held = await status(wave);
  expect(held.counts.accepted + held.counts.refused).toBe(50);
  expect(held.counts.planned).toBe(150);
  expect(held.waitingFor).toEqual({ what: 'staff', reason: expect.stringMatching(/^refused \d+ of 50$/) });

  app.mail.refuse = () => null;
  await app.api.post(`/waves/${wave}/resume`);
  await waveFinished(app, wave);
  expect((await status(wave)).counts).toMatchObject({ planned: 0, accepted: 200 - held.counts.refused });
  // The same invented addresses are written to by other tests.
  await app.rows('DELETE FROM refused_addresses');
});

test('a wave cancelled while it is planned leaves nothing open', async () => {
  const { surveyId } = await startCampaign(app, { people: 3 });
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: '2098-01-01T10:00' });
  await app.rows("UPDATE waves SET state = 'planning', started_at = now() WHERE id = $1", [wave]);
  await app.api.post(`/waves/${wave}/cancel`);
  await app.app.get(WaveStarter, { strict: false }).start(wave);
  expect(await app.rows("SELECT 1 FROM messages WHERE wave_id = $1 AND state = 'planned'", [wave])).toEqual(
    [],
  );

  // What comes back unsent after the cancelling goes nowhere either.
  const [person] = await app.rows<{ id: string }>('SELECT id FROM participants WHERE survey_id = $1', [
    surveyId,
  ]);
  await app.rows(
    `INSERT INTO messages (survey_id, wave_id, participant_id, kind, state, next_attempt_at, planned_at)
     VALUES ($1, $2, $3, 'invitation', 'deferred', now(), now())`,
    [surveyId, wave, person?.id],
  );
  await app.sweep();
  expect((await status(wave)).counts).toMatchObject({ deferred: 0, skipped: 1 });
});

test('a wave that finished too early goes on when a late settlement opens a message again', async () => {
  const { surveyId } = await startCampaign(app, { people: 2 });
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now', ignoreGap: true });
  await waveFinished(app, wave);
  await app.rows("UPDATE messages SET state = 'deferred', next_attempt_at = now() WHERE wave_id = $1", [
    wave,
  ]);
  await app.sweep();
  await until('it is finished again', async () => {
    await app.sweep();
    const { state, counts } = await status(wave);
    return state === 'finished' && counts.accepted === 2;
  });
});

test('two reminders at once reach a person only once', async () => {
  const { surveyId } = await startCampaign(app, { people: 60 });
  await waveFinished(app, await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' }));
  await app.rows("UPDATE messages SET settled_at = now() - interval '4 days' WHERE survey_id = $1", [
    surveyId,
  ]);
  const waves = await Promise.all(
    [1, 2].map(() => scheduleWave(app.api, surveyId, { kind: 'reminder', sendAt: 'now' })),
  );
  for (const wave of waves) await waveFinished(app, wave);
  const [first, second] = await Promise.all(waves.map(status));
  expect(first.counts.accepted + second.counts.accepted).toBe(60);
  expect((first.skipped.mailed_recently ?? 0) + (second.skipped.mailed_recently ?? 0)).toBe(60);
});

test('an address on two lists is asked once', async () => {
  const { surveyId } = await startCampaign(app, { people: 3 });
  const other = await importPeople(app.api, 5);
  const { body } = await app.api.post(`/surveys/${surveyId}/participants`, { listId: other });
  expect(body).toEqual({ enrolled: 2, already: 3, suppressed: 0, unsubscribed: 0, follows: false });
});

test('an uncertain message counts as sent when the person uses the link of it', async () => {
  const { surveyId } = await startCampaign(app, { people: 2 });
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
  await waveFinished(app, wave);
  await app.rows("UPDATE messages SET state = 'uncertain', reason = 'interrupted' WHERE wave_id = $1", [
    wave,
  ]);
  const link = (await personalLinks(app, surveyId)).get('p1@leser.test') ?? '';
  await (await fetch(app.url + link)).text();
  expect((await status(wave)).counts.uncertain).toBe(2);

  await postForm(app, link, { page: '0', lang: 'en' });
  expect((await status(wave)).counts).toMatchObject({ uncertain: 1, accepted: 1 });
  const { body } = await app.api.get(`/surveys/${surveyId}/statistics`);
  expect(body.participation).toMatchObject({ opened: 1, not_started: 1 });
});

test('a test mail arrives at once, marked as one, and is no row of the ledger', async () => {
  const { surveyId } = await startCampaign(app, { people: 1 });
  const wave = await scheduleWave(app.api, surveyId, { kind: 'reminder', sendAt: '2098-01-01T10:00' });
  const sent = await app.api.post(`/waves/${wave}/test`, { to: 'team@netzwerk.test' });
  expect(sent.status).toBe(200);
  const [mail] = await app.mail.mailsTo('team@netzwerk.test');
  expect(mail?.subject).toMatch(/^\[Test\] /);
  expect(await app.rows('SELECT 1 FROM messages WHERE wave_id = $1', [wave])).toEqual([]);
});

test('a letter with an unknown merge field is refused and the field is named', async () => {
  const { surveyId } = await startCampaign(app, { people: 1 });
  const { status: code, body } = await app.api.post(`/surveys/${surveyId}/waves`, {
    kind: 'invitation',
    sendAt: 'now',
    body: '{{greeting}}, Ihr {{surname}}',
  });
  expect(code).toBe(422);
  expect(body.problems[0].message).toContain('{{surname}}');
});
