import type { JSX } from 'preact';
import type { LocalizedText } from '../../common/locale.js';
import type { PlanQuestion } from '../kinds/registry.js';
import type { Field, Sheet } from './field.js';

/** What of a page decides which choices are drawn. */
export type Page = Pick<Sheet, 'state' | 'live' | 'locale'>;

/** How one kind of question is drawn, found through `kinds/view-registry.ts`. */
export interface QuestionView<Question extends PlanQuestion> {
  Field: (props: { field: Field<Question> }) => JSX.Element;

  /**
   * What the id of the question is continued by to reach the control that an error leads to, for example
   * `0` for its first choice; default: the question's id is that of its control.
   *
   * @param field name of the form field that the error is about
   */
  controlKey?(question: Question, field: string, page: Page): string | null;

  /** What an error is about: a row, a cell by row and column, an item; default: the question. */
  titlesOf?(question: Question, field: string): LocalizedText[];
}

/** Key of the first choice or row that can be chosen, as they are drawn. */
export function firstKey(offers: { key: string; isHidden: boolean; isUnavailable: boolean }[]): string {
  return (offers.find(({ isHidden, isUnavailable }) => !isHidden && !isUnavailable) ?? offers[0])?.key ?? '0';
}
