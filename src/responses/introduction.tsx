import type { Locale } from '../common/locale.js';
import { wording } from '../mail/letter-wording.js';
import type { QuestionnairePlan } from '../questionnaire/questionnaire-plan.js';
import { Localized, Paragraphs } from './localized.js';
import { webUrl, type RespondentSurvey } from './respondent-survey.js';
import { respondentTexts } from './respondent-texts.js';

interface Props {
  survey: RespondentSurvey;
  plan: QuestionnairePlan;
  locale: Locale;
}

/** The head of the first page: what this is, until when, how long it takes, and what becomes of the answers. */
export function Introduction({ survey, plan, locale }: Props) {
  const texts = respondentTexts[locale];
  const privacyUrl = webUrl(survey.privacyUrl);
  return (
    <div class="intro">
      <h1>
        <Localized text={survey.title} locale={locale} />
      </h1>
      {plan.description && <Paragraphs text={plan.description} locale={locale} />}
      <dl class="facts">
        <div>
          <dt>{texts.closingDate}</dt>
          <dd>{survey.closingDate}</dd>
        </div>
        <div>
          <dt>{texts.duration}</dt>
          <dd>{texts.minutes(plan.estimatedMinutes)}</dd>
        </div>
        <div>
          <dt>{texts.confidentiality}</dt>
          <dd>
            {wording[locale].privacyNote[survey.privacy]}{' '}
            {privacyUrl !== null && <a href={privacyUrl}>{texts.privacyNotice}</a>}
          </dd>
        </div>
      </dl>
    </div>
  );
}
