import { choiceValue } from '../expressions/expression-translation.js';
import type { LssNotes } from '../lss-notes.js';
import type { LssItem, LssQuestion } from '../file/lss-survey.js';
import type { LssTexts } from '../lss-texts.js';
import type { QuestionNames } from './question-names.js';

/** One element of a page in SurveyJS' JSON. */
export type SurveyElement = Readonly<Record<string, unknown>>;

/** What a question is translated with. */
export interface Translating {
  names: QuestionNames;
  texts: LssTexts;
  notes: LssNotes;
}

/** Without what is undefined, so that the JSON says only what is set. */
export function element(properties: Record<string, unknown>): SurveyElement {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}

/** Name, title, help and whether an answer is needed, which every question has. */
export function basicsOf(question: LssQuestion, { names, texts }: Translating): Record<string, unknown> {
  return {
    name: names.name,
    title: texts.plain(question.text, question.code),
    description: texts.plain(question.help, question.code),
    isRequired: isMandatory(question) || undefined,
  };
}

export function isMandatory({ mandatory }: LssQuestion): boolean {
  return mandatory === 'Y' || mandatory === 'S';
}

/** Values with texts, as SurveyJS wants choices, rows and columns. */
export function itemsWithTexts(
  items: readonly LssItem[],
  question: LssQuestion,
  { texts }: Translating,
  valueOf: (item: LssItem) => string = ({ code }) => code,
): SurveyElement[] {
  return items.map((item) => element({ value: valueOf(item), text: texts.plain(item.text, question.code) }));
}

export function choicesOf(
  items: readonly LssItem[],
  question: LssQuestion,
  own: Translating,
): SurveyElement[] {
  return itemsWithTexts(items, question, own, ({ code }) => choiceValue(code));
}
