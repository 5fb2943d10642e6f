import { join } from 'node:path';
import ts from 'typescript';
import { projectFolder } from '../../src/common/project-folder.js';

const typesFile = join(projectFolder, 'messages', 'texts.d.ts');

/**
 * The messages that no source reads, as `area.key.key`, told by the types: each property that is read of `Texts`.
 *
 * Where the key is calculated, the keys of its type are used. Where a whole part of the messages is handed to code
 * that does not know it as messages (`Record<State, string>`, `Object.values`), all of the part is used.
 */
export function unusedMessages(): string[] {
  const program = programOfSources();
  const checker = program.getTypeChecker();
  const { messages, declared } = declarationsIn(program.getSourceFile(typesFile));
  const used = new Set<ts.Node>();

  const use = (symbol: ts.Symbol | undefined): void =>
    symbol?.declarations?.forEach((declaration) => used.add(declaration));
  const useAll = (type: ts.Type): void => {
    for (const part of partsOf(type)) {
      for (const property of part.getProperties()) {
        if (property.declarations?.some((node) => declared.has(node)) !== true) continue;
        use(property);
        useAll(checker.getTypeOfSymbol(property));
      }
    }
  };
  const isTree = (type: ts.Type): boolean =>
    partsOf(type).some((part) =>
      part.getProperties().some((property) => property.declarations?.some((node) => declared.has(node))),
    );

  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) use(checker.getSymbolAtLocation(node.name));
    else if (ts.isElementAccessExpression(node) && isTree(checker.getTypeAtLocation(node.expression)))
      useKeys(node.argumentExpression, checker.getTypeAtLocation(node.expression));
    else if (ts.isObjectBindingPattern(node)) useBound(node);
    if (ts.isExpression(node)) useWhole(node);
    ts.forEachChild(node, visit);
  };

  const useKeys = (key: ts.Expression, tree: ts.Type): void => {
    for (const part of partsOf(checker.getTypeAtLocation(key))) {
      if (!part.isStringLiteral()) {
        useAll(tree);
        return;
      }
      for (const each of partsOf(tree)) use(each.getProperty(part.value));
    }
  };

  const useBound = (pattern: ts.ObjectBindingPattern): void => {
    const type = checker.getTypeAtLocation(pattern);
    for (const { propertyName, name, dotDotDotToken } of pattern.elements) {
      const key = propertyName ?? name;
      if (dotDotDotToken) useAll(checker.getTypeAtLocation(name));
      else if (ts.isIdentifier(key) || ts.isStringLiteral(key))
        for (const part of partsOf(type)) use(part.getProperty(key.text));
    }
  };

  const useWhole = (node: ts.Expression): void => {
    const { parent } = node;
    if (!ts.isIdentifier(node) && !ts.isCallExpression(node) && !isAccess(node)) return;
    if (isAccess(parent) && (parent.expression === node || ('name' in parent && parent.name === node)))
      return;
    if (ts.isPropertyAssignment(parent) && parent.name === node) return;
    const type = checker.getTypeAtLocation(node);
    if (!isTree(type)) return;
    const isSpread = ts.isSpreadAssignment(parent) || ts.isJsxSpreadAttribute(parent);
    const wanted = checker.getContextualType(node);
    const isElsewhere = wanted !== undefined && !isTree(wanted) && !isUnknownParameter(wanted);
    if (isSpread || isElsewhere) useAll(type);
  };

  const isUnknownParameter = (type: ts.Type): boolean => (type.flags & ts.TypeFlags.TypeParameter) !== 0;

  for (const source of program.getSourceFiles()) {
    if (!source.isDeclarationFile && isOurs(source.fileName)) visit(source);
  }
  return [...messages].filter(([declaration]) => !used.has(declaration)).map(([, path]) => path);
}

function isAccess(node: ts.Node): node is ts.PropertyAccessExpression | ts.ElementAccessExpression {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

function isOurs(file: string): boolean {
  return /\/(src|browser)\//.test(file) && !file.includes('/node_modules/') && !/\.spec\.tsx?$/.test(file);
}

function programOfSources(): ts.Program {
  const config = ts.getParsedCommandLineOfConfigFile(join(projectFolder, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  });
  const files = config?.fileNames.filter(isOurs) ?? [];
  return ts.createProgram([typesFile, ...files], { ...config?.options, noEmit: true });
}

/** What the types declare: the messages with their paths, and all properties, those of the trees among them. */
function declarationsIn(source: ts.SourceFile | undefined): {
  messages: ReadonlyMap<ts.Node, string>;
  declared: ReadonlySet<ts.Node>;
} {
  const messages = new Map<ts.Node, string>();
  const declared = new Set<ts.Node>();
  const within = (members: ts.NodeArray<ts.TypeElement>, path: string): void => {
    for (const member of members) {
      if (!ts.isPropertySignature(member) || member.type === undefined) continue;
      const key = ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) ? member.name.text : '';
      const inner = path === '' ? key : `${path}.${key}`;
      declared.add(member);
      if (ts.isTypeLiteralNode(member.type)) within(member.type.members, inner);
      else messages.set(member, inner);
    }
  };
  const interfaces = source?.statements.filter((node) => ts.isInterfaceDeclaration(node)) ?? [];
  for (const { members } of interfaces) within(members, '');
  return { messages, declared };
}
