import type { LocalizedText } from '../../common/locale.js';
import type { ElementBasics } from './element-basics.js';
import type { Expression } from '../expressions/expression.js';
import { memoizeByPlan } from './memoize-by-plan.js';
import type { PlanQuestion } from '../kinds/registry.js';

/**
 * A published questionnaire, compiled once from SurveyJS JSON and kept as plain JSON with its version:
 * everything the pages, the checks and the exports need, and nothing that has to be interpreted again.
 */
export interface QuestionnairePlan {
  /** Shape of this plan; raised when stored plans have to be compiled anew. */
  format: 2;
  /** Language (BCP 47) of texts that were given without one. */
  language: string;
  title: LocalizedText | null;
  description: LocalizedText | null;
  /** What people read after submitting; paragraphs are separated by blank lines. */
  completedText: LocalizedText | null;
  /** Other words instead of `completedText`: the first whose condition holds. */
  completedTextsIf: { when: Expression; text: LocalizedText }[];
  pages: PlanPage[];
  /** Values that are calculated from answers, in the order of the questionnaire. */
  calculated: CalculatedValue[];
  triggers: PlanTrigger[];
  /** Whole minutes, at least 1; see estimate-minutes.ts for the rule of thumb. */
  estimatedMinutes: number;
}

export interface PlanPage extends ElementBasics {
  /** Empty where the questionnaire gives none; a trigger may name a page's first question. */
  name: string;
  title: LocalizedText | null;
  description: LocalizedText | null;
  /** At least one question of the page must be answered. */
  required: boolean;
  requiredText: LocalizedText | null;
  /** `random`: in an order that is the same for one person at every visit. */
  order: 'initial' | 'random';
  elements: PlanElement[];
}

export type PlanElement = PlanNote | PlanPanel | PlanQuestion;

/** Text between questions: SurveyJS' `html` reduced to its text. */
export interface PlanNote extends ElementBasics {
  kind: 'note';
  name: string;
  text: LocalizedText | null;
}

/** Questions that belong together, under a heading; panels may hold panels. */
export interface PlanPanel extends ElementBasics {
  kind: 'panel';
  name: string;
  title: LocalizedText | null;
  text: LocalizedText | null;
  /** At least one question in it must be answered. */
  required: boolean;
  requiredText: LocalizedText | null;
  order: 'initial' | 'random';
  elements: PlanElement[];
}

export interface CalculatedValue {
  name: string;
  expression: Expression;
  /** Whether it is stored with the answers (SurveyJS' includeIntoResult). */
  kept: boolean;
}

/**
 * What happens when a page is left for the next one and the condition holds: `complete` ends the
 * questionnaire for people it is not meant for (they are screened out), `skip` leads to the page of a
 * question further on.
 */
export type PlanTrigger =
  { kind: 'complete'; when: Expression } | { kind: 'skip'; when: Expression; toPage: number };

export function isQuestion(element: PlanElement): element is PlanQuestion {
  return element.kind !== 'note' && element.kind !== 'panel';
}

type Elements = readonly PlanElement[];

/** The questions of a page or panel, those within panels included, in the order of the questionnaire. */
export function questionsWithin({ elements }: { elements: Elements }): readonly PlanQuestion[] {
  return questionsAmong(elements);
}

const questionsAmong = memoizeByPlan((elements: Elements): readonly PlanQuestion[] =>
  elements.flatMap((element) => {
    if (element.kind === 'panel') return questionsWithin(element);
    return isQuestion(element) ? [element] : [];
  }),
);

/** All questions in the order people meet them. */
export function questionsOf(plan: Pick<QuestionnairePlan, 'pages'>): PlanQuestion[] {
  return plan.pages.flatMap(questionsWithin);
}
