import { BadRequestException, PayloadTooLargeException } from '@nestjs/common';
import type { BodyRule } from './takes-body.js';

/** No object that is taken anywhere has nearly as many; checking each of 100,000 keys would keep others waiting. */
const MAX_KEYS = 2000;

type JsonLimits = Pick<BodyRule, 'fields' | 'depth'>;

/**
 * Reads JSON (RFC 8259) whose shape is looked at first, in one pass over the text: a parser that builds
 * 800,000 levels, and everything behind it, would choke on them.
 *
 * @throws BadRequestException for invalid JSON, a key that comes twice, a level too deep, `__proto__`
 * @throws PayloadTooLargeException for more keys and items than the limit, or too many keys in one object
 */
export function parseJson(text: string, limits: JsonLimits): unknown {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  checkShape(json, limits);
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw malformed('The body is not valid JSON.');
  }
}

/** An object or list that has begun; a list has no keys. */
type Level = { keys: Set<string> | null; awaitsKey: boolean };

function checkShape(json: string, { fields, depth }: JsonLimits): void {
  const levels: Level[] = [];
  let count = 0;
  for (let at = 0; at < json.length; at += 1) {
    const character = json.charAt(at);
    switch (character) {
      case '{':
      case '[':
        if (levels.length === depth) throw malformed(`The JSON is nested more than ${depth} levels deep.`);
        levels.push(
          character === '{' ? { keys: new Set(), awaitsKey: true } : { keys: null, awaitsKey: false },
        );
        count += 1;
        break;
      case '}':
      case ']':
        levels.pop();
        break;
      case ',': {
        const level = levels.at(-1);
        if (level?.keys) level.awaitsKey = true;
        count += 1;
        break;
      }
      case '"': {
        const end = endOfString(json, at);
        const level = levels.at(-1);
        if (level?.keys && level.awaitsKey) {
          addKey(level.keys, json.slice(at, end));
          level.awaitsKey = false;
        }
        at = end - 1;
        break;
      }
    }
    if (count > fields)
      throw new PayloadTooLargeException(`The JSON has more than the ${fields} keys and items taken here.`);
  }
}

/** Behind the closing quotation mark of the string that begins here. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    if (json[at] === '"') return at + 1;
    if (json[at] === '\\') at += 1;
  }
  throw malformed('The body is not valid JSON.');
}

function addKey(keys: Set<string>, quoted: string): void {
  const key = quoted.includes('\\') ? unescaped(quoted) : quoted.slice(1, -1);
  if (keys.has(key)) throw malformed(`The key "${key.slice(0, 100)}" comes twice in one object.`);
  if (key === '__proto__') throw malformed('The key "__proto__" is not taken.');
  keys.add(key);
  if (keys.size > MAX_KEYS)
    throw new PayloadTooLargeException(`One object of the JSON has more than ${MAX_KEYS} fields.`);
}

function unescaped(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    throw malformed('The body is not valid JSON.');
  }
}

function malformed(message: string): BadRequestException {
  return new BadRequestException(message);
}
