import { Body, type PipeTransform, Query } from '@nestjs/common';
import { z } from 'zod';
import { InvalidInput, type Problem } from '../common/errors.js';
import { storableText } from './storable-text.js';

/**
 * The JSON body of a call, checked: `@ZodBody(newList) body: z.infer<typeof newList>`. The schema is
 * also what OpenAPI shows. A field it does not know is refused, in nested objects too if those are
 * `z.strictObject`.
 */
export function ZodBody(schema: z.ZodObject): ParameterDecorator {
  return Body(checkedBy(schema));
}

/** The query string of a call, checked like a body; every value arrives as text. */
export function ZodQuery(schema: z.ZodObject): ParameterDecorator {
  return Query(checkedBy(schema));
}

function checkedBy(schema: z.ZodObject) {
  const strict = schema.strict();
  return { schema: strict, pipes: [new ZodPipe(strict, schema)] };
}

/** So many wrong fields are named; nobody reads more, and each costs time and room. */
const MOST_PROBLEMS = 100;

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

    const parsed = this.schema.safeParse(value, { error: saidShortly });
    if (!parsed.success) {
      const issues = parsed.error.issues.slice(0, MOST_PROBLEMS);
      throw new InvalidInput(issues.flatMap(problemsOf).slice(0, MOST_PROBLEMS));
    }
    return parsed.data;
  }
}

function saidShortly(issue: { code?: string | undefined; input?: unknown }): string | undefined {
  return issue.code === 'invalid_type' && issue.input === undefined ? 'is required' : undefined;
}

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, MOST_PROBLEMS)
      .map((key) => ({ path: pathOf([...issue.path, key]), message: 'is not a known field' }));
  }
  return [{ path: pathOf(issue.path), message: issue.message }];
}

/** `pages[0].elements[2].type`; `body` for the whole. */
export function pathOf(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text.replace(/^\./, '') || 'body';
}
