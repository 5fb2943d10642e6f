import { expect, test } from '@jest/globals';
import { deliverySteps, type Mover } from './delivery.rules.js';
import type { Delivery } from './message.entity.js';

const after = (from: Delivery) => deliverySteps.filter((step) => step.from === from).map(({ to }) => to);
const moves = (mover: Mover) =>
  deliverySteps.filter(({ by }) => by.includes(mover)).map(({ from, to }) => `${from} > ${to}`);

test('what was accepted stays accepted', () => {
  expect(after('accepted')).toEqual([]);
});

test('an uncertain mail is never handed over again by a machine (P1)', () => {
  expect(after('uncertain')).not.toContain('handing_over');
  const again = deliverySteps.filter(({ from, to }) => from === 'uncertain' && to === 'planned');
  // A late reply may prove that it did not leave; else people decide.
  expect(again.flatMap(({ by }) => by).sort()).toEqual(['settle', 'staff']);
});

test('only a claim lets a mail go, for it is where the person is looked at once more (P3)', () => {
  const going = deliverySteps.filter(({ to }) => to === 'handing_over');
  expect(going.flatMap(({ by }) => by)).toEqual(['claim', 'claim']);
  expect(going.map(({ from }) => from).sort()).toEqual(['deferred', 'planned']);
});

test('the sweep takes what may have left for uncertain or for sent, never for unsent (P1)', () => {
  expect(moves('sweep').filter((move) => move.startsWith('handing_over'))).toEqual([
    'handing_over > accepted',
    'handing_over > uncertain',
  ]);
});

test('a restore makes nothing go out again (P1)', () => {
  expect(moves('recovery').filter((move) => /> (planned|handing_over|deferred)$/.test(move))).toEqual([]);
});

test('a person undoes only what was skipped for their sake', () => {
  expect(moves('person')).toEqual(['planned > skipped', 'deferred > skipped', 'skipped > planned']);
});

test('opening the link proves that a mail came, and nothing else', () => {
  expect(moves('use')).toEqual(['uncertain > accepted']);
});

test('anyone who may go out later can still be skipped', () => {
  for (const state of ['planned', 'deferred'] as const) expect(after(state)).toContain('skipped');
  expect(after('handing_over')).not.toContain('skipped');
});
