import { textIn, type Locale, type LocalizedText } from '../../common/locale.js';
import { isEmpty } from '../../questionnaire/expressions/expression-values.js';
import { displayText } from '../../questionnaire/answers/show/display-text.js';
import type { QuestionnaireState } from '../../questionnaire/answers/state/questionnaire-state.js';
import { isCalculated } from '../../questionnaire/plan/calculated.js';
import { shownPages, shownQuestions } from '../../questionnaire/answers/state/evaluate-questionnaire.js';
import { Localized } from '../../questionnaire/view/localized.js';
import { plainWords } from '../../questionnaire/view/words.js';
import { respondentTexts } from '../../questionnaire/view/respondent-texts.js';
import { renderPage, RespondentPage } from '../../respondents/respondent-layout.page.js';
import type { RespondentSurvey } from '../../respondents/respondent-survey.js';

interface OwnAnswersView {
  survey: RespondentSurvey;
  /** What holds at the submitted answers, by the version they belong to. */
  state: QuestionnaireState;
  /** The day, written out; null where the survey keeps none. */
  sentOn: string | null;
  /** Address of the questionnaire. */
  address: string;
  locale: Locale;
}

/** What somebody has submitted, for them to read and print: every question they saw, with their answer in words. */
export function renderOwnAnswers({ survey, state, sentOn, address, locale }: OwnAnswersView): string {
  const texts = respondentTexts[locale].ownAnswers;
  return renderPage(
    <RespondentPage
      locale={locale}
      title={`${texts.title} – ${textIn(survey.title, locale)}`}
      sender={survey}
    >
      <div class="message">
        <p class="of">
          <Localized text={survey.title} locale={locale} />
        </p>
        <h1>{texts.title}</h1>
        {sentOn !== null && <p>{texts.sentAt({ date: sentOn })}</p>}
        <dl class="own-answers">
          {shownPages(state)
            .flatMap((page) => shownQuestions(state, page))
            .map((question) => {
              const value = state.values[question.name];
              const isShown = !isEmpty(value) || !isCalculated(question);
              return (
                isShown && (
                  <div>
                    <dt>{words(question.title, state, locale)}</dt>
                    <dd>{displayText(question, value, locale, state) || texts.nothing}</dd>
                  </div>
                )
              );
            })}
        </dl>
        <p class="hint screen">{texts.print}</p>
        <p class="screen">
          <a href={`${address}?lang=${locale}`}>{texts.back}</a>
        </p>
      </div>
    </RespondentPage>,
  );
}

function words(text: LocalizedText, state: QuestionnaireState, locale: Locale): string {
  return plainWords({ text, sheet: { state, locale, live: new Set() } });
}
