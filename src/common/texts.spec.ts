import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { type ConsoleLocale, consoleLocales } from './locale.js';
import { projectFolder } from './project-folder.js';
import { texts } from './texts.js';

const folderOf = (locale: ConsoleLocale) => join(projectFolder, 'messages', locale, 'console');

/** Every message of a language by its file and path. */
function messagesIn(locale: ConsoleLocale): Map<string, string> {
  const within = (tree: object | string, path: string): [string, string][] =>
    typeof tree === 'string'
      ? [[path, tree]]
      : Object.entries(tree).flatMap(([key, part]: [string, object | string]) =>
          within(part, `${path}/${key}`),
        );
  const files = readdirSync(folderOf(locale));
  const read = (file: string) => JSON.parse(readFileSync(join(folderOf(locale), file), 'utf8')) as object;
  return new Map(files.flatMap((file) => within(read(file), file)));
}

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

function gapsIn(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    const inner = 'options' in part ? Object.values(part.options).flatMap(({ value }) => gapsIn(value)) : [];
    const isText = (part.type as number) === 0;
    return isText || !('value' in part) ? inner : [part.value, ...inner];
  });
}

function gapsOf(message: string, locale: ConsoleLocale): string[] {
  const ast = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst();
  return [...new Set(gapsIn(ast))].sort();
}

const german = messagesIn('de');

test('the console speaks German and English', () => {
  expect(consoleLocales).toEqual(expect.arrayContaining(['de', 'en']));
});

test.each(consoleLocales)('the console says everything in %s, with the values that German has', (locale) => {
  const messages = messagesIn(locale);
  expect([...messages.keys()].sort()).toEqual([...german.keys()].sort());
  const different = [...messages].filter(
    ([path, message]) => String(gapsOf(message, locale)) !== String(gapsOf(german.get(path) ?? '', 'de')),
  );
  expect(different).toEqual([]);
});

test('the types of the messages are those of the files', () => {
  execFileSync(process.execPath, [join(projectFolder, 'scripts', 'message-types.mjs'), '--check']);
});

test('values are put in, counts have their form, and braces in quotation marks stay', () => {
  expect(texts('console', 'de').signedInAs({ name: 'Anna' })).toBe('Angemeldet als Anna');
  expect(texts('console', 'en').errorSummary({ n: 1 })).toBe('Please check one entry');
  expect(texts('console', 'en').errorSummary({ n: 2 })).toBe('Please check 2 entries');
  expect(texts('letter-editor', 'en').warningTexts.greeted_twice).toContain('without {{greeting}};');
});
