import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { countedMatch, countedSteps, TooManySteps } from '../../test/support/counted-pattern.js';
import { type HostileText, hostileTexts } from '../../test/support/hostile-texts.js';
import { projectFolder } from '../common/project-folder.js';

interface Pattern {
  file: string;
  pattern: RegExp;
}

/** What is only ever asked of texts that a check before has found short, or of our own files. */
const bounded: Record<string, string> = {
  'src/composer/letter-template.ts': 'our own templates',
};

/** Patterns put together while the product runs: an example of each, or why there is none. */
const dynamic: Record<string, RegExp[]> = {
  // Made to see whether it is one, never run.
  'src/editor/element/element-form.ts': [],
  'src/limesurvey/questions/text-patterns.ts': [],
  'src/composer/letter-template.ts': [],
  'src/editor/draft/name-references.ts': [
    /\{(\s*)a(?=\s*\}|[.[]|-Comment)/g,
    /\{(\s*)a(?=\s*\}|[.[]|-Comment)[^{}]*\}/g,
  ],
  'src/composer/letter-markdown.ts': [/^(?: *(?:>|[-*+] |\d{1,9}[.)] )){7}/],
  'src/composer/letter-warnings.ts': [/\{\{\s*a\s*\}\}/],
  'src/questionnaire/expressions/expression-functions.ts': [/^-?\d+(?:.\d{0,3})?/],
};

const { literals, made } = patternsOf(['src', 'browser']);

test('there are patterns, and every one put together is in the table', () => {
  expect(literals.length).toBeGreaterThan(300);
  expect(Object.keys(dynamic).sort()).toEqual([...new Set(made)].sort());
});

const all = [
  ...literals.filter(({ file }) => !Object.hasOwn(bounded, file)),
  ...Object.entries(dynamic).flatMap(([file, some]) => some.map((pattern) => ({ file, pattern }))),
];

test('no pattern looks at more than its share of four times the text', () => {
  const slow = all.flatMap(({ file, pattern }) => {
    const text = hostileTexts(pattern.source).find((hostile) => grows(pattern, hostile));
    return text ? [`${file}: ${String(pattern)} over ${JSON.stringify(text(12))}`] : [];
  });
  expect(slow).toEqual([]);
});

test('what is counted finds what Node finds', () => {
  for (const { pattern } of all) {
    const once = new RegExp(pattern.source, pattern.flags.replace('g', ''));
    for (const text of hostileTexts(pattern.source).map((hostile) => hostile(30))) {
      once.lastIndex = 0;
      const found = once.exec(text);
      const ends = found && [found.index, found.index + found[0].length];
      expect([pattern, text, countedMatch(once, text).match]).toEqual([pattern, text, ends]);
    }
  }
});

test.each([
  /\{\{\s*([^{}]*?)\s*\}\}/g,
  /\s+$/,
  /\S+@\S+/g,
  /<[^>]*>/g,
  /^(.*?)[.,]*$/,
  /^(a+)+$/,
  /<!--.*?-->/g,
])('a pattern such as %s would be found out', (pattern) => {
  expect(hostileTexts(pattern.source).some((text) => grows(pattern, text))).toBe(true);
});

/** Whether it looks at ever more for each character: sixteen times as much for four times the text if quadratic. */
function grows(pattern: RegExp, text: HostileText): boolean {
  try {
    return stepsOver(pattern, text(400)) > 8 * stepsOver(pattern, text(100));
  } catch (error) {
    if (error instanceof TooManySteps) return true;
    throw error;
  }
}

function stepsOver(pattern: RegExp, text: string): number {
  return countedSteps(() => {
    if (pattern.global) text.replace(pattern, '');
    else new RegExp(pattern.source, pattern.flags).test(text);
  });
}

function patternsOf(folders: string[]): { literals: Pattern[]; made: string[] } {
  const literals: Pattern[] = [];
  const made: string[] = [];
  for (const file of folders.flatMap(sourcesIn)) {
    const text = readFileSync(join(projectFolder, file), 'utf8');
    const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
        literals.push({ file, pattern: new RegExp(source, flags) });
      }
      const isMade = ts.isNewExpression(node) || ts.isCallExpression(node);
      if (isMade && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp') made.push(file);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kind));
  }
  return { literals, made };
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts'));
}
