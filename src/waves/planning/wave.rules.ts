import { coded } from '../../common/coded-text.js';
import { DomainError, InvalidInput, problem } from '../../common/errors.js';
import { localTimeOf } from '../../common/local-time.js';
import type { Survey } from '../../surveys/survey.entity.js';
import { dueAt } from './send-at.js';
import type { SendAt } from '../../ledger/states/wave.entity.js';
import type { Wave, WaveState } from '../../ledger/states/wave.entity.js';
import type { WaveKind } from '../../letters/wave-words.js';
import { statesStaffTakeTo } from '../../ledger/states/wave-steps.rules.js';

/** Which states a step may start from; everything else is refused. */
const steps = {
  pause: statesStaffTakeTo('paused'),
  resume: statesStaffTakeTo('planning'),
  cancel: statesStaffTakeTo('cancelled'),
  change: ['scheduled', 'paused'],
  write: ['scheduled', 'planning', 'sending', 'paused', 'held'],
} satisfies Record<string, readonly WaveState[]>;

export type WaveStep = keyof typeof steps;

/** @throws DomainError `wave.wrong_state` naming the state that forbids the step */
export function requireStep(wave: Pick<Wave, 'id' | 'state'>, step: WaveStep): void {
  const allowed: readonly WaveState[] = steps[step];
  if (allowed.includes(wave.state)) return;
  throw new DomainError(
    'conflict',
    coded('wave.wrong_state', {
      id: wave.id,
      state: wave.state,
      step,
      allowed: allowed.join(' or '),
    }),
  );
}

/** Whether a step would be accepted; pages show only what would. */
export function allowsStep(state: WaveState, step: WaveStep): boolean {
  const allowed: readonly WaveState[] = steps[step];
  return allowed.includes(state);
}

/**
 * The instant a wave will be due.
 *
 * @param invitedAt when the survey's first invitation went or goes out
 * @param rolling it reaches each person at their own time
 * @throws InvalidInput on `sendAt` for a time in the past or without an invitation to count from
 * @throws DomainError `wave.after_closing` for one that would find the survey closed
 */
export function requireDueAt(
  survey: Pick<Survey, 'closesAt' | 'closesAtLocal' | 'timeZone'>,
  sendAt: SendAt,
  invitedAt: Date | null,
  now: Date,
  rolling = false,
): Date {
  const due = dueAt(sendAt, { ...survey, invitedAt }, now);
  if (!due) {
    throw new InvalidInput([problem('sendAt', 'wave.no_invitation')]);
  }
  const local = localTimeOf(due, survey.timeZone);
  if (due >= survey.closesAt) {
    throw new DomainError(
      'refused',
      coded('wave.after_closing', { local, closing: survey.closesAtLocal, zone: survey.timeZone }),
      [problem('sendAt', 'wave.not_before_closing', { closing: survey.closesAtLocal })],
    );
  }
  // Each person's own date is what counts for a rolling one.
  if (due < now && rolling) return now;
  if (due < now) {
    throw new InvalidInput([problem('sendAt', 'wave.gone_by', { local, zone: survey.timeZone })]);
  }
  return due;
}

/** What becomes of a wave that has not begun when what it counts from moves. */
export interface WaveMove {
  id: string;
  kind: WaveKind;
  from: Date;
  to: Date;
  /** It could not go out any more: the survey would be closed by then, or the moment has gone by. */
  problem: 'after_closing' | 'in_the_past' | null;
}

/** Where a moved closing date, zone or invitation takes a wave. One for „now“ stays. */
export function moveOf(
  wave: Pick<Wave, 'id' | 'kind' | 'sendAt' | 'dueAt' | 'rolling'>,
  survey: Pick<Survey, 'closesAt' | 'closesAtLocal' | 'timeZone'>,
  invitedAt: Date | null,
  now: Date,
): WaveMove {
  const due =
    wave.sendAt.at === 'now' ? wave.dueAt : (dueAt(wave.sendAt, { ...survey, invitedAt }, now) ?? wave.dueAt);
  const isGoneBy = !wave.rolling && due < now && due.getTime() !== wave.dueAt.getTime();
  const problem = due >= survey.closesAt ? 'after_closing' : isGoneBy ? 'in_the_past' : null;
  return { id: wave.id, kind: wave.kind, from: wave.dueAt, to: due, problem };
}

/**
 * The instant a wave that has not begun is due after what it counts from has moved.
 *
 * @param path what was changed, for the refusal
 * @throws DomainError `wave.after_closing` or `wave.in_the_past` for a wave that could not go out any more
 */
export function movedDueAt(
  wave: Pick<Wave, 'id' | 'kind' | 'sendAt' | 'dueAt' | 'rolling'>,
  survey: Pick<Survey, 'closesAt' | 'closesAtLocal' | 'timeZone'>,
  invitedAt: Date | null,
  now: Date,
  path: string,
): Date {
  const { to, problem } = moveOf(wave, survey, invitedAt, now);
  if (problem === 'after_closing') {
    const values = { id: wave.id, closing: survey.closesAtLocal };
    throw new DomainError('refused', coded('wave.after_closing/moved', values), [
      { path, ...coded('wave.would_fall_after_closing', values) },
    ]);
  }
  if (problem === 'in_the_past') {
    const values = { id: wave.id, due: localTimeOf(to, survey.timeZone) };
    throw new DomainError('refused', coded('wave.in_the_past/moved', values), [
      { path, ...coded('wave.would_be_in_the_past', values) },
    ]);
  }
  return to;
}

/** A reminder can only roll with each person's own invitation. @throws InvalidInput on `rolling` */
export function requireRolling(
  wave: Pick<Wave, 'kind' | 'sendAt'> & { rolling?: boolean | undefined },
): void {
  if (!wave.rolling || wave.kind === 'invitation' || wave.sendAt.at === 'after_invitation') return;
  throw new InvalidInput([problem('rolling', 'wave.not_rolling')]);
}

/**
 * At most this many reminders for the same people, as the survey says, unless staff say why there has to be
 * another. By published evidence reminders one, two and three bring about 11, 4 and 2.5 points of response,
 * and unsubscribing rises at the third.
 *
 * @throws DomainError `wave.too_many_reminders`
 */
export function requireReminders(
  survey: Pick<Survey, 'mostReminders'>,
  waves: readonly Wave[],
  wanted: {
    id: string | null;
    kind: WaveKind;
    segmentId?: string | null | undefined;
    exceedsBecause?: string | null | undefined;
  },
): void {
  if (wanted.kind !== 'reminder' || wanted.exceedsBecause != null) return;
  const segment = wanted.segmentId ?? null;
  const others = waves.filter(
    (wave) =>
      wave.id !== wanted.id &&
      wave.kind === 'reminder' &&
      wave.state !== 'cancelled' &&
      wave.onRequestOf === null &&
      (segment === null || wave.segmentId === null || wave.segmentId === segment),
  );
  if (others.length < survey.mostReminders) return;
  throw new DomainError(
    'refused',
    coded('wave.too_many_reminders', { count: others.length, most: survey.mostReminders }),
    [problem('exceedsBecause', 'wave.needs_reason', { most: survey.mostReminders })],
  );
}
