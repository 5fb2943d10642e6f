import { textIn, type LocalizedText, type Locale } from '../../common/locale.js';
import { Localized, Paragraphs } from '../../questionnaire/view/localized.js';
import { renderPage, RespondentPage } from '../../respondents/respondent-layout.page.js';
import { GoButton } from '../../opt-outs/pages/opt-out-parts.js';
import type { RespondentSurvey } from '../../respondents/respondent-survey.js';
import { respondentTexts } from '../../questionnaire/view/respondent-texts.js';

interface ThankYouView {
  survey: RespondentSurvey;
  /** The survey's own words, from the plan. */
  completedText: LocalizedText | null;
  /** The questionnaire was not meant for them and ended early. */
  screenedOut?: boolean;
  /** Whether submitted answers may be changed. */
  change?: ChangeState;
  /** Whether they can look at what they have submitted. */
  hasAnswers?: boolean;
  /** Address of the questionnaire; needed only where answers may be changed. */
  address?: string;
  locale: Locale;
}

/** `begun`: a change is under way, and what was submitted holds until it is submitted too. */
export type ChangeState = 'none' | 'possible' | 'begun';

/** Shown once the answers are safely stored (P6), and whenever the personal link is opened after that. */
export function renderThankYou({
  survey,
  completedText,
  screenedOut = false,
  change = 'none',
  hasAnswers = false,
  address = '',
  locale,
}: ThankYouView): string {
  const { close, warmth, ...thanks } = respondentTexts[locale].thankYou;
  const texts = screenedOut ? respondentTexts[locale].screenedOut : thanks;
  return renderPage(
    <RespondentPage
      locale={locale}
      title={`${texts.title} – ${textIn(survey.title, locale)}`}
      sender={survey}
      languages={survey.languages}
    >
      <div class={screenedOut ? 'message' : 'message good'}>
        <p class="of">
          <Localized text={survey.title} locale={locale} />
        </p>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.received}</p>
        {!screenedOut && <p>{warmth}</p>}
        {completedText && <Paragraphs text={completedText} locale={locale} />}
        {change !== 'none' && <Change change={change} address={address} locale={locale} />}
        {hasAnswers && (
          <p>
            <a href={`${address}?view=answers&lang=${locale}`}>{respondentTexts[locale].ownAnswers.link}</a>
          </p>
        )}
        <p class="hint">{close}</p>
      </div>
    </RespondentPage>,
  );
}

/** Until when submitted answers may be changed is said by the survey's closing date. */
function Change({ change, address, locale }: Required<Pick<ThankYouView, 'change' | 'address' | 'locale'>>) {
  const texts = respondentTexts[locale].change;
  if (change === 'possible')
    return (
      <>
        <p>{texts.possible}</p>
        <GoButton action={address} locale={locale} go="change" look="secondary" label={texts.button} />
      </>
    );
  return (
    <>
      <p>{texts.begun}</p>
      <GoButton action={address} locale={locale} go="change" look="primary" label={texts.goOn} />
      <GoButton action={address} locale={locale} go="discard" look="secondary" label={texts.discard} />
    </>
  );
}
