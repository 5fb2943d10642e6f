import { z } from 'zod';
import { count } from '../http/answer.schema.js';

export const openLinkInput = z
  .strictObject({
    on: z.boolean(),
    slug: z.string().max(60).optional().describe('Its address; made up where it is left out.'),
    perMinute: z.int().min(1).max(10_000).optional().describe('Responses in a minute, all people together.'),
  })
  .meta({ id: 'OpenLinkChange', examples: [{ on: true, slug: 'zukunft-2027', perMinute: 60 }] });

/** Every field but `on` is null before it was first switched on. */
export const openLink = z
  .strictObject({
    on: z.boolean(),
    slug: z.string().nullable(),
    perMinute: count.nullable(),
    url: z.string().nullable(),
  })
  .meta({
    id: 'OpenLink',
    description: 'A link that anybody may use, beside the personal ones.',
    examples: [
      {
        on: true,
        slug: 'zukunft-2027',
        perMinute: 60,
        url: 'https://umfrage.example.org/o/zukunft-2027',
      },
    ],
  });
