import { Temporal } from 'temporal-polyfill';
import { opensAt, type SendingWindow } from '../common/sending-window.js';
import type { RequestFacts } from '../ledger/planning/on-request.queries.js';
import { isDone } from '../participants/participation.rules.js';
import { isOpen } from '../surveys/survey.rules.js';
import type { Visit } from '../responses/visit.queries.js';

const DAYS = 3;
const DAY_MS = 24 * 60 * 60_000;

/**
 * The state of a snooze: the person can be asked, it is arranged (`done`), or why it is not possible. `at` is
 * when the mail goes out; `sooner` says that three days would be past closing.
 */
export type Snooze =
  { step: 'ask'; at: Date; sooner: boolean } | { step: 'done'; at: Date } | { step: NoSnooze };

export type NoSnooze =
  'completed' | 'closed' | 'declined' | 'unsubscribed' | 'not_mailed' | 'once' | 'no_more' | 'too_late';

export function snoozeFor(
  visit: Pick<Visit, 'participation' | 'state' | 'closesAt' | 'graceMinutes' | 'timeZone'>,
  facts: RequestFacts,
  now: Date,
): Snooze {
  if (isDone(visit.participation)) return { step: 'completed' };
  if (!isOpen(visit, now)) return { step: 'closed' };
  if (visit.participation === 'declined') return { step: 'declined' };
  if (facts.isUnsubscribed) return { step: 'unsubscribed' };
  if (facts.waitsUntil) return { step: 'done', at: facts.waitsUntil };
  if (facts.isSuppressed || facts.requestWaveState === 'cancelled') return { step: 'no_more' };
  if (facts.lastWave === null) return { step: 'not_mailed' };
  if (facts.lastWasRequested || (facts.requested ?? 'skipped') !== 'skipped') return { step: 'once' };
  const reminder = reminderAt({ ...visit, sendingWindow: facts.sendingWindow }, now);
  return reminder ? { step: 'ask', ...reminder } : { step: 'too_late' };
}

interface Calendar {
  closesAt: Date;
  timeZone: string;
  sendingWindow: SendingWindow | null;
}

/**
 * In three days at this time of day, wall clock in the survey's zone; a day before closing where that would
 * be too late. Outside the hours in which the survey's mails go out it is the next of them, and where that
 * falls past closing, some day earlier. Null: the survey closes too soon.
 */
export function reminderAt(
  { closesAt, timeZone, sendingWindow }: Calendar,
  now: Date,
): { at: Date; sooner: boolean } | null {
  const inThreeDays = opensAt(sendingWindow, daysAfter(now, DAYS, timeZone), timeZone);
  if (inThreeDays < closesAt) return { at: inThreeDays, sooner: false };
  for (let days = 1; days <= DAYS; days += 1) {
    const before = new Date(closesAt.getTime() - days * DAY_MS);
    if (before <= now) return null;
    const at = opensAt(sendingWindow, before, timeZone);
    if (at < closesAt) return { at, sooner: true };
  }
  return null;
}

function daysAfter(instant: Date, days: number, timeZone: string): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return new Date(zoned.add({ days }).epochMilliseconds);
}
