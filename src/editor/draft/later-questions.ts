import { commentName } from '../../questionnaire/answers/answers.js';
import { namesIn } from '../../questionnaire/expressions/expression.js';
import { parseExpression } from '../../questionnaire/expressions/parse-expression.js';
import { knownNamesOf } from '../../questionnaire/compile/known-names.js';
import { type Draft, isQuestionType, nameOf, type Placed, placedIn, typeAt } from './questionnaire-tree.js';

/** A condition that asks what its reader is asked only on a later page: until then there is no answer. */
export interface AskedTooEarly {
  /** Page, panel, note or question that has the condition. */
  element: Placed;
  /** The question the condition names. */
  question: Placed;
}

const conditions = ['visibleIf', 'enableIf', 'requiredIf'] as const;

/**
 * Conditions that look ahead, each pair of element and question once. What comes later on the same page
 * is fine, as the page follows what is answered on it.
 */
export function askedTooEarly(draft: Draft): AskedTooEarly[] {
  const places = placedIn(draft);
  const known = knownNamesOf(draft).roots;
  const questions = new Map<string, Placed>();
  for (const placed of places) {
    const name = nameOf(placed.node);
    if (name === '' || !isQuestionType(typeAt(placed.node, placed.address))) continue;
    questions.set(name, placed).set(commentName(name), placed);
  }
  return places.flatMap((element) => {
    const asked = conditions
      .flatMap((property) => namesOf(element.node[property], known))
      .flatMap((name) => questions.get(name) ?? []);
    return [...new Set(asked)]
      .filter((question) => pageOf(question) > pageOf(element))
      .map((question) => ({ element, question }));
  });
}

/** Index of the page that something stands on. */
export function pageOf({ address }: Placed): number {
  return Number(address.split('.')[0]);
}

/** None of what cannot be read: publication refuses it anyway. */
function namesOf(condition: unknown, known: readonly string[]): string[] {
  if (typeof condition !== 'string' || condition.trim() === '') return [];
  const parsed = parseExpression(condition, { known });
  return 'problem' in parsed ? [] : namesIn(parsed.expression);
}
