import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectFolder } from '../../src/common/project-folder.js';

const css = readFileSync(join(projectFolder, 'styles', 'tokens.css'), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

const grounds = ['ground', 'surface', 'sunken', 'letter-ground'];
const tones = ['accent', 'good', 'busy', 'warn', 'bad', 'off'];
const softGrounds = tones.map((tone) => `${tone}-soft`);
const inks = ['ink', 'ink-soft', 'accent-strong', ...tones];

/** Colours of text, and what they are written on. */
const textPairs = [
  ...inks.flatMap((ink) => [...grounds, ...softGrounds].map((ground) => [ink, ground] as const)),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['bar-ink', 'bar-ground'],
  ['bar-ink-soft', 'bar-ground'],
] as const;

describe.each([
  ['in the light', light],
  ['in the dark', dark],
])('%s', (_, block) => {
  const colours = new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );

  test('text reaches 4.5:1 on everything it may stand on', () => {
    const low = textPairs.filter(([ink, ground]) => contrast(colours.get(ink), colours.get(ground)) < 4.5);
    expect(low).toEqual([]);
  });

  test('the edge of a field or button reaches 3:1', () => {
    const low = [...grounds, ...softGrounds].filter(
      (ground) => contrast(colours.get('edge'), colours.get(ground)) < 3,
    );
    expect(low).toEqual([]);
  });
});

/** Contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, "contrast ratio". */
function contrast(one = '', other = ''): number {
  const [darker = NaN, lighter = NaN] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  const ratio = (lighter + 0.05) / (darker + 0.05);
  if (Number.isNaN(ratio)) throw new Error(`not two colours: ${one}, ${other}`);
  return ratio;
}

/** Relative luminance of `#rrggbb`, 0 to 1. Source: WCAG 2.2, "relative luminance". */
function luminance(hex: string): number {
  const [red = NaN, green = NaN, blue = NaN] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
