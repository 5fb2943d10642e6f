import { expect, test } from '@jest/globals';
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
const beginnings = ['', 'x ', '{{', 'https://example.org/'];

test.each(units)('a letter of nothing but %j is read in a time that grows with it', (unit) => {
  for (const beginning of beginnings) {
    const letter = (length: number) => beginning + unit.repeat(length / unit.length);
    const whole = least(letter(19_000));
    if (whole > 150) expect(whole).toBeLessThan(10 * least(letter(4750)));
  }
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

test('a letter of emphasis, links and lists is far from it', () => {
  const body = 'Ein **Wort** und _noch eins_, [hier](https://example.org/).\n\n'.repeat(200);
  expect(() => {
    checkLetterText({ subject: 'x', body });
  }).not.toThrow();
});

function least(body: string): number {
  return Math.min(...[1, 2, 3].map(() => milliseconds(body)));
}

/** Of computing: other work on the machine does not count. */
function milliseconds(body: string): number {
  const began = process.cpuUsage();
  try {
    checkLetterText({ subject: 'x', body });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
  }
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
