import { textIn, type Locale } from '../common/locale.js';
import { formOfAnswers, type AnswerForm } from '../questionnaire/answer-form.js';
import type { FieldError } from '../questionnaire/check-answers.js';
import {
  isQuestion,
  type Answers,
  type PlanNote,
  type PlanPage,
  type QuestionnairePlan,
} from '../questionnaire/questionnaire-plan.js';
import { ErrorSummary } from './error-summary.js';
import { fieldFor } from './field.js';
import { Introduction } from './introduction.js';
import { LanguageButtons } from './language-switch.js';
import { Localized, Paragraphs } from './localized.js';
import { Question } from './question.js';
import { renderPage, RespondentPage } from './respondent-layout.page.js';
import type { RespondentSurvey } from './respondent-survey.js';
import { respondentTexts } from './respondent-texts.js';

export interface QuestionnaireView {
  survey: RespondentSurvey;
  plan: QuestionnairePlan;
  /** Page to show, counted from 0. */
  pageIndex: number;
  /** What is known already. */
  answers: Answers;
  /** What was just sent and is shown again as it was typed, after errors or a change of language. */
  posted?: AnswerForm | null;
  /** Those of other pages are passed over. */
  errors: readonly FieldError[];
  locale: Locale;
  /** Address the form is sent to. */
  action: string;
  /** JSON of the answers of other pages, where nothing is kept before the end; null where it is. */
  carried: string | null;
  /** One sentence on what just happened, in the page's language. */
  notice: string | null;
  /** Version of the questionnaire this page is drawn from, so that a newer one does not mix in; null in the preview. */
  version?: string | null;
  /** Behind an open link: the id of the response to be, so that two submits store one. */
  nonce?: string | null;
}

const FORM_ID = 'questionnaire';

/**
 * One page of a questionnaire: a single form, sent by POST with `page` (counted from 0), the fields of
 * `fieldOf`, `carried` where given, and either `go` = next, back or submit, or `lang` = the language to
 * switch to. Works without JavaScript; browsers leave the checking to the server (`novalidate`), whose
 * messages are in the page's language and stay.
 *
 * @throws RangeError if there is no such page
 */
export function renderQuestionnaire(view: QuestionnaireView): string {
  const { survey, plan, pageIndex, locale } = view;
  const page = plan.pages[pageIndex];
  if (!page) throw new RangeError(`there is no page ${pageIndex}`);

  const texts = respondentTexts[locale];
  const errors = view.errors.filter((error) => error.pageIndex === pageIndex);
  const prefix = errors.length > 0 ? texts.errorPrefix : '';
  const place = plan.pages.length > 1 ? `${texts.pageOf(pageIndex + 1, plan.pages.length)} – ` : '';
  const switcher = <LanguageButtons locale={locale} languages={survey.languages} formId={FORM_ID} />;
  return renderPage(
    <RespondentPage
      locale={locale}
      title={`${prefix}${place}${textIn(survey.title, locale)}`}
      sender={survey}
      languageSwitch={
        <>
          {/* The first button of a form is the one that Enter presses (HTML 4.10.22.2): not the language. */}
          <button
            class="aside"
            type="submit"
            form={FORM_ID}
            name="go"
            value={lastOr(view)}
            tabIndex={-1}
            aria-hidden="true"
          >
            {texts.next}
          </button>
          {switcher}
        </>
      }
    >
      <ErrorSummary plan={plan} pageIndex={pageIndex} errors={errors} locale={locale} />
      {view.notice !== null && (
        <p class="notice" role="status">
          {view.notice}
        </p>
      )}
      {pageIndex === 0 && <Introduction survey={survey} plan={plan} locale={locale} />}
      <PageHead view={view} page={page} />
      <PageForm view={view} page={page} errors={errors} />
    </RespondentPage>,
  );
}

function PageHead({ view, page }: { view: QuestionnaireView; page: PlanPage }) {
  const { plan, pageIndex, locale, survey } = view;
  const place = respondentTexts[locale].pageOf(pageIndex + 1, plan.pages.length);
  const title = page.title && <Localized text={page.title} locale={locale} />;
  return (
    <div class="page-head">
      {plan.pages.length > 1 && (
        <div class="progress">
          <p>{place}</p>
          <progress max={plan.pages.length} value={pageIndex + 1} aria-hidden="true" />
        </div>
      )}
      {pageIndex === 0 && title && <h2>{title}</h2>}
      {pageIndex > 0 && (
        <>
          <p class="of">
            <Localized text={survey.title} locale={locale} />
          </p>
          <h1>{title ?? place}</h1>
        </>
      )}
      {page.description && <Paragraphs text={page.description} locale={locale} />}
    </div>
  );
}

function PageForm({ view, page, errors }: { view: QuestionnaireView; page: PlanPage; errors: FieldError[] }) {
  const { locale, pageIndex, survey } = view;
  const texts = respondentTexts[locale];
  const form = view.posted ?? formOfAnswers(view.plan, view.answers, locale);
  const filled = { locale, form, errors: new Map(errors.map(({ field, message }) => [field, message])) };
  const savedLater = survey.privacy === 'anonymous' ? texts.savedAtTheEnd : texts.savedByPage;
  const saved = view.plan.pages.length > 1 ? savedLater : texts.savedOnOnePage;
  const hasRequired = page.elements.some((element) => isQuestion(element) && element.required);
  return (
    <form id={FORM_ID} method="post" action={view.action} noValidate accept-charset="utf-8">
      <input type="hidden" name="page" value={pageIndex} />
      {view.version && <input type="hidden" name="version" value={view.version} />}
      {view.nonce && <input type="hidden" name="nonce" value={view.nonce} />}
      {view.carried !== null && <input type="hidden" name="carried" value={view.carried} />}
      {hasRequired && <p class="hint">{texts.requiredNote}</p>}
      {page.elements.map((element, index) =>
        isQuestion(element) ? (
          <Question field={fieldFor(element, index, filled)} />
        ) : (
          <Note note={element} locale={locale} isBelowHeading={pageIndex === 0 && page.title !== null} />
        ),
      )}
      <div class="actions">
        <button class="primary" type="submit" name="go" value={lastOr(view)}>
          {lastOr(view) === 'submit' ? texts.submit : texts.next}
        </button>
        {pageIndex > 0 && (
          <button class="secondary" type="submit" name="go" value="back" formNoValidate>
            {texts.back}
          </button>
        )}
      </div>
      <p class="hint">{saved}</p>
    </form>
  );
}

interface NoteProps {
  note: PlanNote;
  locale: Locale;
  /** Whether the page's own title is a second-level heading already (WCAG 1.3.1). */
  isBelowHeading: boolean;
}

function Note({ note, locale, isBelowHeading }: NoteProps) {
  const Heading = isBelowHeading ? 'h3' : 'h2';
  return (
    <div class="note">
      {note.title && (
        <Heading>
          <Localized text={note.title} locale={locale} />
        </Heading>
      )}
      {note.text && <Paragraphs text={note.text} locale={locale} />}
    </div>
  );
}

function lastOr({ plan, pageIndex }: QuestionnaireView): 'next' | 'submit' {
  return pageIndex === plan.pages.length - 1 ? 'submit' : 'next';
}
