import { noteProperties, pageProperties, panelProperties } from './compile-pages.js';
import { questionKindOf, questionProperties } from './compile-question.js';
import { surveyProperties } from './compile-questionnaire.js';

/**
 * What an element of a questionnaire can say, by SurveyJS' type (`survey`, `page`, `panel`, `html` and
 * the types of questions); empty for a type we do not have. Looks are passed over beside these.
 */
export function supportedProperties(type: string): readonly string[] {
  const frames = new Map([
    ['survey', surveyProperties],
    ['page', pageProperties],
    ['panel', panelProperties],
    ['html', noteProperties],
  ]);
  const kind = questionKindOf(type);
  return frames.get(type) ?? (kind ? questionProperties(kind) : []);
}
