import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** What may be written in a body, or what is read in an answer: a default makes the two differ. */
export type Direction = 'input' | 'output';

/**
 * Turns zod schemas into JSON Schema, those with a name (`.meta({ id })`) into components that are
 * referred to.
 */
export class Components {
  readonly schemas: Record<string, JsonSchema> = {};

  /** @throws Error where two different schemas have the same name */
  add(schema: z.ZodType, direction: Direction): JsonSchema {
    const { $defs = {}, ...whole } = z.toJSONSchema(schema, {
      io: direction,
      override: ({ jsonSchema }) => {
        simplify(jsonSchema, direction);
      },
    });
    delete whole.$schema;
    for (const [name, definition] of Object.entries($defs)) this.define(name, definition);
    const name = schema.meta()?.id;
    if (name === undefined) return referring(whole);
    if (!('$ref' in whole)) this.define(name, whole);
    return { $ref: `#/components/schemas/${name}` };
  }

  private define(name: string, definition: object): void {
    const rest = referring({ ...definition });
    delete rest['id'];
    delete rest['$id'];
    const known = this.schemas[name];
    if (known && JSON.stringify(known) !== JSON.stringify(rest))
      throw new Error(`two schemas are named ${name}: ${JSON.stringify([known, rest])}`);
    this.schemas[name] = rest;
  }
}

/**
 * Removes what is irrelevant to a reader, and allows additional fields in answers, so that new fields break
 * no client.
 */
function simplify(schema: z.core.JSONSchema.BaseSchema, direction: Direction): void {
  if (schema.format === 'date-time' || schema.format === 'email') delete schema.pattern;
  if (schema.type === 'integer') {
    if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
    if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  }
  if (direction === 'output' && schema.additionalProperties === false) delete schema.additionalProperties;
}

/** The same with references into the components of the document. */
function referring(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}
