import { expect, test } from '@jest/globals';
import { choicesOfLines, linesOfChoices } from './choice-lines.js';

const both = ['de', 'en'];
const choices = [
  { value: 'ja_gern', text: { de: 'Ja, gern', en: 'Yes, gladly' } },
  { value: 2, text: { de: 'Vielleicht', en: 'Perhaps' }, visibleIf: '{a} = 1' },
];

test('choices come back from their lines as they were', () => {
  const lines = linesOfChoices(choices, both);
  expect(lines).toEqual({ de: 'Ja, gern\n2 | Vielleicht', en: 'Yes, gladly\nPerhaps' });
  expect(choicesOfLines(lines, choices, both)).toEqual(choices);
});

test('a line alone makes a value, a typed value stays, twins are counted up', () => {
  expect(choicesOfLines({ de: 'Köln\n\nk | Kerpen\nKöln\n5' }, [], ['de'])).toEqual([
    { value: 'koeln', text: 'Köln' },
    { value: 'k', text: 'Kerpen' },
    { value: 'koeln_2', text: 'Köln' },
    { value: 5, text: '5' },
  ]);
});

test('a corrected text keeps its value and what hangs on it', () => {
  const fixed = choicesOfLines(
    { de: 'Ja, sehr gern\n2 | Eventuell', en: 'Yes, gladly\nPerhaps' },
    choices,
    both,
  );
  expect(fixed).toEqual([
    { value: 'ja_gern', text: { de: 'Ja, sehr gern', en: 'Yes, gladly' } },
    { value: 2, text: { de: 'Eventuell', en: 'Perhaps' }, visibleIf: '{a} = 1' },
  ]);
});

test('lines in another order take their translations along', () => {
  const turned = choicesOfLines(
    { de: '2 | Vielleicht\nNeu\nJa, gern', en: 'Yes, gladly\nPerhaps' },
    choices,
    both,
  );
  expect(turned).toEqual([choices[1], { value: 'neu', text: { de: 'Neu' } }, choices[0]]);
});
