import type { LssNoteCode } from '../lss-notes.js';
import { itemsOf, type LssItem, type LssQuestion } from '../file/lss-survey.js';

/** LimeSurvey's letters by what we make of them. */
const kinds = {
  L: 'list',
  '!': 'list',
  O: 'list',
  M: 'multiple',
  P: 'multiple',
  R: 'ranking',
  S: 'text',
  T: 'text',
  U: 'text',
  N: 'number',
  D: 'date',
  Y: 'yesNo',
  G: 'gender',
  '5': 'rating',
  Q: 'texts',
  K: 'numbers',
  A: 'array',
  B: 'array',
  C: 'array',
  E: 'array',
  F: 'array',
  H: 'array',
  '1': 'dualArray',
  ':': 'numberTable',
  ';': 'textTable',
  X: 'display',
  '*': 'equation',
} as const;

/** Cells of one table; nobody fills in more. */
const MAX_CELLS = 1000;

export type QuestionKind = (typeof kinds)[keyof typeof kinds];

export function kindOf({ type }: LssQuestion): QuestionKind | undefined {
  return Object.hasOwn(kinds, type) ? kinds[type as keyof typeof kinds] : undefined;
}

/** Why a question cannot be taken over at all, or null if it can. */
export function reasonToLeaveOut(question: LssQuestion): LssNoteCode | null {
  const kind = kindOf(question);
  if (kind === undefined) return 'question_type';
  if (question.relevance.trim() === '0') return 'never_shown';
  if (question.attributes.isOn('hidden') && kind !== 'equation') return 'hidden';
  if (!hasItems(question, kind)) return 'nothing_to_choose';
  return isTooLarge(question, kind) ? 'too_large' : null;
}

function isTooLarge({ subquestions }: LssQuestion, kind: QuestionKind): boolean {
  if (kind !== 'numberTable' && kind !== 'textTable') return false;
  return itemsOf(subquestions, '0').length * itemsOf(subquestions, '1').length > MAX_CELLS;
}

function hasItems(question: LssQuestion, kind: QuestionKind): boolean {
  const { subquestions, answers } = question;
  switch (kind) {
    case 'list':
      return answers.length > 0;
    case 'multiple':
    case 'texts':
    case 'numbers':
      return subquestions.length > 0;
    case 'ranking':
      return rankedItems(question).length > 0;
    case 'array':
      return subquestions.length > 0 && (answers.length > 0 || !'FH'.includes(question.type));
    case 'dualArray':
      return (
        subquestions.length > 0 && (['0', '1'] as const).every((scale) => itemsOf(answers, scale).length > 0)
      );
    case 'numberTable':
    case 'textTable':
      return (['0', '1'] as const).every((axis) => itemsOf(subquestions, axis).length > 0);
    case 'text':
    case 'number':
    case 'date':
    case 'yesNo':
    case 'gender':
    case 'rating':
    case 'display':
    case 'equation':
      return true;
  }
}

/** LimeSurvey 7 ranks subquestions; before it were answers. */
export function rankedItems({ answers, subquestions }: LssQuestion): readonly LssItem[] {
  return answers.length > 0 ? answers : subquestions;
}

/** The one last choice that excludes all others, which SurveyJS knows as „none“. */
export function noneChoiceOf({ attributes, subquestions }: LssQuestion): LssItem | null {
  const last = subquestions.at(-1);
  const isOnly = last !== undefined && attributes.get('exclude_all_others') === last.code;
  return isOnly && subquestions.length > 1 ? last : null;
}

/** Cells of an array of numbers that are boxes to tick. */
export function hasTickCells({ attributes }: LssQuestion): boolean {
  return attributes.isOn('multiflexible_checkbox');
}
