import { expect, test } from '@jest/globals';
import type { WaveState } from './wave.entity.js';
import { statesStaffTakeTo, waveStateSteps } from './wave-steps.rules.js';

const into = (to: WaveState) => waveStateSteps.filter((step) => step.to === to);

test('a cancelled wave stays cancelled', () => {
  expect(waveStateSteps.filter(({ from }) => from === 'cancelled')).toEqual([]);
});

test('nothing goes out of a wave before everybody has a row (P2)', () => {
  // A finished one has had its rows planned and counted.
  expect(
    into('sending')
      .map(({ from }) => from)
      .sort(),
  ).toEqual(['finished', 'planning']);
});

test('a wave that was stopped goes on only when staff say so, by way of planning', () => {
  for (const stopped of ['paused', 'held'] as const) {
    const out = waveStateSteps.filter(({ from }) => from === stopped);
    expect(out.flatMap(({ by }) => by)).toEqual(out.map(() => 'staff'));
    expect(out.map(({ to }) => to)).not.toContain('sending');
  }
});

test('staff end whatever has not finished', () => {
  expect(statesStaffTakeTo('cancelled').sort()).toEqual(
    ['held', 'paused', 'planning', 'scheduled', 'sending'].sort(),
  );
});

test('a brake is not staff: nobody holds a wave by hand, and no machine pauses one', () => {
  expect(statesStaffTakeTo('held')).toEqual([]);
  expect(into('paused').every(({ by }) => by.join() === 'staff')).toBe(true);
});
