import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type german from '../../messages/de.json';
import { type Locale, locales } from './locale.js';
import { projectFolder } from './project-folder.js';

/** The messages of one language, by area; German sets which there are. */
export type Messages = typeof german;

/** Areas of messages that are used one by one; letter templates are put together from paragraphs. */
type Area = Exclude<keyof Messages, 'templates'>;

type Values = Readonly<Record<string, string | number>>;

/** For each message with gaps: what its function is given, as the values of the gaps. */
type Fillers<Tree> = {
  readonly [Key in keyof Tree]?: Tree[Key] extends string
    ? (...given: never[]) => Values
    : Fillers<Tree[Key]>;
};

/** Messages as code uses them: plain ones are texts, those with gaps are functions. */
type Texts<Tree, Filling> = {
  readonly [Key in keyof Tree]: Key extends keyof Filling
    ? Filling[Key] extends (...given: infer Given) => Values
      ? (...given: Given) => string
      : Texts<Tree[Key], Filling[Key]>
    : Tree[Key];
};

type MessageTree = { readonly [key: string]: string | MessageTree };
type FillerTree = { readonly [key: string]: ((...given: never[]) => Values) | FillerTree };

/** What stands in `messages/`, read once per process. */
const messages = Object.fromEntries(locales.map((locale) => [locale, readMessages(locale)])) as Record<
  Locale,
  Messages
>;

/**
 * An area of the messages in every language. A plain message costs nothing when it is used; one with gaps
 * (ICU MessageFormat) is parsed when it is first needed and then kept.
 *
 * @param fillers a function for each message with gaps, from its arguments to the values of the gaps
 * @throws Error if a message has gaps that nobody fills, or cannot be parsed
 */
export function textsOf<Name extends Area, Filling extends Fillers<Messages[Name]>>(
  area: Name,
  fillers: Filling,
): Readonly<Record<Locale, Texts<Messages[Name], Filling>>> {
  const ofLocale = (locale: Locale) => textsFrom(messages[locale][area], fillers as FillerTree, locale);
  return Object.fromEntries(locales.map((locale) => [locale, ofLocale(locale)])) as Record<
    Locale,
    Texts<Messages[Name], Filling>
  >;
}

/** An area as it stands in the file, for messages that are put together otherwise. */
export function messagesOf<Name extends keyof Messages>(area: Name, locale: Locale): Messages[Name] {
  return messages[locale][area];
}

/** One message with its gaps filled in; parsed anew each time. */
export function filledIn(message: string, locale: Locale, values: Values): string {
  return parsed(message, locale).format<string>(values) as string;
}

function textsFrom(tree: MessageTree, fillers: FillerTree, locale: Locale): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(tree).map(([key, message]): [string, unknown] => {
      const filler = fillers[key];
      if (typeof message !== 'string') return [key, textsFrom(message, (filler ?? {}) as FillerTree, locale)];
      return [key, typeof filler === 'function' ? withGaps(message, filler, locale) : plain(message, locale)];
    }),
  );
}

function withGaps(message: string, filler: (...given: never[]) => Values, locale: Locale) {
  let format: IntlMessageFormat | undefined;
  return (...given: never[]) => {
    format ??= parsed(message, locale);
    return format.format(filler(...given)) as string;
  };
}

function plain(message: string, locale: Locale): string {
  return /[{}']/.test(message) ? filledIn(message, locale, {}) : message;
}

function parsed(message: string, locale: Locale): IntlMessageFormat {
  return new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
}

function readMessages(locale: Locale): Messages {
  const file = join(projectFolder, 'messages', `${locale}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Messages;
}
