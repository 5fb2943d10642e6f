import { expect, test } from '@jest/globals';
import { firstSurveyStates, surveyStateSteps } from './survey-steps.rules.js';

test('what was published is never a draft again: people have been promised its privacy', () => {
  expect(firstSurveyStates).toEqual(['draft']);
  expect(surveyStateSteps.filter(({ to }) => to === 'draft')).toEqual([]);
});

test('a survey that was closed too early is opened again', () => {
  const steps = surveyStateSteps.map(({ from, to }) => `${from} > ${to}`);
  expect(steps).toContain('published > closed');
  expect(steps).toContain('closed > published');
  expect(steps).not.toContain('draft > closed');
});
