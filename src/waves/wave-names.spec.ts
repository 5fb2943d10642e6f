import { expect, test } from '@jest/globals';
import type { Wave } from '../ledger/states/wave.entity.js';
import { waveNames } from './wave-names.js';

type Named = Pick<Wave, 'id' | 'kind' | 'state' | 'dueAt' | 'startedAt' | 'onRequestOf'>;

const on = (day: string) => new Date(`2027-11-${day}T09:00:00Z`);
const wave = (id: string, day: string, more: Partial<Named> = {}): Named => ({
  id,
  kind: 'reminder',
  state: 'scheduled',
  dueAt: on(day),
  startedAt: null,
  onRequestOf: null,
  ...more,
});
const invitation = wave('1', '01', { kind: 'invitation', state: 'finished', startedAt: on('01') });
const names = (waves: Named[], locale: 'de' | 'en' = 'de') => waves.map(waveNames(waves, locale));

test('the only one of its kind needs no number', () => {
  expect(names([invitation, wave('2', '05')])).toEqual(['Einladung', 'Erinnerung']);
});

test('two reminders are told apart in the order of their time, in both languages', () => {
  const waves = [invitation, wave('2', '09'), wave('3', '05')];
  expect(names(waves)).toEqual(['Einladung', '2. Erinnerung', '1. Erinnerung']);
  expect(names(waves, 'en')).toEqual(['Invitation', 'Reminder 2', 'Reminder 1']);
});

test('a wave counts from when it began, not from when it was due', () => {
  expect(names([wave('2', '05', { state: 'sending', startedAt: on('07') }), wave('3', '06')])).toEqual([
    '2. Erinnerung',
    '1. Erinnerung',
  ]);
});

test('what was cancelled before it began counts for none, what had begun keeps its place', () => {
  const begun = wave('3', '06', { state: 'cancelled', startedAt: on('06') });
  expect(names([wave('2', '05', { state: 'cancelled' }), begun, wave('4', '09')])).toEqual([
    'Erinnerung',
    '1. Erinnerung',
    '2. Erinnerung',
  ]);
});

test('reminders people have asked for are apart', () => {
  expect(names([wave('2', '05'), wave('3', '06', { onRequestOf: '1' })])).toEqual([
    'Erinnerung',
    'Erinnerung auf Wunsch',
  ]);
});
