import { locales, type Locale } from '../../common/locale.js';
import { renderPage, RespondentPage } from '../../respondents/respondent-layout.page.js';
import type { RespondentSurvey } from '../../respondents/respondent-survey.js';
import { respondentTexts } from '../../questionnaire/view/respondent-texts.js';
import { renderMessage } from '../../opt-outs/pages/opt-out-parts.js';

interface EnterCodeView {
  locale: Locale;
  /** A code that leads to nothing, or none; null on the first visit. */
  typed: string | null;
}

/** Where a short code from a letter is typed; says nothing about which surveys there are. */
export function renderEnterCode({ locale, typed }: EnterCodeView): string {
  const texts = respondentTexts[locale].openLink.enter;
  const isWrong = typed !== null;
  const title = isWrong ? `${respondentTexts[locale].errorPrefix}${texts.title}` : texts.title;
  return renderPage(
    <RespondentPage locale={locale} title={title} sender={null} languages={locales}>
      <div class="message">
        <h1>{texts.title}</h1>
        <form method="get" action="/o">
          <input type="hidden" name="lang" value={locale} />
          <div class={isWrong ? 'question wrong' : 'question'}>
            <label class="title" for="code">
              {texts.label}
            </label>
            <p class="hint" id="code-hint">
              {texts.hint}
            </p>
            {isWrong && (
              <p class="error" id="code-error">
                {typed === '' ? texts.missing : texts.unknown}
              </p>
            )}
            <input
              id="code"
              class="line"
              name="code"
              type="text"
              value={typed ?? ''}
              maxLength={60}
              autocapitalize="characters"
              autocomplete="off"
              spellcheck={false}
              required
              aria-describedby={isWrong ? 'code-hint code-error' : 'code-hint'}
              aria-invalid={isWrong ? 'true' : undefined}
            />
          </div>
          <div class="actions">
            <button class="primary" type="submit">
              {texts.button}
            </button>
          </div>
        </form>
      </div>
    </RespondentPage>,
  );
}

interface AnsweredView {
  survey: RespondentSurvey;
  address: string;
  locale: Locale;
}

/** Shown on a device from which the open link has been answered: soft, as several people may share it. */
export function renderAnswered({ survey, address, locale }: AnsweredView): string {
  const texts = respondentTexts[locale].openLink;
  return renderMessage({
    survey,
    locale,
    title: texts.answeredTitle,
    children: (
      <>
        <p class="lead">{texts.answered}</p>
        <form class="actions" method="get" action={address}>
          <input type="hidden" name="lang" value={locale} />
          <button class="secondary" type="submit" name="again" value="1">
            {texts.again}
          </button>
        </form>
      </>
    ),
  });
}
