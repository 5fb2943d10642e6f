import { fieldOf } from '../../answers/read/answer-fields.js';
import type { Choice } from '../../plan/plan-choices.js';
import type { MatrixQuestion } from './matrix.plan.js';
import { idsOf, postedIn, type Field } from '../../view/field.js';
import { MatrixTable, RowHead } from '../../view/matrix-table.js';
import { matrixLook } from '../../view/matrix-room.js';
import { always, offered, type OfferedChoice } from '../../view/offered-choices.js';
import { GroupedQuestion } from '../../view/question-frame.js';
import { Words } from '../../view/words.js';

/** One choice per row. Every choice keeps its own words, which the cards show. */
export function MatrixField({ field }: { field: Field<MatrixQuestion> }) {
  const { question, id } = field;
  const columns = always(question.columns);
  const rows = offered(question.rows, question.rowOrder, question, field);
  return (
    <GroupedQuestion field={field}>
      <MatrixTable
        field={field}
        look={matrixLook(
          question.columns.map(({ text }) => text),
          question.rows.map(({ text }) => text),
          field.locale,
        )}
        heads={columns.map(({ choice, key, isHidden }) => ({
          words: <Words text={choice.text} sheet={field} />,
          key,
          isHidden,
        }))}
      >
        {rows.map((row) => (
          <Row field={field} row={row} columns={columns} id={`${id}-${row.key}`} />
        ))}
      </MatrixTable>
    </GroupedQuestion>
  );
}

interface RowProps {
  field: Field<MatrixQuestion>;
  row: OfferedChoice;
  columns: readonly OfferedChoice[];
  id: string;
}

function Row({ field, row: { choice: row, isHidden, isUnavailable }, columns, id }: RowProps) {
  const name = fieldOf(field.question, row.value);
  const error = field.errors.get(name);
  return (
    <tr role="row" class={error === undefined ? undefined : 'wrong'} hidden={isHidden}>
      <RowHead field={field} row={row} id={id} error={error} />
      {columns.map((column) => (
        <Cell field={field} row={row} isUnavailable={isUnavailable} column={column} id={id} />
      ))}
    </tr>
  );
}

interface CellProps {
  field: Field<MatrixQuestion>;
  row: Choice;
  isUnavailable: boolean;
  column: OfferedChoice;
  id: string;
}

function Cell({ field, row, isUnavailable, column: { choice: column, key, isHidden }, id }: CellProps) {
  const name = fieldOf(field.question, row.value);
  return (
    <td role="cell" data-column={key} hidden={isHidden}>
      <label>
        <input
          type="radio"
          id={`${id}-${key}`}
          name={name}
          value={column.value}
          checked={postedIn(field.form, name)[0] === String(column.value)}
          disabled={isUnavailable}
          aria-labelledby={`${id}-row ${id}-${key}-text`}
          aria-describedby={idsOf(field.errors.has(name) ? `${id}-error` : null)}
        />
        <span class="text" id={`${id}-${key}-text`}>
          <Words text={column.text} sheet={field} />
        </span>
      </label>
    </td>
  );
}
