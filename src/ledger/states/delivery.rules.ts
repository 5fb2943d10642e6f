import type { Delivery } from './message.entity.js';

/** Who moves a message. */
export type Mover = 'claim' | 'settle' | 'sweep' | 'person' | 'staff' | 'use' | 'log' | 'recovery';

/** One step a message may take, who takes it, and why. */
export interface DeliveryStep {
  from: Delivery;
  to: Delivery;
  by: readonly Mover[];
  because: string;
}

/** The states a new row may have: planned, or skipped at once with the reason. */
export const firstDeliveries: readonly Delivery[] = ['planned', 'skipped'];

/**
 * Every step from one state of a message to another. What is not here does not happen: the tests' databases refuse
 * it.
 */
export const deliverySteps: readonly DeliveryStep[] = [
  step('planned', 'handing_over', ['claim'], 'its turn has come and nothing is against it (P3)'),
  step(
    'planned',
    'skipped',
    ['claim', 'person', 'sweep'],
    'its person dropped out, or its wave was cancelled',
  ),
  step('planned', 'uncertain', ['recovery'], 'it may have gone out in the time that a restore lost'),
  step('planned', 'accepted', ['recovery'], 'a thank-you of an anonymous survey, in that time (P8)'),
  step(
    'handing_over',
    'accepted',
    ['settle', 'sweep', 'recovery'],
    'the mail server took it, or it counts as sent',
  ),
  step('handing_over', 'deferred', ['settle'], 'the mail server said: later'),
  step('handing_over', 'refused', ['settle'], 'the mail server refused it, or it cannot be written'),
  step(
    'handing_over',
    'uncertain',
    ['settle', 'sweep', 'recovery'],
    'it may have left and nobody knows (P1)',
  ),
  step('handing_over', 'planned', ['settle'], 'it provably did not leave'),
  step('deferred', 'handing_over', ['claim'], 'its next attempt is due'),
  step(
    'deferred',
    'skipped',
    ['claim', 'person', 'sweep'],
    'its person dropped out, or its wave was cancelled',
  ),
  step('deferred', 'uncertain', ['recovery'], 'it may have gone out in the time that a restore lost'),
  step('deferred', 'accepted', ['recovery'], 'a thank-you of an anonymous survey, in that time (P8)'),
  step(
    'uncertain',
    'accepted',
    ['settle', 'staff', 'use', 'log'],
    'it had arrived, or staff take it as sent',
  ),
  step('uncertain', 'refused', ['settle', 'log'], 'the late reply, or the log of the mail server, says so'),
  step('uncertain', 'deferred', ['settle'], 'the late reply says: later'),
  step('uncertain', 'planned', ['settle', 'staff'], 'it provably did not leave, or staff send it again'),
  step('refused', 'planned', ['staff'], 'staff send it again; its attempts begin anew'),
  step(
    'skipped',
    'planned',
    ['person'],
    'they undo the opt-out it was skipped for, or ask for the reminder again',
  ),
];

function step(from: Delivery, to: Delivery, by: readonly Mover[], because: string): DeliveryStep {
  return { from, to, by, because };
}
