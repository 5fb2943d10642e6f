import { compileExpression } from './compile-conditions.js';
import { namesIn, type Expression } from '../expressions/expression.js';
import type { JsonNode } from './questionnaire-json.js';
import {
  questionsWithin,
  type PlanPage,
  type PlanTrigger,
  type QuestionnairePlan,
} from '../plan/questionnaire-plan.js';

const MAX_TRIGGERS = 100;
const MAX_TEXTS = 50;

/** Ends for people the questionnaire is not meant for, and jumps to questions further on. */
export function compileTriggers(survey: JsonNode, pages: readonly PlanPage[]): PlanTrigger[] {
  return survey.nodes('triggers', MAX_TRIGGERS).flatMap((node): PlanTrigger[] => {
    const kind = (node.string('type') ?? '').replace(/trigger$/, '');
    if (kind !== 'complete' && kind !== 'skip') {
      node.note('type', 'questionnaire.not_trigger');
      return [];
    }
    node.refuseAllBut(['type', 'expression', ...(kind === 'skip' ? ['gotoName'] : [])]);
    const when = conditionOf(node);
    if (when === null) return [];
    if (kind === 'complete') return [{ kind, when }];
    const toPage = pageToSkipTo(node, when, pages);
    return toPage === null ? [] : [{ kind, when, toPage }];
  });
}

/** A jump back would go round in circles: the goal lies behind everything that decides about the jump. */
function pageToSkipTo(node: JsonNode, when: Expression, pages: readonly PlanPage[]): number | null {
  const goal = node.string('gotoName');
  if (goal === null) return node.note('gotoName', 'questionnaire.missing');
  const toPage = pageOf(goal, pages);
  if (toPage < 0) return node.note('gotoName', 'questionnaire.no_such_question', { name: goal });

  const from = Math.max(0, ...namesIn(when).map((name) => pageOf(name, pages)));
  return toPage > from ? toPage : node.note('gotoName', 'questionnaire.jumps_back');
}

function pageOf(question: string, pages: readonly PlanPage[]): number {
  return pages.findIndex((page) => questionsWithin(page).some(({ name }) => name === question));
}

/** SurveyJS' completedHtmlOnCondition: other last words for some. */
export function compileCompletedTexts(survey: JsonNode): QuestionnairePlan['completedTextsIf'] {
  return survey.nodes('completedHtmlOnCondition', MAX_TEXTS).flatMap((node) => {
    node.refuseAllBut(['expression', 'html']);
    const when = conditionOf(node);
    const text =
      node.html('html') ?? (node.value('html') === null ? node.note('html', 'questionnaire.missing') : null);
    return when === null || text === null ? [] : [{ when, text }];
  });
}

function conditionOf(node: JsonNode): Expression | null {
  if (node.value('expression') === null) return node.note('expression', 'questionnaire.missing');
  return compileExpression(node, 'expression');
}
