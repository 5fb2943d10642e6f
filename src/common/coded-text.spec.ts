import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import type { CodedText, TextCode } from './coded-text.js';
import { coded, packed, publicCode, textOf, textOfPacked, unpacked } from './coded-text.js';
import { type ConsoleLocale, consoleLocales } from './locale.js';
import { projectFolder } from './project-folder.js';

/** Texts whose German says less than the English: scripts want the numbers, people the way out. */
const saidShorter = new Set([
  'request.too_many',
  'service.busy',
  'limesurvey.broken',
  'wave.wrong_state',
  'wave.after_closing',
  'wave.gone_by',
  'wave.after_closing/moved',
  'wave.in_the_past/moved',
  'wave.would_fall_after_closing',
  'wave.would_be_in_the_past',
  'message.not_uncertain',
  'segment.name_taken',
  'import.file_gone',
  'responses.too_few',
  'responses.too_few/with_open_link',
  'responses.too_few/ended',
  'responses.too_few/ended_with_open_link',
  'statistics.not_by',
  'statistics.not_by/anonymous',
  'participants.fewer_than_five',
  'participants.fewer_than_ten',
  'survey.closes_in_the_past',
  'survey.fixed',
  'survey.wrong_state',
  'survey.unchanged',
]);

function textsIn(locale: ConsoleLocale): Map<string, string> {
  const folder = join(projectFolder, 'messages', locale, 'problems');
  const entries = readdirSync(folder).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>),
  );
  const texts = new Map(entries);
  // A code in two files would be said in two ways.
  expect(texts.size).toBe(entries.length);
  return texts;
}

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

function gapsIn(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    const inner = 'options' in part ? Object.values(part.options).flatMap(({ value }) => gapsIn(value)) : [];
    return (part.type as number) === 0 || !('value' in part) ? inner : [part.value, ...inner];
  });
}

function gapsOf(text: string, locale: ConsoleLocale): string[] {
  const ast = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst();
  return [...new Set(gapsIn(ast))].sort();
}

const english = textsIn('en');
const codes = [...english.keys()] as TextCode[];

/** A text with a sample for each value; 7 serves as a number and as a word. */
function sampleOf(code: TextCode): CodedText {
  const values = Object.fromEntries(gapsOf(english.get(code) ?? '', 'en').map((gap) => [gap, 7]));
  return { ...coded('field.required'), code, values };
}

test.each(consoleLocales)('every code is said in %s, and leaves no gap', (locale) => {
  expect([...textsIn(locale).keys()].sort()).toEqual([...codes].sort());
  for (const code of codes) {
    const said = textOf(sampleOf(code), locale);
    expect(said).not.toBe('');
    expect(said).not.toContain('undefined');
  }
});

test.each(consoleLocales)('%s takes the values that English takes', (locale) => {
  const different = [...textsIn(locale)].filter(([code, text]) => {
    const [own, all] = [gapsOf(text, locale), gapsOf(english.get(code) ?? '', 'en')];
    return saidShorter.has(code) ? own.some((gap) => !all.includes(gap)) : String(own) !== String(all);
  });
  expect(different).toEqual([]);
});

test('no text is translated shorter without need', () => {
  const alike = [...saidShorter].filter((code) =>
    consoleLocales.every(
      (locale) =>
        String(gapsOf(textsIn(locale).get(code) ?? '', locale)) ===
        String(gapsOf(english.get(code) ?? '', 'en')),
    ),
  );
  expect(alike).toEqual([]);
});

test('every code is used, and no code is made up', () => {
  const source = sourceFiles(join(projectFolder, 'src'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const isUsed = (code: string) =>
    code.endsWith('.not_found')
      ? source.includes(`NotFound('${code.replace('.not_found', '')}'`)
      : source.includes(`'${code}'`);
  expect(codes.filter((code) => !isUsed(code))).toEqual([]);
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && !/\.spec\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

test('values are checked by their type', () => {
  coded('wave.needs_reason', { most: 2 });
  // @ts-expect-error a value is missing
  coded('wave.needs_reason');
  // @ts-expect-error a value of another name
  coded('wave.needs_reason', { least: 2 });
  // @ts-expect-error a plural needs a number
  coded('wave.needs_reason', { most: 'two' });
  // @ts-expect-error there is no such code
  coded('wave.needs_luck');
  // @ts-expect-error a text without gaps takes no value
  coded('field.required', { most: 2 });
});

test('counts have their form', () => {
  expect(textOf(coded('wave.refused', { failed: 1, all: 50 }), 'de')).toBe(
    'Von den ersten 50 Mails wurde eine abgelehnt.',
  );
  expect(textOf(coded('wave.refused', { failed: 12, all: 50 }), 'de')).toBe(
    'Von den ersten 50 Mails wurden 12 abgelehnt.',
  );
});

test('braces of a questionnaire or a letter stay what they are', () => {
  expect(textOf(coded('letter.braces'), 'de')).toContain('{{greeting}}');
  expect(textOf(coded('expression.unknown_name', { name: '{a{b}' }), 'de')).toMatch(/^\{a\{b\} ist/);
});

test('what quotes much of its input is cut short', () => {
  expect(textOf(coded('import.two_columns', { heading: 'x'.repeat(5000) }), 'en').length).toBeLessThan(600);
});

test('what is packed is unpacked, and said in the language of whoever reads it', () => {
  const text = packed(coded('import.open_quote', { row: 4 }), coded('letter.empty'));
  expect(unpacked(text)).toEqual([
    { code: 'import.open_quote', values: { row: 4 } },
    { code: 'letter.empty', values: {} },
  ]);
  expect(textOfPacked(text, 'de')).toMatch(/^Zeile 4 ist nicht lesbar: .* Bitte schreiben Sie einen Text\.$/);
});

test.each([
  'Row 4 cannot be read: it is not CSV.',
  'refused 12 of 50',
  '',
  '[{"code":"no.such_code","values":{}}]',
  '[{"code":"letter.empty"',
])('what an earlier build has stored is shown as it is: %s', (text) => {
  expect(unpacked(text)).toBeNull();
  expect(textOfPacked(text, 'de')).toBe(text);
});

test('what follows a slash is no part of the code', () => {
  expect(publicCode('wave.after_closing/moved')).toBe('wave.after_closing');
  expect(publicCode('field.required')).toBe('field.required');
});

test.each(['[{"code":"import.open_quote"}]', '[{"code":"import.open_quote","values":{}}]'])(
  'what lacks its values is shown as it is: %s',
  (text) => {
    expect(unpacked(text)).toBeNull();
    expect(textOfPacked(text, 'de')).toBe(text);
  },
);
