import { fieldOf } from '../questionnaire/answer-form.js';
import type { Choice, MatrixQuestion } from '../questionnaire/questionnaire-plan.js';
import { postedIn, type Field } from './field.js';
import { Localized } from './localized.js';
import { ErrorLine, GroupedQuestion } from './question-frame.js';

/** More would leave too little room for their heads; such a matrix stays cards on every screen. */
const MAX_TABLE_COLUMNS = 6;

/**
 * One choice per row: a table where there is room, a card per row on a phone. The stylesheet turns the
 * one into the other; roles are written out because changed `display` takes them from a table in some
 * browsers, and every choice keeps its own words, which the cards show.
 */
export function MatrixField({ field }: { field: Field<MatrixQuestion> }) {
  const { question, id, locale, texts } = field;
  return (
    <GroupedQuestion field={field}>
      <table
        class={question.columns.length <= MAX_TABLE_COLUMNS ? 'matrix table' : 'matrix'}
        role="table"
        aria-labelledby={`${id}-title`}
      >
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              <span class="aside">{texts.topic}</span>
            </th>
            {question.columns.map((column) => (
              <th role="columnheader" scope="col">
                <Localized text={column.text} locale={locale} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {question.rows.map((row, index) => (
            <Row field={field} row={row} id={`${id}-${index}`} />
          ))}
        </tbody>
      </table>
    </GroupedQuestion>
  );
}

function Row({ field, row, id }: { field: Field<MatrixQuestion>; row: Choice; id: string }) {
  const { question, locale } = field;
  const name = fieldOf(question, row.value);
  const error = field.errors.get(name);
  const chosen = postedIn(field.form, name)[0];
  return (
    <tr role="row" class={error === undefined ? undefined : 'wrong'}>
      <th role="rowheader" scope="row">
        <span id={`${id}-row`}>
          <Localized text={row.text} locale={locale} />
        </span>
        {error !== undefined && <ErrorLine id={`${id}-error`} message={error} />}
      </th>
      {question.columns.map((column, index) => (
        <td role="cell">
          <label>
            <input
              type="radio"
              id={`${id}-${index}`}
              name={name}
              value={column.value}
              checked={chosen === String(column.value)}
              required={question.everyRowRequired}
              aria-labelledby={`${id}-row ${id}-${index}-text`}
              aria-describedby={error === undefined ? undefined : `${id}-error`}
            />
            <span id={`${id}-${index}-text`}>
              <Localized text={column.text} locale={locale} />
            </span>
          </label>
        </td>
      ))}
    </tr>
  );
}
