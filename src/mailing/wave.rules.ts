import { DomainError, InvalidInput } from '../common/errors.js';
import { localTimeOf } from '../common/local-time.js';
import type { Survey } from '../surveys/survey.entity.js';
import { dueAt, type SendAt } from './send-at.js';
import type { Wave, WaveState } from './wave.entity.js';

/** Which states a step may start from; everything else is refused. */
const steps = {
  pause: ['scheduled', 'planning', 'sending'],
  resume: ['paused', 'held'],
  cancel: ['draft', 'scheduled', 'planning', 'sending', 'paused', 'held'],
  change: ['draft', 'scheduled', 'paused'],
  write: ['draft', 'scheduled', 'planning', 'sending', 'paused', 'held'],
} as const satisfies Record<string, readonly WaveState[]>;

export type WaveStep = keyof typeof steps;

/** @throws DomainError `wave.wrong_state` naming the state that forbids the step */
export function requireStep(wave: Pick<Wave, 'id' | 'state'>, step: WaveStep): void {
  const allowed: readonly WaveState[] = steps[step];
  if (allowed.includes(wave.state)) return;
  throw new DomainError(
    'conflict',
    'wave.wrong_state',
    `Wave ${wave.id} is ${wave.state}; ${step} needs ${allowed.join(' or ')}.`,
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
 * @throws InvalidInput on `sendAt` for a time in the past or without an invitation to count from
 * @throws DomainError `wave.after_closing` for one that would find the survey closed
 */
export function requireDueAt(
  survey: Pick<Survey, 'closesAt' | 'closesAtLocal' | 'timeZone'>,
  sendAt: SendAt,
  invitedAt: Date | null,
  now: Date,
): Date {
  const due = dueAt(sendAt, { ...survey, invitedAt }, now);
  if (!due) {
    throw new InvalidInput([
      { path: 'sendAt', message: 'counts from the invitation, and none is scheduled yet' },
    ]);
  }
  const local = localTimeOf(due, survey.timeZone);
  if (due >= survey.closesAt) {
    throw new DomainError(
      'refused',
      'wave.after_closing',
      `${local} is not before the closing date ${survey.closesAtLocal} (${survey.timeZone}).`,
      [{ path: 'sendAt', message: `must be before the closing date ${survey.closesAtLocal}` }],
    );
  }
  if (due < now) {
    throw new InvalidInput([
      { path: 'sendAt', message: `must not be in the past: ${local} (${survey.timeZone}) has gone by` },
    ]);
  }
  return due;
}

/**
 * The instant a wave that has not begun is due after what it counts from has moved. One for „now“ stays.
 *
 * @param path what was changed, for the refusal
 * @throws DomainError `wave.after_closing` or `wave.in_the_past` for a wave that could not go out any more
 */
export function movedDueAt(
  wave: Pick<Wave, 'id' | 'sendAt' | 'dueAt'>,
  survey: Pick<Survey, 'closesAt' | 'closesAtLocal' | 'timeZone'>,
  invitedAt: Date | null,
  now: Date,
  path: string,
): Date {
  const due =
    wave.sendAt.at === 'now' ? wave.dueAt : (dueAt(wave.sendAt, { ...survey, invitedAt }, now) ?? wave.dueAt);
  const refuse = (code: string, what: string) =>
    new DomainError('refused', code, `Wave ${wave.id} would ${what}; cancel or move it first.`, [
      { path, message: `wave ${wave.id} would ${what}` },
    ]);
  if (due >= survey.closesAt)
    throw refuse('wave.after_closing', `fall after the closing date ${survey.closesAtLocal}`);
  if (due < now && due.getTime() !== wave.dueAt.getTime()) {
    throw refuse('wave.in_the_past', `have been due already, at ${localTimeOf(due, survey.timeZone)}`);
  }
  return due;
}
