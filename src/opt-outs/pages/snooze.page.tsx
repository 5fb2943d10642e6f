import type { Locale } from '../../common/locale.js';
import type { RespondentSurvey } from '../../respondents/respondent-survey.js';
import type { NoSnooze } from '../snooze.rules.js';
import { AskButton, renderMessage, UndoButton, Ways, type OptOutLinks } from './opt-out-parts.js';
import { optOutTexts } from './opt-out-texts.js';

interface OptOutView {
  survey: RespondentSurvey;
  links: OptOutLinks;
  locale: Locale;
}

interface SnoozeView extends OptOutView {
  snooze: { step: 'ask'; at: string; sooner: boolean } | { step: 'done'; at: string } | { step: 'undone' };
}

/** Later: asked once, arranged at once, and taken back as easily. Times are written out. */
export function renderSnooze({ snooze, survey, links, locale }: SnoozeView): string {
  const all = optOutTexts[locale];
  const texts = all.snooze;
  const toQuestionnaire = [
    links.questionnaire,
    all.toQuestionnaire({ closing: survey.closingDate }),
  ] as const;
  const { step } = snooze;
  return renderMessage({
    survey,
    locale,
    title: texts[step].title,
    good: step !== 'ask',
    children: (
      <>
        {step === 'ask' && (
          <>
            <p class="lead">{texts.ask.text({ at: snooze.at })}</p>
            <p>
              {snooze.sooner && `${texts.ask.sooner} `}
              {texts.ask.until}
            </p>
            <AskButton
              action={links.snooze}
              locale={locale}
              go="snooze"
              label={texts.ask.button}
              instead={all.instead}
              ways={[toQuestionnaire, [links.decline, all.toDecline], [links.unsubscribe, all.toUnsubscribe]]}
            />
          </>
        )}
        {step === 'done' && (
          <>
            <p class="lead">
              {texts.done.text({ at: snooze.at })} {texts.ask.until}
            </p>
            <p>{texts.done.undo}</p>
            <UndoButton action={links.snooze} locale={locale} label={texts.done.button} />
            <Ways locale={locale} ways={[toQuestionnaire]} />
          </>
        )}
        {step === 'undone' && (
          <>
            <p class="lead">{texts.undone.text}</p>
            <Ways locale={locale} ways={[toQuestionnaire]} />
          </>
        )}
      </>
    ),
  });
}

interface RefusedView extends OptOutView {
  why: Exclude<NoSnooze, 'declined'>;
}

/** Shown where there is nothing to decline or to put off, with what can still be done. */
export function renderRefused({ why, survey, links, locale }: RefusedView): string {
  const all = optOutTexts[locale];
  const { title, text } = all.refused[why];
  const toQuestionnaire = [
    links.questionnaire,
    all.toQuestionnaire({ closing: survey.closingDate }),
  ] as const;
  const toUnsubscribe = [links.unsubscribe, all.toUnsubscribe] as const;
  const ways = {
    completed: [toUnsubscribe],
    closed: [toUnsubscribe],
    unsubscribed: [toQuestionnaire, [links.unsubscribe, all.undoUnsubscribe] as const],
  };
  const usual = [toQuestionnaire, [links.decline, all.toDecline] as const, toUnsubscribe];
  return renderMessage({
    survey,
    locale,
    title,
    children: (
      <>
        <p class="lead">{text}</p>
        <Ways locale={locale} ways={why in ways ? ways[why as keyof typeof ways] : usual} />
      </>
    ),
  });
}
