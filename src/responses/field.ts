import type { Locale } from '../common/locale.js';
import { commentFieldOf, fieldOf, type AnswerForm } from '../questionnaire/answer-form.js';
import { otherChoiceOf, type PlanQuestion } from '../questionnaire/questionnaire-plan.js';
import { numberOut } from '../questionnaire/typed-values.js';
import { respondentTexts, type RespondentTexts } from './respondent-texts.js';

/** One question on its page: what has been filled in, what is wrong, and the ids that tie it together. */
export interface Field<Question extends PlanQuestion = PlanQuestion> {
  question: Question;
  /** Id of the question on the page; ids of its parts start with it. */
  id: string;
  locale: Locale;
  texts: RespondentTexts;
  form: AnswerForm;
  /** Messages by field name. */
  errors: ReadonlyMap<string, string>;
}

export function fieldFor<Question extends PlanQuestion>(
  question: Question,
  index: number,
  page: { locale: Locale; form: AnswerForm; errors: ReadonlyMap<string, string> },
): Field<Question> {
  return { ...page, question, id: idOf(index), texts: respondentTexts[page.locale] };
}

/** What stands in a field, all of it. */
export function postedIn(form: AnswerForm, name: string): readonly string[] {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** The message for the question as a whole, not for one row or for the words of „Sonstiges“. */
export function mainError({ question, errors, ...field }: Field): { id: string; message: string } | null {
  const message = errors.get(fieldOf(question));
  return message === undefined ? null : { id: `${field.id}-error`, message };
}

/** Ids of what describes a question: its hint and its error, if there are any. */
export function describedBy(field: Field, ...more: (string | null)[]): string | undefined {
  const hint = hasHint(field) ? hintId(field) : null;
  const ids = [hint, ...more, mainError(field)?.id].filter((id) => id !== null && id !== undefined);
  return ids.length === 0 ? undefined : ids.join(' ');
}

export function hintId({ id }: Pick<Field, 'id'>): string {
  return `${id}-hint`;
}

export function hasHint({ question, locale }: Field): boolean {
  return question.description !== null || ruleOf(question, locale) !== null;
}

/** What a question asks for besides its words, told before anything can go wrong (WCAG 3.3.2). */
export function ruleOf(question: PlanQuestion, locale: Locale): string | null {
  const texts = respondentTexts[locale];
  if (question.kind === 'comment')
    return question.maxLength <= 5000 ? texts.atMostCharacters(question.maxLength) : null;
  if (question.kind === 'checkbox')
    return countRule(question.minSelected, question.maxSelected, texts.choose);
  if (question.kind === 'text' && question.inputType === 'number') {
    const written = (bound: number | string | null) =>
      typeof bound === 'number' ? numberOut(bound, locale) : bound;
    return rangeRule(written(question.min), written(question.max), texts.numbers);
  }
  return null;
}

function countRule(min: number | null, max: number | null, say: RespondentTexts['choose']): string | null {
  if (min !== null && max !== null) return min === max ? say.exactly(min) : say.between(min, max);
  if (min !== null) return say.atLeast(min);
  return max === null ? null : say.upTo(max);
}

function rangeRule(min: string | null, max: string | null, say: RespondentTexts['numbers']): string | null {
  if (min !== null && max !== null) return say.between(min, max);
  if (min !== null) return say.from(min);
  return max === null ? null : say.upTo(max);
}

/** Id of the control that an error leads to: the text field, or the first choice of a group. */
export function controlIdOf(question: PlanQuestion, index: number, field: string): string {
  const id = idOf(index);
  if (otherChoiceOf(question) && field === commentFieldOf(question)) return `${id}-other`;
  switch (question.kind) {
    case 'text':
    case 'comment':
    case 'dropdown':
      return id;
    case 'radiogroup':
    case 'checkbox':
    case 'boolean':
    case 'rating':
      return `${id}-0`;
    case 'matrix': {
      const row = question.rows.findIndex(({ value }) => fieldOf(question, value) === field);
      return `${id}-${Math.max(0, row)}-0`;
    }
  }
}

function idOf(index: number): string {
  return `q${index + 1}`;
}
