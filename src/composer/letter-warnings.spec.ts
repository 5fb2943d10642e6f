import { describe, expect, test } from '@jest/globals';
import { locales } from '../common/locale.js';
import { defaultLetterText } from './letter-text.js';
import { languageWarnings, letterWarnings, type LetterInReview } from './letter-warnings.js';

const link = 'https://umfrage.example.org/u/AAAA';
const closingDate = 'Freitag, 12. November 2027';
const good = '{{greeting}},\n\nbitte bis {{closingDate}}.\n\n{{link}}\n\nGruß';

function codes(changed: Partial<LetterInReview> & { body?: string; subject?: string }): string[] {
  const { body = good, subject = 'Was erwarten Sie von uns?' } = changed;
  const warnings = letterWarnings({
    kind: 'reminder',
    text: { subject, body },
    hasOwnBody: true,
    shown: { subject, text: `… ${closingDate} … ${link} …` },
    closingDate,
    link,
    nameless: 0,
    publicUrl: 'https://umfrage.example.org',
    ...changed,
  });
  return warnings.map(({ code, about }) => (about === '' ? code : `${code} ${about}`));
}

describe('a letter', () => {
  test('in order gets no warning, nor do the templates', () => {
    expect(codes({})).toEqual([]);
    for (const kind of ['invitation', 'reminder', 'thank_you'] as const) {
      for (const locale of locales) {
        expect(codes({ kind, text: defaultLetterText(kind, locale), hasOwnBody: false })).toEqual([]);
      }
    }
  });

  test.each([
    ['of 70 characters', 'a'.repeat(70), []],
    ['of 71 characters, some of two code units', `${'a'.repeat(70)}😀`, ['subject_long 71']],
    ['in capitals', 'JETZT MITMACHEN und gewinnen', ['subject_capitals']],
    ['of a short name in capitals', 'NRW: was zählt', []],
    ['with one exclamation mark', 'Noch eine Woche!', []],
    ['with two', 'Noch eine Woche! Jetzt!', ['subject_exclamations']],
  ])('with a subject %s', (_, subject, expected) => {
    expect(codes({ subject })).toEqual(expected);
  });

  test.each([
    ['no closing date', '{{greeting}}\n\n{{link}}', ['closing_date_not_in_text']],
    ['no link', '{{greeting}} {{ closingDate }}', ['link_not_in_text']],
    ['the link in a sentence', '{{greeting}} {{closingDate}} hier: {{link}}.', ['link_in_sentence']],
    [
      'the link behind words in a sentence',
      '{{greeting}} {{closingDate}} [hier]({{link}}).',
      ['link_in_sentence'],
    ],
    ['a link with words, alone', '{{greeting}} {{closingDate}}\n\n**[Zur Umfrage]({{link}})**', []],
    [
      'a greeting that is put on top once more',
      `Guten Tag,\n\n${good.replace('{{greeting}},\n\n', '')}`,
      ['greeted_twice'],
    ],
    ['shouting', `${good}!!`, ['body_exclamations']],
    ['a link to us', `${good} https://umfrage.example.org/x`, []],
    [
      'links elsewhere',
      `${good}\n\n- **[a](http://kurz.example/x)**\n- https://kurz.example`,
      ['foreign_link kurz.example', 'plain_http http://kurz.example/x'],
    ],
    ['a mail address', `${good} [uns](mailto:a@b.example)`, []],
  ])('with %s in its text', (_, body, expected) => {
    expect(codes({ body })).toEqual(expected);
  });

  test('that calls people by a name which some do not have', () => {
    expect(codes({ body: `${good} {{name}}`, nameless: 3 })).toEqual(['nameless 3']);
    expect(codes({ subject: 'Für {{name}}', nameless: 3 })).toEqual(['nameless 3']);
    expect(codes({ nameless: 3 })).toEqual([]);
  });

  test('whose template shows neither closing date nor link', () => {
    expect(codes({ shown: { subject: 'a', text: 'leer' } })).toEqual([
      'closing_date_missing',
      'link_missing',
    ]);
    expect(codes({ kind: 'thank_you', shown: { subject: 'a', text: 'leer' } })).toEqual([]);
  });
});

test('a language without own words is named where another has some', () => {
  expect(languageWarnings({}, ['de', 'en'])).toEqual([]);
  expect(languageWarnings({ de: { subject: 'a' } }, ['de'])).toEqual([]);
  expect(languageWarnings({ de: { subject: 'a' }, en: { body: 'b' } }, ['de', 'en'])).toMatchObject([
    { code: 'language_missing', field: 'subject', about: 'en' },
    { code: 'language_missing', field: 'body', about: 'de' },
  ]);
});
