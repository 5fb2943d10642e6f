import { formatLocaleOf, type Locale, locales } from '../common/locale.js';
import { textsByLanguage } from '../common/texts.js';
import { renderPage, RespondentPage } from './respondent-layout.page.js';

/** Day on which the pages were last held against the standard. */
const statementDate = new Date('2026-11-24');

const statementTexts = textsByLanguage('accessibility');

interface AccessibilityView {
  locale: Locale;
  /** Address of the person who runs this server; null where none is set. */
  operator: string | null;
}

/** How accessible these pages are, what is not, and whom to tell (BITV § 7, EN 301 549 12.1). */
export function renderAccessibility({ locale, operator }: AccessibilityView): string {
  const texts = statementTexts[locale];
  const format = new Intl.DateTimeFormat(formatLocaleOf(locale), { dateStyle: 'long', timeZone: 'UTC' });
  return renderPage(
    <RespondentPage locale={locale} title={texts.title} sender={null} languages={locales}>
      <div class="message">
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <h2>{texts.standardTitle}</h2>
        <p>{texts.standard}</p>
        <h2>{texts.testedTitle}</h2>
        <List lines={Object.values(texts.tested)} />
        <h2>{texts.limitsTitle}</h2>
        <List lines={Object.values(texts.limits)} />
        <h2>{texts.complainTitle}</h2>
        <p>{texts.complainToSender}</p>
        {operator !== null && (
          <p>
            {texts.complainToOperator} <a href={`mailto:${encodeURI(operator)}`}>{operator}</a>.
          </p>
        )}
        <p>{texts.answer}</p>
        <p class="hint">{texts.dated({ date: format.format(statementDate) })}</p>
      </div>
    </RespondentPage>,
  );
}

function List({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
