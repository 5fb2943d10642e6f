import { aNumber, type Condition, type SegmentConditions } from './segment.schema.js';

/**
 * A segment's conditions as a JSON path predicate of Postgres, for `attributes @@ path`: true for who is
 * in, false or null for who is not. Names and values only ever stand in it as quoted literals.
 *
 * Attributes are texts. Upper and lower case do not matter: every letter is written as a class of its
 * forms, as the flag "i" depends on the server's locale and leaves umlauts alone under C.
 *
 * https://www.postgresql.org/docs/18/functions-json.html#FUNCTIONS-SQLJSON-PATH
 */
export function segmentPath({ match, conditions }: SegmentConditions): string {
  return conditions.map((one) => `(${predicate(one)})`).join(match === 'all' ? ' && ' : ' || ');
}

function predicate({ attribute, is, value = '' }: Condition): string {
  const at = `$.${literal(attribute)}`;
  const like = (pattern: string): string => `${at} like_regex ${literal(pattern)}`;
  const values = [value].flat().map(anyCase);
  const text = values.join('|');
  switch (is) {
    case 'equal':
    case 'one_of':
      return like(`^(?:${text})$`);
    case 'not_equal':
      return `!(${like(`^(?:${text})$`)})`;
    case 'contains':
      return like(text);
    case 'starts_with':
      return like(`^${text}`);
    case 'filled':
      return `exists(${at} ? (@ != ""))`;
    case 'empty':
      return `!exists(${at} ? (@ != ""))`;
    case 'greater':
      return ordered(at, '>', String(value));
    case 'less':
      return ordered(at, '<', String(value));
  }
}

const storedDay = '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9:.Z+-]*)?$';

/** Numbers with numbers, days with days in the order of their text; anything else is no match. */
function ordered(at: string, operator: '>' | '<', value: string): string {
  return aNumber.test(value)
    ? `${at} ? (@ like_regex ${literal(aNumber.source)}).double() ${operator} ${String(Number(value))}`
    : `${at} ? (@ like_regex ${literal(storedDay)}) ${operator} ${literal(value)}`;
}

/** Strings of JSON path are those of JavaScript, so those of JSON are among them. */
function literal(text: string): string {
  return JSON.stringify(text);
}

/** A regular expression that matches exactly this text, whatever the case of its letters. */
function anyCase(text: string): string {
  return Array.from(text).map(formsOf).join('');
}

function formsOf(character: string): string {
  const forms = new Set([character, character.toLowerCase(), character.toUpperCase()].filter(isOneCharacter));
  if (forms.size > 1) return `[${[...forms].join('')}]`;
  return /[\\^$.*+?()[\]{}|]/.test(character) ? `\\${character}` : character;
}

/** „ß“ in capitals is two letters, which a class cannot hold. */
function isOneCharacter(text: string): boolean {
  return Array.from(text).length === 1;
}
