import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { defaultLetterText } from '../composer/letter-text.js';
import { wording } from '../composer/letter-wording.js';
import { answerMessages } from '../questionnaire/answers/answer-messages.js';
import { respondentTexts } from '../questionnaire/view/respondent-texts.js';
import { wishTexts } from '../opt-outs/pages/wish-texts.js';
import { formatLocaleOf, type Locale, locales } from './locale.js';
import { projectFolder } from './project-folder.js';

type Ast = ReturnType<IntlMessageFormat['getAst']>;

const folder = join(projectFolder, 'messages');

/** Every message of a language by its path, `pages.thankYou.title`. */
function messagesIn(locale: Locale): Map<string, string> {
  const paths = (tree: object, above: string): [string, string][] =>
    Object.entries(tree).flatMap(([key, value]: [string, string | object]): [string, string][] =>
      typeof value === 'string' ? [[above + key, value]] : paths(value, `${above}${key}.`),
    );
  return new Map(paths(JSON.parse(readFileSync(join(folder, `${locale}.json`), 'utf8')) as object, ''));
}

function astOf(message: string, locale: Locale): Ast {
  return new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst();
}

/** Text between gaps has a type of zero and nothing but its value. */
function isText(part: Ast[number]): boolean {
  return (part.type as number) === 0;
}

/** The names of the gaps of a message. */
function gapsOf(ast: Ast): string[] {
  const names = ast.flatMap((part) => {
    const inner = 'options' in part ? Object.values(part.options).flatMap(({ value }) => gapsOf(value)) : [];
    return isText(part) || !('value' in part) ? inner : [part.value, ...inner];
  });
  return [...new Set(names)].sort();
}

/** The categories of each plural in a message. */
function pluralsOf(ast: Ast): string[][] {
  return ast.flatMap((part) => {
    if (!('options' in part)) return [];
    const inner = Object.values(part.options).flatMap(({ value }) => pluralsOf(value));
    return 'pluralType' in part ? [Object.keys(part.options), ...inner] : inner;
  });
}

/** The categories that whole numbers take in a language; people do not count to millions here. */
function categoriesOf(locale: Locale): string[] {
  const rules = new Intl.PluralRules(formatLocaleOf(locale));
  const whole = Array.from({ length: 20_000 }, (_, n) => rules.select(n));
  return [...new Set([...whole, 'other'])].sort();
}

const german = messagesIn('de');

test('there is one file of messages for each language', () => {
  expect(
    readdirSync(folder)
      .filter((name) => /^[a-z]+\.json$/.test(name))
      .sort(),
  ).toEqual(locales.map((locale) => `${locale}.json`).sort());
});

describe.each(locales)('the messages in %s', (locale) => {
  const messages = messagesIn(locale);

  test('are the same as in German, none left out and none too many', () => {
    expect([...messages.keys()].sort()).toEqual([...german.keys()].sort());
  });

  test('say something, in plain text', () => {
    const empty = [...messages].filter(([, message]) => message.trim() === '');
    const withMarkup = [...messages].filter(([, message]) => /<\/?[a-z]|&[a-z]+;|&#/i.test(message));
    expect({ empty, withMarkup }).toEqual({ empty: [], withMarkup: [] });
  });

  test('have the gaps that German has', () => {
    for (const [path, message] of messages) {
      const expected = gapsOf(astOf(german.get(path) ?? '', 'de'));
      const gaps = gapsOf(astOf(message, locale));
      // A language whose names are inflected may greet without one.
      const wanted = path.startsWith('greetings.') && gaps.length === 0 ? [] : expected;
      expect([path, gaps]).toEqual([path, wanted]);
    }
  });

  test('count in every way that the language has', () => {
    for (const [path, message] of messages) {
      for (const categories of pluralsOf(astOf(message, locale)))
        expect([path, categories.sort()]).toEqual([path, categoriesOf(locale)]);
    }
  });

  test('use the quotation marks and apostrophes of print', () => {
    const typed = [...messages].filter(([, message]) => /["']/.test(message));
    expect(typed).toEqual([]);
  });

  test('get a value for each gap from the code that uses them', () => {
    const call = (texts: object): string[] =>
      Object.values(texts).flatMap((text: unknown) => {
        if (typeof text === 'function') return [(text as (...given: number[]) => string)(2, 3)];
        return typeof text === 'string' ? [text] : call(text as object);
      });
    const texts = [respondentTexts, wishTexts, answerMessages, wording].flatMap((area) => call(area[locale]));
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => /[{}]/.test(text))).toEqual([]);
  });

  test('bring letters whose merge fields stand in double braces', () => {
    for (const kind of ['invitation', 'reminder', 'thank_you'] as const) {
      const { subject, body } = defaultLetterText(kind, locale);
      expect(subject).toMatch(/^[^{}]+\{\{surveyTitle\}\}$/);
      expect(body).toMatch(/^\{\{greeting\}\},\n\n/);
      expect(body).toMatch(/\n\{\{senderName\}\}$/);
      expect(body.includes('\n\n{{link}}\n\n')).toBe(kind !== 'thank_you');
    }
  });
});

describe('a count', () => {
  test.each([
    [1, 'Najwyżej 1 znak.'],
    [2, 'Najwyżej 2 znaki.'],
    [5, 'Najwyżej 5 znaków.'],
    [12, 'Najwyżej 12 znaków.'],
    [22, 'Najwyżej 22 znaki.'],
    [100, 'Najwyżej 100 znaków.'],
  ])('of %i has its own form in Polish', (count, said) => {
    expect(respondentTexts.pl.atMostCharacters(count)).toBe(said);
  });

  test('of none is singular in French, not in German', () => {
    expect(respondentTexts.fr.atMostCharacters(0)).toBe('0 caractère au maximum.');
    expect(wording.fr.duration(0)).toBe('environ 0\u00a0minute');
    expect(wording.de.duration(0)).toBe('etwa 0 Minuten');
  });
});
