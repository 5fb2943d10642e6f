/**
 * Numbers that look random and come again with the same seed (mulberry32).
 *
 * @typedef {ReturnType<typeof randomFrom>} Random
 * @param {number} seed
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    /** From 0 up to 1. */
    next,
    /** A whole number, both ends included. */
    int: (/** @type {number} */ least, /** @type {number} */ most) =>
      least + Math.floor(next() * (most - least + 1)),
    chance: (/** @type {number} */ share) => next() < share,
    /** One name, as often as its weight says. @param {Record<string, number>} weights */
    weighted(weights) {
      let rest = next() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
      for (const [name, weight] of Object.entries(weights)) if ((rest -= weight) < 0) return name;
      return Object.keys(weights)[0] ?? '';
    },
  };
}
