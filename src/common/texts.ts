import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Texts } from '../../messages/texts.js';
import type { ConsoleLocale } from './locale.js';
import { projectFolder } from './project-folder.js';

export type { Texts } from '../../messages/texts.js';

type MessageTree = string | readonly MessageTree[] | { readonly [key: string]: MessageTree };
type Values = Readonly<Record<string, string | number | boolean>>;

/** The kind of a part of a parsed message that is nothing but text. */
const LITERAL = 0;

const known = new Map<string, unknown>();

/**
 * What the console's pages of one area say in one language, from `messages/<language>/console/<area>.json`.
 *
 * A message without gaps is its text. One with gaps (ICU MessageFormat) is a function from their values to the
 * text. Each file is read and parsed once per process, when its area is first asked for.
 */
export function texts<Area extends keyof Texts>(area: Area, locale: ConsoleLocale): Texts[Area] {
  const file = `${locale}/console/${area}.json`;
  if (!known.has(file)) {
    const tree = JSON.parse(readFileSync(join(projectFolder, 'messages', file), 'utf8')) as MessageTree;
    known.set(file, usable(tree, locale));
  }
  return known.get(file) as Texts[Area];
}

/** The same tree with functions in place of the messages that have gaps. */
function usable(tree: MessageTree, locale: ConsoleLocale): unknown {
  if (typeof tree === 'string') return message(tree, locale);
  if (Array.isArray(tree)) return tree.map((part: MessageTree) => usable(part, locale));
  return Object.fromEntries(Object.entries(tree).map(([key, part]) => [key, usable(part, locale)]));
}

function message(text: string, locale: ConsoleLocale): string | ((values: Values) => string) {
  if (!text.includes('{')) return text;
  const parsed = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  const hasGaps = parsed.getAst().some(({ type }) => (type as number) !== LITERAL);
  return hasGaps ? (values) => parsed.format(values) as string : (parsed.format() as string);
}
