import { describe, expect, test } from '@jest/globals';
import { apiChanges, unannounced } from '../../scripts/api-changes.mjs';

interface Stated {
  query?: object[];
  body?: object;
  answer?: object;
  states?: string[];
  path?: string;
}

/** A description of one operation, with what a test states. */
function described({
  query = [],
  body = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
  answer = {
    type: 'object',
    properties: { id: { type: 'string' }, state: { $ref: '#/components/schemas/State' } },
    required: ['id', 'state'],
  },
  states = ['draft', 'open'],
  path = '/things',
}: Stated = {}): object {
  const json = (schema: object) => ({ content: { 'application/json': { schema } } });
  return {
    paths: {
      [path]: {
        post: {
          operationId: 'createThing',
          parameters: query,
          requestBody: { required: true, ...json(body) },
          responses: { 201: { description: '', ...json(answer) } },
        },
      },
    },
    components: { schemas: { State: { type: 'string', enum: states } } },
  };
}

const differences = (before: object, after: object, breaks: boolean) =>
  apiChanges(before, after)
    .filter((change) => change.breaks === breaks)
    .map(({ at, what }) => `${at.replace('POST /things', '').trim()}: ${what}`);

const object = (properties: object, required: string[]) => ({ type: 'object', properties, required });
const text = { type: 'string' };

describe('a client breaks by', () => {
  test.each([
    ['an operation that is gone', described({ path: '/others' }), ': operation removed'],
    ['a field that is gone', described({ answer: object({ id: text }, ['id']) }), '201.state: field removed'],
    ['a value that is gone', described({ states: ['draft'] }), '201.state: value open removed'],
    [
      'a field that may be missing',
      described({ answer: object({ id: text, state: { type: 'string', enum: ['draft', 'open'] } }, ['id']) }),
      '201.state: may be missing now',
    ],
    [
      'a field that may be null',
      described({
        answer: object(
          { id: { anyOf: [text, { type: 'null' }] }, state: { $ref: '#/components/schemas/State' } },
          ['id', 'state'],
        ),
      }),
      '201.id: may be null',
    ],
    [
      'something more that has to be sent',
      described({ body: object({ name: text, colour: text }, ['name', 'colour']) }),
      'body.colour: field added',
    ],
    ['a field that is not taken any more', described({ body: object({}, []) }), 'body.name: field removed'],
    [
      'a limit that is tighter',
      described({ body: object({ name: { ...text, maxLength: 5 } }, ['name']) }),
      'body.name: maxLength is 5 now',
    ],
    [
      'a parameter that has to be named',
      described({ query: [{ name: 'mode', in: 'query', required: true, schema: text }] }),
      '?mode: parameter added',
    ],
  ])('%s', (_, after, what) => {
    expect(differences(described(), after, true)).toEqual([what]);
  });
});

describe('no client breaks by', () => {
  test.each([
    ['a value more', described({ states: ['draft', 'open', 'closed'] }), '201.state: value closed added'],
    [
      'something more that may be sent',
      described({ body: object({ name: text, colour: text }, ['name']) }),
      'body.colour: field added',
    ],
    [
      'a parameter that may be left out',
      described({ query: [{ name: 'mode', in: 'query', schema: text }] }),
      '?mode: parameter added',
    ],
  ])('%s', (_, after, what) => {
    expect(differences(described(), after, true)).toEqual([]);
    expect(differences(described(), after, false)).toEqual([what]);
  });

  test('nothing at all', () => {
    expect(apiChanges(described(), described())).toEqual([]);
  });
});

describe('a breaking change', () => {
  const broken = [
    { at: 'POST /things 201.state', what: 'field removed', breaks: true },
    { at: 'POST /things ?name', what: 'is required now', breaks: true },
    { at: 'GET /things/{id}', what: 'operation removed', breaks: true },
  ];
  const changelog = (...lines: string[]) =>
    ['# Changelog', '## Unreleased', ...lines, '## 1.0.0', '- **Breaking** `GET /things/{id}`: gone'].join(
      '\n',
    );

  test('has to be announced for the next release, one line for each operation', () => {
    expect(unannounced(broken, changelog())).toEqual(['POST /things', 'GET /things/{id}']);
    expect(unannounced(broken, changelog('- **Breaking** `POST /things`: say a name'))).toEqual([
      'GET /things/{id}',
    ]);
  });

  test('may be announced together with others', () => {
    const line = '- **Breaking** `POST /things`, `GET /things/{id}`: things are no more';
    expect(unannounced(broken, changelog(line))).toEqual([]);
  });

  test('is not announced by a line that only names the operation', () => {
    expect(unannounced(broken.slice(0, 1), changelog('- `POST /things` is faster'))).toEqual([
      'POST /things',
    ]);
  });
});
