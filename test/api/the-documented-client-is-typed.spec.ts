import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { projectFolder } from '../../src/common/project-folder.js';

/** Where the code of the page would lie, so that it finds the types made from the description. */
const FILE = join(projectFolder, 'test/support/documented-client.ts');

test('the code in docs/api.md is right in the types made from the description', () => {
  const page = readFileSync(join(projectFolder, 'docs/api.md'), 'utf8');
  const code = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block = '']) => block).join('\n');
  expect(code).toContain('createClient');
  expect(problemsIn(code.replace('./ruecklauf.js', './api-types.js'))).toEqual([]);
});

function problemsIn(code: string): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const usual = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...usual,
    fileExists: (name) => name === FILE || usual.fileExists(name),
    readFile: (name) => (name === FILE ? code : usual.readFile(name)),
    getSourceFile: (name, ...rest) =>
      name === FILE
        ? ts.createSourceFile(name, code, ts.ScriptTarget.ES2023)
        : usual.getSourceFile(name, ...rest),
  };
  const program = ts.createProgram([FILE], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, start = 0, file }) => {
    const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
    return `${code.split('\n')[line] ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
