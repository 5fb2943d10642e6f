import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RefusalsJudgedAgain1795400100000 } from '../../migrations/before-first-release/1795400100000-refusals-judged-again.js';
import { startApp, type TestApp } from '../support/app.js';
import { scheduleWave, startCampaign, waveFinished } from '../support/campaign.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(async () => {
  await app.close();
});

/** What the ledger held before, and what it holds after. */
const refusals: [reason: string, reply: string, after: string][] = [
  ['refused', '550 5.1.1 User unknown', 'refused'],
  ['refused', '552 5.2.2 Mailbox full', 'refused_soft'],
  [
    'refused',
    '550 Domain netzwerk.test has exceeded the max emails per hour (150/150 (100%)) allowed.',
    'sender',
  ],
  ['refused', '552 5.2.3 message size exceeds limit', 'letter'],
  ['refused', '554 Transaction failed', 'unclear'],
  ['policy', '550 5.7.1 blocked', 'sender'],
  ['policy', '550 5.1.1 who are you', 'sender'],
  ['address', '5.6.7 the mail server cannot take addresses with characters outside ASCII', 'address'],
];

test('what was refused is judged again by its reply, nothing is sent, and there is a way back', async () => {
  const { surveyId } = await startCampaign(app, { people: refusals.length });
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
  await waveFinished(app, wave);
  await app.rows(
    `UPDATE messages m SET state = 'refused', reason = r.reason, reply = r.reply
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS r (reason, reply, place)
     WHERE m.participant_id = (SELECT p.id FROM participants p ORDER BY p.id OFFSET r.place - 1 LIMIT 1)`,
    [refusals.map(([reason]) => reason), refusals.map(([, reply]) => reply)],
  );
  const reasons = async () =>
    (await app.rows<{ reason: string }>('SELECT reason FROM messages ORDER BY participant_id')).map(
      ({ reason }) => reason,
    );
  const sent = app.mail.received.length;
  const runner = app.database.createQueryRunner();
  try {
    for (let run = 1; run <= 2; run += 1) {
      await new RefusalsJudgedAgain1795400100000().up(runner);
      expect(await reasons()).toEqual(refusals.map(([, , after]) => after));
      expect(await app.rows('SELECT email_key, until::text FROM refused_addresses')).toEqual([
        { email_key: 'p1@leser.test', until: 'infinity' },
      ]);
    }
    await app.sweep();
    expect((await app.api.get(`/waves/${wave}`)).body.state).toBe('finished');
    expect(app.mail.received).toHaveLength(sent);

    await new RefusalsJudgedAgain1795400100000().down(runner);
    expect(await reasons()).toEqual([
      'refused',
      'refused',
      'policy',
      'policy',
      'refused',
      'policy',
      'policy',
      'address',
    ]);
  } finally {
    await runner.release();
  }
});
