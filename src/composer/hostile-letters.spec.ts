import { expect, test } from '@jest/globals';
import { countedSteps } from '../../test/support/counted-pattern.js';
import { InvalidInput } from '../common/errors.js';
import { checkLetterText } from './letter-text.js';
import { readMarkdown } from './letter-markdown.js';

/** What means something in Markdown, in letters, or to the lexer; alone and mixed. */
const units = [
  ...[
    '*',
    '**',
    '* ',
    '*a ',
    '***a',
    '_',
    '_a',
    '*a_',
    'a*_',
    '**a_',
    '_*a',
    '[',
    '[a](',
    '](',
    '*[a',
    '[*a',
  ],
  ...[
    '![',
    '> ',
    '- ',
    '- a\n',
    '1. ',
    '1. a\n',
    '1) ',
    '#',
    '\\*a',
    '<',
    '<a ',
    '<http://a',
    '~',
    '|',
    '`a',
  ],
  ...['a\n', '\n', '  \n', 'https://a.', '.', '{{', '{{ ', '}}', '&amp;', ' '],
];
const LENGTH = 2000;
const beginnings = ['', 'x ', '{{', 'https://example.org/'];

/** Of all patterns together, for each character of the letter. */
const MAX_STEPS = 1200;

test.each(units)('reading a letter of nothing but %j looks at each character only so often', (unit) => {
  const marks = Math.max(1, unit.replace(/[^*_[]/g, '').length);
  const paragraph = unit.repeat(Math.floor(399 / marks)).trimEnd() || 'a';
  const letters = [
    ...beginnings.map((beginning) => beginning + unit.repeat(LENGTH)),
    // As much as is taken of marks in a paragraph, and of lines.
    `${paragraph}\n\n`.repeat(Math.ceil(LENGTH / paragraph.length)),
    `${unit.trim().slice(0, 3)}\n`.repeat(999),
  ];
  const steps = letters.map((letter) => stepsOf(letter.slice(0, LENGTH)));
  expect(Math.max(...steps)).toBeLessThan(MAX_STEPS * LENGTH);
});

test('a paragraph of too many marks is refused, and keeps its words where it was taken before', () => {
  const body = `Guten Tag,\n\n${'*a_'.repeat(500)}`;
  expect(() => {
    checkLetterText({ subject: 'x', body });
  }).toThrow('has a paragraph with more than 400 of the characters * _ [');
  const { blocks } = readMarkdown(body);
  expect(blocks).toHaveLength(2);
  expect(JSON.stringify(blocks)).toContain('*a_*a_');
});

test('a letter of more lines than anybody reads is refused', () => {
  expect(() => {
    checkLetterText({ subject: 'x', body: '- a\n'.repeat(1001) });
  }).toThrow('has more than 1000 lines');
});

test.each(['> ', '- ', '1. ', '- > '])('a line of nothing but %j is refused as too deep', (unit) => {
  expect(() => {
    checkLetterText({ subject: 'x', body: `${unit.repeat(7)}a` });
  }).toThrow('more than 6');
  expect(readMarkdown('* * * * * * * *').problems).toEqual([]);
});

test('a letter of emphasis, links and lists is far from it', () => {
  const body = 'Ein **Wort** und _noch eins_, [hier](https://example.org/).\n\n'.repeat(200);
  expect(() => {
    checkLetterText({ subject: 'x', body });
  }).not.toThrow();
});

function stepsOf(body: string): number {
  return countedSteps(() => {
    try {
      checkLetterText({ subject: 'x', body });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
    }
  });
}
