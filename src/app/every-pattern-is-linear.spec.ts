import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
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
  'src/composer/letter-warnings.ts': [/\{\{\s*a\s*\}\}/],
  'src/questionnaire/expressions/expression-functions.ts': [/^-?\d+(?:.\d{0,3})?/],
};

const { literals, made } = patternsOf(['src', 'browser']);

test('there are patterns, and every one put together is in the table', () => {
  expect(literals.length).toBeGreaterThan(300);
  expect(Object.keys(dynamic).sort()).toEqual([...new Set(made)].sort());
});

test('no pattern takes more than its share for four times the text', () => {
  const all = [
    ...literals.filter(({ file }) => !Object.hasOwn(bounded, file)),
    ...Object.entries(dynamic).flatMap(([file, some]) => some.map((pattern) => ({ file, pattern }))),
  ];
  const slow = all.flatMap(({ file, pattern }) => {
    const text = hostileTexts(pattern.source).find((hostile) => grows(pattern, hostile));
    return text ? [`${file}: ${String(pattern)} over ${JSON.stringify(text(12))}`] : [];
  });
  expect(slow).toEqual([]);
}, 120_000);

test.each([/\{\{\s*([^{}]*?)\s*\}\}/g, /\s+$/, /\S+@\S+/g, /<[^>]*>/g, /^(.*?)[.,]*$/, /^(a+)+$/])(
  'a pattern such as %s would be found out',
  (pattern) => {
    expect(hostileTexts(pattern.source).some((text) => grows(pattern, text))).toBe(true);
  },
);

type Hostile = (length: number) => string;

/**
 * Whether the time grows faster than the text. Little time proves nothing, and is no harm; from there on a
 * quadratic pattern takes sixteen times as long for four times the text, a linear one four times.
 */
function grows(pattern: RegExp, text: Hostile): boolean {
  let before = 0;
  for (const length of [26, 500, 1250, 5000, 20_000]) {
    const took = milliseconds(pattern, text(length));
    // Nothing but an exponential one takes so long for so little; more of it would never end.
    if (length === 26 && took > 20) return Math.min(took, milliseconds(pattern, text(length))) > 20;
    if (length > 500 && took > 20 && took > 10 * Math.max(before, 0.05)) {
      const again = [1, 2, 3].map(() => milliseconds(pattern, text(length)));
      const smaller = [1, 2, 3].map(() => milliseconds(pattern, text(length / 4)));
      return Math.min(...again) > 8 * Math.max(Math.min(...smaller), 0.05);
    }
    if (took > 300) return true;
    before = took;
  }
  return false;
}

function milliseconds(pattern: RegExp, text: string): number {
  const began = performance.now();
  if (pattern.global) text.replace(pattern, '');
  else {
    const once = new RegExp(pattern.source, pattern.flags);
    once.test(text);
  }
  return performance.now() - began;
}

const UNITS = [
  ' ',
  'a',
  '1',
  '.',
  '{',
  '{{',
  '<',
  '*',
  '_',
  '\n',
  '\t',
  '"',
  "'",
  '-',
  ',',
  '/',
  '@',
  '|',
  '#',
];
const UNIQUE_END = '\u0001';

/** Repetitions of what texts are made of and of what is in the pattern, alone and behind each other. */
function hostileTexts(source: string): Hostile[] {
  const words = [...new Set(literalRuns(source))].slice(0, 8);
  const units = [...UNITS, ...words];
  const repeated = (unit: string, length: number) =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const alone = units.map(
    (unit): Hostile =>
      (length) =>
        repeated(unit, length) + UNIQUE_END,
  );
  const behind = words.flatMap((word) =>
    UNITS.slice(0, 12).map(
      (unit): Hostile =>
        (length) =>
          word + repeated(unit, length) + UNIQUE_END,
    ),
  );
  const mixed = words.flatMap((word) =>
    [' ', 'a', '1'].map(
      (unit): Hostile =>
        (length) =>
          repeated(word + unit, length) + UNIQUE_END,
    ),
  );
  return [...alone, ...behind, ...mixed];
}

/** The texts that a pattern asks for as they are, such as `{{`, `https` or one of a class. */
function literalRuns(source: string): string[] {
  const plain = source.replace(/\\[dDwWsSbBpPuxnrtfv](?:\{[^}]{0,20}\})?|\\[1-9]/g, '\u0000');
  const runs = plain.replace(/\\(.)/g, '\u0002$1').split(/[\0[\](){}?*+^$|.]/);
  const escaped = [...source.matchAll(/(?:\\[^\w\s])+/g)].map(([run]) => run.replaceAll('\\', ''));
  return [...runs.map((run) => run.replaceAll('\u0002', '')), ...escaped].filter((run) => run !== '');
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
