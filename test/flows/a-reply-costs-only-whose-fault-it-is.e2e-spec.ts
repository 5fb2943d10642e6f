import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startApp, type TestApp, until } from '../support/app.js';
import { scheduleWave, startCampaign, waveFinished } from '../support/campaign.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(async () => {
  await app.close();
});

beforeEach(async () => {
  for (const table of ['surveys', 'lists']) await app.rows(`DELETE FROM ${table}`);
  await app.rows('DELETE FROM breakers');
  app.mail.refuse = () => null;
  app.mail.refused = 0;
});

interface Row {
  email: string;
  state: string;
  reason: string | null;
}

async function ledger(wave: string): Promise<Row[]> {
  const { body } = await app.api.get(`/messages?wave=${wave}&limit=1000`);
  return (body.items as Row[]).map(({ email, state, reason }) => ({ email, state, reason }));
}

test('a quota of ours that is used up costs nobody their mail', async () => {
  const { surveyId } = await startCampaign(app, { people: 60 });
  let taken = 0;
  app.mail.refuse = () => {
    taken += 1;
    return taken <= 30
      ? null
      : {
          code: 550,
          text: 'Domain netzwerk.test has exceeded the max emails per hour (30/30 (100%)) allowed. Message discarded.',
        };
  };
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
  await until('the quota has been met', () => Promise.resolve(taken > 30));
  await until('what was answered is recorded', async () => {
    const rows = await ledger(wave);
    return rows.some(({ state }) => state === 'deferred' || state === 'refused');
  });
  expect((await ledger(wave)).filter(({ state }) => state === 'refused')).toEqual([]);

  // The hour is over.
  app.mail.refuse = () => null;
  await app.rows('DELETE FROM paces');
  await until('everybody has been written to', async () => {
    await app.rows("UPDATE messages SET next_attempt_at = now() WHERE state = 'deferred'");
    await app.rows('DELETE FROM breakers');
    await app.rows('UPDATE waves SET state = $1 WHERE id = $2 AND state = $3', ['sending', wave, 'held']);
    await app.sweep();
    return (await ledger(wave)).every(({ state }) => state === 'accepted');
  });
});

test('somebody who may be written to from inside only keeps nobody else from getting theirs', async () => {
  const { surveyId, people } = await startCampaign(app, { people: 20 });
  const [restricted] = people;
  app.mail.refuse = (to) =>
    to === restricted
      ? { code: 550, text: '5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required' }
      : null;
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
  await waveFinished(app, wave);
  const rows = await ledger(wave);
  expect(rows.find(({ email }) => email === restricted)).toMatchObject({
    state: 'refused',
    reason: 'refused_soft',
  });
  expect(rows.filter(({ state }) => state === 'accepted')).toHaveLength(19);
  expect(app.mail.refused).toBe(1);
  expect(await app.rows('SELECT * FROM breakers')).toEqual([]);
});

test('a refusal nobody is to blame for is settled as unclear, and the person is written to again by another wave', async () => {
  const { surveyId, people } = await startCampaign(app, { people: 3 });
  const [one] = people;
  app.mail.refuse = (to) => (to === one ? { code: 554, text: 'Transaction failed' } : null);
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
  await waveFinished(app, wave);
  expect((await ledger(wave)).find(({ email }) => email === one)).toMatchObject({
    state: 'refused',
    reason: 'unclear',
  });
  const status = (await app.api.get(`/waves/${wave}`)).body;
  expect(status.counts).toMatchObject({ accepted: 2, refused: 1 });

  app.mail.refuse = () => null;
  const again = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
  await waveFinished(app, again);
  expect((await ledger(again)).find(({ email }) => email === one)).toMatchObject({ state: 'accepted' });
});
