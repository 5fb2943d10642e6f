import { textIn, type Locale } from '../common/locale.js';
import { Localized } from './localized.js';
import { renderPage, RespondentPage } from './respondent-layout.page.js';
import type { RespondentSurvey } from './respondent-survey.js';
import { respondentTexts } from './respondent-texts.js';

/** Shown to whoever comes after the closing date and has not answered. */
export function renderClosed({ survey, locale }: { survey: RespondentSurvey; locale: Locale }): string {
  const texts = respondentTexts[locale].closed;
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
        <p class="lead">{texts.on(survey.closingDate)}</p>
        <p>{texts.thanks}</p>
      </div>
    </RespondentPage>,
  );
}
