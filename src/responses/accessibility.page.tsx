import type { Locale } from '../common/locale.js';
import { statementDate, statementTexts, type StatementLanguage } from './accessibility.texts.js';
import { renderPage, RespondentPage } from './respondent-layout.page.js';

interface AccessibilityView {
  locale: Locale;
  /** Address of whoever runs this server; null where none is set. */
  operator: string | null;
}

/** How accessible these pages are, what is not, and whom to tell (BITV § 7, EN 301 549 12.1). */
export function renderAccessibility({ locale, operator }: AccessibilityView): string {
  const language: StatementLanguage = locale === 'de' ? 'de' : 'en';
  const texts = statementTexts[language];
  const date = new Intl.DateTimeFormat(language === 'de' ? 'de' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(statementDate));
  return renderPage(
    <RespondentPage locale={language} title={texts.title} sender={null} languages={['de', 'en']}>
      <div class="message">
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <h2>{texts.standardTitle}</h2>
        <p>{texts.standard}</p>
        <h2>{texts.testedTitle}</h2>
        <List lines={texts.tested} />
        <h2>{texts.limitsTitle}</h2>
        <List lines={texts.limits} />
        <h2>{texts.complainTitle}</h2>
        <p>{texts.complainToSender}</p>
        {operator !== null && (
          <p>
            {texts.complainToOperator} <a href={`mailto:${encodeURI(operator)}`}>{operator}</a>.
          </p>
        )}
        <p>{texts.answer}</p>
        <p class="hint">{texts.dated(date)}</p>
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
