import { Temporal } from 'temporal-polyfill';

/** The stretch of time a curve is drawn over. */
export interface Stretch {
  from: Date;
  to: Date;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The stretch worth looking at: from the start to the closing date; while that is still far off, to
 * four times what has passed, so that the first answers are not squeezed into the first pixels.
 */
export function stretchOf(start: Date, closesAt: Date, now: Date): Stretch {
  const passed = Math.max(now.getTime() - start.getTime(), HOUR_MS / 2);
  const to = Math.min(start.getTime() + 4 * passed, closesAt.getTime());
  return { from: start, to: new Date(Math.max(to, start.getTime() + HOUR_MS)) };
}

/** The top of the count axis: a round number not below the highest count, at least 4. */
export function roundTop(highest: number): number {
  const wanted = Math.max(highest * 1.08, 4);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 2, 4, 5, 8, 10].find((factor) => factor * power >= wanted) ?? 10;
  return step * power;
}

/** The counts named on the axis: four or five equal steps up to its top. */
export function countTicks(top: number): number[] {
  const parts = top % 4 === 0 ? 4 : 5;
  return Array.from({ length: parts + 1 }, (_, part) => (top / parts) * part);
}

const steps = [
  { hours: 1 / 4 },
  { hours: 1 / 2 },
  { hours: 1 },
  { hours: 3 },
  { hours: 6 },
  { hours: 12 },
  { days: 1 },
  { days: 2 },
  { days: 7 },
  { days: 14 },
  { days: 28 },
  { days: 91 },
  { days: 182 },
] as const;

/** A place on the time axis: an instant, and whether it is a day or a time of day. */
export interface Tick {
  at: Date;
  unit: 'day' | 'time';
}

/** At most this many ticks on the time axis, at whole days or hours in a time zone. */
export function ticksOf(stretch: Stretch, timeZone: string, most: number): Tick[] {
  const length = stretch.to.getTime() - stretch.from.getTime();
  const lengthOf = (step: (typeof steps)[number]) =>
    'days' in step ? step.days * DAY_MS : step.hours * HOUR_MS;
  const step = steps.find((candidate) => length / lengthOf(candidate) <= most) ?? { days: 365 };

  const first = Temporal.Instant.fromEpochMilliseconds(stretch.from.getTime()).toZonedDateTimeISO(timeZone);
  const ticks: Tick[] = [];
  for (let at = first.startOfDay(); ;) {
    const instant = new Date(at.epochMilliseconds);
    if (instant > stretch.to) return ticks;
    if (instant >= stretch.from) ticks.push({ at: instant, unit: 'days' in step ? 'day' : 'time' });
    at = 'days' in step ? at.add({ days: step.days }) : at.add({ minutes: step.hours * 60 });
  }
}
