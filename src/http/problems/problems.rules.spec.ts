import { NotFoundException } from '@nestjs/common';
import { expect, test } from '@jest/globals';
import { coded } from '../../common/coded-text.js';
import { DomainError, type ErrorKind, InvalidInput, problem } from '../../common/errors.js';
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
  expect(problemOf(new DomainError(kind, coded('survey.closed/enrolling')))).toMatchObject({
    status,
    code: 'survey.closed',
    detail: 'This survey is closed; reopen it to add participants.',
  });
});

test('wrong input tells what is wrong where', () => {
  expect(problemOf(new InvalidInput([problem('closesAt', 'field.required')])).problems).toEqual([
    { path: 'closesAt', code: 'field.required', message: 'is required' },
  ]);
});

test("errors of the framework keep their status, the server's own included", () => {
  expect(problemOf(new NotFoundException()).status).toBe(404);
  expect(problemOf(Object.assign(new Error('too large'), { statusCode: 413 }))).toMatchObject({
    status: 413,
    code: 'request.too_large',
  });
});

test.each(['22021', '22P05'])('a text that Postgres cannot hold (%s) is a malformed request', (code) => {
  const answer = problemOf(Object.assign(new Error('invalid byte sequence: secret'), { code }));
  expect([answer.status, answer.code]).toEqual([400, 'request.malformed']);
  expect(JSON.stringify(answer)).not.toMatch(/secret/);
});

test.each([
  new Error('duplicate key a@x.test'),
  Object.assign(new Error('secret'), { statusCode: 502 }),
  'secret',
])('what nobody foresaw tells nothing', (error) => {
  const answer = problemOf(error);
  expect([answer.status, answer.code]).toEqual([500, 'internal']);
  expect(JSON.stringify(answer)).not.toMatch(/a@x\.test|secret/);
});
