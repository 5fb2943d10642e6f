import type { PlanElement } from '../questionnaire/plan/questionnaire-plan.js';

export const kindGroups = [
  'text',
  'choice',
  'scale',
  'table',
  'ranking',
  'consent',
  'note',
  'calculation',
  'panel',
] as const;
export type KindGroup = (typeof kindGroups)[number];

/** Kinds of elements as staff tell them apart: a type of SurveyJS, or one with a usual setting. */
export type KindId =
  | 'text'
  | 'number'
  | 'date'
  | 'email'
  | 'comment'
  | 'multipletext'
  | 'radiogroup'
  | 'checkbox'
  | 'dropdown'
  | 'tagbox'
  | 'boolean'
  | 'imagepicker'
  | 'rating'
  | 'stars'
  | 'nps'
  | 'matrix'
  | 'matrixdropdown'
  | 'ranking'
  | 'consent'
  | 'html'
  | 'expression'
  | 'panel';

/** What kind an element of a compiled questionnaire is, as the editor says it of the same element. */
export function kindOfElement(element: PlanElement): KindId {
  switch (element.kind) {
    case 'note':
      return 'html';
    case 'boolean':
      return element.look === 'checkbox' ? 'consent' : 'boolean';
    case 'rating':
      return element.look === 'stars' ? 'stars' : 'rating';
    case 'text': {
      const { inputType } = element;
      return inputType === 'number' || inputType === 'date' || inputType === 'email' ? inputType : 'text';
    }
    default:
      return element.kind;
  }
}
