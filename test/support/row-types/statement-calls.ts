import { join, relative } from 'node:path';
import ts from 'typescript';
import { projectFolder } from '../../../src/common/project-folder.js';
import { everyWay } from './choices.js';
import { type Callers, Evaluation } from './evaluate.js';
import { positionOf } from './syntax.js';
import { Fields, Frame, Unknown, type Value } from './values.js';

/** A call that runs a statement, and what the code takes its rows for. */
export interface StatementCall {
  /** `src/ledger/claims/claim.queries.ts claimOfWave`, for messages and for the list of what cannot be read. */
  where: string;
  line: number;
  /** Every text it may run; empty where that cannot be told without running it. */
  texts: readonly StatementText[];
  /** What of it cannot be told. */
  unreadable: string | null;
  /** Null where nobody looks at the rows. */
  row: ts.Type | null;
  node: ts.CallExpression;
}

export interface StatementText {
  text: string;
  /** How many values are given; null if that cannot be told. */
  values: number | null;
}

/** The methods that run statements, and where their text is among what they are given. */
const RUNNERS: Readonly<Record<string, number>> = { rowsOf: 1, rowOf: 1, rows: 1, query: 0 };

/** Whose methods of these names run statements. */
const DECLARED_IN = /\/src\/database\/|\/@types\/pg\/|\/typeorm\//;

/** They run what they are given, which is read where they are called. */
const RUNNING = /\/src\/database\/(?:rows|prepared-statements)\.ts$/;

export interface Sources {
  checker: ts.TypeChecker;
  calls: readonly StatementCall[];
}

/** Every call in `src/` that runs a statement. */
export function findStatements(): Sources {
  const { program, files } = programOfSources();
  const checker = program.getTypeChecker();
  const callers = new Map<ts.Node, ts.CallExpression[]>();
  const found: ts.CallExpression[] = [];
  for (const file of files) {
    forEachCall(file, (call) => {
      const declaration = declarationOfCallee(call, checker);
      if (declaration) callers.set(declaration, [...(callers.get(declaration) ?? []), call]);
      if (!RUNNING.test(file.fileName) && runsStatement(call, checker)) found.push(call);
    });
  }
  const calls = found.map((call) => readCall(call, checker, callers));
  return { checker, calls };
}

function programOfSources(): { program: ts.Program; files: ts.SourceFile[] } {
  const config = ts.readConfigFile(join(projectFolder, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, projectFolder);
  const names = ts.sys
    .readDirectory(join(projectFolder, 'src'), ['.ts', '.tsx'])
    .filter((name) => !/\.spec\.tsx?$/.test(name));
  const program = ts.createProgram(names, options);
  return { program, files: names.flatMap((name) => program.getSourceFile(name) ?? []) };
}

function forEachCall(file: ts.SourceFile, look: (call: ts.CallExpression) => void): void {
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) look(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
}

/** The function that is called by its name, or by `this.` and its name. */
function declarationOfCallee(
  { expression }: ts.CallExpression,
  checker: ts.TypeChecker,
): ts.Node | undefined {
  const isOwn =
    ts.isPropertyAccessExpression(expression) && expression.expression.kind === ts.SyntaxKind.ThisKeyword;
  if (!ts.isIdentifier(expression) && !isOwn) return undefined;
  const symbol = checker.getSymbolAtLocation(isOwn ? expression.name : expression);
  const real = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return real?.valueDeclaration;
}

function nameOfCallee({ expression }: ts.CallExpression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : '';
}

function runsStatement(call: ts.CallExpression, checker: ts.TypeChecker): boolean {
  if (RUNNERS[nameOfCallee(call)] === undefined) return false;
  const declared = checker.getResolvedSignature(call)?.declaration?.getSourceFile().fileName;
  return declared !== undefined && DECLARED_IN.test(declared);
}

function readCall(node: ts.CallExpression, checker: ts.TypeChecker, callers: Callers): StatementCall {
  const at = RUNNERS[nameOfCallee(node)] ?? 0;
  const ways = everyWay((choices) => {
    const evaluation = new Evaluation(checker, callers, choices);
    const frame = new Frame(positionOf(node));
    const value = (argument: ts.Expression | undefined): Value =>
      argument && evaluation.evaluate(argument, frame);
    const first = value(node.arguments[at]);
    const text = first instanceof Fields ? new Unknown(node, frame) : first;
    return { text, values: countOf(node.arguments[at + 1]) };
  });
  const texts = new Map<string, StatementText>();
  let unreadable: string | null = null;
  for (const { text, values } of ways) {
    if (typeof text === 'string') texts.set(text, { text, values });
    else unreadable = text instanceof Unknown ? text.node.getText() : typeof text;
  }
  const file = node.getSourceFile();
  return {
    where: `${relative(projectFolder, file.fileName)} ${nameOfEnclosing(node)}`,
    line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1,
    texts: unreadable === null ? [...texts.values()] : [],
    unreadable,
    row: rowTypeOf(node, checker),
    node,
  };
}

/** How many values a list has that is written out; null for any other. */
function countOf(values: ts.Expression | undefined): number | null {
  if (!values) return 0;
  if (!ts.isArrayLiteralExpression(values) || values.elements.some(ts.isSpreadElement)) return null;
  return values.elements.length;
}

/** The outermost function, method or constant that a node is in. */
function nameOfEnclosing(node: ts.Node): string {
  let name = '';
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isFunctionDeclaration(at) || ts.isMethodDeclaration(at) || ts.isVariableDeclaration(at))
      name = at.name?.getText() ?? name;
  }
  return name;
}

/** What one row is taken for: said by a type argument, by what the call is to give back, or by a cast of it. */
function rowTypeOf(node: ts.CallExpression, checker: ts.TypeChecker): ts.Type | null {
  const promised = checker.getAwaitedType(checker.getTypeAtLocation(node));
  let type = promised;
  for (let at: ts.Node = node.parent; ; at = at.parent) {
    if (ts.isAwaitExpression(at) || ts.isParenthesizedExpression(at)) continue;
    if (ts.isAsExpression(at)) type = checker.getTypeAtLocation(at);
    if (ts.isVariableDeclaration(at) && at.type) type = checker.getTypeAtLocation(at.name);
    break;
  }
  if (!type) return null;
  const inResult = type.getProperty('rowCount') && type.getProperty('rows');
  const rows = inResult ? checker.getTypeOfSymbolAtLocation(inResult, node) : type;
  const row = checker.isArrayType(rows) ? checker.getTypeArguments(rows as ts.TypeReference)[0] : rows;
  const isKnown =
    row && !(row.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) && row.getProperties().length > 0;
  return isKnown ? row : null;
}
