import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { isWithin, type SendingWindow } from '../../src/common/sending-window.js';
import { type Backend, backends, startApp, type TestApp, until } from '../support/app.js';
import {
  type Campaign,
  personalLinks,
  postForm,
  startCampaign,
  submitOnePage,
  waveFinished,
} from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const PEOPLE = 120;
const ZONE = 'Europe/Berlin';
const DAY = 86_400_000;
const window: SendingWindow = { from: '07:00', to: '20:00', days: [1, 2, 3, 4, 5, 6], holidays: 'DE-NW' };

/** Who does what, numbers of people `p<n>`. */
const answered = { afterInvitation: numbers(1, 20), afterReminder: numbers(21, 30) };
const declined = numbers(31, 35);
const changedTheirMind = [36];
const snoozed = numbers(41, 44);
const snoozedAndAnswered = [44];
const unsubscribed = numbers(51, 53);

/**
 * Autumn 2021 once more: the invitation meets the evening of a Saturday, the clocks change on 31 October, the
 * last call would fall on All Saints, and the closing date is moved by a week.
 */
describe.each(backends)(
  'the campaign of 2021 with window, gap and a moved closing date, queue on %s',
  (backend: Backend) => {
    const clock = FixedClock.inBerlin('2021-10-15T08:00');
    let app: TestApp;
    let campaign: Campaign;
    let links: Map<string, string>;
    let invitation: string;
    let reminder: string;
    let lastCall: string;
    let early: Set<string>;

    beforeAll(async () => {
      app = await startApp({ backend, clock });
      campaign = await startCampaign(app, {
        people: PEOPLE,
        closesAt: '2021-11-05T23:59',
        sendingWindow: window,
      });
      links = await personalLinks(app, campaign.surveyId);
      const plan = await app.api.post(`/surveys/${campaign.surveyId}/plan`, {
        waves: [
          { kind: 'invitation', sendAt: '2021-10-16T19:59', ignoreCanary: true },
          { kind: 'reminder', sendAt: { daysAfterInvitation: 4, time: '10:00' } },
          { kind: 'reminder', sendAt: { daysBeforeClosing: 4, time: '09:00' } },
        ],
      });
      if (plan.status !== 201) throw new Error(JSON.stringify(plan.body));
      [invitation, reminder, lastCall] = plan.body.items.map(({ id }: { id: string }) => id);
    }, 60_000);

    afterAll(async () => {
      await app.close();
    });

    const status = async (wave: string) => (await app.api.get(`/waves/${wave}`)).body;
    const link = (n: number) => links.get(address(n)) ?? '';

    test('a plan that cannot be as a whole is not there at all', async () => {
      const before = (await app.api.get(`/surveys/${campaign.surveyId}/waves`)).body.items.length;
      const { status: code, body } = await app.api.post(`/surveys/${campaign.surveyId}/plan`, {
        waves: [
          { kind: 'reminder', sendAt: '2021-10-28T10:00', exceedsBecause: 'Der Vorstand wünscht es.' },
          { kind: 'reminder', sendAt: '2021-11-06T10:00', exceedsBecause: 'Der Vorstand wünscht es.' },
        ],
      });
      expect([code, body.code, body.problems[0].path]).toEqual([
        422,
        'wave.after_closing',
        'waves[1].sendAt',
      ]);
      expect((await app.api.get(`/surveys/${campaign.surveyId}/waves`)).body.items).toHaveLength(before);
    });

    test('a plan refused at its last wave has sent nothing of its first', async () => {
      const before = await app.rows('SELECT id FROM waves');
      const reminder = { kind: 'reminder', sendAt: '2021-10-28T10:00' };
      const plan = { waves: [{ kind: 'invitation', sendAt: 'now', ignoreWindow: true }, reminder] };
      const { status: code, body } = await app.api.post(`/surveys/${campaign.surveyId}/plan`, plan);
      expect([code, body.code]).toEqual([422, 'wave.too_many_reminders']);
      expect(await app.rows('SELECT id FROM waves')).toEqual(before);
      expect(app.mail.received).toEqual([]);
    });

    test('the invitation stops on Saturday at eight and goes on on Monday at seven', async () => {
      app.mail.delayMs = 150;
      clock.moveTo('2021-10-16T19:59');
      await app.sweep();
      await until('some are out', () => app.mail.received.length >= 30);
      clock.moveTo('2021-10-16T20:00');
      await until('nothing is under way', async () => (await status(invitation)).counts.handing_over === 0);
      app.mail.delayMs = 0;
      early = new Set(app.mail.received.map(({ to }) => to[0] ?? ''));
      expect(early.size).toBeLessThan(PEOPLE);
      for (const time of ['2021-10-17T12:00', '2021-10-18T06:59']) {
        clock.moveTo(time);
        await app.sweep();
        await sleep(150);
      }
      expect(app.mail.received).toHaveLength(early.size);
      clock.moveTo('2021-10-18T07:00');
      await waveFinished(app, invitation);
      expect((await status(invitation)).counts.accepted).toBe(PEOPLE);
    });

    test('four days after the invitation only those are reminded whose mail is three days old', async () => {
      clock.moveTo('2021-10-19T12:00');
      for (const n of answered.afterInvitation) await submitOnePage(app, link(n));
      for (const n of declined) await postForm(app, `${link(n)}/decline`, {});
      for (const n of changedTheirMind) {
        await postForm(app, `${link(n)}/decline`, {});
        await postForm(app, `${link(n)}/decline`, { go: 'undo' });
      }
      expect((await status(reminder)).dueAt).toBe('2021-10-20T08:00:00.000Z');
      clock.moveTo('2021-10-20T10:00');
      await waveFinished(app, reminder);
      const { counts, skipped } = await status(reminder);
      expect(skipped).toMatchObject({ completed: 20, declined: 5 });
      expect(counts.accepted + skipped.mailed_recently).toBe(PEOPLE - 25);
    });

    test('a moved closing date shows what it moves, then moves it across the change of clocks', async () => {
      clock.moveTo('2021-10-28T09:00');
      for (const n of answered.afterReminder) await submitOnePage(app, link(n));
      // Four days before closing is All Saints: the wave would wait for the day after.
      expect((await status(lastCall)).dueAt).toBe('2021-11-01T08:00:00.000Z');
      const moves = (closesAt: string) =>
        app.api.get(`/surveys/${campaign.surveyId}/waves/moves?closesAt=${closesAt}`);
      expect((await moves('2021-11-12T23:59')).body.items).toEqual([
        {
          id: lastCall,
          kind: 'reminder',
          from: '2021-11-01T08:00:00.000Z',
          to: '2021-11-08T08:00:00.000Z',
          problem: null,
        },
      ]);
      expect((await moves('2021-10-31T23:59')).body.items).toMatchObject([
        { id: lastCall, problem: 'in_the_past' },
      ]);
      expect((await status(lastCall)).dueAt).toBe('2021-11-01T08:00:00.000Z');

      const refused = await app.api.patch(`/surveys/${campaign.surveyId}`, { closesAt: '2021-10-31T23:59' });
      expect([refused.status, refused.body.code]).toEqual([422, 'wave.in_the_past']);
      expect(
        (await app.api.patch(`/surveys/${campaign.surveyId}`, { closesAt: '2021-11-12T23:59' })).status,
      ).toBe(200);
      expect((await status(lastCall)).dueAt).toBe('2021-11-08T08:00:00.000Z');
    });

    test('the last call names the new date and spares whoever wants to be reminded later', async () => {
      clock.moveTo('2021-11-07T10:00');
      for (const n of snoozed) await postForm(app, `${link(n)}/snooze`, {});
      for (const n of unsubscribed) {
        const [mail] = await app.mail.mailsTo(address(n));
        const header = mail?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
        await postForm(app, new URL(header.replace(/^<|>$/g, '')).pathname, {
          'List-Unsubscribe': 'One-Click',
        });
      }
      clock.moveTo('2021-11-08T09:00');
      await waveFinished(app, lastCall);
      const { skipped } = await status(lastCall);
      expect(skipped).toEqual({ completed: 30, declined: 5, snoozed: 4, unsubscribed: 3 });
      const mail = (await app.mail.mailsTo(address(100))).at(-1);
      expect(mail?.text).toContain('12. November 2021');
      expect(mail?.text).not.toContain('5. November 2021');
    });

    test('who put it off is reminded when they wished, unless they answered before', async () => {
      clock.moveTo('2021-11-09T12:00');
      for (const n of snoozedAndAnswered) await submitOnePage(app, link(n));
      const before = app.mail.received.length;
      clock.moveTo('2021-11-10T09:59');
      await app.sweep();
      await sleep(200);
      expect(remindersSince(before)).toEqual([]);
      clock.moveTo('2021-11-10T10:00');
      await until('three are reminded', async () => {
        await app.sweep();
        return remindersSince(before).length === 3;
      });
      expect(remindersSince(before)).toEqual([41, 42, 43].map(address));
    });

    test('after closing each person has had exactly their mails, at hours when mails may go out', async () => {
      clock.moveTo('2021-11-13T00:20');
      await until('all waves are finished', async () => {
        await app.sweep();
        const { items } = (await app.api.get(`/surveys/${campaign.surveyId}/waves`)).body;
        return items.every(({ state }: { state: string }) => state === 'finished');
      });
      const mails = new Map<string, { kind: string; at: Date }[]>();
      for (const { to, raw } of app.mail.received) {
        const text = raw.toString();
        const at = new Date(/^Date: (.*)$/m.exec(text)?.[1] ?? '');
        const kind = /^Feedback-ID: [^:]*:([a-z_]+):/m.exec(text)?.[1] ?? '';
        const own = mails.get(to[0] ?? '') ?? [];
        mails.set(to[0] ?? '', [...own, { kind, at }]);
      }
      for (let n = 1; n <= PEOPLE; n += 1) {
        const own = (mails.get(address(n)) ?? []).filter(({ kind }) => kind !== 'thank_you');
        expect([n, own.map(({ kind }) => kind)]).toEqual([n, wanted(n)]);
        for (const { at } of own) {
          // What was under way when the clock struck eight bears that time.
          const isAtItsEnd = isWithin(window, new Date(at.getTime() - 1000), ZONE);
          expect([n, at, isWithin(window, at, ZONE) || isAtItsEnd]).toEqual([n, at, true]);
        }
        for (const [i, { at }] of own.entries()) {
          const previous = own[i - 1];
          // A mail's date knows seconds only.
          if (previous) expect(at.getTime() - previous.at.getTime()).toBeGreaterThanOrEqual(3 * DAY - 1000);
        }
      }
    });

    /** What a person must have got: invitation, first reminder, last call, and the one they asked for. */
    function wanted(n: number): string[] {
      const reminded = early.has(address(n)) && ![...answered.afterInvitation, ...declined].includes(n);
      const isOut = [answered.afterInvitation, answered.afterReminder, declined, snoozed, unsubscribed]
        .flat()
        .includes(n);
      const onRequest = snoozed.includes(n) && !snoozedAndAnswered.includes(n);
      return [
        'invitation',
        ...(reminded ? ['reminder'] : []),
        ...(isOut ? [] : ['reminder']),
        ...(onRequest ? ['reminder'] : []),
      ];
    }

    function remindersSince(before: number): string[] {
      return app.mail.received
        .slice(before)
        .filter(({ raw }) => raw.toString().includes('Subject: Erinnerung'))
        .map(({ to }) => to[0] ?? '')
        .sort();
    }
  },
);

function address(n: number): string {
  return `p${n}@leser.test`;
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
