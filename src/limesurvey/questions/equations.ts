import { textOfHtml } from '../../questionnaire/compile/text-of-html.js';
import { translateValue } from '../expressions/expression-translation.js';
import type { Variables } from '../expressions/expression-variables.js';
import type { LssNotes } from '../lss-notes.js';
import type { LssQuestion } from '../file/lss-survey.js';
import { kindOf } from './question-kinds.js';
import { element, type SurveyElement, type Translating } from './survey-element.js';

/** The equations that can be computed here, by the question's id. */
export type Equations = ReadonlyMap<string, string>;

/**
 * Translates the equations (type *) and notes those that cannot be. What refers to a lost one is lost
 * with it, so this is repeated until nothing more falls away.
 *
 * @param variablesOf names without those of the questions given
 */
export function translateEquations(
  questions: readonly LssQuestion[],
  variablesOf: (questions: readonly LssQuestion[]) => Variables,
  notes: LssNotes,
): { equations: Equations; remaining: readonly LssQuestion[] } {
  const variables = variablesOf(questions);
  const equations = new Map<string, string>();
  const lost = new Set<LssQuestion>();
  for (const question of questions) {
    if (kindOf(question) !== 'equation') continue;
    const expression = translateValue(sourceOf(question), variables);
    if (expression !== null) equations.set(question.id, expression);
    else lost.add(question);
  }
  if (lost.size === 0) return { equations, remaining: questions };
  for (const question of lost) notes.add(question.code, 'equation', { expression: sourceOf(question) });
  return translateEquations(
    questions.filter((question) => !lost.has(question)),
    variablesOf,
    notes,
  );
}

/** What a visible equation shows; it is read, not answered. */
export function equationElement(question: LssQuestion, expression: string, own: Translating): SurveyElement {
  const isOwnText = question.attributes.get('equation') === '';
  const title = isOwnText ? undefined : own.texts.plain(question.text, question.code);
  return element({ type: 'expression', name: own.names.name, title, expression });
}

function sourceOf({ attributes, text }: LssQuestion): string {
  return textOfHtml(attributes.get('equation') || (Object.values(text)[0] ?? ''));
}
