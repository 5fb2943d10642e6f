import { describe, expect, test } from '@jest/globals';
import type { Delivery } from './message.entity.js';
import { type Tally, WaveBrake } from './wave-brake.js';

/** Settles so many, the refused ones last; the answer is the first reason to hold. */
function settle(brake: WaveBrake, { accepted, refused }: Tally): string | null {
  const states = [...Array<Delivery>(accepted).fill('accepted'), ...Array<Delivery>(refused).fill('refused')];
  return states.map((state) => brake.settled(state)).find((reason) => reason !== null) ?? null;
}

const fresh = { accepted: 0, refused: 0, begun: 0 };

describe('the canary', () => {
  test('is five in a hundred, at least fifty', () => {
    expect(new WaveBrake(10_000, fresh, false).allow(9999)).toBe(500);
    expect(new WaveBrake(200, fresh, false).allow(9999)).toBe(50);
  });

  test('keeps the others back until it has gone, then lets them go', () => {
    const brake = new WaveBrake(1000, fresh, false);
    expect(brake.pass()).toBe(false);
    brake.began(50);
    expect(brake.allow(10)).toBe(0);
    expect(settle(brake, { accepted: 48, refused: 2 })).toBeNull();
    expect(brake.pass()).toBe(true);
    expect(brake.allow(10)).toBe(10);
    expect(brake.pass()).toBe(false);
  });

  test('knows what went before a restart', () => {
    const brake = new WaveBrake(1000, { accepted: 30, refused: 5, begun: 40 }, false);
    expect(brake.allow(99)).toBe(10);
    expect(settle(brake, { accepted: 10, refused: 5 })).toBe('refused 10 of 50');
  });
});

describe('refusals', () => {
  test('hold a wave above one in ten, not at it', () => {
    expect(settle(new WaveBrake(1000, fresh, true), { accepted: 90, refused: 10 })).toBeNull();
    expect(settle(new WaveBrake(1000, fresh, true), { accepted: 89, refused: 11 })).toBe('refused 10 of 99');
  });

  test('of a handful of people hold nothing', () => {
    expect(settle(new WaveBrake(5, fresh, false), { accepted: 2, refused: 3 })).toBeNull();
  });
});
