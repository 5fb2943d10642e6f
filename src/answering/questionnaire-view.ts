import type { LocalizedText, Locale } from '../common/locale.js';
import type { AnswerForm } from '../questionnaire/answers/read/answer-fields.js';
import type { FieldError } from '../questionnaire/answers/check/check-answers.js';
import type { QuestionnaireState } from '../questionnaire/answers/state/questionnaire-state.js';
import type { RespondentSurvey } from '../respondents/respondent-survey.js';

/** What one page of somebody's questionnaire is drawn from. */
export interface QuestionnaireView {
  survey: RespondentSurvey;
  /** What holds at the answers known so far. */
  state: QuestionnaireState;
  /** Page to show, counted from 0. */
  pageIndex: number;
  /** What was just sent and is shown again as it was typed, after errors or a change of language. */
  posted?: AnswerForm | null;
  /** Those of other pages are passed over. */
  errors: readonly FieldError[];
  locale: Locale;
  /** Address the form is sent to. */
  action: string;
  /** JSON of the answers of other pages, where nothing is kept before the end; null where it is. */
  carried: string | null;
  /** Where that tells nothing, as in a preview: whether the answers of people are kept page by page. */
  keepsPages?: boolean;
  /** One sentence on what just happened; marked where it is not in the page's language. */
  notice: LocalizedText | null;
  /** Version of the questionnaire this page is drawn from, so that a newer one does not mix in; null in the preview. */
  version?: string | null;
  /** Behind an open link: the id of the response to be, so that two submits store one. */
  nonce?: string | null;
}
