import { Temporal } from 'temporal-polyfill';
import { holidayOn } from '../common/public-holidays.js';
import { isSendingDay } from '../common/sending-window.js';
import type { AnswersOfDay } from '../participants/participants.queries.js';
import type { Survey } from '../surveys/survey.entity.js';
import type { Wave, WaveState } from './wave.entity.js';

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
  /** Complete responses by then, growing; nothing where there are none. */
  answers: { at: Date; total: number }[];
  /** The first of each tick's day, for the axis. */
  days: Date[];
}

/** More days than this and the line shows weeks, not single quiet days. */
const MOST_DAYS = 120;

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
  const days = eachDay(start, end);
  const startOf = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds);
  let total = 0;
  return {
    from: startOf(start),
    to: startOf(end),
    now,
    closesAt: survey.closesAt,
    timeZone: zone,
    marks,
    quiet: days.length > MOST_DAYS ? [] : quietDays(survey, days, startOf),
    clockChanges: clockChanges(days, zone),
    answers: answers.map(({ day, completed }) => ({
      at: startOf(Temporal.PlainDate.from(day).add({ days: 1 })),
      total: (total += completed),
    })),
    days: days.map(startOf),
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

function clockChanges(days: readonly Temporal.PlainDate[], zone: string): Timeline['clockChanges'] {
  return days.flatMap((day) => {
    const midnight = day.toZonedDateTime(zone);
    const change = midnight.getTimeZoneTransition('next');
    if (!change?.toPlainDate().equals(day)) return [];
    const forward = change.offsetNanoseconds > midnight.offsetNanoseconds;
    return [{ at: new Date(change.epochMilliseconds), forward }];
  });
}

function eachDay(from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  const length = from.until(to, { largestUnit: 'days' }).days;
  return Array.from({ length }, (_, days) => from.add({ days }));
}

function dayOf(instant: Date, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate();
}
