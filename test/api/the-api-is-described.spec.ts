import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { apiChanges } from '../../scripts/api-changes.mjs';
import { openApiDocument } from '../../src/http/openapi/openapi-document.js';
import { apiOperations } from '../../src/http/openapi/operations.js';
import '../../src/app/app.module.js';
import { projectFolder } from '../../src/common/project-folder.js';

const FILE = join(projectFolder, 'docs/openapi.json');
const operations = apiOperations();
const built = `${JSON.stringify(openApiDocument(operations), null, 2)}\n`;
if (process.env['UPDATE_OPENAPI']) writeFileSync(FILE, built);

test('docs/openapi.json is what the code says', () => {
  const committed = readFileSync(FILE, 'utf8');
  // Named first, as a text of ten thousand lines tells nobody what differs.
  expect(apiChanges(JSON.parse(committed) as object, JSON.parse(built) as object)).toEqual([]);
  expect(committed === built || 'not the same: npm run openapi').toBe(true);
});

describe('every operation', () => {
  test.each(operations.map((operation) => [operation.description.id, operation] as const))(
    '%s has a summary, an answer and examples',
    (_, { description, body }) => {
      expect(description.summary).toMatch(/^[A-Z].*[^.]$/);
      const schemas = [description.answer, body].filter((schema) => schema instanceof z.ZodType);
      for (const schema of schemas) {
        const { id, examples } = schema.meta() ?? {};
        expect(id).toMatch(/^[A-Z]\w+$/);
        const [example] = (examples ?? []) as unknown[];
        expect(schema.safeParse(example).error).toBeUndefined();
      }
    },
  );

  test('has a name of its own', () => {
    const ids = operations.map(({ description: { id } }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
