import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectFolder } from '../../src/common/project-folder.js';

/** What one source file does with one table. */
export interface Access {
  file: string;
  /** The folder of `src/` it is in. */
  folder: string;
  table: string;
}

const WRITING = /\b(?:INSERT INTO|UPDATE|DELETE FROM|TRUNCATE|COPY) +(?:ONLY +)?([a-z_]+)\b(?! SKIP)/g;
const READING = /\b(?:FROM|JOIN|USING) +([a-z_]+)\b/g;
/** Methods of a repository or an entity manager that write rows of the entity they are given. */
const WRITERS = ['insert', 'update', 'delete', 'save', 'create', 'upsert', 'remove', 'into', 'increment'];

/** Statements in the sources that write tables: by SQL, or by an entity. */
export function writesInSources(tables: readonly string[]): Access[] {
  const entities = tablesOfEntities();
  return sources().flatMap(({ file, source }) => {
    const bySql = textsOf(source).flatMap((text) => named(text, WRITING));
    const byEntity = entitiesWritten(source, entities);
    return accesses(file, [...bySql, ...byEntity], tables);
  });
}

/** Tables that SQL in the sources reads. */
export function readsInSources(tables: readonly string[]): Access[] {
  return sources().flatMap(({ file, source }) => {
    const found = textsOf(source).flatMap((text) => named(text.replaceAll(/\bDELETE FROM\b/g, ''), READING));
    return accesses(file, found, tables);
  });
}

function accesses(file: string, found: readonly string[], tables: readonly string[]): Access[] {
  const folder = file.split('/')[1] ?? '';
  return [...new Set(found)]
    .filter((table) => tables.includes(table))
    .map((table) => ({ file, folder, table }));
}

function named(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, table = '']) => table);
}

function sources(): { file: string; source: ts.SourceFile }[] {
  const files = readdirSync(join(projectFolder, 'src'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file) && file.includes('/'))
    .map((name) => {
      const file = `src/${name}`;
      const text = readFileSync(join(projectFolder, file), 'utf8');
      return { file, source: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) };
    });
}

/** Every string of a file; a template as one text, with a space for what is put into it. */
function textsOf(source: ts.SourceFile): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node))
      texts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' '));
    ts.forEachChild(node, visit);
  };
  visit(source);
  // Comments in SQL name tables, too.
  return texts.map((text) => text.replaceAll(/--[^\n]*/g, ''));
}

/** Tables of entities that a file gives to a writing method, or whose repository it injects and writes by. */
function entitiesWritten(source: ts.SourceFile, entities: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [first] = node.arguments;
      const method = node.expression.name.text;
      if (WRITERS.includes(method) && first && ts.isIdentifier(first))
        found.push(entities.get(first.text) ?? '');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The tables of the entities by the name of their class. */
function tablesOfEntities(): Map<string, string> {
  return new Map(
    sources().flatMap(({ source }) =>
      [...source.text.matchAll(/@Entity\('(\w+)'\)\s+export class (\w+)/g)].map(
        ([, table = '', name = '']): [string, string] => [name, table],
      ),
    ),
  );
}
