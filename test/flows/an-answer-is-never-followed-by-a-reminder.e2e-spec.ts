import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Backend, backends, startApp, type TestApp, until } from '../support/app.js';
import {
  personalLinks,
  scheduleWave,
  startCampaign,
  submitOnePage,
  waveFinished,
} from '../support/campaign.js';

const PEOPLE = 300;

describe.each(backends)('submits racing a reminder, queue on %s', (backend: Backend) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp({ backend });
  });

  afterAll(async () => {
    await app.close();
  });

  test('nobody whose answer was acknowledged is handed a reminder afterwards', async () => {
    const { surveyId } = await startCampaign(app, { people: PEOPLE });
    await waveFinished(app, await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' }));
    const links = await personalLinks(app, surveyId);

    app.mail.delayMs = 100;
    app.mail.received.length = 0;
    const reminder = await scheduleWave(app.api, surveyId, {
      kind: 'reminder',
      sendAt: 'now',
      ignoreGap: true,
    });
    await until('the reminder is under way', () => app.mail.received.length > 4);
    const acknowledged = new Map<string, number>();
    await Promise.all(
      [...links].map(async ([email, link], i) => {
        // From everywhere in the list at once, before and behind the place the wave has come to.
        await new Promise((resolve) => setTimeout(resolve, ((i * 97) % PEOPLE) * 8));
        const { status } = await submitOnePage(app, link);
        if (status === 303) acknowledged.set(email, performance.now());
      }),
    );
    await waveFinished(app, reminder);

    expect(acknowledged.size).toBe(PEOPLE);
    const { counts } = (await app.api.get(`/waves/${reminder}`)).body;
    expect(counts.accepted + counts.skipped).toBe(PEOPLE);
    // Both must have happened, or nothing raced.
    expect(counts.accepted).toBeGreaterThan(10);
    expect(counts.skipped).toBeGreaterThan(10);
    const late = app.mail.received.filter(({ raw, to, at }) => {
      // Thank-yous carry no one-click header and may of course follow an answer.
      const isReminder = raw.includes('List-Unsubscribe-Post');
      return isReminder && at > (acknowledged.get(to.join()) ?? Infinity);
    });
    expect(late.map(({ to }) => to)).toEqual([]);
  });
});
