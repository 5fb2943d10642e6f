import type { FieldError } from '../answers/check/check-answers.js';
import { questionsWithin, type PlanPage } from '../plan/questionnaire-plan.js';
import { viewOf } from '../kinds/view-registry.js';
import { controlIdOf } from './control-id.js';
import { postedIn, type Sheet } from './field.js';
import { Words } from './words.js';

interface Props {
  page: PlanPage;
  errors: readonly FieldError[];
  sheet: Sheet;
}

/** Whether an error is about something that was not filled in at all. */
export function isLeftOut({ field }: FieldError, { form }: Pick<Sheet, 'form'>): boolean {
  const parts = Object.keys(form).filter((name) => name === field || name.startsWith(`${field}.`));
  return parts.every((name) => postedIn(form, name).every((text) => text.trim() === ''));
}

/** Everything to put right on this page, first thing read and focused, each leading to its field (WCAG 3.3.1, 4.1.3). */
export function ErrorSummary({ page, errors, sheet }: Props) {
  if (errors.length === 0) return null;
  const questions = new Map(questionsWithin(page).map((question) => [question.name, question]));
  const entries = errors.flatMap(({ question: name, field, message }) => {
    const question = questions.get(name);
    return question ? [{ question, field, message }] : [];
  });
  const { errorSummary, missingSummary } = sheet.texts;
  const heading = errors.every((error) => isLeftOut(error, sheet)) ? missingSummary : errorSummary;
  const headings = entries.map((_, index) => heading({ count: index + 1 }));
  return (
    <div
      class="summary"
      role="alert"
      tabIndex={-1}
      autofocus
      aria-labelledby="summary-title"
      data-headings={JSON.stringify(headings)}
    >
      <h2 id="summary-title">{headings.at(-1)}</h2>
      <ul>
        {entries.map(({ question, field, message }) => (
          <li>
            <a href={`#${controlIdOf(question, field, sheet)}`}>
              {(viewOf(question).titlesOf?.(question, field) ?? [question.title]).map((title) => (
                <>
                  <Words text={title} sheet={sheet} /> –{' '}
                </>
              ))}
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
