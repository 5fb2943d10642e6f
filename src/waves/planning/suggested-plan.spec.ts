import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from '../../common/local-time.js';
import { isWithin, usualWindow } from '../../common/sending-window.js';
import { dueAt } from './send-at.js';
import { suggestedPlan, tomorrowFor } from './suggested-plan.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const berlin = 'Europe/Berlin';
/** A Monday. */
const now = new Date('2027-10-18T08:00:00Z');
const survey = {
  closesAtLocal: '2027-11-12T23:59',
  timeZone: berlin,
  sendingWindow: usualWindow,
  gapDays: 3,
  mostReminders: 2,
};
const inShort = (facts: Partial<typeof survey> = {}, at = now) =>
  suggestedPlan({ ...survey, ...facts }, at).map(({ kind, sendAt }) =>
    'days' in sendAt ? `${kind} ${sendAt.at} ${sendAt.days}` : `${kind} ${sendAt.at}`,
  );

describe('a suggested plan', () => {
  // Six days after a Monday is a Sunday.
  test('invites now, reminds after five days and once more three days before the end', () => {
    expect(inShort()).toEqual(['invitation now', 'reminder after_invitation 5', 'reminder before_closing 3']);
    expect(suggestedPlan(survey, now)[1]?.sendAt).toEqual({ at: 'after_invitation', days: 5, time: '10:00' });
  });

  test.each([
    ['mails go out on weekdays alone', { days: [1, 2, 3, 4, 5] }, ['after_invitation 7', 'before_closing 3']],
    ['mails go out on Saturdays alone', { days: [6] }, ['after_invitation 5', 'before_closing 3']],
    ['mails go out on Mondays alone', { days: [1] }, ['after_invitation 7', 'before_closing 4']],
    ['mails go out on Wednesdays alone', { days: [3] }, ['after_invitation 6', 'before_closing 2']],
  ])('keeps to the days: %s', (_, window, reminders) => {
    const found = inShort({ sendingWindow: { ...usualWindow, ...window } }).slice(1);
    expect(found).toEqual(reminders.map((sendAt) => `reminder ${sendAt}`));
  });

  test.each([
    [0, []],
    [1, ['reminder before_closing 3']],
    [2, ['reminder after_invitation 5', 'reminder before_closing 3']],
    [9, ['reminder after_invitation 5', 'reminder before_closing 3']],
  ])('of a survey with %d reminders keeps the last ones', (mostReminders, reminders) => {
    expect(inShort({ mostReminders }).slice(1)).toEqual(reminders);
  });

  test.each([
    [4, ['reminder after_invitation 5', 'reminder before_closing 3']],
    [5, ['reminder after_invitation 7', 'reminder before_closing 3']],
    // Within a week of the invitation nobody is to be written to again.
    [7, ['reminder before_closing 3']],
    [21, ['reminder before_closing 3']],
    [22, []],
  ])('of a survey with %d days between two mails', (gapDays, reminders) => {
    expect(inShort({ gapDays }).slice(1)).toEqual(reminders);
  });

  test('leaves out what there is no room for', () => {
    // Last call on the 22nd, four days from now; no week between.
    expect(inShort({ closesAtLocal: '2027-10-25T23:59' })).toEqual([
      'invitation now',
      'reminder before_closing 3',
    ]);
    // A last call on the 20th, two days from now, would come too soon.
    expect(inShort({ closesAtLocal: '2027-10-23T23:59' })).toEqual(['invitation now']);
  });

  test('puts more than the survey’s days between two mails, whenever it ends', () => {
    const plans = fc.record({
      day: fc.integer({ min: 0, max: 400 }),
      length: fc.integer({ min: 1, max: 90 }),
      gapDays: fc.integer({ min: 0, max: 14 }),
      mostReminders: fc.integer({ min: 0, max: 4 }),
      timeZone: fc.constantFrom(berlin, 'America/New_York', 'Pacific/Auckland', 'UTC'),
      days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    });
    fc.assert(
      fc.property(plans, ({ day, length, gapDays, mostReminders, timeZone, days }) => {
        const today = new Date(Date.UTC(2027, 0, 1 + day, 8));
        const closing = new Date(today.getTime() + length * 86_400_000);
        const closesAtLocal = `${closing.toISOString().slice(0, 10)}T23:59`;
        const sendingWindow = { ...usualWindow, days };
        const made = { closesAtLocal, timeZone, sendingWindow, gapDays, mostReminders };
        const plan = suggestedPlan(made, today);
        expect(plan.filter(({ kind }) => kind === 'reminder').length).toBeLessThanOrEqual(mostReminders);
        const closesAt = instantOf(closesAtLocal, timeZone);
        const times = plan.map(({ sendAt }) =>
          dueAt(sendAt, { closesAtLocal, timeZone, invitedAt: today }, today),
        );
        for (const [i, at] of times.entries()) {
          const last = times[i - 1];
          if (!at || !last) continue;
          expect(at < closesAt).toBe(true);
          // An hour less where the clocks go forward.
          expect(at.getTime() - last.getTime()).toBeGreaterThanOrEqual(Math.max(1, gapDays) * DAY - HOUR);
        }
      }),
    );
  });
});

describe('the next morning for an invitation', () => {
  test.each([
    ['2027-10-18T08:00:00Z', '2027-10-19T08:00:00.000Z'],
    // A Saturday: the next morning is a Sunday, which is quiet.
    ['2027-10-23T08:00:00Z', '2027-10-25T05:00:00.000Z'],
    // Late in Berlin it is the next day already.
    ['2027-10-18T22:30:00Z', '2027-10-20T08:00:00.000Z'],
    // Across the end of summer time, at ten by the wall clock.
    ['2027-10-31T10:00:00Z', '2027-11-01T09:00:00.000Z'],
  ])('seen from %s is %s', (at, morning) => {
    const found = tomorrowFor(survey, new Date(at));
    expect(found.toISOString()).toBe(morning);
    expect(isWithin(usualWindow, found, berlin)).toBe(true);
  });
});
