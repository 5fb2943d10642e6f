import { describe, expect, test } from '@jest/globals';
import { requireDescribed } from '../support/described-answers.js';

const list = {
  id: '1',
  name: 'Newsletter',
  createdAt: '2027-10-04T07:30:00.000Z',
  subscribers: 3,
  unsubscribed: 0,
  suppressed: 0,
};
const problem = {
  type: 'about:blank',
  title: 'Conflict',
  status: 409,
  detail: 'It is.',
  code: 'survey.closed',
  problems: [],
};

const answer = (status: number, body: unknown, type = 'application/json; charset=utf-8') => ({
  status,
  body,
  headers: new Headers(type ? { 'content-type': type } : {}),
});
const problemAnswer = (status: number, body: unknown) => answer(status, body, 'application/problem+json');

describe('an answer passes', () => {
  test.each([
    ['as it is described', 'GET', '/lists/1', answer(200, list)],
    ['with a query', 'GET', '/lists?limit=1', answer(200, { items: [list], next: null })],
    ['with nothing', 'DELETE', '/segments/1', answer(204, '', '')],
    ['as a file', 'GET', '/imports/1/rejects.csv', answer(200, 'row,…', 'text/csv; charset=utf-8')],
    ['as a problem it may have', 'POST', '/surveys/1/participants', problemAnswer(409, problem)],
    [
      'where there is no such call',
      'GET',
      '/nothing',
      problemAnswer(404, { ...problem, status: 404, code: 'route.not_found' }),
    ],
  ])('%s', (_, method, path, given) => {
    expect(() => {
      requireDescribed(method, path, given);
    }).not.toThrow();
  });
});

describe('an answer fails', () => {
  test.each([
    ['with a field more', answer(200, { ...list, colour: 'red' }), 'colour is not described: "red"'],
    [
      'with a field of another kind',
      answer(200, { ...list, subscribers: '3' }),
      'subscribers: .*, and is "3"',
    ],
    ['with a field less', answer(200, { ...list, name: undefined }), 'name: .*, and is missing'],
    ['with another status', answer(201, list), 'the status is 201 and not 200'],
    ['with another media type', answer(200, 'id', 'text/csv'), 'it is text/csv'],
    [
      'with a problem it may not have',
      problemAnswer(409, problem),
      'the problem survey.closed is not described',
    ],
    ['with a problem of another shape', problemAnswer(404, { error: 'no' }), 'error is not described'],
  ])('%s', (_, given, message) => {
    const check = () => {
      requireDescribed('GET', '/lists/1', given);
    };
    expect(check).toThrow(/^getList \(GET \/lists\/1\) answers \d+ otherwise than described/);
    expect(check).toThrow(new RegExp(message));
  });

  test('of a call nobody has described', () => {
    expect(() => {
      requireDescribed('GET', '/secrets', answer(200, {}));
    }).toThrow('no operation is described');
  });
});
