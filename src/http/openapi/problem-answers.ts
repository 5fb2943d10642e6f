import { STATUS_CODES } from 'node:http';
import type { Operation } from './operations.js';

type Codes = Readonly<Record<number, readonly string[]>>;

const EVERYWHERE: Codes = {
  400: ['request.malformed'],
  401: ['token.missing', 'token.unknown'],
  421: ['request.misdirected'],
  429: ['request.too_many'],
  500: ['internal'],
  503: ['service.unavailable'],
};

/** A body is read for every method that may bring one, also where it is of no use. */
const WITH_BODY: Codes = {
  408: ['request.timeout'],
  413: ['request.too_large'],
  415: ['request.unsupported_media_type'],
};

const INPUT: Codes = { 422: ['input.invalid'] };

const POSTED: Codes = { 409: ['idempotency.in_progress'], 422: ['input.invalid', 'idempotency.key_reused'] };

/** Every problem an operation may answer: codes by status. Of a 404 the code says what there is not. */
export function problemsOf({ method, path, body, query, description }: Operation): Map<number, string[]> {
  const sources: Codes[] = [
    EVERYWHERE,
    ...(method === 'get' ? [] : [WITH_BODY]),
    ...(body || query ? [INPUT] : []),
    ...(method === 'post' ? [POSTED] : []),
    ...(path.includes('{') ? [{ 404: [] }] : []),
    description.problems ?? {},
  ];
  const problems = new Map<number, string[]>();
  for (const [status, codes] of sources.flatMap((source) => Object.entries(source))) {
    const known = problems.get(Number(status)) ?? [];
    problems.set(Number(status), [...new Set([...known, ...codes])]);
  }
  return new Map([...problems].sort(([one], [other]) => one - other));
}

/** Whether an operation may answer a problem. */
export function mayAnswer(operation: Operation, status: number, code: string): boolean {
  const codes = problemsOf(operation).get(status);
  if (!codes) return false;
  return status === 404 ? code.endsWith('.not_found') : codes.includes(code);
}

interface SharedProblem {
  name: string;
  status: number;
  codes: readonly string[];
  description: string;
  header?: 'Retry-After' | 'WWW-Authenticate';
}

/** Problems that many operations have in common. */
const shared: readonly SharedProblem[] = [
  {
    name: 'Malformed',
    status: 400,
    codes: EVERYWHERE[400] ?? [],
    description: 'The request cannot be read.',
  },
  {
    name: 'Unauthenticated',
    status: 401,
    codes: EVERYWHERE[401] ?? [],
    description: 'No token, or one that is not known or has ended.',
    header: 'WWW-Authenticate',
  },
  { name: 'NotFound', status: 404, codes: [], description: 'There is no such thing; the code says which.' },
  { name: 'Timeout', status: 408, codes: WITH_BODY[408] ?? [], description: 'The body came too slowly.' },
  {
    name: 'InProgress',
    status: 409,
    codes: POSTED[409] ?? [],
    description: 'A request with this Idempotency-Key is still at work.',
  },
  {
    name: 'TooLarge',
    status: 413,
    codes: WITH_BODY[413] ?? [],
    description: 'The body is larger than what is taken here.',
  },
  {
    name: 'UnsupportedMediaType',
    status: 415,
    codes: WITH_BODY[415] ?? [],
    description: 'The body is of a kind that is not taken here.',
  },
  {
    name: 'Misdirected',
    status: 421,
    codes: EVERYWHERE[421] ?? [],
    description: 'This host is not served here.',
  },
  {
    name: 'InvalidInput',
    status: 422,
    codes: INPUT[422] ?? [],
    description: '`problems` names what is wrong where.',
  },
  {
    name: 'InvalidPost',
    status: 422,
    codes: POSTED[422] ?? [],
    description:
      '`problems` names what is wrong where; or the Idempotency-Key was used with another request.',
  },
  {
    name: 'TooMany',
    status: 429,
    codes: EVERYWHERE[429] ?? [],
    description: 'Too many calls; `Retry-After` says when to go on.',
    header: 'Retry-After',
  },
  {
    name: 'Internal',
    status: 500,
    codes: EVERYWHERE[500] ?? [],
    description: 'Something went wrong on our side; it has been logged.',
  },
  {
    name: 'Unavailable',
    status: 503,
    codes: EVERYWHERE[503] ?? [],
    description: 'Away for a moment; `Retry-After` says when to try again.',
    header: 'Retry-After',
  },
];

/** The answers that operations refer to, by name. */
export function sharedProblems(): Record<string, object> {
  return Object.fromEntries(
    shared.map(({ name, codes, description, header }) => [
      name,
      {
        description,
        ...(header && { headers: { [header]: { $ref: `#/components/headers/${header.replace('-', '')}` } } }),
        content: contentOf(codes),
      },
    ]),
  );
}

export function problemAnswer(status: number, codes: readonly string[]): object {
  const same = shared.find((one) => one.status === status && String(one.codes) === String(codes));
  if (same) return { $ref: `#/components/responses/${same.name}` };
  const named = codes.map((code) => `\`${code}\``).join(', ');
  return { description: `${STATUS_CODES[status] ?? 'Problem'}: ${named}.`, content: contentOf(codes) };
}

function contentOf(codes: readonly string[]): object {
  const problem = { $ref: '#/components/schemas/Problem' };
  if (codes.length === 0) return { 'application/problem+json': { schema: problem } };
  const code = { type: 'object', properties: { code: { type: 'string', enum: codes } }, required: ['code'] };
  return { 'application/problem+json': { schema: { allOf: [problem, code] } } };
}
