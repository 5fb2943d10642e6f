import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ApiTokens } from '../../src/http/tokens/api-tokens.service.js';
import { startApp, type TestApp, until } from '../support/app.js';

let app: TestApp;
let token: string;

beforeAll(async () => {
  app = await startApp();
  token = await app.app.get(ApiTokens, { strict: false }).create('by hand');
});

afterAll(async () => {
  await app.close();
});

beforeEach(async () => {
  for (const table of ['lists', 'suppressions', 'idempotency_keys']) await app.rows(`DELETE FROM ${table}`);
});

const call = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${app.url}${path}`, init);

describe('whoever calls', () => {
  test.each([[undefined], ['Basic eDp5'], ['Bearer rlk_wrong']])(
    'with %p is turned away',
    async (authorization) => {
      const response = await call('/api/v1/lists', { headers: authorization ? { authorization } : {} });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(await response.json()).toMatchObject({
        type: 'about:blank',
        title: 'Unauthorized',
        status: 401,
      });
    },
  );

  test('leaves only the hash of the token in the database', async () => {
    const [token] = await app.rows<{ kept: string; used: Date }>(
      'SELECT api_tokens::text AS kept, last_used_at AS used FROM api_tokens',
    );
    expect(token?.kept).not.toContain('rlk_');
  });
});

describe('what is wrong', () => {
  test.each([
    ['an unknown field', { name: 'N', colour: 'red' }, 'colour', 'field.unknown', 'is not a known field'],
    ['a missing field', {}, 'name', 'field.required', 'is required'],
    ['an empty name', { name: ' ' }, 'name', 'field.empty', 'must not be empty'],
    [
      'a NUL character',
      { name: 'a\0b' },
      'name',
      'field.unstorable',
      'contains a character that cannot be stored',
    ],
    [
      'half a character',
      { name: 'a\ud800' },
      'name',
      'field.unstorable',
      'contains a character that cannot be stored',
    ],
  ])('%s is named with its path and code', async (_, body, path, code, message) => {
    const answer = await app.api.post('/lists', body);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'input.invalid', problems: [{ path, code, message }] });
  });

  test.each(['0', '-1', 'abc', '99999999999999999999', '1'])('list %s is not found', async (id) => {
    const { status, body } = await app.api.get(`/lists/${id}`);
    expect([status, (body as { status: number }).status]).toEqual([404, 404]);
  });

  test.each([
    ['broken JSON', '{"name":', 'application/json', 400, 'request.malformed'],
    ['a prototype', '{"__proto__":{"name":"x"}}', 'application/json', 400, 'request.malformed'],
    ['another type', '<name/>', 'application/xml', 415, 'request.unsupported_media_type'],
    [
      'too much',
      JSON.stringify({ name: 'x'.repeat(6_000_000) }),
      'application/json',
      413,
      'request.too_large',
    ],
  ])('%s is refused', async (_, body, type, status, code) => {
    const response = await call('/api/v1/lists', {
      method: 'POST',
      body,
      headers: { 'content-type': type, authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ status, code });
  });

  test('a cursor of somebody else is refused', async () => {
    expect((await app.api.get('/lists?cursor=WyJ4Il0')).body).toMatchObject({
      problems: [{ path: 'cursor' }],
    });
  });

  test('a page that does not exist is a page outside the API and a document within', async () => {
    const page = await call('/nowhere', { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect((await app.api.get('/nowhere')).body).toMatchObject({ code: 'route.not_found' });
  });
});

describe('the same POST with an Idempotency-Key', () => {
  const key = { 'idempotency-key': 'once' };

  test('is carried out once and answered alike', async () => {
    const first = await app.api.post('/lists', { name: 'N' }, key);
    const again = await app.api.post('/lists', { name: 'N' }, key);
    expect(first.status).toBe(201);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await app.rows('SELECT FROM lists')).toHaveLength(1);
  });

  test('but another body is refused', async () => {
    await app.api.post('/lists', { name: 'N' }, key);
    const other = await app.api.post('/lists', { name: 'M' }, key);
    expect([other.status, other.body]).toMatchObject([422, { code: 'idempotency.key_reused' }]);
  });

  test('sent twenty times at once makes one list', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => app.api.post('/lists', { name: 'N' }, key)),
    );
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(await app.rows('SELECT FROM lists')).toHaveLength(1);
  });

  test('is a new call after a day, or ten minutes after the first one died', async () => {
    await app.api.post('/lists', { name: 'N' }, key);
    await app.rows("UPDATE idempotency_keys SET created_at = now() - interval '25 hours'");
    expect((await app.api.post('/lists', { name: 'M' }, key)).status).toBe(201);

    await app.rows('UPDATE idempotency_keys SET status = NULL, body = NULL');
    expect((await app.api.post('/lists', { name: 'M' }, key)).body.code).toBe('idempotency.in_progress');
    await app.rows("UPDATE idempotency_keys SET created_at = now() - interval '11 minutes'");
    expect((await app.api.post('/lists', { name: 'M' }, key)).status).toBe(201);
    expect(await app.rows('SELECT FROM lists')).toHaveLength(3);
  });

  test('may be tried again when it failed', async () => {
    expect((await app.api.post('/lists', { name: '' }, key)).status).toBe(422);
    expect((await app.api.post('/lists', { name: 'N' }, key)).status).toBe(201);
  });
});

describe('lists', () => {
  test('come in pages', async () => {
    for (const name of ['A', 'B', 'C']) await app.api.post('/lists', { name });
    const first = await app.api.get('/lists?limit=2');
    const second = await app.api.get(`/lists?limit=2&cursor=${String(first.body.next)}`);
    expect([first.body.items, second.body.items].flat().map((l: { name: string }) => l.name)).toEqual([
      'A',
      'B',
      'C',
    ]);
    expect(second.body.next).toBeNull();
  });

  test('are filled from a file, whose rejects come back as CSV', async () => {
    const { body: list } = await app.api.post('/lists', { name: 'N' });
    const path = `/lists/${String(list.id)}/imports?mode=apply`;
    const accepted = await app.api.postCsv(path, 'email,name\na@leser.test,Ada\n=cmd(),B\n');
    expect(accepted.status).toBe(202);

    const id = String(accepted.body.id);
    await until(
      'the file is read',
      async () => (await app.api.get(`/imports/${id}`)).body.state === 'finished',
    );
    expect((await app.api.get(`/imports/${id}`)).body).toMatchObject({
      rows: { total: 2, new: 1, invalid: 1 },
    });
    const rejects = await app.api.get(`/imports/${id}/rejects.csv`);
    expect(rejects.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(rejects.body).toBe("row,column,value,reason\r\n3,email,'=cmd(),is not an e-mail address\r\n");
    expect((await app.api.get(`/lists/${String(list.id)}`)).body).toMatchObject({
      name: 'N',
      subscribers: 1,
    });
    expect((await app.api.get(`/lists/${String(list.id)}/subscribers`)).body.items).toMatchObject([
      { email: 'a@leser.test', name: 'Ada', unsubscribedAt: null },
    ]);
  });

  test('take files only as text/csv', async () => {
    const { body: list } = await app.api.post('/lists', { name: 'N' });
    expect((await app.api.post(`/lists/${String(list.id)}/imports`, { no: 'csv' })).status).toBe(415);
    expect((await app.api.postCsv(`/lists/${String(list.id)}/imports?mode=perhaps`, 'email\n')).status).toBe(
      422,
    );
    expect((await app.api.postCsv('/lists/77/imports', 'email\n')).status).toBe(404);
  });
});

describe('suppressions', () => {
  const remove = (path: string): Promise<Response> =>
    call(`/api/v1/suppressions${path}`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });

  test('are added once, listed, and taken away by id or address', async () => {
    const first = await app.api.post('/suppressions', { email: 'Nie@Leser.test', note: 'rief an' });
    const again = await app.api.post('/suppressions', { email: 'nie@leser.test', reason: 'complaint' });
    expect([first.status, again.body]).toEqual([201, first.body]);
    expect(first.body).toMatchObject({ email: 'nie@leser.test', reason: 'manual', note: 'rief an' });
    expect((await app.api.get('/suppressions')).body.items).toEqual([first.body]);

    expect((await remove(`/${String(first.body.id)}`)).status).toBe(204);
    expect((await remove(`/${String(first.body.id)}`)).status).toBe(404);
    await app.api.post('/suppressions', { email: 'nie@leser.test' });
    expect((await remove('?email=NIE%40leser.test')).status).toBe(204);
    expect((await app.api.get('/suppressions')).body.items).toEqual([]);
  });

  test('take exactly one address', async () => {
    const answer = await app.api.post('/suppressions', { email: 'a@leser.test, b@leser.test' });
    expect([answer.status, answer.body.problems]).toMatchObject([422, [{ path: 'email' }]]);
  });
});

test('the documentation lists every call and loads nothing from elsewhere', async () => {
  const headers = { authorization: `Bearer ${token}` };
  const page = await (await call('/api/docs', { headers })).text();
  expect(page.match(/(src|href)="https?:/g)).toBeNull();
  const document = (await (await call('/api/docs-json', { headers })).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { tags: string[]; requestBody?: object; security?: object[] }>>;
    components: { schemas: Record<string, object> };
  };
  expect(document.openapi).toBe('3.1.0');
  expect(document.components.schemas['NewList']).toMatchObject({ required: ['name'] });
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      '/api/v1/lists',
      '/api/v1/lists/{id}/imports',
      '/api/v1/surveys',
      '/api/v1/suppressions',
    ]),
  );
  expect(document.paths['/api/v1/lists']?.['post']).toMatchObject({
    tags: ['lists'],
    security: [{ bearer: [] }],
    requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/NewList' } } } },
  });
});
