import type { Locale } from '../common/locale.js';
import type { AnswerForm } from '../questionnaire/answers/read/answer-fields.js';
import type { Answers } from '../questionnaire/answers/answers.js';
import type { QuestionnairePlan } from '../questionnaire/plan/questionnaire-plan.js';
import type { RespondentContext } from '../questionnaire/answers/state/questionnaire-state.js';
import type { Unfinished } from '../responses/unfinished.js';
import type { AskedSurvey } from '../responses/visit.queries.js';

/** What a request carries besides its form. */
export interface Asked {
  language: string | null;
  browserLanguage: string | undefined;
  /** Page in the address, counted from 1. */
  page: string | null;
  /** `answers`: to see what was submitted. */
  view?: string | null;
  /** Answers in the address, `q.<name>`: chosen in a letter, and not saved yet. */
  chosen: AnswerForm;
}

/** Somebody answering, through a personal link or the open one: in which language, to which questions. */
export interface Session {
  survey: AskedSurvey;
  plan: QuestionnairePlan;
  versionId: string;
  locale: Locale;
  respondent: RespondentContext;
  /** Address of the questionnaire, which forms are sent to. */
  address: string;
  /** Answers of all pages known so far: kept here, or carried along in the form. */
  known: Answers;
  /** A page that was left backwards with something wrong on it. */
  unfinished: Unfinished | null;
  /** Whether answers are kept page by page; otherwise the form carries them along. */
  keeps: boolean;
  /** Behind an open link: the id its response will have, so that two submits store one. */
  nonce: string | null;
}
