import {
  createScanner,
  findNodeAtLocation,
  getLocation,
  type JSONPath,
  type Node,
  type ParseError,
  ParseErrorCode,
  parseTree,
  SyntaxKind,
} from 'jsonc-parser';

/** A place in a text, both counted from 1. */
export interface Position {
  line: number;
  column: number;
}

export type ReadJson =
  | { value: unknown; positionOf: (path: string) => Position }
  /** What is wrong, as a code, and where. */
  | { error: JsonError; at: Position };

export type JsonError =
  'end' | 'unexpected' | 'string' | 'comma' | 'colon' | 'key' | 'trailing_comma' | 'twice';

interface Wrong {
  code: JsonError;
  offset: number;
}

const MAX_DEPTH = 100;

/**
 * Reads JSON (RFC 8259) and keeps where everything stands, so that what a compiler says about
 * `pages[1].elements[2].visibleIf` can be shown at its line. A path that leads nowhere (a property that
 * is missing) has the place of the longest part of it that exists.
 */
export function readJson(source: string): ReadJson {
  const text = source.replace(/^\ufeff/, ' ');
  const errors: ParseError[] = [];
  const tooDeep = placeTooDeep(text);
  const tree =
    tooDeep === null
      ? parseTree(text, errors, { disallowComments: true, allowEmptyContent: false })
      : undefined;
  const wrong =
    tooDeep ??
    (errors[0] ? wrongOf(errors[0], text) : tree ? keyGivenTwice(tree) : { code: 'end', offset: 0 });
  if (!tree || wrong) return { error: wrong?.code ?? 'end', at: position(text, wrong?.offset ?? 0) };
  return {
    value: JSON.parse(text) as unknown,
    positionOf: (path) => position(text, offsetOf(tree, path)),
  };
}

/** The parser calls itself for every level, so the levels are counted before. */
function placeTooDeep(text: string): Wrong | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) depth += 1;
    else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) depth -= 1;
    if (depth > MAX_DEPTH) return { code: 'unexpected', offset: scanner.getTokenOffset() };
  }
  return null;
}

function wrongOf({ error, offset }: ParseError, text: string): Wrong {
  if (offset >= text.length) return { code: 'end', offset };
  switch (error) {
    case ParseErrorCode.ColonExpected:
      return { code: 'colon', offset };
    case ParseErrorCode.CommaExpected:
    case ParseErrorCode.CloseBraceExpected:
    case ParseErrorCode.CloseBracketExpected:
      return { code: 'comma', offset };
    case ParseErrorCode.UnexpectedEndOfString:
    case ParseErrorCode.InvalidUnicode:
    case ParseErrorCode.InvalidEscapeCharacter:
    case ParseErrorCode.InvalidCharacter:
      return { code: 'string', offset };
    default: {
      const isTrailing = /[}\]]/.test(text[offset] ?? '') && /,\s*$/.test(text.slice(0, offset));
      if (isTrailing) return { code: 'trailing_comma', offset };
      return { code: getLocation(text, offset).isAtPropertyKey ? 'key' : 'unexpected', offset };
    }
  }
}

/** JSON leaves open which of two equal keys counts, so none may be given twice. */
function keyGivenTwice(node: Node): Wrong | null {
  const keys = new Set<unknown>();
  for (const child of node.children ?? []) {
    const key = node.type === 'object' ? child.children?.[0] : undefined;
    if (key && keys.has(key.value)) return { code: 'twice', offset: key.offset };
    if (key) keys.add(key.value);
    const within = keyGivenTwice(child);
    if (within) return within;
  }
  return null;
}

/** A property begins with its key, an item of a list with itself. */
function offsetOf(tree: Node, path: string): number {
  const steps: JSONPath = [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, index]) =>
    index === undefined ? name : Number(index),
  );
  for (; steps.length > 0; steps.pop()) {
    const node = findNodeAtLocation(tree, steps);
    if (node) return (node.parent?.type === 'property' ? node.parent : node).offset;
  }
  return tree.offset;
}

function position(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
