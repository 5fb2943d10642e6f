import {
  daysBefore,
  instantOf,
  type LocalDateTime,
  localDayOf,
  localTimeOf,
} from '../../common/local-time.js';
import type { SendAt } from '../../ledger/states/wave.entity.js';

/** What relative times are counted from. */
export interface Anchors {
  closesAtLocal: LocalDateTime;
  timeZone: string;
  /** When the first invitation went or goes out; null if none is planned. */
  invitedAt: Date | null;
}

/** The local date-time a wave is due, or null where it counts from an invitation that does not exist. */
export function dueLocal(sendAt: SendAt, anchors: Anchors, now: Date): LocalDateTime | null {
  switch (sendAt.at) {
    case 'now':
      return localTimeOf(now, anchors.timeZone);
    case 'local':
      return sendAt.local;
    case 'before_closing':
      return daysBefore(anchors.closesAtLocal, sendAt.days, sendAt.time);
    case 'after_invitation': {
      if (!anchors.invitedAt) return null;
      const invitedOn = `${localDayOf(anchors.invitedAt, anchors.timeZone)}T00:00`;
      return daysBefore(invitedOn, -sendAt.days, sendAt.time);
    }
  }
}

/** The instant a wave is due; resolved late, so that a moved closing date and a change of clocks come out right. */
export function dueAt(sendAt: SendAt, anchors: Anchors, now: Date): Date | null {
  if (sendAt.at === 'now') return now;
  const local = dueLocal(sendAt, anchors, now);
  return local === null ? null : instantOf(local, anchors.timeZone);
}

/**
 * For a reminder that counts from each person's own invitation: the last calendar day in a zone on which
 * somebody must have been invited to be due by now.
 */
export function lastDayInvited(
  { days, time }: Extract<SendAt, { at: 'after_invitation' }>,
  timeZone: string,
  now: Date,
): string {
  const today = localDayOf(now, timeZone);
  const isDueToday = instantOf(`${today}T${time}`, timeZone) <= now;
  return daysBefore(`${today}T00:00`, isDueToday ? days : days + 1, '00:00').slice(0, 10);
}
