import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { backends, startApp, type TestApp, until } from '../support/app.js';
import { draftSurvey, importPeople, onePage, scheduleWave, waveFinished } from '../support/campaign.js';

const REJECTED = 'fremd@firma.test';
const GOOD = 'buero@netzwerk.test';

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
    many = await importPeople(app.api, 2000);
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

  /** As many sweeps as a minute and a half has room for; each is a look at both waves too. */
  async function bothAre(first: string, second: string): Promise<[any, any]> {
    await until(
      'the first waits and the second is sent in full',
      async () => {
        await app.sweep();
        const [a, b] = [await status(first), await status(second)];
        return a.waitingFor?.what === 'sender' && b.state === 'finished';
      },
      60,
    );
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

      expect(sent.counts).toMatchObject({ accepted: 2000, refused: 0, deferred: 0 });
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
      expect((await app.api.get('/paces')).body.all?.slowedTo ?? null).toBeNull();

      // Once it is taken again everybody has their mail.
      app.mail.refuseSender = () => null;
      app.mail.refuse = () => null;
      await waveFinished(app, rejected, 60);
      expect((await status(rejected)).counts.accepted).toBe(100);
    },
    180_000,
  );
});
