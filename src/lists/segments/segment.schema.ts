import { issue } from '../../http/problems/zod-problems.js';
import { coded, type CodedText, packed } from '../../common/coded-text.js';
import { z } from 'zod';
import { count, id, instant, pageSchema } from '../../http/answer.schema.js';
import { storableText } from '../../http/problems/storable-text.js';

export const comparisons = [
  'equal',
  'not_equal',
  'one_of',
  'contains',
  'starts_with',
  'filled',
  'empty',
  'greater',
  'less',
] as const;
export type Comparison = (typeof comparisons)[number];

export const matches = ['all', 'any'] as const;
export type Match = (typeof matches)[number];

export const MAX_CONDITIONS = 20;
export const MAX_VALUES_PER_CONDITION = 50;
const longestValue = 200;

/** A number such as `-3.5`; attributes that read so are compared as numbers. */
export const aNumber = /^[+-]?[0-9]{1,15}([.][0-9]{1,15})?$/;
/** A calendar day of ISO 8601. */
export const aDay = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

const storable = (text: string): boolean => storableText(text) === null;
const unstorable = issue('field.unstorable');

const value = z.string().min(1).max(longestValue).refine(storable, unstorable);

/** What is said of one attribute. What a comparison needs for a value depends on it. */
const condition = z
  .strictObject({
    attribute: z.string().min(1, issue('field.required')).max(100).refine(storable, unstorable),
    is: z.enum(comparisons),
    value: z
      .union([
        value,
        z
          .array(value)
          .min(1, issue('field.empty'))
          .max(
            MAX_VALUES_PER_CONDITION,
            issue('segment.too_many_values', { most: MAX_VALUES_PER_CONDITION }),
          ),
      ])
      .optional(),
  })
  .superRefine((said, context) => {
    const wrong = valueProblem(said);
    if (wrong) context.addIssue({ code: 'custom', path: ['value'], message: packed(wrong) });
  });
export type Condition = z.output<typeof condition>;

function valueProblem({
  is,
  value: given,
}: {
  is: Comparison;
  value?: string | string[] | undefined;
}): CodedText | null {
  if (is === 'filled' || is === 'empty')
    return given === undefined ? null : coded('segment.needless_value', { is });
  if (given === undefined) return coded('field.required');
  if (is === 'one_of') return Array.isArray(given) ? null : coded('segment.not_a_list');
  if (Array.isArray(given)) return coded('segment.not_one_text');
  const isOrder = is === 'greater' || is === 'less';
  return !isOrder || aNumber.test(given) || aDay.test(given) ? null : coded('segment.not_ordered');
}

const conditions = z
  .array(condition)
  .min(1, issue('field.empty'))
  .max(MAX_CONDITIONS, issue('segment.too_many_conditions', { most: MAX_CONDITIONS }));

const exampleConditions = [{ attribute: 'role', is: 'equal' as const, value: 'ehrenamtlich' }];

/** Conditions on the attributes of a list's people, and whether all of them must hold or one is enough. */
export const segmentConditions = z
  .strictObject({ match: z.enum(matches).default('all'), conditions })
  .meta({ id: 'SegmentConditions', examples: [{ match: 'all', conditions: exampleConditions }] });
export type SegmentConditions = z.output<typeof segmentConditions>;

const name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((text) => !/\p{Cc}/u.test(text), issue('field.not_one_line'))
  .refine(storable, unstorable);

export const segmentInput = z.strictObject({ name, ...segmentConditions.shape }).meta({
  id: 'NewSegment',
  examples: [{ name: 'Ehrenamt', match: 'all', conditions: exampleConditions }],
});
export type SegmentInput = z.output<typeof segmentInput>;

export const segmentChange = z
  .strictObject({ name, match: z.enum(matches), conditions })
  .partial()
  .meta({ id: 'SegmentChange', examples: [{ name: 'Ehrenamtliche' }] });
export type SegmentChange = z.output<typeof segmentChange>;

export const segment = z
  .strictObject({
    id,
    listId: id,
    name: z.string(),
    match: z.enum(matches),
    conditions: z.array(
      z.strictObject({
        attribute: z.string(),
        is: z.enum(comparisons),
        value: z.union([z.string(), z.array(z.string())]).optional(),
      }),
    ),
    createdAt: instant,
    matching: count.describe('How many people of the list are in it now.'),
  })
  .meta({
    id: 'Segment',
    description: 'A stored condition on a list; who is in it is asked anew each time.',
    examples: [
      {
        id: '2',
        listId: '1',
        name: 'Ehrenamt',
        match: 'all',
        conditions: exampleConditions,
        createdAt: '2027-10-04T07:40:00.000Z',
        matching: 214,
      },
    ],
  });

export const segments = pageSchema('Segments', segment);

export const segmentCount = z.strictObject({ matching: count, total: count }).meta({
  id: 'SegmentCount',
  description: 'How many people of a list fulfil conditions, of how many.',
  examples: [{ matching: 214, total: 396 }],
});
