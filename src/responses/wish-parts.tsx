import type { ComponentChildren } from 'preact';
import { textIn, type Locale } from '../common/locale.js';
import { Localized } from './localized.js';
import { renderPage, RespondentPage } from './respondent-layout.page.js';
import type { RespondentSurvey } from './respondent-survey.js';

/** Where the pages of one person lead to. */
export interface WishLinks {
  questionnaire: string;
  decline: string;
  snooze: string;
  unsubscribe: string;
}

interface MessageProps {
  survey: RespondentSurvey;
  locale: Locale;
  title: string;
  /** Something has just been done as wished. */
  good?: boolean;
  children: ComponentChildren;
}

/** A page that says one thing about a survey. */
export function renderMessage({ survey, locale, title, good = false, children }: MessageProps): string {
  return renderPage(
    <RespondentPage
      locale={locale}
      title={`${title} – ${textIn(survey.title, locale)}`}
      sender={survey}
      languages={survey.languages}
    >
      <div class={good ? 'message good' : 'message'}>
        <p class="of">
          <Localized text={survey.title} locale={locale} />
        </p>
        <h1>{title}</h1>
        {children}
      </div>
    </RespondentPage>,
  );
}

interface GoProps {
  /** Address the form is sent to, with `go` and the language. */
  action: string;
  locale: Locale;
  go: string;
  look: 'primary' | 'secondary';
  label: string;
}

/** A button that does something: never a link, as links are followed by machines (P5). */
export function GoButton({ action, locale, go, look, label }: GoProps) {
  return (
    <form class="actions" method="post" action={action}>
      <input type="hidden" name="lang" value={locale} />
      <button class={look} type="submit" name="go" value={go}>
        {label}
      </button>
    </form>
  );
}

/** What else can be done, one link a line. */
export function Ways({
  locale,
  ways,
}: {
  locale: Locale;
  ways: readonly (readonly [to: string, label: string])[];
}) {
  return (
    <ul class="ways">
      {ways.map(([to, label]) => (
        <li key={to}>
          <a href={`${to}?lang=${locale}`}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
