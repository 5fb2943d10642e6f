import { textOf } from '../../src/common/coded-text.js';
import { InvalidInput } from '../../src/common/errors.js';
import { compileQuestionnaire } from '../../src/questionnaire/compile/compile-questionnaire.js';
import type { Privacy } from '../../src/questionnaire/compile/questionnaire-json.js';
import type { PlanElement, QuestionnairePlan } from '../../src/questionnaire/plan/questionnaire-plan.js';

export type Json = Record<string, unknown>;

const languages = ['de', 'en'];

/** One page with these elements, in German and English. */
export function compile(...elements: Json[]): QuestionnairePlan {
  return compileQuestionnaire({ pages: [{ elements }] }, languages, { privacy: 'identified' });
}

export function compileJson(json: Json): QuestionnairePlan {
  return compileQuestionnaire(json, languages, { privacy: 'identified' });
}

/** The only element of a page, called `q` unless it says otherwise. */
export function compileOne(element: Json): PlanElement | undefined {
  return compile({ name: 'q', ...element }).pages[0]?.elements[0];
}

/** What is wrong with a questionnaire, as `path: sentence`. */
export function problemsOf(json: unknown, privacy: Privacy = 'identified'): string[] {
  try {
    compileQuestionnaire(json, languages, { privacy });
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return error.problems.map((problem) => `${problem.path}: ${textOf(problem, 'en')}`);
  }
}

/** Paths of what is wrong with a page of these elements. */
export function pathsOf(...elements: Json[]): string[] {
  return problemsOf({ pages: [{ elements }] }).map((problem) => problem.split(':')[0] ?? '');
}
