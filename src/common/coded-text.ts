import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { ProblemValues } from '../../messages/problems.js';
import type { ConsoleLocale } from './locale.js';
import { projectFolder } from './project-folder.js';

/**
 * The code of a text, for example `wave.after_closing`. What follows a slash tells apart texts that share
 * one code: `wave.after_closing/moved` is `wave.after_closing` to those who read codes.
 */
export type TextCode = keyof ProblemValues;

/** What a text is given: nothing, or the values that its gaps name. */
export type ValuesOf<Code extends TextCode> = Code extends TextCode
  ? ProblemValues[Code] extends null
    ? []
    : [values: ProblemValues[Code]]
  : never;

declare const madeByCoded: unique symbol;

/**
 * Something to be said, without the words: these stand in `messages/<language>/problems/`, one file for
 * each feature. Made by `coded` alone, which checks the values against the text.
 */
export interface CodedText {
  readonly code: TextCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly [madeByCoded]: true;
}

export function coded<Code extends TextCode>(code: Code, ...[values]: ValuesOf<Code>): CodedText {
  return { code, values: values ?? {} } as CodedText;
}

const MAX_VALUE_LENGTH = 500;

/** The words of a text in a language of the console; the API and the log have the English ones. */
export function textOf({ code, values }: CodedText, locale: ConsoleLocale): string {
  const shown = Object.entries(values).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'string' && value.length > MAX_VALUE_LENGTH
      ? `${value.slice(0, MAX_VALUE_LENGTH)}…`
      : value,
  ]);
  return formatOf(code, locale).format<string>(Object.fromEntries(shown)) as string;
}

/** The code as it is shown outside: stable, one for each fact. */
export function publicCode(code: TextCode): string {
  return code.split('/', 1)[0] ?? code;
}

/**
 * Coded texts as one text, for a column of the database or a message of zod: JSON, so that the words are
 * chosen when they are read and not when they are written.
 */
export function packed(...texts: readonly CodedText[]): string {
  return JSON.stringify(texts.map(({ code, values }) => ({ code, values })));
}

/** What `packed` made; null for any other text, such as an English sentence that an earlier build has stored. */
export function unpacked(text: string): CodedText[] | null {
  if (!text.startsWith('[{"code":"')) return null;
  try {
    const texts = JSON.parse(text) as CodedText[];
    if (!texts.every(({ code }) => Object.hasOwn(messagesIn('en'), code))) return null;
    // A mail server may say anything, and a text may have come to need other values.
    for (const one of texts) textOf(one, 'en');
    return texts;
  } catch {
    return null;
  }
}

/** What `packed` made in words; any other text as it is. */
export function textOfPacked(text: string, locale: ConsoleLocale): string {
  return (
    unpacked(text)
      ?.map((one) => textOf(one, locale))
      .join(' ') ?? text
  );
}

const messages = new Map<ConsoleLocale, Record<string, string>>();
const formats = new Map<string, IntlMessageFormat>();

function formatOf(code: TextCode, locale: ConsoleLocale): IntlMessageFormat {
  const key = `${locale} ${code}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new IntlMessageFormat(messagesIn(locale)[code] ?? code, locale, undefined, {
    ignoreTag: true,
  });
  formats.set(key, format);
  return format;
}

/** All texts of a language by code, read once per process. */
function messagesIn(locale: ConsoleLocale): Record<string, string> {
  const known = messages.get(locale);
  if (known) return known;
  const folder = join(projectFolder, 'messages', locale, 'problems');
  const read = (file: string) =>
    JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>;
  const all = Object.assign({}, ...readdirSync(folder).map(read)) as Record<string, string>;
  messages.set(locale, all);
  return all;
}
