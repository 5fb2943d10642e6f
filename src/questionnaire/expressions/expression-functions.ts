import type { Aggregate, FunctionName, WallClock } from './expression.js';
import { dateDifference, daysBetween, moveDate, toDate, today } from './expression-dates.js';
import { isNumeric, sumOf, toNumber } from './expression-values.js';

type Call = (args: unknown[], now: WallClock) => unknown;

/** SurveyJS' functions. Each takes what it needs of its arguments and null for what makes no sense. */
export const functions: Record<FunctionName, Call> = {
  iif: (args) => (args.length < 2 ? null : args[0] ? args[1] : args[2]),
  substring: ([text, start, end]) => {
    if (!text || typeof text !== 'string' || !isNumeric(start)) return '';
    return text.substring(start as number, isNumeric(end) ? (end as number) : undefined);
  },
  sum: (args) => total(flat(args)),
  avg: (args) => average(flat(args)),
  count: (args) => flat(args).length,
  min: (args) => best(flat(args), true),
  max: (args) => best(flat(args), false),
  round: (args) => {
    const [number, precision] = numberAndPrecision(args, 0);
    const factor = 10 ** precision;
    return Math.round(number * factor * (1 + Number.EPSILON)) / factor;
  },
  trunc: (args) => {
    const [number, precision] = numberAndPrecision(args, -1);
    if (isNaN(number) || isNaN(precision)) return NaN;
    const kept = new RegExp(`^-?\\d+(?:.\\d{0,${precision}})?`).exec(String(number));
    return Number(kept?.[0]);
  },

  today: (args, now) => today(now, args.length === 1 ? args[0] : 0),
  currentDate: (_args, now) => toDate(null, now),
  currentYear: (_args, now) => toDate(null, now).getUTCFullYear(),
  getDate: ([date], now) => (date ? toDate(date, now) : null),
  getYear: (args, now) => (args.length === 1 && args[0] ? toDate(args[0], now).getUTCFullYear() : undefined),
  year: ([date], now) => toDate(date, now).getUTCFullYear(),
  month: ([date], now) => toDate(date, now).getUTCMonth() + 1,
  day: ([date], now) => toDate(date, now).getUTCDate(),
  weekday: ([date], now) => toDate(date, now).getUTCDay(),
  age: ([birth, unit], now) => (birth ? age(birth, unit, now) : null),
  diffDays: (args, now) => (args.length === 2 ? daysBetween(args[0], args[1], now) : 0),
  dateDiff: ([from, to, unit], now) => (from && to ? dateDifference(from, to, unit || 'days', now) : null),
  dateAdd: ([date, count, unit], now) => (date && count ? moveDate(date, count, unit || 'days', now) : null),
};

/** SurveyJS has no age in days: it comes to 0. */
function age(birth: unknown, unit: unknown, now: WallClock): number {
  if (unit === 'days') return 0;
  return dateDifference(birth, toDate(null, now), unit === 'months' ? 'months' : 'years', now);
}

function numberAndPrecision(args: unknown[], otherwise: number): [number, number] {
  const [number, precision] = flat(args);
  return [toNumber(number), toNumber(precision || otherwise)];
}

/** All values in nested lists, without those that are missing, numbers as numbers. */
function flat(values: unknown[]): unknown[] {
  return values
    .flat(Infinity)
    .filter((value) => value !== undefined && value !== null)
    .map((value) => (isNumeric(value) ? toNumber(value) : value));
}

function total(values: unknown[]): unknown {
  return values.reduce(sumOf, 0);
}

function average(values: unknown[]): unknown {
  return values.length > 0 ? Number(total(values)) / values.length : 0;
}

function best(values: unknown[], least: boolean): unknown {
  return values.reduce((one, other) => (isBetter(other, one, least) ? other : one), values[0]);
}

function isBetter(value: unknown, than: unknown, least: boolean): boolean {
  const [one, other] = [value, than] as [number, number];
  return least ? one < other : one > other;
}

/**
 * What a column comes to over rows, of which those without a value there do not count.
 *
 * @param returned column of the row with the least or greatest value that is asked for
 */
export function aggregate(
  kind: Aggregate,
  rows: Record<string, unknown>[],
  column: string,
  returned: string,
): unknown {
  if (kind === 'count') return rows.length;
  const cells = rows
    .map((row) => ({ row, value: readNumber(cellOf(row, column)) }))
    .filter(({ value }) => value !== undefined);
  const sum = total(cells.map(({ value }) => value));
  if (kind === 'sum') return sum;
  if (kind === 'avg') return rows.length > 0 ? Number(sum) / rows.length : 0;

  const found = cells.reduce(
    (one, other) => (isBetter(other.value, one?.value, kind === 'min') ? other : one),
    cells[0],
  );
  return !found || returned === column ? found?.value : cellOf(found.row, returned);
}

export function cellOf(row: Record<string, unknown>, column: string): unknown {
  return Object.prototype.hasOwnProperty.call(row, column) ? row[column] : undefined;
}

function readNumber(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return isNumeric(value) ? toNumber(value) : undefined;
}
