import { Temporal } from 'temporal-polyfill';
import { holidayOn } from '../../../common/public-holidays.js';
import { isSendingDay } from '../../../common/sending-window.js';
import type { AnswersOfDay } from '../../../participants/participants.queries.js';
import type { Survey } from '../../../surveys/survey.entity.js';
import type { Wave, WaveState } from '../../../ledger/states/wave.entity.js';

/** A stage as it stands on the time line. */
export interface TimelineMark {
  id: string;
  state: WaveState;
  at: Date;
}

/** What a time line from the invitation to the closing date shows. */
export interface Timeline {
  from: Date;
  to: Date;
  now: Date;
  closesAt: Date;
  timeZone: string;
  marks: TimelineMark[];
  /** Days on which nothing goes out; `holiday` is the name of one. */
  quiet: { from: Date; to: Date; holiday: string | null }[];
  clockChanges: { at: Date; forward: boolean }[];
  /** Complete responses by then, growing; nothing if there are none. */
  answers: { at: Date; total: number }[];
  /** Whole days from `from` to `to`. */
  length: number;
}

/** More days than this and the line shows weeks, not single quiet days. */
const MAX_QUIET_DAYS = 120;
/** More days than this and changes of the clock would be all there is to see. */
const MAX_DAYS_WITH_CLOCK_CHANGES = 800;
const TICKS_EVERY_DAYS = [1, 2, 7, 14, 28, 56, 91, 182];

/** Lays out a survey's plan; every instant stays an instant, days are those of the survey's zone. */
export function timelineOf(
  survey: Pick<Survey, 'closesAt' | 'timeZone' | 'sendingWindow' | 'publishedAt'>,
  waves: readonly Pick<Wave, 'id' | 'state' | 'dueAt' | 'startedAt' | 'onRequestOf'>[],
  answers: readonly AnswersOfDay[],
  now: Date,
): Timeline {
  const marks = waves
    .filter(({ state, onRequestOf }) => state !== 'cancelled' && onRequestOf === null)
    .map(({ id, state, dueAt, startedAt }) => ({ id, state, at: startedAt ?? dueAt }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const zone = survey.timeZone;
  const first = new Date(Math.min(now.getTime(), ...marks.map(({ at }) => at.getTime())));
  const start = dayOf(first, zone);
  const end = dayOf(survey.closesAt > first ? survey.closesAt : first, zone).add({ days: 1 });
  const length = start.until(end, { largestUnit: 'days' }).days;
  const startOf = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds);
  let total = 0;
  return {
    from: startOf(start),
    to: startOf(end),
    now,
    closesAt: survey.closesAt,
    timeZone: zone,
    marks,
    quiet: length > MAX_QUIET_DAYS ? [] : quietDays(survey, eachDay(start, length), startOf),
    clockChanges: length > MAX_DAYS_WITH_CLOCK_CHANGES ? [] : clockChanges(start, end, zone),
    answers: answers.map(({ day, completed }) => ({
      at: startOf(Temporal.PlainDate.from(day).add({ days: 1 })),
      total: (total += completed),
    })),
    length,
  };
}

function quietDays(
  { sendingWindow: window }: Pick<Survey, 'sendingWindow'>,
  days: readonly Temporal.PlainDate[],
  startOf: (day: Temporal.PlainDate) => Date,
): Timeline['quiet'] {
  if (!window) return [];
  return days
    .filter((day) => !isSendingDay(window, day))
    .map((day) => ({
      from: startOf(day),
      to: startOf(day.add({ days: 1 })),
      holiday: window.holidays === null ? null : holidayOn(window.holidays, day),
    }));
}

function clockChanges(
  start: Temporal.PlainDate,
  end: Temporal.PlainDate,
  zone: string,
): Timeline['clockChanges'] {
  const changes: Timeline['clockChanges'] = [];
  const last = end.toZonedDateTime(zone);
  let before = start.toZonedDateTime(zone);
  for (;;) {
    const change = before.getTimeZoneTransition('next');
    if (!change || Temporal.ZonedDateTime.compare(change, last) >= 0) return changes;
    const forward = change.offsetNanoseconds > before.offsetNanoseconds;
    changes.push({ at: new Date(change.epochMilliseconds), forward });
    before = change;
  }
}

/**
 * Where the axis has its ticks: at the beginning of days, evenly.
 *
 * @param most ticks there is room for
 */
export function ticksOf({ from, length, timeZone }: Timeline, most: number): Date[] {
  const every =
    TICKS_EVERY_DAYS.find((days) => length / days <= most) ?? 365 * Math.ceil(length / (365 * most));
  const first = dayOf(from, timeZone);
  return Array.from(
    { length: Math.ceil(length / every) },
    (_, tick) => new Date(first.add({ days: tick * every }).toZonedDateTime(timeZone).epochMilliseconds),
  );
}

function eachDay(from: Temporal.PlainDate, length: number): Temporal.PlainDate[] {
  return Array.from({ length }, (_, days) => from.add({ days }));
}

function dayOf(instant: Date, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate();
}
