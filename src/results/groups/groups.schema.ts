import { z } from 'zod';
import { count } from '../../http/answer.schema.js';
import { hiddenReasons } from './small-cells.rules.js';

/** People of one value; a number that may not be shown is null, and `suppressed` is true. */
export const group = z
  .strictObject({
    value: z.string().nullable().describe('Null for people without a value; `other` for several together.'),
    merged: z.array(z.string()).optional().describe('The values that are counted together here.'),
    invited: count,
    completed: count.nullable(),
    partial: count.nullable(),
    rr1: z.number().nullable(),
    suppressed: z.boolean(),
    reason: z.enum([...hiddenReasons, 'not_counted_yet']).nullable(),
  })
  .meta({ id: 'Group', description: 'People of one value; a number that may not be shown is null.' });

export const groupPreview = z
  .strictObject({
    columns: z.array(z.string()),
    participants: count,
    cells: z
      .array(z.strictObject({ values: z.array(z.string()), invited: count }))
      .describe('One for each crossing of the columns.'),
    merged: z.array(
      z.strictObject({
        column: z.string(),
        values: z.array(z.string()).describe('Too rare: counted together as `other`.'),
        kept: z.boolean().describe('Whether anything of the column can be told apart.'),
      }),
    ),
  })
  .meta({
    id: 'GroupPreview',
    description: 'How people would be grouped.',
    examples: [
      {
        columns: ['region'],
        participants: 381,
        cells: [
          { values: ['Nord'], invited: 200 },
          { values: ['other'], invited: 181 },
        ],
        merged: [{ column: 'region', values: ['Insel', 'Küste'], kept: true }],
      },
    ],
  });
