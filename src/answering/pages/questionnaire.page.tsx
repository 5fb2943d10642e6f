import { textIn } from '../../common/locale.js';
import { formOfAnswers } from '../../questionnaire/answers/read/answer-form.js';
import type { FieldError } from '../../questionnaire/answers/check/check-answers.js';
import { liveNames } from '../../questionnaire/plan/live-names.js';
import { type PlanPage, questionsOf } from '../../questionnaire/plan/questionnaire-plan.js';
import type { QuestionnaireState } from '../../questionnaire/answers/state/questionnaire-state.js';
import { shownPages } from '../../questionnaire/answers/state/evaluate-questionnaire.js';
import { ErrorSummary, isLeftOut } from '../../questionnaire/view/error-summary.js';
import type { Sheet } from '../../questionnaire/view/field.js';
import { Introduction } from './introduction.js';
import { LanguageButtons } from '../../respondents/language-switch.js';
import { Localized } from '../../questionnaire/view/localized.js';
import { FORM_ID, needsMarks, PageForm } from './page-form.js';
import { fileOf, scriptPlanOf } from '../../questionnaire/browser/script-plan.js';
import { PageScript } from '../fields/page-script.js';
import { renderPage, RespondentPage } from '../../respondents/respondent-layout.page.js';
import type { RespondentSurvey } from '../../respondents/respondent-survey.js';
import { respondentTexts } from '../../questionnaire/view/respondent-texts.js';
import { Words, WordsInParagraphs } from '../../questionnaire/view/words.js';
import { mainButton } from '../main-button.js';
import type { QuestionnaireView } from '../questionnaire-view.js';

/**
 * One page of a questionnaire: a single form, sent by POST with `page` (counted from 0), the fields of
 * `fieldOf`, `shown` (ids of the questions in view), `carried` where given, and either `go` = next, back
 * or submit, or `lang` = the language to switch to. Works without JavaScript; browsers leave the checking
 * to the server (`novalidate`), whose messages are in the page's language and stay.
 *
 * @throws RangeError if there is no such page
 */
export function renderQuestionnaire(view: QuestionnaireView): string {
  const { survey, state, pageIndex, locale } = view;
  const page = state.plan.pages[pageIndex];
  if (!page) throw new RangeError(`there is no page ${pageIndex}`);

  const errors = view.errors.filter((error) => error.pageIndex === pageIndex);
  const sheet = sheetOf(view, errors);
  const { texts } = sheet;
  const { place, of } = placeOf(state, pageIndex);
  const isOnlyMissing = errors.every((error) => isLeftOut(error, sheet));
  const prefix = errors.length === 0 ? '' : isOnlyMissing ? texts.missingPrefix : texts.errorPrefix;
  const where = of > 1 ? `${texts.pageOf({ page: place, pages: of })} – ` : '';
  const script = scriptPlanOf(sheet, pageIndex, view.carried === null);
  const isFirst = place === 1;
  return renderPage(
    <RespondentPage
      locale={locale}
      title={`${prefix}${where}${textIn(survey.title, locale)}`}
      sender={survey}
      script={script === null ? null : fileOf(script)}
      languageSwitch={<SwitchOfForm view={view} />}
    >
      <ErrorSummary page={page} errors={errors} sheet={sheet} />
      {view.notice !== null && (
        <p class="notice" role="status">
          <Localized text={view.notice} locale={view.locale} />
        </p>
      )}
      {isFirst && <Introduction survey={survey} sheet={sheet} hasMarks={needsMarks(page, sheet)} />}
      <PageHead survey={survey} page={page} sheet={sheet} place={place} of={of} />
      <PageForm view={view} page={page} sheet={sheet} isFirst={isFirst} />
      <PageScript plan={script} />
    </RespondentPage>,
  );
}

function sheetOf({ state, pageIndex, posted, locale }: QuestionnaireView, errors: FieldError[]): Sheet {
  return {
    state,
    locale,
    texts: respondentTexts[locale],
    form: posted ?? formOfAnswers(questionsOf(state.plan), state.answers, locale),
    errors: new Map(errors.map(({ field, message }) => [field, message])),
    live: liveNames(state.plan, pageIndex),
  };
}

/** Where the page is among those that are shown to this person, counted from 1. */
function placeOf(state: QuestionnaireState, pageIndex: number): { place: number; of: number } {
  const pages = shownPages(state);
  const index = pages.indexOf(pageIndex);
  return index < 0 ? { place: 1, of: 1 } : { place: index + 1, of: pages.length };
}

function SwitchOfForm({ view }: { view: QuestionnaireView }) {
  const { survey, locale, state, pageIndex } = view;
  return (
    <>
      {/* The first button of a form is the one that Enter presses (HTML 4.10.22.2): not the language. */}
      <button
        class="aside"
        type="submit"
        form={FORM_ID}
        name="go"
        value={mainButton(state, pageIndex)}
        tabIndex={-1}
        aria-hidden="true"
      >
        {respondentTexts[locale].next}
      </button>
      <LanguageButtons locale={locale} languages={survey.languages} formId={FORM_ID} />
    </>
  );
}

interface HeadProps {
  survey: RespondentSurvey;
  page: PlanPage;
  sheet: Sheet;
  place: number;
  of: number;
}

function PageHead({ survey, page, sheet, place, of }: HeadProps) {
  const words = sheet.texts.pageOf({ page: place, pages: of });
  const title = page.title && <Words text={page.title} sheet={sheet} />;
  return (
    <div class={place === 1 ? 'page-head first' : 'page-head'}>
      {of > 1 && (
        <div class="progress">
          <p>{words}</p>
          <progress max={of} value={place - 1} aria-hidden="true" />
        </div>
      )}
      {place === 1 && title && <h2>{title}</h2>}
      {place > 1 && (
        <>
          <p class="of">
            <Localized text={survey.title} locale={sheet.locale} />
          </p>
          <h1>{title ?? words}</h1>
        </>
      )}
      {page.description && <WordsInParagraphs text={page.description} sheet={sheet} />}
    </div>
  );
}
