import { locales, type Locale } from '../common/locale.js';
import { renderPage, RespondentPage } from './respondent-layout.page.js';
import { respondentTexts } from './respondent-texts.js';

/** Shown for a personal link that we did not make; says nothing about which surveys or people there are. */
export function renderWrongLink({ locale }: { locale: Locale }): string {
  const texts = respondentTexts[locale].wrongLink;
  return renderPage(
    <RespondentPage locale={locale} title={texts.title} sender={null} languages={locales}>
      <div class="message">
        <h1>{texts.title}</h1>
        <p class="lead">{texts.reasons}</p>
        <p>{texts.advice}</p>
      </div>
    </RespondentPage>,
  );
}
