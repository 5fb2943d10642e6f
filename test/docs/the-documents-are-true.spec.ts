import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import { projectFolder } from '../../src/common/project-folder.js';

const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...markdownIn('docs')];
const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8');

function markdownIn(folder: string): string[] {
  return readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file));
}

test('every relative link leads to a file', () => {
  const broken = documents.flatMap((file) =>
    [...read(file).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(join(projectFolder, dirname(file), target)))
      .map((target) => `${file}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test('every file and script that is named exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const missing = documents.flatMap((file) => {
    const text = read(file);
    const paths = [
      ...text.matchAll(/`((?:src|test|docs|scripts|database|messages|browser|styles)\/[\w./-]+)`/g),
    ]
      .map(([, path = '']) => path)
      .filter((path) => !existsSync(join(projectFolder, path)));
    const commands = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !(name in scripts));
    return [...paths, ...commands].map((name) => `${file}: ${name}`);
  });
  expect(missing).toEqual([]);
});

test('every decision is in the index, with its date and status', () => {
  const files = markdownIn('docs/decisions').map((file) => relative('docs/decisions', file));
  const decisions = files.filter((file) => file !== 'README.md').sort();
  expect(decisions.map((file) => file.slice(0, 4))).toEqual(
    decisions.map((_, index) => String(index + 1).padStart(4, '0')),
  );
  const index = read('docs/decisions/README.md').replaceAll(/ +/g, ' ');
  for (const file of decisions) {
    const [title = '', , line = ''] = read(join('docs/decisions', file)).split('\n');
    const [date = '', status = ''] = line.split(' · ');
    expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(index).toContain(
      `| [${file.slice(0, 4)}](${file}) | ${title.replace(/^# \d+\. /, '')} | ${date} | ${status} |`,
    );
  }
});

test('the levels of the architecture are those that are enforced', () => {
  const { forbidden } = createRequire(import.meta.url)(join(projectFolder, '.dependency-cruiser.cjs')) as {
    forbidden: { name: string; from: { path?: string } }[];
  };
  const enforced = forbidden
    .filter(({ name }) => name.endsWith('-looks-up'))
    .map(({ from }) => (/\((.*)\)/.exec(from.path ?? '')?.[1] ?? '').split('|').sort());
  const rows = [...read('docs/architecture.md').matchAll(/^\| *\d+ *\| *(`[^|]*`) *\|/gm)];
  const described = rows.map(([, folders = '']) =>
    folders.replaceAll('`', '').split(/, */).map(trimmed).sort(),
  );
  // What looks up to nothing is not enforced: the last level.
  expect(described.slice(0, -1)).toEqual(enforced);
});

function trimmed(text: string): string {
  return text.trim();
}

test('each promise names a test that is there', () => {
  const promises = [...read('docs/architecture.md').matchAll(/^\| *(P\d+) *\|.*$/gm)];
  expect(promises.map(([, number]) => number)).toEqual(
    Array.from({ length: 11 }, (_, index) => `P${index + 1}`),
  );
  for (const [row] of promises) expect(row).toMatch(/\(\.\.\/test\/|the same/);
});
