import type { QuestionnairePlan } from '../../plan/questionnaire-plan.js';
import type { Answers } from '../answers.js';
import type { ElementStates } from './element-states.js';

/** What a questionnaire knows besides answers: the person's attributes, as `{person.town}`, and the day. */
export interface RespondentContext {
  /** By name without `person.`; empty in the preview and behind an open link. */
  person: Readonly<Record<string, unknown>>;
  /** Now; `today()` and `age()` count in the survey's zone. */
  now: Date;
  timeZone: string;
  /** What random orders are drawn from: the same for one person at every visit, and no key to them. */
  seed: string;
}

/** A plan and answers with what holds now: what pages are drawn from and answers checked against. */
export interface QuestionnaireState extends ElementStates {
  plan: QuestionnairePlan;
  answers: Answers;
  respondent: RespondentContext;
}
