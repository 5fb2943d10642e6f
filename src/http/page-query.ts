import { z } from 'zod';

/** The query of every paged list: `?cursor=<next of the page before>&limit=<1–1000, default 100>`. */
export const pageQuery = z.object({
  cursor: z.string().max(500).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe('How many items a page has.'),
});
export type PageQuery = z.infer<typeof pageQuery>;
