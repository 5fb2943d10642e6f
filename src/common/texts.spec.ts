import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  areasOf,
  categoriesOf,
  gapsOf,
  messagesIn,
  parse,
  pluralsOf,
} from '../../test/support/message-files.js';
import { defaultLetterText } from '../composer/letter-text.js';
import { consoleLocales, type Locale, locales } from './locale.js';
import { projectFolder } from './project-folder.js';
import { texts } from './texts.js';

const messagesFolder = join(projectFolder, 'messages');

test('each language that respondents can read has a folder', () => {
  const folders = readdirSync(messagesFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...locales].sort());
});

test('the console speaks German and English', () => {
  expect(consoleLocales).toEqual(expect.arrayContaining(['de', 'en']));
});

test('an area has one name, whoever reads it', () => {
  const staff = new Set(areasOf('de', 'staff'));
  expect(areasOf('de', 'respondents').filter((area) => staff.has(area))).toEqual([]);
});

const languages = [
  ...locales.map((locale) => ['respondents', locale] as const),
  ...consoleLocales.map((locale) => ['staff', locale] as const),
];

describe.each(languages)('what %s read in %s', (audience, locale) => {
  const german = messagesIn('de', audience);
  const messages = messagesIn(locale, audience);

  test('is the same as in German, nothing left out and nothing too much', () => {
    expect(german.size).toBeGreaterThan(200);
    expect([...messages.keys()].sort()).toEqual([...german.keys()].sort());
  });

  test('says something, in plain text', () => {
    const empty = [...messages].filter(([, message]) => message.trim() === '');
    const withMarkup = [...messages].filter(([, message]) => /<\/?[a-z]|&[a-z]+;|&#/i.test(message));
    expect({ empty, withMarkup }).toEqual({ empty: [], withMarkup: [] });
  });

  test('has the gaps that German has', () => {
    const different = [...messages].filter(([path, message]) => {
      const gaps = gapsOf(parse(message, locale));
      // A language whose names are inflected may greet without one.
      if (path.startsWith('greetings.') && gaps.length === 0) return false;
      return String(gaps) !== String(gapsOf(parse(german.get(path) ?? '', 'de')));
    });
    expect(different).toEqual([]);
  });

  test('counts in every way that the language has', () => {
    const wrong = [...messages].filter(([, message]) =>
      pluralsOf(parse(message, locale)).some((forms) => String(forms) !== String(categoriesOf(locale))),
    );
    expect(wrong).toEqual([]);
  });
});

test('the types of the messages are those of the files', () => {
  execFileSync(process.execPath, [join(projectFolder, 'scripts', 'message-types.mjs'), '--check']);
});

test.each(locales)('respondents see the quotation marks and apostrophes of print in %s', (locale) => {
  const typed = [...messagesIn(locale, 'respondents')].filter(([, message]) => /["']/.test(message));
  expect(typed).toEqual([]);
});

test.each(locales)('letters in %s have their merge fields in double braces', (locale) => {
  for (const kind of ['invitation', 'reminder', 'thank_you'] as const) {
    const { subject, body } = defaultLetterText(kind, locale);
    expect(subject).toMatch(/^[^{}]+\{\{surveyTitle\}\}$/);
    expect(body).toMatch(/^\{\{greeting\}\},\n\n/);
    expect(body).toMatch(/\n\{\{senderName\}\}$/);
    expect(body.includes('\n\n{{link}}\n\n')).toBe(kind !== 'thank_you');
  }
});

test('values are put in, counts have their form, and braces in quotation marks stay', () => {
  expect(texts('console', 'de').signedInAs({ name: 'Anna' })).toBe('Angemeldet als Anna');
  expect(texts('console', 'en').errorSummary({ n: 1 })).toBe('Please check one entry');
  expect(texts('console', 'en').errorSummary({ n: 2 })).toBe('Please check 2 entries');
  expect(texts('letter-editor', 'en').warningTexts.greeted_twice).toContain('without {{greeting}};');
});

test('a greeting that leaves the name out is called like one that has it', () => {
  expect(texts('greetings', 'de').named({ name: 'Anna' })).toBe('Guten Tag Anna');
  expect(texts('greetings', 'pl').named({ name: 'Anna' })).not.toContain('Anna');
});

test('a language without texts for the console falls back to English', () => {
  const without = locales.filter((locale) => !consoleLocales.includes(locale));
  expect(without.length).toBeGreaterThan(0);
  for (const locale of without) {
    expect(texts('console', locale).signOut).toBe(texts('console', 'en').signOut);
    expect(texts('console', locale).errorSummary({ n: 2 })).toBe('Please check 2 entries');
  }
});

describe('a count', () => {
  const atMost = (locale: Locale, count: number) => texts('pages', locale).atMostCharacters({ count });

  test.each([
    [1, 'Najwyżej 1 znak.'],
    [2, 'Najwyżej 2 znaki.'],
    [5, 'Najwyżej 5 znaków.'],
    [12, 'Najwyżej 12 znaków.'],
    [22, 'Najwyżej 22 znaki.'],
    [100, 'Najwyżej 100 znaków.'],
  ])('of %i has its own form in Polish', (count, said) => {
    expect(atMost('pl', count)).toBe(said);
  });

  test('of none is singular in French, not in German', () => {
    expect(atMost('fr', 0)).toBe('0 caractère au maximum.');
    expect(texts('letters', 'fr').duration({ minutes: 0 })).toBe('environ 0\u00a0minute');
    expect(texts('letters', 'de').duration({ minutes: 0 })).toBe('etwa 0 Minuten');
  });
});
