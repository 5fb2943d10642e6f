import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectFolder } from '../../src/common/project-folder.js';

const styles = textsIn('styles', /\.css$/).map(withoutComments);
const programs = textsIn('src', /(?<!\.spec)\.tsx?$/).concat(textsIn('browser', /\.ts$/));
const quoted = programs.flatMap((text) => text.match(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g) ?? []);
const words = new Set(quoted.flatMap((text) => text.match(/[\w-]+/g) ?? []));
/** Beginnings of names that are put together, as in `badge-${tone}`. */
const beginnings = new Set(programs.flatMap((text) => text.match(/[\w-]+-(?=\$\{)/g) ?? []));

test('every class that has a rule is given to something', () => {
  const classes = styles.flatMap((css) => selectorsOf(css).match(/(?<=\.)[a-z][\w-]*/gi) ?? []);
  expect(classes.length).toBeGreaterThan(300);
  expect([...new Set(classes)].filter((name) => !isNamed(name))).toEqual([]);
});

test('every property of the tokens is read', () => {
  const all = styles.join('\n');
  const given = [...all.matchAll(/(--[\w-]+):/g)].map(([, name]) => name ?? '');
  const isRead = (name: string) =>
    all.includes(`var(${name})`) || programs.some((text) => text.includes(name));
  expect([...new Set(given)].filter((name) => !isRead(name))).toEqual([]);
});

test('a property that is read is given', () => {
  const all = styles.join('\n');
  const read = [...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name ?? '');
  expect([...new Set(read)].filter((name) => !all.includes(`${name}:`))).toEqual([]);
});

test('no stylesheet is longer than 300 lines', () => {
  expect(styles.filter((css) => css.split('\n').length > 300)).toEqual([]);
});

function isNamed(name: string): boolean {
  return words.has(name) || [...beginnings].some((beginning) => name.startsWith(beginning));
}

/** What stands before the braces. */
function selectorsOf(css: string): string {
  return css
    .replaceAll(/@import[^;]*;/g, '')
    .split('}')
    .flatMap((rule) => rule.split('{').filter((part) => !part.includes(';')))
    .join(' ');
}

/** Comments keep their lines. */
function withoutComments(css: string): string {
  return css.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ''));
}

function textsIn(folder: string, name: RegExp): string[] {
  const root = join(projectFolder, folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'));
}
