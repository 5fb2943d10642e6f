import { locales, type Locale } from '../../common/locale.js';
import { renderPage, RespondentPage } from '../../respondents/respondent-layout.page.js';
import type { Sender } from '../../respondents/respondent-survey.js';
import { respondentTexts } from '../../questionnaire/view/respondent-texts.js';
import { GoButton } from './opt-out-parts.js';

interface UnsubscribeView {
  /** `ask` before anything happened (a GET changes nothing), then what the last POST did. */
  step: 'ask' | 'done' | 'undone';
  sender: Sender;
  /** Address the form is sent to, with `go` = unsubscribe or undo. */
  action: string;
  locale: Locale;
}

/** Leaving a list: asked once, done at once, and taken back as easily. */
export function renderUnsubscribe({ step, sender, action, locale }: UnsubscribeView): string {
  const texts = respondentTexts[locale].unsubscribe;
  return renderPage(
    <RespondentPage
      locale={locale}
      title={`${texts[step].title} – ${sender.senderName}`}
      sender={sender}
      languages={locales}
    >
      <div class={step === 'ask' ? 'message' : 'message good'}>
        <h1>{texts[step].title}</h1>
        <p class="lead">{texts[step].text({ sender: sender.senderName })}</p>
        {step === 'ask' && (
          <>
            <GoButton
              action={action}
              locale={locale}
              go="unsubscribe"
              look="primary"
              label={texts.ask.button}
            />
            <p class="hint">{texts.ask.surveyNote}</p>
          </>
        )}
        {step === 'done' && (
          <>
            <p>{texts.done.undo}</p>
            <GoButton action={action} locale={locale} go="undo" look="secondary" label={texts.done.button} />
          </>
        )}
      </div>
    </RespondentPage>,
  );
}
