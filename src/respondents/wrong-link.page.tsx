import { locales, type Locale } from '../common/locale.js';
import { renderPage, RespondentPage } from './respondent-layout.page.js';
import { respondentTexts } from '../questionnaire/view/respondent-texts.js';

interface WrongLinkView {
  locale: Locale;
  isSurvey?: boolean;
  /** Whom to ask, an e-mail address, as no sender is known. */
  operator?: string | null;
}

/** Shown for a link from a mail that we did not make, be it to a survey or to unsubscribe; says nothing about which surveys or people there are. */
export function renderWrongLink({ locale, isSurvey = true, operator = null }: WrongLinkView): string {
  const texts = respondentTexts[locale].wrongLink;
  const title = isSurvey ? texts.title : texts.unknownTitle;
  return renderPage(
    <RespondentPage locale={locale} title={title} sender={null} languages={locales}>
      <div class="message">
        <h1>{title}</h1>
        <p class="lead">{texts.reasons}</p>
        <p>{isSurvey ? texts.advice : texts.unknownAdvice}</p>
        <OperatorLine locale={locale} operator={operator} />
      </div>
    </RespondentPage>,
  );
}

/** The erased person's way out of the list: they are on none any more. */
export function renderNotOnList({ locale, operator }: { locale: Locale; operator: string | null }): string {
  const texts = respondentTexts[locale].notOnList;
  return renderPage(
    <RespondentPage locale={locale} title={texts.title} sender={null} languages={locales}>
      <div class="message">
        <h1>{texts.title}</h1>
        <p class="lead">{texts.text}</p>
        <OperatorLine locale={locale} operator={operator} />
      </div>
    </RespondentPage>,
  );
}

/** Whom to write to where no sender is known. */
export function OperatorLine({ locale, operator }: { locale: Locale; operator: string | null }) {
  if (operator === null) return null;
  return (
    <p>
      <strong>{respondentTexts[locale].contact}</strong> <a href={`mailto:${operator}`}>{operator}</a>
    </p>
  );
}
