import type { WaveState } from './wave.entity.js';

/** Who moves a wave: staff, its own time, planning, sending, the sweep, or a person who asks for a reminder. */
export type WaveMover = 'staff' | 'time' | 'planning' | 'sending' | 'sweep' | 'person';

/** One step a wave may take, who takes it, and why. */
export interface WaveStateStep {
  from: WaveState;
  to: WaveState;
  by: readonly WaveMover[];
  because: string;
}

/** The states a new wave may have: it waits for its time, or holds reminders that people ask for. */
export const firstWaveStates: readonly WaveState[] = ['scheduled', 'sending'];

/** Every step from one state of a wave to another. What is not here does not happen. */
export const waveStateSteps: readonly WaveStateStep[] = [
  ...['scheduled', 'planning', 'sending', 'paused', 'held'].map((from) =>
    step(from as WaveState, 'cancelled', ['staff'], 'staff end it; anyone not written to is skipped'),
  ),
  step('scheduled', 'planning', ['time'], 'it is due'),
  step('scheduled', 'paused', ['staff'], 'staff stop it before its time'),
  step('planning', 'sending', ['planning'], 'everybody has a row'),
  step('planning', 'paused', ['staff'], 'staff stop it'),
  step('planning', 'held', ['planning'], 'its segment has become too small for an anonymous survey'),
  step('sending', 'paused', ['staff'], 'staff stop it'),
  step('sending', 'held', ['sending'], 'too many mails failed, or its letter cannot be sent'),
  step('sending', 'finished', ['sending'], 'nothing is open (P2)'),
  step('paused', 'scheduled', ['staff'], 'it goes on and had not begun'),
  step('paused', 'planning', ['staff'], 'it goes on; planning adds only those who were missed'),
  step('held', 'scheduled', ['staff'], 'it goes on and had not begun'),
  step('held', 'planning', ['staff'], 'it goes on; planning adds only those who were missed'),
  step(
    'finished',
    'sending',
    ['sweep', 'staff', 'person', 'time'],
    'something is to be sent again, or somebody joins',
  ),
];

/** From which states staff may take a wave to another one, in the order of the table. */
export function statesStaffTakeTo(to: WaveState): WaveState[] {
  return waveStateSteps.filter((one) => one.to === to && one.by.includes('staff')).map(({ from }) => from);
}

function step(from: WaveState, to: WaveState, by: readonly WaveMover[], because: string): WaveStateStep {
  return { from, to, by, because };
}
