import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Model, type PageModel, type PanelModel, type Question } from 'survey-core';
import { generatedCases, type GeneratedCase } from '../../test/support/generated-questionnaires.js';
import { formOfAnswers } from './answer-form.js';
import { checkWhole } from './check-answers.js';
import { compileQuestionnaire } from './compile-questionnaire.js';
import { isEmpty } from './expression-values.js';
import { questionsOf, type Answers, type PlanElement } from './questionnaire-plan.js';
import type { Standing } from './questionnaire-state.js';
import { readAnswer } from './read-answer.js';
import { isShown, standingOf } from './standing.js';

/**
 * Holds our reading of questionnaires against survey-core's own model, over generated questionnaires and
 * answers: what is shown, which questions are in error, what is handed in.
 */

// eslint-disable-next-line no-restricted-syntax -- a seed and a number to repeat or widen a run are given from outside
const { FC_SEED = '20271112', FC_RUNS = '2000' } = process.env;
const seed = Number(FC_SEED);
const numRuns = Number(FC_RUNS);

const person = { town: 'Köln' };
const surroundings = { person, now: new Date('2027-11-12T08:30:00Z'), timeZone: 'Europe/Berlin', seed: 's' };

function standingAt({ json, answers }: GeneratedCase): Standing {
  return standingOf(
    compileQuestionnaire(json, ['de'], { privacy: 'identified' }),
    answers as Answers,
    surroundings,
  );
}

/** survey-core's model with these answers, as if they had been given one after the other on the page. */
function modelAt({ json, answers }: GeneratedCase): Model {
  const model = new Model(copied(json));
  model.setVariable('person', person);
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
  return model;
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
    ...(model.pages as PageModel[]).filter((page) => page.isVisible).map(({ name }) => name),
    ...(model.getAllPanels() as unknown as PanelModel[]).filter(isInSight).map(({ name }) => name),
    ...model
      .getAllQuestions()
      .filter(isInSight)
      .map(({ name }) => name),
  ].sort();
}

function shownByUs(standing: Standing): string[] {
  const namesIn = (element: PlanElement): string[] => [
    ...(isShown(standing, element) ? [element.name] : []),
    ...(element.kind === 'panel' ? element.elements.flatMap(namesIn) : []),
  ];
  return standing.plan.pages
    .flatMap((page) => [...(isShown(standing, page) ? [page.name] : []), ...page.elements.flatMap(namesIn)])
    .sort();
}

/** Names of questions in error; a required panel without answers is its first question that can be answered. */
function errorsInModel(model: Model): string[] {
  const names = new Set<string>();
  for (const page of model.visiblePages as PageModel[]) {
    page.validate(true);
    for (const question of page.questions) {
      if (question.getAllErrors().length > 0) names.add(question.name);
    }
    const panels = (model.getAllPanels() as unknown as PanelModel[]).filter((panel) => panel.page === page);
    for (const container of [...panels, page]) {
      if (container.errors.length === 0) continue;
      const first = container.questions.find(
        (question: Question) => question.isVisibleInSurvey && question.hasInput && !question.isReadOnly,
      );
      if (first) names.add(first.name);
    }
  }
  return [...names].sort();
}

function errorsByUs(standing: Standing): string[] {
  return [...new Set(checkWhole(standing, 'de').errors.map(({ question }) => question))].sort();
}

/** Answers that nobody could have typed: survey-core keeps them where a question cannot be answered. */
function unreadable({ plan, state }: Standing): string[] {
  const form = formOfAnswers(plan, state.values, 'de');
  return questionsOf(plan)
    .filter((question) => readAnswer(question, form, 'de').faults.length > 0)
    .map(({ name }) => name);
}

function withoutNames(data: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(([name, value]) => !names.includes(name) && !isEmpty(value)),
  );
}

describe('our questionnaires behave as those of survey-core', () => {
  test('the same is shown, in error and handed in', () => {
    fc.assert(
      fc.property(generatedCases({ withTriggers: false }), (generated) => {
        const standing = standingAt(generated);
        const model = modelAt(generated);
        expect(shownByUs(standing)).toEqual(shownInModel(model));
        const errors = errorsInModel(model);
        expect(errorsByUs(standing)).toEqual(errors);
        model.doComplete();
        const passedOver = [...errors, ...unreadable(standing)];
        expect(withoutNames(checkWhole(standing, 'de').answers, passedOver)).toEqual(
          withoutNames(model.data as Record<string, unknown>, passedOver),
        );
        model.dispose();
      }),
      { seed, numRuns },
    );
  });
});
