import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectFolder } from '../../src/common/project-folder.js';

/** The page itself names them, and the history of the schema and the changes stays as it was written. */
const EXEMPT = /^docs\/(english\.md|decisions\/|openapi\.json)|problem-in-words|questionnaire-problems/;

const page = readFileSync(join(projectFolder, 'docs/english.md'), 'utf8');
const avoided = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, word = '']) => word);

/** A word is a phrase, looked for in comments and documents, or part of a name, looked for in names too. */
const isName = (word: string) => /[A-Z_]/.test(word);

function filesIn(folder: string): string[] {
  return readdirSync(join(projectFolder, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|md|sql)$/.test(entry.name))
    .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name)))
    .filter((file) => !EXEMPT.test(file));
}

/** Lines of a file that a reader reads as prose. */
function proseOf(file: string, text: string): string {
  if (file.endsWith('.md')) return text.toLowerCase();
  const comments = text.match(/\/\*\*[\s\S]*?\*\/|(?<=^\s*)(\/\/|--).*$/gm) ?? [];
  // A phrase may go over the end of a line.
  return comments
    .join('\n')
    .replace(/\n\s*(\*|\/\/|--)\s/g, ' ')
    .toLowerCase();
}

test('the page lists what is looked for', () => {
  expect(avoided.length).toBeGreaterThan(20);
});

test('comments, documents and names keep to the English of docs/english.md', () => {
  const found = ['src', 'browser', 'docs', 'database/functions'].flatMap(filesIn).flatMap((file) => {
    const text = readFileSync(join(projectFolder, file), 'utf8');
    const prose = proseOf(file, text);
    return avoided
      .filter((word) =>
        isName(word)
          ? new RegExp(`(?<![a-z])${word}${/[a-z]$/.test(word) ? '(?![a-z])' : ''}`).test(text)
          : new RegExp(`\\b${word}\\b`).test(prose),
      )
      .map((word) => `${file}: ${word}`);
  });
  expect(found).toEqual([]);
});
