import { expect, test } from '@jest/globals';
import { letterKindOf } from './letter-kind.rules.js';

const survey = { closesAt: new Date('2027-11-12T22:59:00Z'), timeZone: 'Europe/Berlin' };
const reminder = (dueAt: string) => letterKindOf({ kind: 'reminder', dueAt: new Date(dueAt) }, survey);

test('a reminder is a last call from four calendar days before closing on', () => {
  expect(reminder('2027-11-07T22:59:00Z')).toBe('reminder');
  expect(reminder('2027-11-07T23:00:00Z')).toBe('last_call');
  expect(reminder('2027-11-12T22:00:00Z')).toBe('last_call');
});

test('an invitation stays one until the end', () => {
  expect(letterKindOf({ kind: 'invitation', dueAt: survey.closesAt }, survey)).toBe('invitation');
});
