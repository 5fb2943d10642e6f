import { z } from 'zod';
import { id } from '../answer.schema.js';
import type { FileAnswer } from './describes.js';
import { problemDocument } from '../problems/problem.schema.js';
import { Components, type JsonSchema } from './components.js';
import { about, tags } from './introduction.js';
import type { Operation } from './operations.js';
import { problemAnswer, problemsOf, sharedProblems } from './problem-answers.js';

/** A document of OpenAPI 3.1, as far as it is built here. */
export interface OpenApiDocument {
  openapi: '3.1.0';
  info: object;
  paths: Record<string, Record<string, object>>;
  components: { schemas: Record<string, JsonSchema> } & Record<string, object>;
  [field: string]: unknown;
}

/** The description of the API that its operations make up. */
export function openApiDocument(operations: readonly Operation[]): OpenApiDocument {
  const components = new Components();
  components.add(problemDocument, 'output');
  const paths: OpenApiDocument['paths'] = {};
  for (const operation of operations) {
    const item = (paths[operation.path] ??= {});
    item[operation.method] = operationObject(operation, components);
  }
  const { schemas } = components;
  return {
    openapi: '3.1.0',
    info: about,
    servers: [{ url: '/', description: 'This server' }],
    tags: tags.filter(({ name }) => operations.some(({ tag }) => tag === name)),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).sort(([one], [other]) => (one < other ? -1 : 1))),
      parameters: { IdempotencyKey: idempotencyKey },
      headers,
      responses: sharedProblems(),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token as `npm run cli -- token add --name <name>` or the console makes it.',
        },
      },
    },
  };
}

function operationObject(operation: Operation, components: Components): object {
  const { description, tag, method } = operation;
  const parameters = [
    ...pathParameters(operation, components),
    ...queryParameters(operation, components),
    ...(method === 'post' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ];
  const body = bodyOf(operation, components);
  return {
    operationId: description.id,
    summary: description.summary,
    ...(description.description !== undefined && { description: description.description }),
    tags: [tag],
    security: [{ bearer: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: body }),
    responses: {
      [description.status]: answerOf(operation, components),
      ...Object.fromEntries(
        [...problemsOf(operation)].map(([status, codes]) => [status, problemAnswer(status, codes)]),
      ),
    },
  };
}

function pathParameters({ path }: Operation, components: Components): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: components.add(name === 'provider' ? z.string() : id, 'input'),
  }));
}

function queryParameters({ query }: Operation, components: Components): object[] {
  if (!query) return [];
  const whole = components.add(query, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: readonly string[];
  };
  return Object.entries(whole.properties ?? {}).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    ...(description !== undefined && { description }),
    ...(whole.required?.includes(name) && { required: true }),
    schema,
  }));
}

function bodyOf({ body, description: { takesFile } }: Operation, components: Components): object | null {
  if (takesFile) return { required: true, ...fileOf(takesFile) };
  if (!body) return null;
  return { required: true, content: { 'application/json': { schema: components.add(body, 'input') } } };
}

function answerOf({ method, description: { answer } }: Operation, components: Components): object {
  if (answer === null) return { description: 'Done.' };
  if (!(answer instanceof z.ZodType)) return fileOf(answer);
  return {
    description: answer.meta()?.description ?? 'As described.',
    ...(method === 'post' && {
      headers: { 'Idempotency-Replayed': { $ref: '#/components/headers/IdempotencyReplayed' } },
    }),
    content: { 'application/json': { schema: components.add(answer, 'output') } },
  };
}

function fileOf({ description, examples }: FileAnswer): object {
  const content = Object.entries(examples).map(([type, example]) => [
    type,
    { schema: { type: 'string' }, example },
  ]);
  return { description, content: Object.fromEntries(content) as object };
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same key gives the same answer within a day and does the work once.',
  schema: { type: 'string', pattern: '^[ -~]{1,200}$' },
};

const headers = {
  IdempotencyReplayed: {
    description: '`true` where the work was done before under this key.',
    schema: { type: 'string', enum: ['true'] },
  },
  RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 0 } },
  WWWAuthenticate: { description: 'As RFC 6750 has it.', schema: { type: 'string' } },
};
