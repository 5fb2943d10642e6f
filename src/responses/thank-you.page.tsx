import { textIn, type LocalizedText, type Locale } from '../common/locale.js';
import { Localized, Paragraphs } from './localized.js';
import { renderPage, RespondentPage } from './respondent-layout.page.js';
import type { RespondentSurvey } from './respondent-survey.js';
import { respondentTexts } from './respondent-texts.js';

interface ThankYouView {
  survey: RespondentSurvey;
  /** The survey's own words, from the plan. */
  completedText: LocalizedText | null;
  locale: Locale;
}

/** Shown once the answers are safely stored (P6), and whenever the personal link is opened after that. */
export function renderThankYou({ survey, completedText, locale }: ThankYouView): string {
  const texts = respondentTexts[locale].thankYou;
  return renderPage(
    <RespondentPage
      locale={locale}
      title={`${texts.title} – ${textIn(survey.title, locale)}`}
      sender={survey}
      languages={survey.languages}
    >
      <div class="message good">
        <p class="of">
          <Localized text={survey.title} locale={locale} />
        </p>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.received}</p>
        {completedText && <Paragraphs text={completedText} locale={locale} />}
        <p class="hint">{texts.close}</p>
      </div>
    </RespondentPage>,
  );
}
