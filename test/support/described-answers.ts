import { z } from 'zod';
import { apiOperations, type Operation } from '../../src/http/openapi/operations.js';
import { mayAnswer } from '../../src/http/openapi/problem-answers.js';
import '../../src/app/app.module.js';
import { problemDocument } from '../../src/http/problems/problem.schema.js';
import { pathOf } from '../../src/http/problems/zod-problems.js';
import type { ApiAnswer } from './api.js';

/** Operations by their address, those without parameters first. */
const routes = apiOperations()
  .map((operation) => ({
    operation,
    pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`),
    parameters: operation.path.split('{').length,
  }))
  .sort((one, other) => one.parameters - other.parameters);

/** Addresses that are no operation's are asked for too; they are answered by a problem. */
const NO_OPERATION = ['route.not_found', 'request.method_not_allowed', 'request.malformed', 'token.missing'];

/**
 * Holds an answer of the API against the description of its operation: status, media type, every field, and
 * none beside them.
 *
 * @param path below `/api/v1`, with its query
 * @throws Error that names the operation, the field and its value
 */
export function requireDescribed(method: string, path: string, { status, body, headers }: ApiAnswer): void {
  const address = `/api/v1${path.replace(/\?.*$/s, '')}`;
  const operation = routes.find(
    (route) => route.operation.method === method.toLowerCase() && route.pattern.test(address),
  )?.operation;
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  const wrong = operation
    ? wrongWith(operation, status, type, body, headers.has('idempotency-replayed'))
    : NO_OPERATION.includes((body as { code?: string } | null)?.code ?? '')
      ? []
      : ['no operation is described'];
  if (wrong.length === 0) return;
  const name = operation?.description.id ?? 'an unknown operation';
  throw new Error(
    `${name} (${method} ${path}) answers ${status} otherwise than described:\n${wrong.join('\n')}`,
  );
}

function wrongWith(
  operation: Operation,
  status: number,
  type: string,
  body: unknown,
  isReplayed: boolean,
): string[] {
  const { answer, status: usual } = operation.description;
  if (status >= 400) return wrongWithProblem(operation, status, type, body);
  if (status !== usual) return [`the status is ${status} and not ${usual}`];
  // Nothing is left of an earlier answer once the person it named is erased.
  if (isReplayed && body === '') return [];
  if (answer === null) return body === '' ? [] : [`the body is ${shown(body)} and not empty`];
  if (answer instanceof z.ZodType)
    return type === 'application/json'
      ? problemsIn(answer, body)
      : [`it is ${type} and not application/json`];
  return type in answer.examples ? [] : [`it is ${type}`];
}

function wrongWithProblem(operation: Operation, status: number, type: string, body: unknown): string[] {
  if (type !== 'application/problem+json') return [`it is ${type} and not application/problem+json`];
  const wrong = problemsIn(problemDocument, body);
  if (wrong.length > 0) return wrong;
  const { code } = body as z.output<typeof problemDocument>;
  return mayAnswer(operation, status, code) ? [] : [`the problem ${code} is not described`];
}

function problemsIn(schema: z.ZodType, body: unknown): string[] {
  const { error } = schema.safeParse(body);
  return (error?.issues ?? []).flatMap((issue) => linesOf(issue, [], body));
}

function linesOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[], body: unknown): string[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(
      (key) => `${pathOf([...path, key])} is not described: ${shown(at(body, [...path, key]))}`,
    );
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const variants = issue.errors.filter(([first]) => first && first.code !== 'invalid_type');
    return (variants[0] ?? issue.errors[0] ?? []).flatMap((inner) => linesOf(inner, path, body));
  }
  return [`${pathOf(path)}: ${issue.message}, and is ${shown(at(body, path))}`];
}

function at(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    body,
  );
}

function shown(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value).slice(0, 200);
}
