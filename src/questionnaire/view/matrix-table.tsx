import type { ComponentChildren } from 'preact';
import type { Choice } from '../plan/plan-choices.js';
import type { CellMatrixQuestion } from '../kinds/matrixdropdown/matrixdropdown.plan.js';
import type { MatrixQuestion } from '../kinds/matrix/matrix.plan.js';
import type { Field } from './field.js';
import type { MatrixLook } from './matrix-room.js';
import { ErrorLine } from './question-frame.js';
import { Words } from './words.js';

interface TableProps {
  field: Field<MatrixQuestion | CellMatrixQuestion>;
  /** On a phone it is always cards. */
  look: MatrixLook;
  heads: { words: ComponentChildren; key: string; isHidden: boolean }[];
  children: ComponentChildren;
}

/**
 * A table where there is room, a card per row on a phone. The stylesheet turns the one into the other;
 * roles are written out because changed `display` takes them from a table in some browsers.
 */
export function MatrixTable({ field, look, heads, children }: TableProps) {
  return (
    <div class="room">
      <table class={`matrix ${look}`} role="table" aria-labelledby={`${field.id}-title`}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              <span class="aside">{field.texts.topic}</span>
            </th>
            {heads.map(({ words, key, isHidden }) => (
              <th role="columnheader" scope="col" data-column={key} hidden={isHidden}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">{children}</tbody>
      </table>
    </div>
  );
}

interface RowHeadProps {
  field: Field<MatrixQuestion | CellMatrixQuestion>;
  row: Choice;
  id: string;
  error?: string | undefined;
}

export function RowHead({ field, row, id, error }: RowHeadProps) {
  return (
    <th role="rowheader" scope="row">
      <span id={`${id}-row`}>
        <Words text={row.text} sheet={field} />
      </span>
      {error !== undefined && <ErrorLine id={`${id}-error`} message={error} />}
    </th>
  );
}
