import type { Field } from './editor-fields.js';
import type { KindId, KindOffer } from './kind-offer.js';

type Json = Readonly<Record<string, unknown>>;

export type ComparisonKind = 'one' | 'many' | 'yesno' | 'number' | 'text';

/** What a condition can compare of an answer. */
export interface Comparison {
  /** @param json the question, or where it has `items` the one of them */
  kind: (json: Json) => ComparisonKind;
  /** Property that lists what can be chosen. */
  choices?: 'choices' | 'columns';
  /** Property that lists the parts of the answer, each compared by itself. */
  parts?: 'rows' | 'items';
}

/** What the editor needs to offer, draw and speak of one type of question. Works on SurveyJS JSON. */
export interface QuestionEditor {
  offers: readonly KindOffer[];
  /** Of its form, besides those that all questions have. */
  fields: readonly Field[];
  /** Default: the answer is a text. */
  comparison?: Comparison;
  /** What staff call a question with these settings; default: the type. */
  variant?: (json: Json) => KindId;
}
