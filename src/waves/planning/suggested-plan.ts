import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../common/local-time.js';
import { isSendingDay, opensAt, type SendingWindow } from '../../common/sending-window.js';
import type { Survey } from '../../surveys/survey.entity.js';
import type { SendAt } from '../../ledger/states/wave.entity.js';
import type { WaveKind } from '../../letters/wave-words.js';

/** One stage of a plan that staff can take over as it is. */
export interface SuggestedWave {
  kind: WaveKind;
  sendAt: SendAt;
}

/** In the morning, when offices read their mail. */
const TIME = '10:00';
/** The first reminder after five to seven days, the last call about three days before closing. */
const REMINDER_DAYS = [6, 5, 7];
const LAST_CALL_DAYS = [3, 4, 2];

/**
 * Invitation now, a reminder after five to seven days, a last call three days before closing, each on a day on
 * which mails may go out. What there is no room for is left out: between two mails lie at least the survey's days,
 * and never more reminders than it allows.
 */
export function suggestedPlan(
  survey: Pick<Survey, 'closesAtLocal' | 'timeZone' | 'sendingWindow' | 'gapDays' | 'mostReminders'>,
  now: Date,
): SuggestedWave[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(survey.timeZone)
    .toPlainDate();
  const closing = Temporal.PlainDateTime.from(survey.closesAtLocal).toPlainDate();
  const window = survey.sendingWindow;
  const gap = Math.max(1, survey.gapDays);

  const lastCall = chosenDay(LAST_CALL_DAYS, (days) => closing.subtract({ days }), window);
  const hasLastCall = daysBetween(today, lastCall.day) > gap;
  const reminderDays = REMINDER_DAYS.filter((days) => days > gap);
  const reminder = chosenDay(reminderDays, (days) => today.add({ days }), window);
  const leavesRoom = hasLastCall
    ? daysBetween(reminder.day, lastCall.day) > gap
    : daysBetween(reminder.day, closing) > 0;
  const isFree = reminderDays.length > 0 && leavesRoom;

  const reminders: SuggestedWave[] = [
    ...(isFree
      ? [
          {
            kind: 'reminder' as const,
            sendAt: { at: 'after_invitation' as const, days: reminder.days, time: TIME },
          },
        ]
      : []),
    ...(hasLastCall
      ? [
          {
            kind: 'reminder' as const,
            sendAt: { at: 'before_closing' as const, days: lastCall.days, time: TIME },
          },
        ]
      : []),
  ];
  // Where only one is allowed it is the last call.
  const allowed = survey.mostReminders === 0 ? [] : reminders.slice(-survey.mostReminders);
  return [{ kind: 'invitation', sendAt: { at: 'now' } }, ...allowed];
}

/** The next morning on which mails may go out: for an invitation that shall be looked at first. */
export function tomorrowFor(survey: Pick<Survey, 'timeZone' | 'sendingWindow'>, now: Date): Date {
  const day = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(survey.timeZone)
    .toPlainDate()
    .add({ days: 1 });
  return opensAt(
    survey.sendingWindow,
    instantOf(`${day.toString()}T${TIME}`, survey.timeZone),
    survey.timeZone,
  );
}

/** The first of these days on which mails may go out, or else the first. */
function chosenDay(
  choices: readonly number[],
  dayOf: (days: number) => Temporal.PlainDate,
  window: SendingWindow | null,
): { days: number; day: Temporal.PlainDate } {
  const days =
    choices.find((choice) => window === null || isSendingDay(window, dayOf(choice))) ?? choices[0] ?? 0;
  return { days, day: dayOf(days) };
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days;
}
