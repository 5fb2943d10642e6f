import { textIn, type Locale } from '../../common/locale.js';
import { Localized } from '../../questionnaire/view/localized.js';
import { renderPage, RespondentPage } from '../../respondents/respondent-layout.page.js';
import type { RespondentSurvey } from '../../respondents/respondent-survey.js';
import { respondentTexts } from '../../questionnaire/view/respondent-texts.js';

interface ClosedView {
  survey: RespondentSurvey;
  /** What became of answers they have given without submitting them; null: there were none. */
  kept: 'saved' | 'lost' | null;
  locale: Locale;
}

/** Shown to anyone who comes after the closing date and has not answered. */
export function renderClosed({ survey, kept, locale }: ClosedView): string {
  const texts = respondentTexts[locale].closed;
  const { closedWith } = respondentTexts[locale];
  return renderPage(
    <RespondentPage
      locale={locale}
      title={`${texts.title} – ${textIn(survey.title, locale)}`}
      sender={survey}
      languages={survey.languages}
    >
      <div class="message">
        <p class="of">
          <Localized text={survey.title} locale={locale} />
        </p>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.on({ date: survey.closingDate })}</p>
        {kept !== null && <p>{closedWith[kept]}</p>}
        <p>{texts.thanks}</p>
      </div>
    </RespondentPage>,
  );
}

/** Shown to anyone who comes by an open link before the survey is published. */
export function renderNotYetOpen({ survey, locale }: Omit<ClosedView, 'kept'>): string {
  const texts = respondentTexts[locale].notYetOpen;
  return renderPage(
    <RespondentPage
      locale={locale}
      title={`${texts.title} – ${textIn(survey.title, locale)}`}
      sender={survey}
      languages={survey.languages}
    >
      <div class="message">
        <p class="of">
          <Localized text={survey.title} locale={locale} />
        </p>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.text}</p>
      </div>
    </RespondentPage>,
  );
}
