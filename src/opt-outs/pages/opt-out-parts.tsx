import type { ComponentChildren } from 'preact';
import { textIn, type Locale } from '../../common/locale.js';
import { Localized } from '../../questionnaire/view/localized.js';
import { renderPage, RespondentPage } from '../../respondents/respondent-layout.page.js';
import type { RespondentSurvey } from '../../respondents/respondent-survey.js';

/** Where the pages of one person lead to. */
export interface OptOutLinks {
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

/** Takes back what was done on the page at this address. */
export function UndoButton({ action, locale, label }: Pick<GoProps, 'action' | 'locale' | 'label'>) {
  return <GoButton action={action} locale={locale} go="undo" look="secondary" label={label} />;
}

interface AskProps extends Omit<GoProps, 'look'> {
  /** Said before the other ways. */
  instead: string;
  ways: WaysProps['ways'];
}

/** The button that does what is asked about, and what can be done instead. */
export function AskButton({ instead, ways, ...button }: AskProps) {
  return (
    <>
      <GoButton look="primary" {...button} />
      <p class="hint">{instead}</p>
      <Ways locale={button.locale} ways={ways} />
    </>
  );
}

interface WaysProps {
  locale: Locale;
  ways: readonly (readonly [to: string, label: string])[];
}

/** What else can be done, one link a line. */
export function Ways({ locale, ways }: WaysProps) {
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
