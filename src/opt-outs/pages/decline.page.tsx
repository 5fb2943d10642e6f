import type { Locale } from '../../common/locale.js';
import type { RespondentSurvey } from '../../respondents/respondent-survey.js';
import { AskButton, GoButton, renderMessage, UndoButton, Ways, type OptOutLinks } from './opt-out-parts.js';
import { optOutTexts } from './opt-out-texts.js';

interface DeclineView {
  /** `ask` before anything happened, then what is now true. */
  step: 'ask' | 'done' | 'undone';
  survey: RespondentSurvey;
  /** They have filled in something that is kept. */
  hasSaved: boolean;
  links: OptOutLinks;
  locale: Locale;
}

/** Not this survey: asked once, done at once, and taken back as easily. */
export function renderDecline({ step, survey, hasSaved, links, locale }: DeclineView): string {
  const all = optOutTexts[locale];
  const texts = all.decline;
  const toQuestionnaire = [
    links.questionnaire,
    all.toQuestionnaire({ closing: survey.closingDate }),
  ] as const;
  const { title, text } = texts[step];
  return renderMessage({
    survey,
    locale,
    title,
    good: step !== 'ask',
    children: (
      <>
        <p class="lead">{text}</p>
        {step === 'ask' && (
          <>
            {hasSaved && <p>{texts.ask.saved}</p>}
            <AskButton
              action={links.decline}
              locale={locale}
              go="decline"
              label={texts.ask.button}
              instead={all.instead}
              ways={[toQuestionnaire, [links.snooze, all.toSnooze], [links.unsubscribe, all.toUnsubscribe]]}
            />
          </>
        )}
        {step === 'done' && (
          <>
            <p>
              {hasSaved && `${texts.done.saved} `}
              {texts.done.undo}
            </p>
            <UndoButton action={links.decline} locale={locale} label={texts.done.button} />
          </>
        )}
        {step === 'undone' && <Ways locale={locale} ways={[toQuestionnaire]} />}
      </>
    ),
  });
}

/** Shown instead of the questionnaire to anyone who chose not to take part, with the way back to it. */
export function renderDeclined({ survey, hasSaved, links, locale }: Omit<DeclineView, 'step'>): string {
  const texts = optOutTexts[locale].decline.done;
  return renderMessage({
    survey,
    locale,
    title: texts.title,
    children: (
      <>
        <p class="lead">{texts.text}</p>
        <p>
          {hasSaved && `${texts.saved} `}
          {texts.undo}
        </p>
        <GoButton
          action={links.questionnaire}
          locale={locale}
          go="take-part"
          look="primary"
          label={texts.takePart}
        />
      </>
    ),
  });
}
