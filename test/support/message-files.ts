import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { formatLocaleOf, type Locale } from '../../src/common/locale.js';
import { projectFolder } from '../../src/common/project-folder.js';

type Ast = ReturnType<IntlMessageFormat['getAst']>;
type Audience = 'respondents' | 'staff';

const messagesFolder = join(projectFolder, 'messages');

/** The files of a language by the name of their area. */
export function areasOf(locale: string, audience: Audience): string[] {
  const folder = folderOf(locale, audience);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.map((name) => basename(name, '.json')).sort();
}

/** Every message of a language by its path, `pages.thankYou.title`. */
export function messagesIn(locale: string, audience: Audience): Map<string, string> {
  const within = (tree: object | string, path: string): [string, string][] =>
    typeof tree === 'string'
      ? [[path, tree]]
      : Object.entries(tree).flatMap(([key, part]: [string, object | string]) =>
          within(part, `${path}.${key}`),
        );
  const treeOf = (area: string) =>
    JSON.parse(readFileSync(join(folderOf(locale, audience), `${area}.json`), 'utf8')) as object;
  return new Map(areasOf(locale, audience).flatMap((area) => within(treeOf(area), area)));
}

function folderOf(locale: string, audience: Audience): string {
  return join(messagesFolder, locale, audience === 'staff' ? 'console' : '');
}

export function parse(message: string, locale: Locale): Ast {
  return new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst();
}

/** The names of the gaps of a message. */
export function gapsOf(ast: Ast): string[] {
  const names = ast.flatMap((part) => {
    const inner = 'options' in part ? Object.values(part.options).flatMap(({ value }) => gapsOf(value)) : [];
    return isText(part) || !('value' in part) ? inner : [part.value, ...inner];
  });
  return [...new Set(names)].sort();
}

/** Text between gaps has a type of zero and nothing but its value. */
function isText(part: Ast[number]): boolean {
  return (part.type as number) === 0;
}

/** The categories of each plural in a message, without those for one number alone (`=0`). */
export function pluralsOf(ast: Ast): string[][] {
  return ast.flatMap((part) => {
    if (!('options' in part)) return [];
    const inner = Object.values(part.options).flatMap(({ value }) => pluralsOf(value));
    const categories = Object.keys(part.options).filter((category) => !category.startsWith('='));
    return 'pluralType' in part ? [categories.sort(), ...inner] : inner;
  });
}

/** The categories that whole numbers take in a language; people do not count to millions here. */
export function categoriesOf(locale: Locale): string[] {
  const rules = new Intl.PluralRules(formatLocaleOf(locale));
  const whole = Array.from({ length: 20_000 }, (_, n) => rules.select(n));
  return [...new Set([...whole, 'other'])].sort();
}
