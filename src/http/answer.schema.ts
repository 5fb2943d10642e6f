import { z } from 'zod';

/** Parts that the answers of all features are made of. */

/** A 64-bit number in decimal, as text: JavaScript could not hold all of them. */
export const id = z
  .string()
  .regex(/^[1-9]\d{0,18}$/)
  .meta({ id: 'Id', description: 'A 64-bit number in decimal, as text.', examples: ['42'] });

export const instant = z.iso
  .datetime()
  .meta({ id: 'Instant', description: 'An instant in UTC.', examples: ['2027-10-18T08:00:00.000Z'] });

export const localDateTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/)
  .meta({
    id: 'LocalDateTime',
    description: "Wall-clock time; the zone is the survey's.",
    examples: ['2027-11-12T23:59'],
  });

export const count = z.int().min(0);

/** A page of a longer list, named after its items. */
export function pageSchema<Item extends z.ZodType>(name: string, item: Item) {
  return z
    .strictObject({
      items: z.array(item),
      next: z
        .string()
        .nullable()
        .meta({ description: 'The cursor of the following page; null on the last.' }),
    })
    .meta({ id: name, examples: [{ items: exampleItems(item), next: null }] });
}

/** A whole list, which has no further pages. */
export function itemsSchema<Item extends z.ZodType>(name: string, item: Item) {
  return z
    .strictObject({ items: z.array(item) })
    .meta({ id: name, examples: [{ items: exampleItems(item) }] });
}

function exampleItems<Item extends z.ZodType>(item: Item): z.output<Item>[] {
  const examples = (item.meta()?.examples ?? []) as z.output<Item>[];
  return examples.slice(0, 1);
}
