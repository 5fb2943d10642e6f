import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../common/errors.js';
import { Wave, type SendAt, type WaveState, waveStates } from '../../ledger/states/wave.entity.js';
import {
  allowsStep,
  movedDueAt,
  moveOf,
  requireDueAt,
  requireReminders,
  requireRolling,
  requireStep,
  type WaveStep,
} from './wave.rules.js';

const now = new Date('2027-11-01T12:00:00Z');
/** 23:59 in Berlin, in winter. */
const survey = {
  closesAt: new Date('2027-11-12T22:59:00Z'),
  closesAtLocal: '2027-11-12T23:59',
  timeZone: 'Europe/Berlin',
};
const invitedAt = new Date('2027-10-20T08:00:00Z');

function waveOf(facts: Partial<Wave>): Wave {
  return Object.assign(new Wave(), {
    id: '7',
    kind: 'reminder',
    state: 'scheduled',
    rolling: false,
    segmentId: null,
    onRequestOf: null,
    ...facts,
  });
}

/** The code under which something is refused, and the field it is said of; null if nothing is thrown. */
function refusal(act: () => unknown): { code: string; path: string | undefined } | null {
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, path: error.problems[0]?.path };
  }
}

describe('what staff may do to a wave', () => {
  test.each<[WaveStep, WaveState[]]>([
    ['pause', ['scheduled', 'planning', 'sending']],
    ['resume', ['paused', 'held']],
    ['cancel', ['scheduled', 'planning', 'sending', 'paused', 'held']],
    // Once somebody may have been written to, when and whom can no longer be changed; the words can.
    ['change', ['scheduled', 'paused']],
    ['write', ['scheduled', 'planning', 'sending', 'paused', 'held']],
  ])('%s it while it is %j', (step, states) => {
    expect(waveStates.filter((state) => allowsStep(state, step)).sort()).toEqual([...states].sort());
    for (const state of waveStates) {
      const refused = refusal(() => {
        requireStep({ id: '7', state }, step);
      });
      expect(refused?.code ?? null).toBe(states.includes(state) ? null : 'wave.wrong_state');
    }
  });
});

describe('when a wave is due', () => {
  const due = (
    sendAt: SendAt,
    { invited = invitedAt, rolling = false }: { invited?: Date | null; rolling?: boolean } = {},
  ) => requireDueAt(survey, sendAt, invited, now, rolling);

  test.each<[string, SendAt, string]>([
    ['now', { at: 'now' }, '2027-11-01T12:00:00.000Z'],
    ['at a local time', { at: 'local', local: '2027-11-05T09:00' }, '2027-11-05T08:00:00.000Z'],
    // Berlin's clocks changed on 31 October: nine o'clock is another hour of UTC than when they were invited.
    ['after the invitation', { at: 'after_invitation', days: 14, time: '09:00' }, '2027-11-03T08:00:00.000Z'],
    ['before closing', { at: 'before_closing', days: 3, time: '09:00' }, '2027-11-09T08:00:00.000Z'],
    ['a minute before closing', { at: 'local', local: '2027-11-12T23:58' }, '2027-11-12T22:58:00.000Z'],
  ])('%s', (_, sendAt, instant) => {
    expect(due(sendAt).toISOString()).toBe(instant);
  });

  test.each<[string, SendAt, string]>([
    ['at closing', { at: 'local', local: '2027-11-12T23:59' }, 'wave.after_closing'],
    [
      'too long after the invitation',
      { at: 'after_invitation', days: 40, time: '09:00' },
      'wave.after_closing',
    ],
    ['in the past', { at: 'local', local: '2027-11-01T12:59' }, 'input.invalid'],
  ])('may not be %s', (_, sendAt, code) => {
    expect(refusal(() => due(sendAt))).toEqual({ code, path: 'sendAt' });
  });

  test('cannot be counted from an invitation that nobody has planned', () => {
    const refused = refusal(() => due({ at: 'after_invitation', days: 3, time: '09:00' }, { invited: null }));
    expect(refused).toEqual({ code: 'input.invalid', path: 'sendAt' });
  });

  test('of a rolling one may have gone by: it begins now, and each person has a time of their own', () => {
    const sendAt: SendAt = { at: 'after_invitation', days: 3, time: '09:00' };
    expect(refusal(() => due(sendAt))?.code).toBe('input.invalid');
    expect(due(sendAt, { rolling: true })).toEqual(now);
    const late: SendAt = { at: 'after_invitation', days: 40, time: '09:00' };
    expect(refusal(() => due(late, { rolling: true }))?.code).toBe('wave.after_closing');
  });
});

describe('when the closing date moves', () => {
  const threeDaysBefore = waveOf({
    sendAt: { at: 'before_closing', days: 3, time: '09:00' },
    dueAt: new Date('2027-11-09T08:00:00Z'),
  });
  const closing = (local: string, instant: string) => ({
    closesAt: new Date(instant),
    closesAtLocal: local,
    timeZone: 'Europe/Berlin',
  });

  test('a wave counted from it moves along', () => {
    const later = closing('2027-11-20T23:59', '2027-11-20T22:59:00Z');
    expect(moveOf(threeDaysBefore, later, invitedAt, now)).toEqual({
      id: '7',
      kind: 'reminder',
      from: new Date('2027-11-09T08:00:00Z'),
      to: new Date('2027-11-17T08:00:00Z'),
      problem: null,
    });
  });

  test('a wave that would have been due already keeps the date from moving', () => {
    const sooner = closing('2027-11-03T23:59', '2027-11-03T22:59:00Z');
    expect(moveOf(threeDaysBefore, sooner, invitedAt, now).problem).toBe('in_the_past');
    expect(refusal(() => movedDueAt(threeDaysBefore, sooner, invitedAt, now, 'closesAt'))).toEqual({
      code: 'wave.in_the_past',
      path: 'closesAt',
    });
  });

  test('so does one that would find the survey closed', () => {
    const fixed = waveOf({
      sendAt: { at: 'local', local: '2027-11-10T09:00' },
      dueAt: new Date('2027-11-10T08:00:00Z'),
    });
    const sooner = closing('2027-11-10T09:00', '2027-11-10T08:00:00Z');
    expect(refusal(() => movedDueAt(fixed, sooner, invitedAt, now, 'closesAt'))?.code).toBe(
      'wave.after_closing',
    );
    const aMinuteLater = closing('2027-11-10T09:01', '2027-11-10T08:01:00Z');
    expect(movedDueAt(fixed, aMinuteLater, invitedAt, now, 'closesAt')).toEqual(fixed.dueAt);
  });

  test('one for "now" stays, and one that is overdue and not moved is no obstacle', () => {
    const overdue = new Date('2027-11-01T11:00:00Z');
    const atOnce = waveOf({ sendAt: { at: 'now' }, dueAt: overdue });
    const fixed = waveOf({ sendAt: { at: 'local', local: '2027-11-01T12:00' }, dueAt: overdue });
    for (const wave of [atOnce, fixed])
      expect(moveOf(wave, survey, invitedAt, now)).toMatchObject({ to: overdue, problem: null });
  });

  test('a rolling one is never too late, and one whose invitation is gone stays', () => {
    const rolling = waveOf({
      sendAt: { at: 'after_invitation', days: 3, time: '09:00' },
      dueAt: new Date('2027-11-04T08:00:00Z'),
      rolling: true,
    });
    expect(moveOf(rolling, survey, invitedAt, now).problem).toBeNull();
    expect(
      moveOf(Object.assign(new Wave(), rolling, { rolling: false }), survey, invitedAt, now).problem,
    ).toBe('in_the_past');
    expect(moveOf(rolling, survey, null, now).to).toEqual(rolling.dueAt);
  });
});

test.each<[boolean | undefined, Wave['kind'], SendAt, boolean]>([
  [true, 'invitation', { at: 'now' }, true],
  [true, 'reminder', { at: 'after_invitation', days: 6, time: '09:00' }, true],
  [true, 'reminder', { at: 'now' }, false],
  [true, 'reminder', { at: 'before_closing', days: 3, time: '09:00' }, false],
  [false, 'reminder', { at: 'now' }, true],
  [undefined, 'reminder', { at: 'now' }, true],
])('rolling: %s, %s, %j: %s', (rolling, kind, sendAt, allowed) => {
  const refused = refusal(() => {
    requireRolling({ kind, sendAt, rolling });
  });
  expect(refused?.path ?? null).toBe(allowed ? null : 'rolling');
});

describe('reminders for the same people', () => {
  const reminder = (facts: Partial<Wave>) => waveOf({ id: '1', ...facts });
  const another = { id: null, kind: 'reminder' as const };
  const isRefused = (waves: Wave[], wanted: Parameters<typeof requireReminders>[2] = another) =>
    refusal(() => {
      requireReminders({ mostReminders: 2 }, waves, wanted);
    }) !== null;
  const two = [reminder({ id: '1' }), reminder({ id: '2' })];

  test.each<[string, Wave[], Parameters<typeof requireReminders>[2], boolean]>([
    ['are as many as the survey says', [reminder({})], another, false],
    ['and no more', two, another, true],
    ['unless staff say why', two, { ...another, exceedsBecause: 'the law wants it' }, false],
    ['invitations are none', two, { id: null, kind: 'invitation' }, false],
    ['one that is changed is not counted twice', two, { ...another, id: '2' }, false],
    ['sent ones count', two.map((wave) => waveOf({ id: wave.id, state: 'finished' })), another, true],
    ['cancelled ones do not', two.map((wave) => waveOf({ id: wave.id, state: 'cancelled' })), another, false],
    ['nor those people asked for', [reminder({}), reminder({ id: '2', onRequestOf: '9' })], another, false],
    ['nor invitations', [reminder({}), reminder({ id: '2', kind: 'invitation' })], another, false],
  ])('%s', (_, waves, wanted, refused) => {
    expect(isRefused(waves, wanted)).toBe(refused);
  });

  test('count by segment, as far as people may be in both', () => {
    const ofSegments = [reminder({ id: '1', segmentId: 'a' }), reminder({ id: '2', segmentId: 'b' })];
    expect(isRefused(ofSegments, { ...another, segmentId: 'a' })).toBe(false);
    expect(isRefused(ofSegments)).toBe(true);
    expect(isRefused([...ofSegments, reminder({ id: '3' })], { ...another, segmentId: 'a' })).toBe(true);
  });
});
