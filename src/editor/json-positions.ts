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

class Wrong extends Error {
  constructor(
    readonly code: JsonError,
    readonly offset: number,
  ) {
    super(code);
  }
}

const DEEPEST = 100;

/**
 * Reads JSON (RFC 8259) and keeps where everything stands, so that what a compiler says about
 * `pages[1].elements[2].visibleIf` can be shown at its line. A path that leads nowhere (a property that
 * is missing) has the place of the longest part of it that exists.
 */
export function readJson(text: string): ReadJson {
  const offsets = new Map<string, number>([['', 0]]);
  let at = 0;

  const skip = () => {
    while (/[ \t\r\n\ufeff]/.test(text[at] ?? '')) at += 1;
  };
  const fail = (code: JsonError, offset = at): never => {
    throw new Wrong(at >= text.length ? 'end' : code, offset);
  };
  const string = (): string => {
    const whole = /"(?:[^"\\\r\n]|\\.)*"/y;
    whole.lastIndex = at;
    const found = whole.exec(text)?.[0] ?? fail('string');
    try {
      const value = JSON.parse(found) as string;
      at += found.length;
      return value;
    } catch {
      return fail('string');
    }
  };
  const value = (path: string, depth: number): unknown => {
    skip();
    if (!offsets.has(path)) offsets.set(path, at);
    if (depth > DEEPEST) fail('unexpected');
    if (text[at] === '{') return object(path, depth);
    if (text[at] === '[') return list(path, depth);
    if (text[at] === '"') return string();
    const plain = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;
    plain.lastIndex = at;
    const found = plain.exec(text)?.[0] ?? fail('unexpected');
    at += found.length;
    return JSON.parse(found) as unknown;
  };
  const object = (path: string, depth: number): unknown => {
    const entries = new Map<string, unknown>();
    at += 1;
    skip();
    if (text[at] === '}') at += 1;
    else
      for (;;) {
        skip();
        const keyAt = at;
        if (text[at] !== '"') fail('key');
        const key = string();
        if (entries.has(key)) fail('twice', keyAt);
        const here = path ? `${path}.${key}` : key;
        offsets.set(here, keyAt);
        skip();
        if (text[at] !== ':') fail('colon');
        at += 1;
        entries.set(key, value(here, depth + 1));
        skip();
        const end = text[at];
        if (end !== ',' && end !== '}') fail('comma');
        at += 1;
        if (end === '}') break;
        skip();
        if (text[at] === '}') fail('trailing_comma');
      }
    return Object.fromEntries(entries);
  };
  const list = (path: string, depth: number): unknown => {
    const items: unknown[] = [];
    at += 1;
    skip();
    if (text[at] === ']') at += 1;
    else
      for (;;) {
        items.push(value(`${path}[${items.length}]`, depth + 1));
        skip();
        const end = text[at];
        if (end !== ',' && end !== ']') fail('comma');
        at += 1;
        if (end === ']') break;
        skip();
        if (text[at] === ']') fail('trailing_comma');
      }
    return items;
  };

  try {
    const whole = value('', 0);
    skip();
    if (at < text.length) fail('unexpected');
    return { value: whole, positionOf: (path) => position(text, offsetOf(offsets, path)) };
  } catch (error) {
    if (error instanceof Wrong) return { error: error.code, at: position(text, error.offset) };
    throw error;
  }
}

function offsetOf(offsets: ReadonlyMap<string, number>, path: string): number {
  for (let rest = path; ; rest = rest.replace(/(?:^|\.)[^.[\]]*$|\[\d+\]$/, '')) {
    const known = offsets.get(rest);
    if (known !== undefined) return known;
    if (rest === '' || rest === rest.replace(/(?:^|\.)[^.[\]]*$|\[\d+\]$/, '')) return 0;
  }
}

function position(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
