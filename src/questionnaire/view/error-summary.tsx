import type { LocalizedText } from '../../common/locale.js';
import { fieldOf } from '../answers/answer-fields.js';
import type { FieldError } from '../answers/check-answers.js';
import type { PlanQuestion } from '../plan/plan-question.js';
import { questionsWithin, type PlanPage } from '../plan/questionnaire-plan.js';
import { controlIdOf } from './control-id.js';
import type { Sheet } from './field.js';
import { Words } from './words.js';

interface Props {
  page: PlanPage;
  errors: readonly FieldError[];
  sheet: Sheet;
}

/** Everything to put right on this page, first thing read and focused, each leading to its field (WCAG 3.3.1, 4.1.3). */
export function ErrorSummary({ page, errors, sheet }: Props) {
  if (errors.length === 0) return null;
  const questions = new Map(questionsWithin(page).map((question) => [question.name, question]));
  const entries = errors.flatMap(({ question: name, field, message }) => {
    const question = questions.get(name);
    return question ? [{ question, field, message }] : [];
  });
  return (
    <div class="summary" role="alert" tabIndex={-1} autofocus aria-labelledby="summary-title">
      <h2 id="summary-title">{sheet.texts.errorSummary({ count: entries.length })}</h2>
      <ul>
        {entries.map(({ question, field, message }) => (
          <li>
            <a href={`#${controlIdOf(question, field, sheet)}`}>
              {titlesOf(question, field).map((title) => (
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

/** What an error is about: a row of a matrix, a cell by row and column, an item, or else the question. */
function titlesOf(question: PlanQuestion, field: string): LocalizedText[] {
  switch (question.kind) {
    case 'matrix': {
      const row = question.rows.find(({ value }) => fieldOf(question, value) === field);
      return [row?.text ?? question.title];
    }
    case 'multipletext': {
      const item = question.items.find(({ name }) => fieldOf(question, name) === field);
      return [item?.title ?? question.title];
    }
    case 'matrixdropdown': {
      const row = question.rows.find(({ value }) => field.startsWith(`${fieldOf(question, value)}.`));
      const column = question.columns.find(({ name }) => row && fieldOf(question, row.value, name) === field);
      return row && column ? [row.text, column.title] : [question.title];
    }
    default:
      return [question.title];
  }
}
