import type { Answers } from './answers.js';
import type { QuestionnairePlan } from './questionnaire-plan.js';

/** What a questionnaire knows besides answers: the person's attributes, as `{person.town}`, and the day. */
export interface Surroundings {
  /** By name without `person.`; empty in the preview and behind an open link. */
  person: Readonly<Record<string, unknown>>;
  /** Now; `today()` and `age()` count in the survey's zone. */
  now: Date;
  timeZone: string;
  /** What random orders are drawn from: the same for one person at every visit, and no key to them. */
  seed: string;
}

/**
 * What holds at a set of answers: which elements are there, can be answered and must be. Worked out
 * anew at every step, from the plan alone.
 */
export interface QuestionnaireState {
  /** Ids of pages, panels, notes and questions that are not there; what lies within one is named too. */
  hidden: ReadonlySet<string>;
  /** Ids of questions, panels and pages that cannot be answered; what lies within one is named too. */
  disabled: ReadonlySet<string>;
  /** Ids of questions, panels and pages that need an answer. */
  required: ReadonlySet<string>;
  /** Values of choices or rows that are not on offer, by question id; `offeredChoices` and `offeredRows` ask it. */
  withheld: ReadonlyMap<string, ReadonlySet<string>>;
  /** Values of choices that are shown but cannot be chosen, by question id. */
  barred: ReadonlyMap<string, ReadonlySet<string>>;
  /** Answers with calculated values and expression questions filled in, and withheld choices taken out. */
  values: Readonly<Record<string, unknown>>;
}

/** A plan with what holds now: what pages are drawn from and answers checked against. */
export interface Standing {
  plan: QuestionnairePlan;
  answers: Answers;
  state: QuestionnaireState;
  surroundings: Surroundings;
}
