import { dateFormatter } from './formatters.js';
import { Temporal } from 'temporal-polyfill';
import { formatLocaleOf, type Locale } from './locale.js';
import { textsByLanguage } from './texts.js';

const dates = textsByLanguage('dates');

/** A wall-clock date and time without a zone, `2027-11-12T23:59`. */
export type LocalDateTime = string;

export function isTimeZone(zone: string): boolean {
  try {
    return (
      new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '' &&
      !/^[+-]/.test(zone)
    );
  } catch {
    return false;
  }
}

export function isLocalDateTime(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return false;
  try {
    Temporal.PlainDateTime.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant of a wall-clock time in an IANA zone. Where the clocks change, a time that does not
 * exist moves forward by the gap and one that exists twice is the earlier (Temporal's `compatible`).
 */
export function instantOf(local: LocalDateTime, timeZone: string): Date {
  const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, {
    disambiguation: 'compatible',
  });
  return new Date(zoned.epochMilliseconds);
}

/** Whether a wall-clock time falls into a change of clocks: it does not exist, or it comes twice. */
export function clockChangeAt(local: LocalDateTime, timeZone: string): 'skipped' | 'repeated' | null {
  const plain = Temporal.PlainDateTime.from(local);
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    plain.toZonedDateTime(timeZone, { disambiguation }),
  );
  if (!earlier || !later || earlier.equals(later)) return null;
  return earlier.toPlainDateTime().equals(plain) ? 'repeated' : 'skipped';
}

/** The wall-clock time of an instant in a zone, to the minute. */
export function localTimeOf(instant: Date, timeZone: string): LocalDateTime {
  return zonedDateTime(instant, timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The calendar day of an instant in a zone, `2027-11-12`. */
export function localDayOf(instant: Date, timeZone: string): string {
  return zonedDateTime(instant, timeZone).toPlainDate().toString();
}

/** That many calendar days before (or, negative, after) a local date-time, at a time of day `09:00`. */
export function daysBefore(local: LocalDateTime, days: number, timeOfDay: string): LocalDateTime {
  const day = Temporal.PlainDateTime.from(local).toPlainDate().subtract({ days });
  return day.toPlainDateTime(Temporal.PlainTime.from(timeOfDay)).toString({ smallestUnit: 'minute' });
}

/** Date and time as people write it: „Freitag, 12. November 2027, 23:59 Uhr“. */
export function writtenOut(instant: Date, timeZone: string, locale: Locale): string {
  const date = dayWrittenOut(instant, timeZone, locale);
  const time = dateFormatter(formatLocaleOf(locale), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant);
  return dates[locale].writtenOut({ date, time });
}

/** The day alone: „Freitag, 12. November 2027“. */
export function dayWrittenOut(instant: Date, timeZone: string, locale: Locale): string {
  return dateFormatter(formatLocaleOf(locale), {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(instant);
}

/** The day as people say it who mean the coming one: „Freitag, 12. November“. */
export function dayInWords(instant: Date, timeZone: string, locale: Locale): string {
  return dateFormatter(formatLocaleOf(locale), {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(instant);
}

/** Calendar days from one instant to a later one in a zone; 0 on the same day, and never less. */
export function calendarDaysUntil(later: Date, from: Date, timeZone: string): number {
  const [start, end] = [from, later].map((instant) => zonedDateTime(instant, timeZone).toPlainDate());
  return start && end ? Math.max(0, start.until(end, { largestUnit: 'days' }).days) : 0;
}

/** A time of day as people write it: „14:30 Uhr“. */
export function timeInWords(time: string, locale: Locale): string {
  return dates[locale].time({ time });
}

/** Date and time in short: „12.11.2027, 23:59“. */
export function inShort(instant: Date, timeZone: string, locale: Locale): string {
  return dateFormatter(formatLocaleOf(locale), {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(instant);
}

function zonedDateTime(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}
