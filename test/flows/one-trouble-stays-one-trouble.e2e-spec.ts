import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { WaveSender } from '../../src/ledger/sending/wave-sender.js';
import { backends, startApp, type TestApp, until } from '../support/app.js';
import { draftSurvey, importPeople, onePage, scheduleWave, waveFinished } from '../support/campaign.js';

const REJECTED = 'fremd@firma.test';
const GOOD = 'buero@netzwerk.test';
/** More than the other survey's probes and pauses could let through by chance. */
const MANY = 600;

const rejection = (code: number) => ({
  code,
  text: `${code === 553 ? '5.7.1' : '4.7.1'} <${REJECTED}>: Sender address rejected: not owned by user`,
});

describe.each(backends)('on %s', (backend) => {
  let app: TestApp;
  let few: string;
  let many: string;

  beforeAll(async () => {
    app = await startApp({ backend, mail: { hideSMTPUTF8: true } });
    few = await importPeople(app.api, 100);
    many = await importPeople(app.api, MANY);
  }, 120_000);
  beforeEach(async () => {
    app.mail.refuse = () => null;
    app.mail.refuseSender = () => null;
    await app.rows("UPDATE waves SET state = 'cancelled' WHERE state <> 'finished'");
    await app.rows('DELETE FROM breakers');
    await app.rows('DELETE FROM paces');
    app.mail.received.length = 0;
    app.mail.senders.length = 0;
  });
  afterAll(async () => {
    await app.close();
  });

  const status = async (wave: string) => (await app.api.get(`/waves/${wave}`)).body;

  async function invite(email: string, listId: string): Promise<string> {
    const survey = await draftSurvey(app.api, {
      sender: { name: 'Büro', email },
      sendingWindow: null,
      questionnaire: onePage,
    });
    const published = await app.api.post(`/surveys/${survey}/publish`);
    if (published.status !== 200) throw new Error(JSON.stringify(published.body));
    await app.api.post(`/surveys/${survey}/participants`, { listId });
    return scheduleWave(app.api, survey, { kind: 'invitation', sendAt: 'now' });
  }

  async function bothAre(first: string, second: string): Promise<[any, any]> {
    await waveFinished(app, second, 60);
    await until('the first waits for its sender', async () => {
      await app.sweep();
      return (await status(first)).waitingFor?.what === 'sender';
    });
    return [await status(first), await status(second)];
  }

  test.each([
    ['at MAIL with 553', 'MAIL', 553],
    ['at MAIL with 450', 'MAIL', 450],
    ['at RCPT with 553', 'RCPT', 553],
  ])(
    'a sender rejected %s stops its own survey and no other',
    async (_name, stage, code) => {
      if (stage === 'MAIL') app.mail.refuseSender = (from) => (from === REJECTED ? rejection(code) : null);
      else app.mail.refuse = (_to, from) => (from === REJECTED ? rejection(code) : null);

      const rejected = await invite(REJECTED, few);
      await until('its first mails were rejected', () => app.mail.senders.includes(REJECTED));
      const good = await invite(GOOD, many);
      const [waits, sent] = await bothAre(rejected, good);

      expect(sent.counts).toMatchObject({ accepted: MANY, refused: 0, deferred: 0 });
      expect(waits.counts).toMatchObject({ accepted: 0, refused: 0, uncertain: 0 });
      expect(waits.waitingFor).toMatchObject({
        what: 'sender',
        reason: expect.stringContaining('not owned by user'),
      });
      // Nobody's attempts are spent on it.
      const rows = await app.rows<{ attempts: number }>(
        'SELECT max(attempts)::int AS attempts FROM messages WHERE wave_id = $1',
        [rejected],
      );
      expect(rows[0]?.attempts).toBe(0);
      // Nor is anybody else slowed down for it.
      expect(await app.rows('SELECT name FROM paces WHERE slowed_at IS NOT NULL')).toEqual([]);

      // Once it is taken again everybody has their mail.
      app.mail.refuseSender = () => null;
      app.mail.refuse = () => null;
      await until('it is sent too', async () => {
        await app.rows('UPDATE breakers SET open_until = now()');
        await app.rows('UPDATE messages SET next_attempt_at = now() WHERE next_attempt_at > now()');
        await app.app.get(WaveSender, { strict: false }).sendWave(rejected);
        return (await status(rejected)).counts.accepted === 100;
      });
    },
    180_000,
  );

  test('a sender that no server without SMTPUTF8 takes is warned of at publication, and stops no other', async () => {
    const survey = await draftSurvey(app.api, {
      sender: { name: 'Büro', email: 'büro@netzwerk.test' },
      sendingWindow: null,
      questionnaire: onePage,
    });
    const published = await app.api.post(`/surveys/${survey}/publish`);
    expect(published.body).toMatchObject({ state: 'published', warnings: [{ code: 'sender.rejected' }] });
    await app.api.post(`/surveys/${survey}/participants`, { listId: few });
    const rejected = await scheduleWave(app.api, survey, { kind: 'invitation', sendAt: 'now' });
    const good = await invite(GOOD, few);
    const [waits, sent] = await bothAre(rejected, good);
    expect(sent.counts.accepted).toBe(100);
    expect(waits.counts.refused).toBe(0);
  }, 90_000);

  test('a letter that is too large holds its wave with the reason, and no other', async () => {
    app.mail.refuse = (_to, from) =>
      from === REJECTED ? { code: 552, text: '5.3.4 Message size exceeds fixed limit' } : null;
    const large = await invite(REJECTED, few);
    const good = await invite(GOOD, few);
    await until('the one is held and the other sent', async () => {
      await app.sweep();
      return (await status(large)).state === 'held' && (await status(good)).state === 'finished';
    });
    expect(await status(large)).toMatchObject({
      waitingFor: { what: 'letter', reason: expect.stringContaining('size') },
      counts: { accepted: 0, refused: 0 },
    });
    expect((await status(good)).counts.accepted).toBe(100);
  }, 60_000);

  test('what looks like the server’s fault and meets one survey only becomes that survey’s own', async () => {
    app.mail.refuseSender = (from) =>
      from === REJECTED ? { code: 554, text: '5.3.0 System not able to process this' } : null;
    const rejected = await invite(REJECTED, few);
    await until('its first mails were rejected', () => app.mail.senders.includes(REJECTED));
    const good = await invite(GOOD, few);
    await bothAre(rejected, good);
  }, 90_000);
});
