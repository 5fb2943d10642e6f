import { NotFoundException } from '@nestjs/common';
import { expect, test } from '@jest/globals';
import { DomainError, type ErrorKind, InvalidInput } from '../common/errors.js';
import { problemOf } from './problems.rules.js';

test.each<[ErrorKind, number]>([
  ['invalid', 422],
  ['unauthenticated', 401],
  ['forbidden', 403],
  ['not_found', 404],
  ['conflict', 409],
  ['refused', 422],
  ['gone', 410],
])('what is %s answers %i and keeps its code', (kind, status) => {
  expect(problemOf(new DomainError(kind, 'survey.closed', 'It is closed.'))).toMatchObject({
    status,
    code: 'survey.closed',
    detail: 'It is closed.',
  });
});

test('wrong input tells what is wrong where', () => {
  const problems = [{ path: 'closesAt', message: 'is required' }];
  expect(problemOf(new InvalidInput(problems)).problems).toEqual(problems);
});

test("errors of the framework keep their status, the server's own included", () => {
  expect(problemOf(new NotFoundException()).status).toBe(404);
  expect(problemOf(Object.assign(new Error('too large'), { statusCode: 413 }))).toMatchObject({
    status: 413,
    code: 'request.too_large',
  });
});

test.each(['22021', '22P05'])('a text that Postgres cannot hold (%s) is a malformed request', (code) => {
  const problem = problemOf(Object.assign(new Error('invalid byte sequence: secret'), { code }));
  expect([problem.status, problem.code]).toEqual([400, 'request.malformed']);
  expect(JSON.stringify(problem)).not.toMatch(/secret/);
});

test.each([
  new Error('duplicate key a@x.test'),
  Object.assign(new Error('secret'), { statusCode: 502 }),
  'secret',
])('what nobody foresaw tells nothing', (error) => {
  const problem = problemOf(error);
  expect([problem.status, problem.code]).toEqual([500, 'internal']);
  expect(JSON.stringify(problem)).not.toMatch(/a@x\.test|secret/);
});
