import { coded, type CodedText } from './coded-text.js';
import { Temporal } from 'temporal-polyfill';
import { holidayOn, isHolidayRegion } from './public-holidays.js';

/**
 * When mails may go out: on these weekdays from one time of day until another, wall clock in a zone that is
 * given beside it, and not on the public holidays of a region.
 */
export interface SendingWindow {
  /** `07:00`, the first moment of the day. */
  from: string;
  /** `20:00`, the first moment after it; `24:00` is the end of the day. */
  to: string;
  /** Days of the week from Monday, 1, to Sunday, 7 (ISO 8601). */
  days: number[];
  /** `DE`, `DE-BW`; null: holidays are days like others. */
  holidays: string | null;
}

/** What a survey has unless somebody chooses otherwise. */
export const usualWindow: SendingWindow = {
  from: '07:00',
  to: '20:00',
  days: [1, 2, 3, 4, 5, 6],
  holidays: null,
};

/** Looking further ahead than this for a day on which mails may go out is of no use. */
const DAYS_AHEAD = 400;

/** What is wrong with a window, by its field; none: it opens some time. */
export function windowProblems(window: SendingWindow): { path: keyof SendingWindow; said: CodedText }[] {
  return [
    ...(window.from < window.to
      ? []
      : [{ path: 'to' as const, said: coded('survey.window_ends_early', { from: window.from }) }]),
    ...(window.days.length > 0 ? [] : [{ path: 'days' as const, said: coded('survey.window_without_days') }]),
    ...(window.holidays === null || isHolidayRegion(window.holidays)
      ? []
      : [{ path: 'holidays' as const, said: coded('survey.not_a_region') }]),
  ];
}

/** Whether mails may go out on a calendar day at all. */
export function isSendingDay(window: SendingWindow, day: Temporal.PlainDate): boolean {
  if (!window.days.includes(day.dayOfWeek)) return false;
  return window.holidays === null || holidayOn(window.holidays, day) === null;
}

/** Whether mails may go out at an instant. Null is a window that is always open. */
export function isWithin(window: SendingWindow | null, instant: Date, timeZone: string): boolean {
  return opensAt(window, instant, timeZone).getTime() === instant.getTime();
}

/**
 * The first instant from this one on at which mails may go out: this one itself within the window, otherwise
 * the beginning of the next. Where the clocks change within a window, its ends keep to the wall clock.
 */
export function opensAt(window: SendingWindow | null, instant: Date, timeZone: string): Date {
  if (!window) return instant;
  const today = dayOf(instant, timeZone);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = today.add({ days: ahead });
    if (!isSendingDay(window, day)) continue;
    const { from, to } = endsOn(window, day, timeZone);
    if (instant < to) return instant < from ? from : instant;
  }
  return dateOf(today.add({ days: DAYS_AHEAD }).toZonedDateTime(timeZone));
}

/** When sending that is allowed at an instant has to stop; null where it never has to. */
export function closesAfter(window: SendingWindow | null, instant: Date, timeZone: string): Date | null {
  if (!window) return null;
  return endsOn(window, dayOf(instant, timeZone), timeZone).to;
}

/** When this many seconds of sending that begin at an instant will be over, with the nights between. */
export function sentBy(window: SendingWindow | null, instant: Date, seconds: number, timeZone: string): Date {
  let left = seconds * 1000;
  let at = instant;
  for (let days = 0; days <= DAYS_AHEAD; days += 1) {
    const open = opensAt(window, at, timeZone);
    const end = closesAfter(window, open, timeZone);
    if (!end || left <= end.getTime() - open.getTime()) return new Date(open.getTime() + left);
    left -= end.getTime() - open.getTime();
    at = end;
  }
  return at;
}

function endsOn(window: SendingWindow, day: Temporal.PlainDate, timeZone: string): { from: Date; to: Date } {
  const at = (time: string) =>
    time === '24:00'
      ? day.add({ days: 1 }).toZonedDateTime(timeZone)
      : day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return { from: dateOf(at(window.from)), to: dateOf(at(window.to)) };
}

function dayOf(instant: Date, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}

function dateOf(zoned: Temporal.ZonedDateTime): Date {
  return new Date(zoned.epochMilliseconds);
}
