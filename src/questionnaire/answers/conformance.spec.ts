import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Model, settings, type PageModel, type PanelModel, type Question } from 'survey-core';
import { generatedQuestionnaires } from '../../../test/support/generated-questionnaires.js';
import { SETS } from '../../../test/support/generated-sketches.js';
import { formOfAnswers } from './read/answer-form.js';
import { checkWhole } from './check/check-answers.js';
import { compileQuestionnaire } from '../compile/compile-questionnaire.js';
import { isEmpty } from '../expressions/expression-values.js';
import { pathThrough, stepAfter } from './state/flow.js';
import type { Answers } from './answers.js';
import { questionsOf, type PlanElement, type QuestionnairePlan } from '../plan/questionnaire-plan.js';
import type { QuestionnaireState } from './state/questionnaire-state.js';
import { readAnswer } from './read/read-answer.js';
import { isShown, evaluateQuestionnaire } from './state/evaluate-questionnaire.js';

/**
 * Holds our reading of questionnaires against survey-core's own model, over generated questionnaires and
 * answers: what is shown, which questions are in error, what is handed in, which page follows.
 *
 * Where we differ on purpose, and what the generator therefore leaves out:
 * - Answers that nobody could have typed, such as an e-mail address without an `@` where a question cannot be
 *   answered, are dropped; survey-core keeps them. Web addresses and telephone numbers are checked, e-mail
 *   addresses more strictly, texts longer than `maxLength` and more choices than `maxSelectedChoices`
 *   refused; survey-core leaves these to the browser.
 * - Texts are trimmed and their length is counted in characters rather than UTF-16 units; several choices
 *   come in the order of the questionnaire, not of the clicks.
 * - A box to tick (`renderAs: checkbox`) that is not ticked is no answer, never `false`.
 * - „None“ beside other choices is an error; survey-core takes it out while people click.
 * - A ranking (not `selectToRankEnabled`) that lacks a choice is an error; survey-core fills it up.
 * - A required page or panel in which nothing can be answered is passed over: nobody could go on.
 * - An expression is calculated in a panel that cannot be answered, too; whether survey-core does depends on
 *   what was answered before.
 * - A skip is decided on „Next“ (survey-core with `executeSkipOnValueChanged: false`), not while typing, and
 *   only leads forward. A trigger that reads a row of a matrix or one of several texts is asked even if
 *   nothing there was answered.
 *
 * Left out as survey-core stumbles itself: a calculated value that is the list of another question (emptied
 * when that one is cleared) or adds up lists or texts with `sum`, and a hidden choice as answer beside
 * „other“ (taken for its words when answers are set all at once).
 */

// eslint-disable-next-line no-restricted-syntax -- a seed and a number to repeat or widen a run are given from outside
const { FC_SEED = '20271112', FC_RUNS = '2100' } = process.env;
const seed = Number(FC_SEED);
const cases = Number(FC_RUNS);

const person = { town: 'Köln' };
const respondent = { person, now: new Date('2027-11-12T08:30:00Z'), timeZone: 'Europe/Berlin', seed: 's' };

function compiled(json: Record<string, unknown>): QuestionnairePlan {
  return compileQuestionnaire(json, ['de'], { privacy: 'identified' });
}

function modelOf(json: Record<string, unknown>): Model {
  const model = new Model(copied(json));
  model.setVariable('person', person);
  return model;
}

/** Gives the model these answers, as if they had been given one after the other on the page. */
function answerIn(model: Model, answers: Record<string, unknown>): void {
  model.clear();
  model.keepIncorrectValues = true;
  model.data = copied(answers);
  // A ranking fills itself up as long as conditions on its choices have not been asked.
  for (const question of model.getAllQuestions()) {
    const answer = answers[question.name];
    if (question.getType() === 'ranking' && answer !== undefined) question.value = copied(answer);
  }
  model.keepIncorrectValues = false;
  for (const question of model.getAllQuestions()) {
    if (question.isDescendantOf('selectbase')) question.clearIncorrectValues();
  }
}

/** An object of this realm: survey-core takes no other for one. */
function copied<T>(json: T): T {
  return JSON.parse(JSON.stringify(json)) as T;
}

function shownInModel(model: Model): string[] {
  const isInSight = (element: { isVisible: boolean; parent?: unknown }): boolean => {
    const parent = element.parent as typeof element | null | undefined;
    return element.isVisible && (!parent || isInSight(parent));
  };
  return [
    ...model.pages.filter((page) => page.isVisible).map(({ name }) => name),
    ...(model.getAllPanels() as unknown as PanelModel[]).filter(isInSight).map(({ name }) => name),
    ...model
      .getAllQuestions()
      .filter(isInSight)
      .map(({ name }) => name),
  ].sort();
}

function shownByUs(state: QuestionnaireState): string[] {
  const namesIn = (element: PlanElement): string[] => [
    ...(isShown(state, element) ? [element.name] : []),
    ...(element.kind === 'panel' ? element.elements.flatMap(namesIn) : []),
  ];
  return state.plan.pages
    .flatMap((page) => [...(isShown(state, page) ? [page.name] : []), ...page.elements.flatMap(namesIn)])
    .sort();
}

/** Names of questions in error; a required panel without answers is its first question that can be answered. */
function errorsInModel(model: Model): string[] {
  const names = new Set<string>();
  for (const page of model.visiblePages) {
    page.validate(true);
    for (const question of page.questions) {
      if (question.isVisibleInSurvey && !question.validate(true)) names.add(question.name);
    }
    const panels = (model.getAllPanels() as unknown as PanelModel[]).filter((panel) => panel.page === page);
    for (const container of [...panels, page]) {
      if (!container.isVisible || container.errors.length === 0) continue;
      const first = container.questions.find(
        (question: Question) => question.isVisibleInSurvey && question.hasInput && !question.isReadOnly,
      );
      if (first) names.add(first.name);
    }
  }
  return [...names].sort();
}

function errorsByUs(state: QuestionnaireState): string[] {
  return [...new Set(checkWhole(state, 'de').errors.map(({ question }) => question))].sort();
}

/** Answers that nobody could have typed: survey-core keeps them where a question cannot be answered. */
function unreadable({ plan, values }: QuestionnaireState): string[] {
  const form = formOfAnswers(questionsOf(plan), values, 'de');
  return questionsOf(plan)
    .filter((question) => readAnswer(question, form, 'de').faults.length > 0)
    .map(({ name }) => name);
}

/** Names of the pages that „Next“ leads through, and how they end. */
function wayInModel(model: Model): string[] {
  model.validationEnabled = false;
  model.currentPage = model.visiblePages[0];
  const way: string[] = [];
  while (model.state === 'running' && way.length < 20) {
    way.push((model.currentPage as PageModel).name);
    if (model.isLastPage) return [...way, 'submit'];
    model.nextPage();
  }
  return model.state === 'completed' ? [...way, 'screened_out'] : way;
}

function wayByUs(state: QuestionnaireState): string[] {
  const path = pathThrough(state);
  const last = path.at(-1);
  const names = path.map((index) => state.plan.pages[index]?.name ?? '');
  return last === undefined ? [] : [...names, stepAfter(state, last).kind];
}

function withoutNames(data: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(([name, value]) => !names.includes(name) && !isEmpty(value)),
  );
}

const { executeSkipOnValueChanged } = settings.triggers;
beforeAll(() => {
  settings.triggers.executeSkipOnValueChanged = false;
});
afterAll(() => {
  settings.triggers.executeSkipOnValueChanged = executeSkipOnValueChanged;
});

describe('our questionnaires behave as those of survey-core', () => {
  test('the same is shown, in error and handed in', () => {
    fc.assert(
      fc.property(generatedQuestionnaires({ withTriggers: false }), ({ json, answerSets }) => {
        const plan = compiled(json);
        const model = modelOf(json);
        for (const answers of answerSets) {
          const state = evaluateQuestionnaire(plan, answers as Answers, respondent);
          answerIn(model, answers);
          expect(shownByUs(state)).toEqual(shownInModel(model));

          const errors = errorsInModel(model);
          expect(errorsByUs(state)).toEqual(errors);

          const passedOver = [...errors, ...unreadable(state)];
          model.doComplete();
          expect(withoutNames(checkWhole(state, 'de').answers, passedOver)).toEqual(
            withoutNames(model.data as Record<string, unknown>, passedOver),
          );
        }
        model.dispose();
      }),
      { seed, numRuns: Math.ceil(cases / SETS) },
    );
  });

  test('the same pages follow one another', () => {
    fc.assert(
      fc.property(generatedQuestionnaires({ withTriggers: true }), ({ json, answerSets }) => {
        const plan = compiled(json);
        for (const answers of answerSets) {
          const model = modelOf(json);
          answerIn(model, answers);
          expect(wayByUs(evaluateQuestionnaire(plan, answers as Answers, respondent))).toEqual(
            wayInModel(model),
          );
          model.dispose();
        }
      }),
      { seed, numRuns: Math.ceil(cases / SETS / 8) },
    );
  });
});
