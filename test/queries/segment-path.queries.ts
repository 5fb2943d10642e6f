import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { segmentPath } from '../../src/lists/segments/segment-path.js';
import {
  type Condition,
  type SegmentConditions,
  segmentConditions,
} from '../../src/lists/segments/segment.schema.js';
import { startApp, type TestApp } from '../support/app.js';

type Attributes = Record<string, string>;

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ env: { ROLES: 'web' } });
});

afterAll(async () => {
  await app.close();
});

/** Everything that means something in a path, a string or a regular expression, and letters of all kinds. */
const alphabet = [
  ...Array.from('aAbBzZ05 .*+?^$()[]{}|\\"\'`/-_@#:,;%&!=<>~äÄöÖßéÉ€ñ\n\t'),
  '😀',
  '👩‍👧',
  '\u00a0',
  '\u202e',
];
const text = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 6 });
const numbers = fc.oneof(
  fc.integer({ min: -999, max: 999 }).map(String),
  fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 })).map((n) => n.join('.')),
);
const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const attribute = fc.oneof(
  fc.constantFrom(
    'role',
    'Größe',
    '__proto__',
    'a"b',
    "o'hara",
    'x\\',
    '$.a',
    '@',
    '*',
    'last()',
    '" || 1 == 1',
  ),
  text,
);
const stored = fc.oneof(
  text,
  numbers,
  days,
  fc.constantFrom('', 'NaN', 'Infinity', '1e5', '0x10', ' 5', '7 '),
);

const attributes: fc.Arbitrary<Attributes> = fc
  .array(fc.tuple(attribute, stored), { maxLength: 5 })
  .map((pairs) => Object.fromEntries(pairs));

/** A condition that has something to do with one of the people. */
const conditionOn = (people: readonly Attributes[]): fc.Arbitrary<Condition> => {
  const pairs = people.flatMap((person) => Object.entries(person));
  const known = pairs.length > 0 ? fc.constantFrom(...pairs) : fc.tuple(attribute, text);
  const near = fc.tuple(known, text, fc.nat(3)).map(([[name, value], other, turn]): [string, string] => {
    const part = Array.from(value)
      .slice(turn % 2)
      .join('');
    const said = [value, part, value.toUpperCase(), other][turn] ?? other;
    return [name, said === '' ? other : said];
  });
  const comparison = fc.constantFrom('equal', 'not_equal', 'contains', 'starts_with');
  return fc.oneof(
    fc.tuple(near, comparison).map(([[name, value], is]): Condition => ({ attribute: name, is, value })),
    fc
      .tuple(near, fc.array(text, { minLength: 1, maxLength: 3 }))
      .map(([[name, value], more]): Condition => ({
        attribute: name,
        is: 'one_of',
        value: [...more, value],
      })),
    fc
      .tuple(near, fc.constantFrom('filled', 'empty'))
      .map(([[name], is]): Condition => ({ attribute: name, is })),
    fc
      .tuple(near, fc.constantFrom('greater', 'less'), fc.oneof(numbers, days))
      .map(([[name], is, value]): Condition => ({ attribute: name, is, value })),
  );
};

const cases = fc.array(attributes, { minLength: 1, maxLength: 6 }).chain((people) =>
  fc.record({
    people: fc.constant(people),
    match: fc.constantFrom('all', 'any'),
    conditions: fc.array(conditionOn(people), { minLength: 1, maxLength: 4 }),
  }),
);

test('Postgres finds whom plain reading of the conditions finds', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ people, ...said }) => {
      const conditions = segmentConditions.parse(said);
      expect(await found(people, conditions)).toEqual(people.map((person) => isIn(person, conditions)));
    }),
    { numRuns: 600 },
  );
});

test('the largest of all conditions are plain lists of characters to Postgres, and find nobody', async () => {
  const value = Array.from({ length: 50 }, (_, i) => `${'[ä'.repeat(98)}${String(i)}`);
  const conditions = Array.from({ length: 20 }, (_, i): Condition => ({
    attribute: `a${i}`,
    is: 'one_of',
    value,
  }));
  const people = Array.from({ length: 200 }, () =>
    Object.fromEntries(conditions.map((c) => [c.attribute, 'x'])),
  );
  expect(await found(people, { match: 'any', conditions })).toEqual(people.map(() => false));
  // Nothing is repeated in them, so that nothing is tried in more than one way.
  const patterns = segmentPath({ match: 'any', conditions }).match(/"\^\(\?:[^"]*\)\$"/g) ?? [];
  expect(patterns).toHaveLength(20);
  for (const pattern of patterns) {
    const listed = pattern
      .slice(5, -3)
      .replaceAll(/\\\\./g, '')
      .replaceAll(/\[[^\]]*\]/g, '');
    expect(listed).not.toMatch(/[*+?{}()]/);
  }
});

async function found(people: readonly Attributes[], conditions: SegmentConditions): Promise<boolean[]> {
  const rows = await app.rows<{ in: boolean }>(
    `SELECT coalesce(attributes @@ $2::jsonpath, false) AS in
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS people (attributes, place) ORDER BY place`,
    [JSON.stringify(people), segmentPath(conditions)],
  );
  return rows.map((row) => row.in);
}

function isIn(person: Attributes, { match, conditions }: SegmentConditions): boolean {
  const holds = conditions.map((condition) => fulfils(person, condition));
  return match === 'all' ? holds.every(Boolean) : holds.some(Boolean);
}

function fulfils(person: Attributes, { attribute: name, is, value }: Condition): boolean {
  const has = Object.hasOwn(person, name) ? (person[name] ?? '') : null;
  const texts = [value ?? []].flat().map((one) => one.toLowerCase());
  const [text = ''] = texts;
  const lower = has?.toLowerCase();
  switch (is) {
    case 'equal':
    case 'one_of':
      return lower !== undefined && texts.includes(lower);
    case 'not_equal':
      return lower !== text;
    case 'contains':
      return lower?.includes(text) ?? false;
    case 'starts_with':
      return lower?.startsWith(text) ?? false;
    case 'filled':
      return has !== null && has !== '';
    case 'empty':
      return has === null || has === '';
    case 'greater':
    case 'less':
      return has !== null && inOrder(is === 'less' ? [has, text] : [text, has]);
  }
}

function inOrder([low, high]: [string, string]): boolean {
  const both = (pattern: RegExp) => pattern.test(low) && pattern.test(high);
  if (both(/^-?\d+(\.\d+)?$/)) return Number(low) < Number(high);
  return both(/^\d{4}-\d\d-\d\d$/) && low < high;
}
