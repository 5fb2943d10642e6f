import { fieldOf } from '../../answers/read/answer-fields.js';
import type { CellColumn, CellMatrixQuestion } from './matrixdropdown.plan.js';
import { CellControl } from './cell-control.js';
import { idsOf, type Field } from '../../view/field.js';
import { matrixLook } from '../../view/matrix-room.js';
import { MatrixTable, RowHead } from '../../view/matrix-table.js';
import { offered, type OfferedChoice } from '../../view/offered-choices.js';
import { ErrorLine, GroupedQuestion } from '../../view/question-frame.js';
import { Words } from '../../view/words.js';

/** What a list of words or a text to type needs at least, in rem. */
const LEAST_COLUMN = 9;

/** Rows of small questions: the head of a column names its cells, and is in every cell on a phone. */
export function CellMatrixField({ field }: { field: Field<CellMatrixQuestion> }) {
  const { question, id } = field;
  const rows = offered(question.rows, question.rowOrder, question, field);
  return (
    <GroupedQuestion field={field}>
      <MatrixTable
        field={field}
        look={matrixLook(
          question.columns.map(({ title }) => title),
          question.rows.map(({ text }) => text),
          field.locale,
          LEAST_COLUMN,
        )}
        heads={question.columns.map((column, index) => ({
          words: <ColumnTitle field={field} column={column} />,
          key: String(index),
          isHidden: false,
        }))}
      >
        {rows.map((row) => (
          <Row field={field} row={row} id={`${id}-${row.key}`} />
        ))}
      </MatrixTable>
    </GroupedQuestion>
  );
}

function Row({ field, row, id }: { field: Field<CellMatrixQuestion>; row: OfferedChoice; id: string }) {
  const { question, errors } = field;
  const error = errors.get(fieldOf(question, row.choice.value));
  return (
    <tr role="row" class="cells" hidden={row.isHidden}>
      <RowHead field={field} row={row.choice} id={id} error={error} />
      {question.columns.map((column, index) => (
        <Cell field={field} row={row} column={column} rowId={id} id={`${id}-${index}`} />
      ))}
    </tr>
  );
}

interface CellProps {
  field: Field<CellMatrixQuestion>;
  row: OfferedChoice;
  column: CellColumn;
  rowId: string;
  id: string;
}

function Cell({ field, row, column, rowId, id }: CellProps) {
  const name = fieldOf(field.question, row.choice.value, column.name);
  const error = field.errors.get(name);
  return (
    <td role="cell" class={error === undefined ? undefined : 'wrong'}>
      <span class="cell-title" id={`${id}-title`}>
        <ColumnTitle field={field} column={column} />
      </span>
      {error !== undefined && <ErrorLine id={`${id}-error`} message={error} />}
      <CellControl
        sheet={field}
        question={field.question}
        column={column}
        id={id}
        name={name}
        isDisabled={row.isUnavailable}
        isWrong={error !== undefined}
        labelledBy={`${rowId}-row ${id}-title`}
        describedBy={idsOf(error === undefined ? null : `${id}-error`)}
      />
    </td>
  );
}

function ColumnTitle({ field, column }: { field: Field<CellMatrixQuestion>; column: CellColumn }) {
  return (
    <>
      <Words text={column.title} sheet={field} />
      {column.required && (
        <>
          {' '}
          <span class="required">{field.texts.required}</span>
        </>
      )}
    </>
  );
}
