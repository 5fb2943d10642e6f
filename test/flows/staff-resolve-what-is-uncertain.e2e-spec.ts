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
    `UPDATE messages SET state = 'uncertain', reason = 'interrupted'
     WHERE id IN (SELECT id FROM messages WHERE wave_id = $1 ORDER BY id LIMIT 3)`,
    [wave],
  );
  await app.rows('UPDATE participants SET last_mailed_at = NULL WHERE survey_id = $1', [surveyId]);
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

  const mailed = await app.rows(
    'SELECT 1 FROM participants WHERE survey_id = $1 AND last_mailed_at IS NOT NULL',
    [surveyId],
  );
  expect(mailed).toHaveLength(3);
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

test('deciding about a wave that is not there is answered as such', async () => {
  expect((await app.api.post('/waves/999999/resolve', { as: 'accepted' })).status).toBe(404);
});
