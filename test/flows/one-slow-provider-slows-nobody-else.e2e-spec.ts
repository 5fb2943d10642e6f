import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startApp, type TestApp, until } from '../support/app.js';
import { scheduleWave, startCampaign } from '../support/campaign.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.mail.refuse = () => null;
  await app.rows('DELETE FROM paces');
});
afterAll(async () => {
  await app.close();
});

const PEOPLE = 400;
const status = async (wave: string) => (await app.api.get(`/waves/${wave}`)).body;

/** A survey for people of whom every other one has an address at a provider of its own name. */
async function campaign(name: string): Promise<string> {
  const list = await app.api.post('/lists', { name });
  const listId = list.body.id as string;
  await app.rows(
    `INSERT INTO subscribers (list_id, email, email_key, created_at, updated_at)
     SELECT $1, email, email, now(), now() FROM generate_series(1, $2::int) n,
       format('p%s@%s', n, CASE n % 2 WHEN 0 THEN $3 ELSE 'flott.test' END) email`,
    [listId, PEOPLE, `${name}.test`],
  );
  return (await startCampaign(app, { people: PEOPLE, listId })).surveyId;
}

test('a provider that says 421 to everything: its people are deferred, none refused, all others have their mail', async () => {
  const surveyId = await campaign('traege');
  app.mail.refuse = (to) => (to.endsWith('@traege.test') ? { code: 421, text: '4.7.0 too much mail' } : null);
  const wave = await scheduleWave(app.api, surveyId, {
    kind: 'invitation',
    sendAt: 'now',
    ignoreCanary: true,
  });
  await until(
    'the others have got theirs',
    async () => (await status(wave)).counts.accepted === PEOPLE / 2,
    30,
  );

  const { counts, waitingFor, lines, state } = await status(wave);
  expect(state).toBe('sending');
  expect(counts).toMatchObject({ accepted: PEOPLE / 2, refused: 0, uncertain: 0 });
  expect(counts.planned + counts.deferred + counts.handing_over).toBe(PEOPLE / 2);
  expect(counts.deferred).toBeGreaterThan(0);
  expect(lines).toMatchObject([{ provider: 'traege.test', because: expect.stringContaining('421') }]);
  expect(['provider', 'next_attempt', null]).toContain(waitingFor?.what ?? null);
  // Most of its people have not even been tried: it was slowed down, not hammered.
  expect(counts.deferred).toBeLessThan(PEOPLE / 4);
  const { body } = await app.api.get('/paces');
  expect(body.providers).toMatchObject([
    { provider: 'traege.test', slowedBecause: expect.stringContaining('421') },
  ]);
  expect(body.providers[0].waiting).toBeGreaterThan(0);

  // It has come round: what is deferred follows, and its own pace is left behind.
  app.mail.refuse = () => null;
  await app.rows("UPDATE paces SET slowed_at = now() - interval '1 day' WHERE name = 'traege.test'");
  await app.rows("UPDATE messages SET next_attempt_at = now() WHERE state = 'deferred'");
  await until('everybody has got theirs', async () => {
    await app.sweep();
    return (await status(wave)).state === 'finished';
  });
  expect((await status(wave)).counts).toMatchObject({ accepted: PEOPLE, refused: 0, uncertain: 0 });
  expect(new Set(app.mail.received.map((mail) => mail.to[0])).size).toBe(PEOPLE);
  expect(app.mail.received).toHaveLength(PEOPLE);
  await app.sweep();
  expect((await app.api.get('/paces')).body.providers).toEqual([]);
});

test('a paused wave with people in a line does nothing, and goes on where it was', async () => {
  const surveyId = await campaign('wartend');
  await app.api.call('PUT', '/paces/wartend.test', { rate: 4 });
  const wave = await scheduleWave(app.api, surveyId, {
    kind: 'invitation',
    sendAt: 'now',
    ignoreCanary: true,
  });
  await until(
    'the others have got theirs',
    async () => (await status(wave)).counts.accepted >= PEOPLE / 2,
    30,
  );
  await app.api.post(`/waves/${wave}/pause`);
  await until('nothing is under way', async () => (await status(wave)).counts.handing_over === 0);
  const { accepted } = (await status(wave)).counts;
  const looksAtLedger = async () => {
    const [{ looks } = { looks: 0 }] = await app.rows<{ looks: number }>(
      "SELECT (seq_scan + idx_scan)::int AS looks FROM pg_stat_user_tables WHERE relname = 'messages'",
    );
    return looks;
  };
  await until('nobody looks at the ledger any more', async () => {
    const before = await looksAtLedger();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    return (await looksAtLedger()) === before;
  });
  expect((await status(wave)).counts.accepted).toBe(accepted);

  // An uncertain one from a line that is gone by the time it is sent again is not forgotten.
  const [{ id } = { id: '' }] = await app.rows<{ id: string }>(
    "UPDATE messages SET state = 'uncertain', next_attempt_at = NULL WHERE id = (SELECT min(id) FROM messages WHERE wave_id = $1 AND throttled_by IS NOT NULL AND next_attempt_at IS NOT NULL) RETURNING id",
    [wave],
  );
  await app.api.call('PUT', '/paces/wartend.test', { rate: null });
  await app.api.post(`/messages/${id}/resolve`, { as: 'resend' });
  await app.rows("DELETE FROM paces WHERE name = 'wartend.test'");
  await app.api.post(`/waves/${wave}/resume`);
  await until('everybody has got theirs', async () => {
    await app.sweep();
    return (await status(wave)).state === 'finished';
  });
  expect((await status(wave)).counts.accepted).toBe(PEOPLE);
});

test('staff set a pace for one provider while a wave runs, and take it away again', async () => {
  const surveyId = await campaign('behutsam');
  expect((await app.api.call('PUT', '/paces/behutsam.test', { rate: 2 })).status).toBe(200);
  const wave = await scheduleWave(app.api, surveyId, {
    kind: 'invitation',
    sendAt: 'now',
    ignoreCanary: true,
  });
  await until(
    'the others have got theirs',
    async () => (await status(wave)).counts.accepted >= PEOPLE / 2,
    30,
  );
  await until('the rest waits', async () => (await status(wave)).waitingFor !== null);
  const before = await status(wave);
  expect(before.counts.planned).toBeGreaterThan(PEOPLE / 4);
  expect(before.waitingFor).toMatchObject({ what: 'provider', provider: 'behutsam.test', rate: 2 });
  expect(new Date(before.eta).getTime() - Date.now()).toBeGreaterThan(20_000);

  await app.api.call('PUT', '/paces/behutsam.test', { rate: null });
  await until('the rest has gone', async () => (await status(wave)).counts.accepted === PEOPLE, 15);
});

test('the pace of everything is changed while a wave runs', async () => {
  const surveyId = await campaign('alle');
  expect((await app.api.patch('/paces', { rate: 5 })).body.all).toMatchObject({ rate: 5, allowed: 5 });
  const wave = await scheduleWave(app.api, surveyId, {
    kind: 'invitation',
    sendAt: 'now',
    ignoreCanary: true,
  });
  await until('some mails have gone', async () => (await status(wave)).counts.accepted >= 5, 15);
  const { counts, waitingFor } = await status(wave);
  expect(counts.accepted).toBeLessThan(60);
  expect(waitingFor).toEqual({ what: 'pace', rate: 5 });

  expect((await app.api.patch('/paces', { rate: null })).body.all).toMatchObject({
    rate: null,
    allowed: null,
  });
  await until('all mails have gone', async () => (await status(wave)).counts.accepted === PEOPLE, 15);
});

test('a pace for a domain holds for the provider that takes its mail', async () => {
  await app.sweep();
  const { body } = await app.api.call('PUT', '/paces/gmail.com', { rate: 3, domains: ['schule.test'] });
  expect(body.providers).toMatchObject([{ provider: 'google.com', rate: 3, domains: ['schule.test'] }]);
  expect((await app.api.call('PUT', '/paces/schule.test', { rate: null })).body.providers).toMatchObject([
    { provider: 'google.com', rate: null },
  ]);
  await app.sweep();
});

test('a wrong pace is refused by name', async () => {
  const none = await app.api.patch('/paces', { rate: 0 });
  expect([none.status, none.body.problems[0].path]).toEqual([422, 'rate']);
  expect((await app.api.patch('/paces', { rate: 1e-9 })).status).toBe(422);
  const half = await app.api.call('PUT', '/paces/gross.test', { rate: 1, domains: ['klein.test', 'x..y'] });
  expect([half.status, half.body.problems[0].path]).toEqual([422, 'domains[1]']);
  expect((await app.api.get('/paces')).body.providers).toEqual([]);
  const nowhere = await app.api.call('PUT', '/paces/all', { rate: 1 });
  expect([nowhere.status, nowhere.body.problems[0].path]).toEqual([422, 'provider']);
});
