import { kindOf, type PlanQuestion } from '../../questionnaire/kinds/registry.js';
import { questionsWithin, type PlanPage } from '../../questionnaire/plan/questionnaire-plan.js';
import { shownPages, shownQuestions } from '../../questionnaire/answers/state/evaluate-questionnaire.js';
import { Elements } from '../../questionnaire/view/elements.js';
import { isHidden, type Sheet } from '../../questionnaire/view/field.js';
import { mainButton } from '../main-button.js';
import type { QuestionnaireView } from '../questionnaire-view.js';

export const FORM_ID = 'questionnaire';

interface Props {
  view: QuestionnaireView;
  page: PlanPage;
  sheet: Sheet;
  isFirst: boolean;
}

/** The one form of a page. */
export function PageForm({ view, page, sheet, isFirst }: Props) {
  const { texts } = sheet;
  const { state, pageIndex } = view;
  const go = mainButton(state, pageIndex);
  const headings = isFirst && page.title !== null ? 3 : 2;
  return (
    <form id={FORM_ID} method="post" action={view.action} noValidate accept-charset="utf-8">
      <HiddenFields view={view} />
      <Elements of={page} sheet={sheet} level={headings} />
      <div class="actions">
        <button class="primary" type="submit" name="go" value={go}>
          {go === 'submit' ? texts.submit : texts.next}
        </button>
        {!isFirst && (
          <button class="secondary" type="submit" name="go" value="back" formNoValidate>
            {texts.back}
          </button>
        )}
      </div>
      <p class="hint">
        {whenSaved(view, sheet)} {go === 'submit' && afterwards(view, sheet)}
      </p>
    </form>
  );
}

/** What the form sends back besides the answers. */
function HiddenFields({ view }: { view: QuestionnaireView }) {
  const { state, pageIndex, carried, version = null, nonce = null } = view;
  const shown = shownQuestions(state, pageIndex).map(({ id }) => id);
  const fields = { page: pageIndex, shown: shown.join(' '), carried, version, nonce };
  return (
    <>
      {Object.entries(fields).map(([name, value]) =>
        value === null ? null : <input type="hidden" name={name} value={value} />,
      )}
    </>
  );
}

function whenSaved(view: QuestionnaireView, { texts }: Sheet): string {
  if (shownPages(view.state).length <= 1) return texts.savedOnOnePage;
  const isKeptByPage = view.keepsPages ?? view.carried === null;
  return isKeptByPage ? texts.savedByPage : texts.savedAtTheEnd;
}

/** What can be done about the answers once they are sent. */
function afterwards({ survey }: QuestionnaireView, { texts: { afterSubmit } }: Sheet): string {
  return survey.mayChange ? afterSubmit.changeable({ day: survey.closingDay }) : afterSubmit.final;
}

/** Whether a question in view has the mark of those that need an answer. */
export function needsMarks(page: PlanPage, sheet: Sheet): boolean {
  return questionsWithin(page).some((question) => !isHidden(sheet, question) && needsAnswer(question, sheet));
}

function needsAnswer(question: PlanQuestion, { state }: Sheet): boolean {
  const isWhole = state.required.has(question.id);
  return isWhole || kindOf(question).isNeededInPart?.(question) === true;
}
