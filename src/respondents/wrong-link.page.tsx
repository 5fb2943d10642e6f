import { locales, type Locale } from '../common/locale.js';
import { renderPage, RespondentPage } from './respondent-layout.page.js';
import { respondentTexts } from '../questionnaire/view/respondent-texts.js';

/** Shown for a link from a mail that we did not make, be it to a survey or to unsubscribe; says nothing about which surveys or people there are. */
export function renderWrongLink({ locale, isSurvey = true }: { locale: Locale; isSurvey?: boolean }): string {
  const texts = respondentTexts[locale].wrongLink;
  const title = isSurvey ? texts.title : texts.unknownTitle;
  return renderPage(
    <RespondentPage locale={locale} title={title} sender={null} languages={locales}>
      <div class="message">
        <h1>{title}</h1>
        <p class="lead">{texts.reasons}</p>
        <p>{isSurvey ? texts.advice : texts.unknownAdvice}</p>
      </div>
    </RespondentPage>,
  );
}
