import { privacySentence, wording } from '../../composer/letter-wording.js';
import type { Sheet } from '../../questionnaire/view/field.js';
import { Localized } from '../../questionnaire/view/localized.js';
import { webUrl, type RespondentSurvey } from '../../respondents/respondent-survey.js';
import { WordsInParagraphs } from '../../questionnaire/view/words.js';
import { splitFirstSentence } from './first-sentence.js';

interface Props {
  survey: RespondentSurvey;
  sheet: Sheet;
  /** Whether some question of the page has the mark of those that need an answer. */
  hasMarks: boolean;
}

/**
 * The head of the first page: what this is, how long it takes, until when, and what becomes of the answers, in
 * few lines, so that the first question is in sight on a phone. The rest is one touch away.
 */
export function Introduction({ survey, sheet, hasMarks }: Props) {
  const { texts, locale } = sheet;
  const { plan } = sheet.state;
  const parts = plan.description && splitFirstSentence(plan.description);
  return (
    <div class="intro">
      <h1>
        <Localized text={survey.title} locale={locale} />
      </h1>
      {parts && <WordsInParagraphs text={parts.first} sheet={sheet} />}
      <ul class="facts">
        <li>{texts.minutes({ count: plan.estimatedMinutes })}</li>
        <li>{texts.openUntil({ day: survey.closingDay })}</li>
        <li>{texts.privacyInShort[survey.isUnknown ? 'unknown' : survey.privacy]}</li>
      </ul>
      <details class="about">
        <summary>{texts.aboutSurvey}</summary>
        {parts?.rest && <WordsInParagraphs text={parts.rest} sheet={sheet} />}
        <PrivacyWords survey={survey} sheet={sheet} />
        <p>
          {texts.closingDate}: {survey.closingDate}
        </p>
        {hasMarks && <p>{texts.requiredNote}</p>}
      </details>
    </div>
  );
}

function PrivacyWords({ survey, sheet: { texts, locale } }: Pick<Props, 'survey' | 'sheet'>) {
  const privacyUrl = webUrl(survey.privacyUrl);
  const sentences = survey.isUnknown ? texts.openLink.privacy : wording[locale].privacyNote;
  return (
    <p>
      {sentences[privacySentence(survey)]}{' '}
      {privacyUrl !== null && <a href={privacyUrl}>{texts.privacyNotice}</a>}
    </p>
  );
}
