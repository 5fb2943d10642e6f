import type { Locale } from '../../common/locale.js';
import { fieldOf, type AnswerForm } from '../answers/read/answer-fields.js';
import { isLive } from '../plan/live-expressions.js';
import type { PlanQuestion } from '../kinds/registry.js';
import type { PlanElement } from '../plan/questionnaire-plan.js';
import type { QuestionnaireState } from '../answers/state/questionnaire-state.js';
import type { RespondentTexts } from './respondent-texts.js';
import { answerHint } from './answer-hints.js';

/** What all questions of one page are drawn from. */
export interface Sheet {
  state: QuestionnaireState;
  locale: Locale;
  texts: RespondentTexts;
  /** What has been filled in. */
  form: AnswerForm;
  /** Messages by field name. */
  errors: ReadonlyMap<string, string>;
  /** Names whose values can change while the page is open; see live-names.ts. */
  live: ReadonlySet<string>;
}

/** One question on its page, with the id that ties its parts together. */
export interface Field<Question extends PlanQuestion = PlanQuestion> extends Sheet {
  question: Question;
  /** Id of the question's control, or what the ids of its controls start with. */
  id: string;
}

export function fieldFor<Question extends PlanQuestion>(question: Question, sheet: Sheet): Field<Question> {
  return { ...sheet, question, id: controlId(question) };
}

/** Id of the frame around a question, panel or note. */
export function frameId({ id }: Pick<PlanElement, 'id'>): string {
  return `e${id.replaceAll('.', '_')}`;
}

export function controlId({ id }: Pick<PlanElement, 'id'>): string {
  return `q${id.replaceAll('.', '_')}`;
}

export function isHidden({ state }: Sheet, { id }: Pick<PlanElement, 'id'>): boolean {
  return state.hidden.has(id);
}

export function isDisabled({ state, question }: Field): boolean {
  return state.disabled.has(question.id);
}

/** Disabled by a condition that does not change on this page; the script leaves it so, and what lies in it. */
export function isOff({ id, enableIf }: PlanElement, { state, live }: Sheet): true | undefined {
  const isFixed = enableIf !== null && !isLive(enableIf, live);
  return isFixed && state.disabled.has(id) ? true : undefined;
}

export function isRequired({ state, question }: Field): boolean {
  return state.required.has(question.id);
}

/** What is in a field, all of it. */
export function postedIn(form: AnswerForm, name: string): readonly string[] {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** The message for the question as a whole, not for one row or for the words of „Sonstiges“. */
export function mainError({ question, errors, id }: Field): { id: string; message: string } | null {
  const message = errors.get(fieldOf(question));
  return message === undefined ? null : { id: `${id}-error`, message };
}

/** Ids of what describes a question: its hints and its error, if there are any. */
export function describedBy(field: Field, ...more: (string | null | undefined)[]): string | undefined {
  const hint = hasHint(field) ? hintId(field) : null;
  return idsOf(hint, ...more, mainError(field)?.id);
}

/** Ids as an attribute's value; undefined if there are none. */
export function idsOf(...ids: (string | null | undefined)[]): string | undefined {
  const there = ids.filter((id) => id !== null && id !== undefined);
  return there.length === 0 ? undefined : there.join(' ');
}

export function hintId({ id }: Pick<Field, 'id'>): string {
  return `${id}-hint`;
}

export function hasHint({ question, locale }: Field): boolean {
  return question.description !== null || answerHint(question, locale) !== null;
}
