import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { texts } from '../../common/texts.js';
import { usualWindow } from '../../common/sending-window.js';
import {
  sendingHoursErrors,
  sendingHoursIn,
  sendingHoursOf,
  type SendingHoursValues,
} from './sending-hours.js';

const t = texts('sending-hours', 'en');
const usual = sendingHoursOf(null);
const wrongIn = (values: Partial<SendingHoursValues>) =>
  Object.keys(sendingHoursErrors({ ...usual, ...values }, t)).sort();

test('a new survey keeps to office hours, three days between mails and two reminders', () => {
  expect(sendingHoursIn(usual)).toEqual({ sendingWindow: usualWindow, gapDays: 3, mostReminders: 2 });
  expect(wrongIn({})).toEqual([]);
});

test('a form that is saved as it was opened changes nothing', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const window = fc.record({
    from: time,
    to: fc.oneof(time, fc.constant('24:00')),
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    holidays: fc.constantFrom(null, 'DE', 'DE-BW'),
  });
  const survey = fc.record({
    sendingWindow: fc.option(window),
    gapDays: fc.integer({ min: 0, max: 60 }),
    mostReminders: fc.integer({ min: 0, max: 10 }),
  });
  fc.assert(
    fc.property(survey, (stored) => {
      expect(sendingHoursIn(sendingHoursOf(stored))).toEqual(stored);
    }),
  );
});

test('a survey that sends at any time offers the usual hours to go back to', () => {
  const values = sendingHoursOf({ sendingWindow: null, gapDays: 0, mostReminders: 0 });
  expect(values).toMatchObject({ hours: 'always', windowFrom: '07:00', gapDays: '0', mostReminders: '0' });
});

describe('a number', () => {
  test.each([
    ['gapDays', '0', true],
    ['gapDays', '60', true],
    ['gapDays', '61', false],
    ['mostReminders', '0', true],
    ['mostReminders', '10', true],
    ['mostReminders', '11', false],
    ['mostReminders', '', false],
    ['gapDays', '-1', false],
    ['gapDays', '1.5', false],
    ['gapDays', '1e1', false],
    ['gapDays', '003', false],
    ['gapDays', '٣', false],
  ])('of %s may be "%s": %s', (field, value, isRight) => {
    expect(wrongIn({ [field]: value })).toEqual(isRight ? [] : [field]);
    // Times that are not asked for do not hide it.
    expect(wrongIn({ hours: 'always', [field]: value })).toEqual(isRight ? [] : [field]);
  });
});

describe('a window', () => {
  test.each<[string, Partial<SendingHoursValues>, string[]]>([
    ['ends at midnight', { windowTo: '24:00' }, []],
    ['begins at midnight', { windowFrom: '00:00' }, []],
    ['is of one minute', { windowFrom: '09:00', windowTo: '09:01' }, []],
    ['has a time that no clock shows', { windowFrom: '24:01', windowTo: '7:00' }, ['windowFrom', 'windowTo']],
    ['has a time with seconds', { windowTo: '20:00:00' }, ['windowTo']],
    ['ends as it begins', { windowFrom: '09:00', windowTo: '09:00' }, ['windowTo']],
    ['ends before it begins', { windowFrom: '20:00', windowTo: '07:00' }, ['windowTo']],
    ['has no day', { windowDays: [] }, ['windowDays']],
    ['keeps the holidays of nowhere', { holidays: 'XX' }, ['holidays']],
    [
      'is wrong in everything else',
      { windowFrom: '20:00', windowTo: '07:00', windowDays: [], holidays: 'XX' },
      ['holidays', 'windowDays', 'windowTo'],
    ],
  ])('that %s', (_, values, wrong) => {
    expect(wrongIn(values)).toEqual(wrong);
    // Nobody is asked to mend a window that is not used.
    expect(wrongIn({ ...values, hours: 'always' })).toEqual([]);
  });

  test('is compared only where both its times can be read', () => {
    expect(wrongIn({ windowFrom: 'x', windowDays: [] })).toEqual(['windowFrom']);
  });

  test('that is wrong does not hide a wrong number', () => {
    expect(wrongIn({ gapDays: 'x', windowDays: [] })).toEqual(['gapDays', 'windowDays']);
  });
});
