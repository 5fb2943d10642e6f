import { Body, type PipeTransform, Query } from '@nestjs/common';
import type { z } from 'zod';
import { InvalidInput } from '../../common/errors.js';
import { storableText } from '../problems/storable-text.js';
import { checkedBy } from '../problems/zod-problems.js';

/**
 * The JSON body of a call, checked: `@ZodBody(newList) body: z.infer<typeof newList>`. The schema is
 * also what OpenAPI shows. A field it does not know is refused, in nested objects too if those are
 * `z.strictObject`.
 */
export function ZodBody(schema: z.ZodObject): ParameterDecorator {
  return Body(pipedThrough(schema));
}

/** The query string of a call, checked like a body; every value arrives as text. */
export function ZodQuery(schema: z.ZodObject): ParameterDecorator {
  return Query(pipedThrough(schema));
}

function pipedThrough(schema: z.ZodObject) {
  const strict = schema.strict();
  return { schema: strict, pipes: [new ZodPipe(strict, schema)] };
}

/** @throws InvalidInput with one problem per wrong field */
export class ZodPipe implements PipeTransform {
  /** @param named the schema as it was declared, with its name in the description of the API */
  constructor(
    private readonly schema: z.ZodType,
    readonly named: z.ZodObject,
  ) {}

  transform(value: unknown): unknown {
    const unstorable = storableText(value);
    if (unstorable) throw new InvalidInput([unstorable]);

    const checked = checkedBy(this.schema, value);
    if (!checked.isValid) throw new InvalidInput(checked.problems);
    return checked.data;
  }
}
