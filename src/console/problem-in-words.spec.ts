import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { problemInGerman } from './problem-in-words.js';

/** Files of words that people choose from, and no messages. */
const wordLists = ['compile-special-choices.ts'];
const compilers = ['compile', 'expressions'].flatMap((folder) =>
  readdirSync(`src/questionnaire/${folder}`)
    .filter((name) => /^(?:compile|parse)-[a-z-]+\.ts$/.test(name))
    .filter((name) => !wordLists.includes(name))
    .map((name) => `questionnaire/${folder}/${name}`),
);
const files = [
  ...compilers,
  'questionnaire/compile/questionnaire-json.ts',
  'questionnaire/compile/questionnaire-names.ts',
  'questionnaire/compile/questionnaire-properties.ts',
  'composer/merge-fields.ts',
  'composer/letter-facts.ts',
  'lists/import-rows.rules.ts',
  'limesurvey/lss-xml.ts',
  'limesurvey/read-lss.ts',
];

/** Parts of messages, and words that are no messages. */
const parts = [
  'is reserved for a special choice',
  'stands here twice',
  'a missing type',
  'in an anonymous survey the answers would tell who somebody is; please remove it.',
  /^lookaround such as /,
  /^at most 7 characters, no control/,
  /^7 7$/,
  /^The file 7$/,
  'it cannot be read',
  'its elements are nested too deep',
  /^the field \{\{7\}\} has no value$/,
];

/** Every text of a file that reads like a sentence, with 7 for what is put in. */
function sentencesOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(`src/${file}`, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push(node.head.text + node.templateSpans.map(({ literal }) => `7${literal.text}`).join(''));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter(
    (text) => /\w \w/.test(text) && !text.includes('\n') && !parts.some((part) => isPart(text, part)),
  );
}

function isPart(text: string, part: string | RegExp): boolean {
  return typeof part === 'string' ? text === part : part.test(text);
}

test.each(files)('everything %s complains of can be said in German', (file) => {
  const sentences = sentencesOf(file)
    .map((text) => text.replace('the value "7" 7;', 'the value "7" stands here twice;'))
    .map((text) => text.replace('as a name (7)', 'as a name (at most 7 characters, no spaces)'));
  expect(sentences.filter((text) => problemInGerman(text) === null)).toEqual([]);
});

test.each([
  'has a paragraph with more than 400 of the characters * _ [',
  'has more than 1000 lines',
  'must not be empty',
  'must not be longer than 200 characters',
  'the letter would be longer than 100 KB',
  'must be in the future, 2026-01-01T10:00 has passed',
  'must be before the closing date 2026-01-01T10:00',
  'must not be in the past: 2026-01-01T10:00 (Europe/Berlin) has gone by',
  'counts from the invitation, and none is scheduled yet',
  'wave 3 would fall after the closing date 2026-01-01T10:00',
  'wave 3 would have been due already, at 2026-01-01T10:00',
  'is fixed at publication',
  'is missing',
  'refused 12 of 50',
  'The file is empty.',
  'Row 1 has no e-mail column; one must be headed email, e-mail or E-Mail-Adresse. It has: Ort.',
  'Row 1 has two columns for email; leave one of them out.',
  'Row 1 has 300 columns; at most 200 can be read.',
  'Row 1 has a heading that is longer than 100 characters or not text; is it the header?',
  'Row 4 cannot be read: it is not CSV.',
  'Row 4 cannot be read: the row is too long; is a quotation mark missing?.',
  'Row 4 cannot be read: text follows a closing quotation mark; quotation marks in a cell are doubled.',
  'the value "a" is reserved for a special choice; values must differ.',
  `Expected ',' or '}' after property value in JSON at position 12 (line 2 column 3)`,
])('„%s“ can be said in German', (message) => {
  expect(problemInGerman(message)).not.toBeNull();
});

test('what a message names is kept, and nobody makes up German for what is unknown', () => {
  expect(problemInGerman('unknown field {{vorname}}; allowed are {{name}}')).toBe(
    'Den Platzhalter {{vorname}} gibt es nicht; möglich sind hier {{name}}.',
  );
  expect(problemInGerman('file is not supported; use one of text, comment.')).toBe(
    '„file“ wird nicht unterstützt; möglich sind text, comment.',
  );
  expect(problemInGerman('something new is wrong')).toBeNull();
});
