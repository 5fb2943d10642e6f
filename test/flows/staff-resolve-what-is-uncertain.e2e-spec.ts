import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { scheduleWave, startCampaign, waveFinished } from '../support/campaign.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(async () => {
  await app.close();
});

const status = async (wave: string) => (await app.api.get(`/waves/${wave}`)).body;

/** A finished invitation of which nobody knows for three people whether it went out. */
async function uncertainWave(): Promise<{ wave: string; surveyId: string }> {
  const { surveyId } = await startCampaign(app, { people: 4 });
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
  await waveFinished(app, wave);
  await app.rows(
    `UPDATE messages SET state = 'uncertain', reason = 'interrupted', settled_at = settled_at - interval '10 days'
     WHERE id IN (SELECT id FROM messages WHERE wave_id = $1 ORDER BY id LIMIT 3)`,
    [wave],
  );
  return { wave, surveyId };
}

test('all uncertain mails of a wave are taken as sent at once, and count as mailed just now', async () => {
  const { wave, surveyId } = await uncertainWave();
  const before = app.mail.received.length;
  const { status: code, body } = await app.api.post(`/waves/${wave}/resolve`, { as: 'accepted' });
  expect(code).toBe(200);
  expect(body).toMatchObject({ resolved: 3, state: 'finished', counts: { accepted: 4, uncertain: 0 } });
  await app.sweep();
  expect(app.mail.received).toHaveLength(before);

  const preview = await app.api.post(`/surveys/${surveyId}/waves`, { kind: 'reminder', sendAt: 'now' });
  await waveFinished(app, preview.body.id);
  expect((await status(preview.body.id)).skipped).toEqual({ mailed_recently: 4 });
  const again = await app.api.post(`/waves/${wave}/resolve`, { as: 'accepted' });
  expect(again.body.resolved).toBe(0);
});

test('all uncertain mails of a finished wave are sent again when staff say so, the others not', async () => {
  const { wave } = await uncertainWave();
  const before = app.mail.received.length;
  const { body } = await app.api.post(`/waves/${wave}/resolve`, { as: 'resend' });
  expect(body.resolved).toBe(3);
  await waveFinished(app, wave);
  expect(app.mail.received).toHaveLength(before + 3);
  expect((await status(wave)).counts).toMatchObject({ accepted: 4, uncertain: 0, planned: 0 });
});

test('a cancelled wave sends nothing again, but what is uncertain can be taken as sent', async () => {
  const { wave } = await uncertainWave();
  await app.rows("UPDATE waves SET state = 'cancelled' WHERE id = $1", [wave]);
  const refused = await app.api.post(`/waves/${wave}/resolve`, { as: 'resend' });
  expect([refused.status, refused.body.code]).toEqual([409, 'wave.wrong_state']);
  expect((await status(wave)).counts.uncertain).toBe(3);
  const { body } = await app.api.post(`/waves/${wave}/resolve`, { as: 'accepted' });
  expect(body).toMatchObject({ resolved: 3, state: 'cancelled' });
});

test('a mail server’s log settles an uncertain mail by its Message-ID, and nothing else', async () => {
  const { wave } = await uncertainWave();
  const { body } = await app.api.get(`/messages?wave=${wave}&state=uncertain`);
  const [first, second] = body.items as { id: string; email: string }[];
  const messageIdOf = async (email: string) => (await app.mail.mailsTo(email)).at(-1)?.messageId ?? '';

  const accepted = await app.api.post('/messages/settle', {
    messageId: await messageIdOf(first?.email ?? ''),
    as: 'accepted',
  });
  expect(accepted.body).toMatchObject({ id: first?.id, state: 'accepted', reason: 'message_id' });
  const refused = await app.api.post('/messages/settle', {
    messageId: await messageIdOf(second?.email ?? ''),
    as: 'refused',
    reply: '550 5.1.1 no such user',
  });
  expect(refused.body).toMatchObject({ id: second?.id, state: 'refused', reply: '550 5.1.1 no such user' });

  const again = await app.api.post('/messages/settle', {
    messageId: await messageIdOf(second?.email ?? ''),
    as: 'accepted',
  });
  expect(again.body.state).toBe('refused');
  const forged = await app.api.post('/messages/settle', {
    messageId: '<m.AAAA@netzwerk.test>',
    as: 'accepted',
  });
  expect(forged.status).toBe(404);
  expect((await status(wave)).counts).toMatchObject({ accepted: 2, refused: 1, uncertain: 1 });
});

test('a survey whose staff have said so takes what is uncertain as sent', async () => {
  const { surveyId } = await startCampaign(app, { people: 1 });
  expect((await app.api.patch(`/surveys/${surveyId}`, { uncertainPolicy: 'accepted' })).status).toBe(200);
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
  await waveFinished(app, wave);
  await app.rows(
    `WITH left_behind AS (
       UPDATE messages SET state = 'handing_over', settled_at = NULL, claim_token = gen_random_uuid()
       WHERE wave_id = $1 RETURNING id, claim_token)
     INSERT INTO rounds (token, lease_until, messages) SELECT claim_token, now() - interval '1 minute', ARRAY[id] FROM left_behind`,
    [wave],
  );
  await app.sweep();
  const { body } = await app.api.get(`/messages?wave=${wave}`);
  expect(body.items).toMatchObject([{ state: 'accepted', reason: 'interrupted' }]);
});

test('deciding about a wave that is not there is answered as such', async () => {
  expect((await app.api.post('/waves/999999/resolve', { as: 'accepted' })).status).toBe(404);
});
