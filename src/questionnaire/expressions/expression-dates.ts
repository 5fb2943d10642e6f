import type { WallClock } from './expression.js';
import { asText } from './expression-values.js';

/**
 * Dates of expressions carry the wall clock in their UTC fields and know no zone: server and browser,
 * wherever they are, then say the same, and no day has 23 hours.
 */

const isoDate = /^\d{4}(-\d\d){0,2}(T\d\d:\d\d(:\d\d(\.\d+)?)?)?(Z|[+-]\d\d:\d\d)?$/;

/** The value as a date, the present if it is empty; invalid for texts that are not ISO 8601. */
export function toDate(value: unknown, now: WallClock): Date {
  if (!value) return new Date(`${now.today}T${now.time ?? '00:00'}Z`);
  if (value instanceof Date || typeof value === 'number' || value === true) return new Date(+value);
  const text = asText(value);
  return new Date(isoDate.test(text) ? (/T[\d:.]+$/.test(text) ? text + 'Z' : text) : NaN);
}

/** Midnight of the day, some days from now. */
export function today(now: WallClock, days: unknown): Date {
  const date = toDate(null, now);
  date.setUTCHours(0, 0, 0, 0);
  date.setUTCDate(added(date.getUTCDate(), days));
  return date;
}

/** Whole days between two days, never negative. */
export function daysBetween(first: unknown, second: unknown, now: WallClock): number {
  if (!first || !second) return 0;
  const [from, to] = [toDate(first, now), toDate(second, now)].map((date) => date.setUTCHours(0, 0, 0, 0));
  return Math.abs((to ?? NaN) - (from ?? NaN)) / 86_400_000;
}

const milliseconds = new Map<unknown, number>([
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1000],
]);

/** From one date to another in the unit; days and shorter are never negative, months and years may be. */
export function dateDifference(first: unknown, second: unknown, unit: unknown, now: WallClock): number {
  if (unit === 'days') return daysBetween(first, second, now);
  const [from, to] = [toDate(first, now), toDate(second, now)];
  const length = milliseconds.get(unit);
  if (length !== undefined) return Math.ceil(Math.abs(+to - +from) / length);

  let months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  if (to.getUTCDate() < from.getUTCDate()) months -= 1;
  return unit === 'months' ? months : ~~(months / 12);
}

/** The date moved by a count of units; unchanged if the unit is none. */
export function moveDate(value: unknown, count: unknown, unit: unknown, now: WallClock): Date {
  const date = toDate(value, now);
  if (unit === 'days') date.setUTCDate(added(date.getUTCDate(), count));
  if (unit === 'months') date.setUTCMonth(added(date.getUTCMonth(), count));
  if (unit === 'years') date.setUTCFullYear(added(date.getUTCFullYear(), count));
  if (unit === 'hours') date.setUTCHours(added(date.getUTCHours(), count));
  if (unit === 'minutes') date.setUTCMinutes(added(date.getUTCMinutes(), count));
  if (unit === 'seconds') date.setUTCSeconds(added(date.getUTCSeconds(), count));
  return date;
}

/** JavaScript's own addition, as SurveyJS uses it: a text is appended. */
function added(left: number, right: unknown): number {
  return left + (right as number);
}

/**
 * Brings a date to the precision of the text it is compared with, and the text to a date: `2027-11-12`
 * is compared by day, `2027-11-12T10:00` by minute.
 */
export function alignDates(left: unknown, right: unknown, now: WallClock): [unknown, unknown] {
  const first = aligned(left, right, now);
  return [first, aligned(right, first, now)];
}

function aligned(value: unknown, other: unknown, now: WallClock): unknown {
  if (typeof value === 'string' && other instanceof Date) {
    const date = toDate(value, now);
    other.setUTCMilliseconds(0);
    if (!other.getUTCHours() && !other.getUTCMinutes() && !other.getUTCSeconds()) date.setUTCHours(0, 0, 0);
    return date;
  }
  if (value instanceof Date && typeof other === 'string') {
    if (other.length < 17) value.setUTCSeconds(0, 0);
    if (other.length < 14) value.setUTCMinutes(0, 0);
    if (other.length < 11) value.setUTCHours(0, 0);
  }
  return value;
}
