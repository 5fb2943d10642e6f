import { privacySentence, wording } from '../../composer/letter-wording.js';
import type { Sheet } from '../../questionnaire/view/field.js';
import { Localized } from '../../questionnaire/view/localized.js';
import { webUrl, type RespondentSurvey } from '../../respondents/respondent-survey.js';
import { WordsInParagraphs } from '../../questionnaire/view/words.js';

interface Props {
  survey: RespondentSurvey;
  sheet: Sheet;
}

/** The head of the first page: what this is, until when, how long it takes, and what becomes of the answers. */
export function Introduction({ survey, sheet }: Props) {
  const { texts, locale } = sheet;
  const { plan } = sheet.state;
  const privacyUrl = webUrl(survey.privacyUrl);
  return (
    <div class="intro">
      <h1>
        <Localized text={survey.title} locale={locale} />
      </h1>
      {plan.description && <WordsInParagraphs text={plan.description} sheet={sheet} />}
      <dl class="facts">
        <div>
          <dt>{texts.closingDate}</dt>
          <dd>{survey.closingDate}</dd>
        </div>
        <div>
          <dt>{texts.duration}</dt>
          <dd>{texts.minutes({ count: plan.estimatedMinutes })}</dd>
        </div>
        <div>
          <dt>{texts.confidentiality}</dt>
          <dd>
            {survey.isUnknown
              ? texts.openLink.privacy[privacySentence(survey)]
              : wording[locale].privacyNote[privacySentence(survey)]}{' '}
            {privacyUrl !== null && <a href={privacyUrl}>{texts.privacyNotice}</a>}
          </dd>
        </div>
      </dl>
    </div>
  );
}
