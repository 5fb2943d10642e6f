import { expect, test } from '@jest/globals';
import type { Privacy } from '../surveys/survey.entity.js';
import type { Participation } from './participant.entity.js';
import { isDone } from './participation.rules.js';
import { shownParticipation } from './shown-participation.rules.js';

test.each<[Participation, boolean]>([
  ['not_started', false],
  ['opened', false],
  ['partial', false],
  ['completed', true],
  ['screened_out', true],
  // Somebody who would not take part has not been through the questions, and may change their mind.
  ['declined', false],
])('%s: through the questionnaire is %s', (participation, done) => {
  expect(isDone(participation)).toBe(done);
});

test.each<[Privacy, Participation, string | null]>([
  ['identified', 'screened_out', 'screened_out'],
  ['identified', 'completed', 'completed'],
  ['pseudonymous', 'screened_out', 'completed'],
  ['pseudonymous', 'completed', 'completed'],
  ['pseudonymous', 'partial', 'partial'],
  ['pseudonymous', 'declined', 'declined'],
  ['anonymous', 'completed', null],
  ['anonymous', 'screened_out', null],
  ['anonymous', 'not_started', null],
])('in a survey that is %s, staff are shown %s as %s (P8)', (privacy, participation, shown) => {
  expect(shownParticipation(participation, privacy)).toBe(shown);
});
