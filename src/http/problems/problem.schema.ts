import { z } from 'zod';

/** `ProblemDocument` as it is described and checked. */
export const problemDocument = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string().meta({ description: 'The words of the status.' }),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: 'What went wrong, in English, for people.' }),
    code: z.string().meta({ description: 'Which problem it is; stable, to be relied on by scripts.' }),
    problems: z
      .array(
        z.strictObject({
          path: z.string().meta({ description: 'The field, row or element of the questionnaire.' }),
          code: z.string().meta({
            description:
              'What is wrong there, for example `field.required`; stable, to be relied on by scripts.',
          }),
          message: z.string().meta({ description: 'What would be right, in English, for people.' }),
        }),
      )
      .meta({ description: 'What is wrong where, for input that is.' }),
  })
  .meta({
    id: 'Problem',
    description: 'A problem document of RFC 9457.',
    examples: [
      {
        type: 'about:blank',
        title: 'Unprocessable Entity',
        status: 422,
        detail: 'name: is required',
        code: 'input.invalid',
        problems: [{ path: 'name', code: 'field.required', message: 'is required' }],
      },
    ],
  });
