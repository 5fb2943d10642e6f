import type { LocalizedText } from '../../../common/locale.js';
import { commentName } from '../answers.js';
import { otherChoiceOf } from '../../plan/plan-choices.js';

/** One column of an export. */
export interface QuestionColumn {
  /**
   * Unique in a plan: the question's name, `name.row` for a row of a matrix, `name.row.column` for a cell,
   * `name.item` for one of several texts, `name-Comment` for „Sonstiges“; of a calculated value its name.
   */
  name: string;
  /** Name of the question the column belongs to. */
  question: string;
  title: LocalizedText;
  /** Of a matrix: the row's text; of several texts: the title of the one. */
  rowTitle: LocalizedText | null;
  /** Of a cell: the title of its column. */
  columnTitle: LocalizedText | null;
}

/** A column, and the keys that lead to its value in the answers. */
export interface AnswerPlace {
  path: string[];
  column: QuestionColumn;
  /** Whether people put it into words of their own. */
  isFreeText: boolean;
}

interface Described {
  /** Row, item or cell, by its keys in the answer. */
  keys?: (string | number)[];
  rowTitle?: LocalizedText;
  columnTitle?: LocalizedText;
  isFreeText?: boolean;
}

export function placeOf(
  { name, title }: { name: string; title: LocalizedText },
  { keys = [], rowTitle, columnTitle, isFreeText = false }: Described = {},
): AnswerPlace {
  const path = [name, ...keys.map(String)];
  return {
    path,
    column: {
      name: path.join('.'),
      question: name,
      title,
      rowTitle: rowTitle ?? null,
      columnTitle: columnTitle ?? null,
    },
    isFreeText,
  };
}

/** The place of an answer that is one value or list, and that of the words for „Sonstiges“. */
export function placesWithOther(question: { name: string; title: LocalizedText }): AnswerPlace[] {
  const place = placeOf(question);
  if (!otherChoiceOf(question)) return [place];
  const name = commentName(question.name);
  return [place, { path: [name], column: { ...place.column, name }, isFreeText: true }];
}
