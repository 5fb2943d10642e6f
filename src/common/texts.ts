import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Texts } from '../../messages/texts.js';
import { type Locale, locales } from './locale.js';
import { projectFolder } from './project-folder.js';

export type { Texts } from '../../messages/texts.js';

type Area = keyof Texts;
type MessageTree = string | readonly MessageTree[] | { readonly [key: string]: MessageTree };
type Values = Readonly<Record<string, string | number | boolean>>;
type Message = string | ((values: Values) => string);

/** A tree of one language, with the language its messages are formatted in. */
interface Source {
  locale: Locale;
  tree: MessageTree | undefined;
}

/** The language that sets which messages there are and which of them have gaps. */
const ORIGINAL = 'de';

/** Where a language says nothing, its readers get the first of these that does. */
const FALLBACKS: readonly Locale[] = ['en', ORIGINAL];

/** The kind of a part of a parsed message that is nothing but text. */
const LITERAL = 0;

const known = new Map<string, unknown>();

/**
 * What is said of one area in one language, from `messages/<language>/<area>.json` (what respondents read) or
 * `messages/<language>/console/<area>.json` (what staff read).
 *
 * A message without gaps is its text. One with gaps (ICU MessageFormat) is a function from their values to the
 * text. Each file is read and parsed once per process, when its area is first asked for. A message that the
 * language does not have comes in English.
 */
export function texts<Name extends Area>(area: Name, locale: Locale): Texts[Name] {
  const key = `${locale}/${area}`;
  if (!known.has(key)) known.set(key, readArea(area, locale));
  return known.get(key) as Texts[Name];
}

/** An area in every language that respondents can read; each is read when it is first used. */
export function textsByLanguage<Name extends Area>(area: Name): Readonly<Record<Locale, Texts[Name]>> {
  const byLanguage = {} as Record<Locale, Texts[Name]>;
  for (const locale of locales) Object.defineProperty(byLanguage, locale, { get: () => texts(area, locale) });
  return byLanguage;
}

function readArea(area: Area, locale: Locale): unknown {
  const languages = [...new Set([locale, ...FALLBACKS])];
  const sources = languages.map((each) => ({ locale: each, tree: readTree(area, each) }));
  const original = sources.find((source) => source.locale === ORIGINAL)?.tree;
  if (original === undefined) throw new Error(`messages/${ORIGINAL} has no area ${area}`);
  return usable(original, sources);
}

function readTree(area: Area, locale: Locale): MessageTree | undefined {
  const folder = join(projectFolder, 'messages', locale);
  const file = [`${area}.json`, join('console', `${area}.json`)]
    .map((name) => join(folder, name))
    .find((name) => existsSync(name));
  return file === undefined ? undefined : (JSON.parse(readFileSync(file, 'utf8')) as MessageTree);
}

/** The tree of the original with each part from the first source that has it; a list comes whole from one. */
function usable(original: MessageTree, sources: readonly Source[]): unknown {
  if (typeof original === 'string') {
    const { tree, locale } = sources.find((source) => typeof source.tree === 'string') ?? sourceOf(original);
    return message(tree as string, locale, hasGaps(original, ORIGINAL));
  }
  if (Array.isArray(original)) {
    const { tree, locale } = sources.find((source) => Array.isArray(source.tree)) ?? sourceOf(original);
    return (tree as readonly MessageTree[]).map((part, index) =>
      usable((original[index] as MessageTree | undefined) ?? part, [{ tree: part, locale }]),
    );
  }
  const entries = Object.entries(original).map(([key, part]: [string, MessageTree]): [string, unknown] => {
    const parts = sources.map(({ tree, locale }) => ({ tree: partOf(tree, key), locale }));
    return [key, usable(part, parts)];
  });
  return Object.fromEntries(entries);
}

function sourceOf(tree: MessageTree): Source {
  return { tree, locale: ORIGINAL };
}

function partOf(tree: MessageTree | undefined, key: string): MessageTree | undefined {
  const isTree = typeof tree === 'object' && !Array.isArray(tree) && Object.hasOwn(tree, key);
  return isTree ? (tree as Readonly<Record<string, MessageTree>>)[key] : undefined;
}

/** A function wherever the original has gaps, even if this language needs none of them. */
function message(text: string, locale: Locale, isFilled: boolean): Message {
  if (!isFilled && !text.includes('{')) return text;
  const parsed = parse(text, locale);
  return isFilled || hasGaps(text, locale)
    ? (values) => parsed.format(values) as string
    : (parsed.format() as string);
}

function hasGaps(text: string, locale: Locale): boolean {
  return (
    text.includes('{') &&
    parse(text, locale)
      .getAst()
      .some(({ type }) => (type as number) !== LITERAL)
  );
}

function parse(text: string, locale: Locale): IntlMessageFormat {
  return new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
}
