import type { SurveyState } from './survey.entity.js';

/** The state of a new survey. */
export const firstSurveyStates: readonly SurveyState[] = ['draft'];

/** Every step from one state of a survey to another, all taken by staff, and why. */
export const surveyStateSteps: readonly { from: SurveyState; to: SurveyState; because: string }[] = [
  { from: 'draft', to: 'published', because: 'its first version is published' },
  { from: 'published', to: 'closed', because: 'staff end it before its closing date, or after' },
  { from: 'closed', to: 'published', because: 'staff open it again' },
];
