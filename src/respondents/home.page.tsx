import { locales, type Locale } from '../common/locale.js';
import { respondentTexts } from '../questionnaire/view/respondent-texts.js';
import { renderPage, RespondentPage } from './respondent-layout.page.js';
import { OperatorLine } from './wrong-link.page.js';

/** Tells participants where their link is before it offers staff the sign-in. */
export function renderHome({ locale, operator }: { locale: Locale; operator: string | null }): string {
  const texts = respondentTexts[locale].home;
  return renderPage(
    <RespondentPage locale={locale} title={texts.title} sender={null} languages={locales}>
      <div class="message">
        <h1>{texts.title}</h1>
        <p class="lead">{texts.link}</p>
        <p>
          <a href={`/o?lang=${locale}`}>{texts.code}</a>
        </p>
        <OperatorLine locale={locale} operator={operator} />
        <p>
          <a href="/console">{texts.staff}</a>
        </p>
      </div>
    </RespondentPage>,
  );
}
