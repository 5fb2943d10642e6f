import { describe, expect, test } from '@jest/globals';
import { WaveBrake } from './wave-brake.js';

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
    expect(brake.settled({ accepted: 48, refused: 2 })).toBeNull();
    expect(brake.pass()).toBe(true);
    expect(brake.allow(10)).toBe(10);
    expect(brake.pass()).toBe(false);
  });

  test('knows what went before a restart', () => {
    const brake = new WaveBrake(1000, { accepted: 30, refused: 5, begun: 40 }, false);
    expect(brake.allow(99)).toBe(10);
    expect(brake.settled({ accepted: 10, refused: 5 })).toBe('refused 10 of 50');
  });
});

describe('refusals', () => {
  test('hold a wave above one in ten, not at it', () => {
    expect(new WaveBrake(1000, fresh, true).settled({ accepted: 90, refused: 10 })).toBeNull();
    expect(new WaveBrake(1000, fresh, true).settled({ accepted: 89, refused: 11 })).toBe('refused 11 of 100');
  });

  test('of a handful of people hold nothing', () => {
    expect(new WaveBrake(5, fresh, false).settled({ accepted: 2, refused: 3 })).toBeNull();
  });
});
