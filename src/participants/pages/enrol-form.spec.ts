import { describe, expect, test } from '@jest/globals';
import { enrolmentInputOf, readEnrolForm } from './enrol-form.js';
import { newEnrolment } from '../participant.schema.js';

describe('the form by which people are taken in', () => {
  test.each([
    [{ source: '1' }, { source: '1', follow: false }],
    [
      { source: '1:23', follow: 'yes' },
      { source: '1:23', follow: true },
    ],
    [{ source: '999999999999999999' }, { source: '999999999999999999', follow: false }],
    // A box is ticked where it was sent at all.
    [
      { source: '1', follow: '' },
      { source: '1', follow: true },
    ],
  ])('%j says %j', (fields, form) => {
    expect(readEnrolForm(fields)).toEqual(form);
  });

  test.each([
    undefined,
    {},
    { source: '' },
    { source: '0' },
    { source: '01' },
    { source: '1:' },
    { source: ':1' },
    { source: '1:0' },
    { source: '1:2:3' },
    { source: '1 OR 1=1' },
    { source: '1000000000000000000' },
    { source: ['1', '2'] },
    { source: 1 },
  ])('%j chooses nothing', (fields) => {
    expect(readEnrolForm(fields)).toBeNull();
  });

  test('a box left empty does not end what an earlier enrolment follows', () => {
    expect(enrolmentInputOf({ source: '1', follow: false })).toEqual({
      listId: '1',
      segmentId: undefined,
      follow: undefined,
    });
    expect(enrolmentInputOf({ source: '1:23', follow: true })).toEqual({
      listId: '1',
      segmentId: '23',
      follow: true,
    });
  });
});

test.each([
  [{ listId: 7 }, { listId: '7' }],
  [
    { listId: '7', segmentId: 8 },
    { listId: '7', segmentId: '8' },
  ],
  [
    { listId: '7', segmentId: null, follow: false },
    { listId: '7', segmentId: null, follow: false },
  ],
])('the API takes %j, ids as numbers or as texts', (body, input) => {
  expect(newEnrolment.parse(body)).toEqual(input);
});

test.each([
  {},
  { listId: 0 },
  { listId: -1 },
  { listId: '1.5' },
  { listId: 1.5 },
  { listId: '7', segmentId: 'x' },
])('the API refuses %j', (body) => {
  expect(newEnrolment.safeParse(body).success).toBe(false);
});
