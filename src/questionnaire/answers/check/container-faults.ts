import { textIn, type Locale } from '../../../common/locale.js';
import { fieldOf } from '../read/answer-fields.js';
import { answerMessages } from '../answer-messages.js';
import { isEmpty } from '../../expressions/expression-values.js';
import { isCalculated } from '../../plan/calculated.js';
import type { PlanQuestion } from '../../kinds/registry.js';
import {
  questionsWithin,
  type PlanElement,
  type PlanPage,
  type PlanPanel,
} from '../../plan/questionnaire-plan.js';
import type { QuestionnaireState } from '../state/questionnaire-state.js';
import { isShown } from '../state/evaluate-questionnaire.js';

/** A required page or panel without any answer: the question to begin with, and what to say. */
export interface ContainerFault {
  question: PlanQuestion;
  field: string;
  message: string;
}

/**
 * Pages and panels that need an answer and have none. One in which nothing can be answered is passed
 * over: people could never go on.
 */
export function containerFaults(page: PlanPage, state: QuestionnaireState, locale: Locale): ContainerFault[] {
  return containersIn(page).flatMap((container) => {
    const { required, disabled, values } = state;
    if (!required.has(container.id) || disabled.has(container.id)) return [];
    const shown = questionsWithin(container).filter((question) => isShown(state, question));
    if (shown.some(({ name }) => !isEmpty(values[name]))) return [];
    const question = shown.find((question) => !isCalculated(question) && !disabled.has(question.id));
    if (!question) return [];
    const message = container.requiredText
      ? textIn(container.requiredText, locale)
      : answerMessages[locale].answerOneOf;
    return [{ question, field: fieldOf(question), message }];
  });
}

function containersIn(container: PlanPage | PlanPanel): (PlanPage | PlanPanel)[] {
  return [...container.elements.filter(isPanel).flatMap(containersIn), container];
}

function isPanel(element: PlanElement): element is PlanPanel {
  return element.kind === 'panel';
}
