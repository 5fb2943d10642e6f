import { compileItems } from '../../compile/compile-choices.js';
import { compileItemCondition } from '../../compile/compile-conditions.js';
import type { JsonNode } from '../../compile/questionnaire-json.js';
import type { Choice } from '../../plan/plan-choices.js';
import type { MatrixQuestion } from './matrix.plan.js';
import type { QuestionBasics } from '../../plan/question-basics.js';

export const rowProperties = ['rows', 'rowOrder', 'rowsVisibleIf'];
export const matrixProperties = [...rowProperties, 'columns', 'eachRowRequired', 'eachRowUnique'];

export function compileMatrix(node: JsonNode, basics: QuestionBasics): MatrixQuestion {
  return {
    kind: 'matrix',
    ...basics,
    columns: compileItems(node, 'columns'),
    ...compileRows(node),
    everyRowRequired: node.flag('eachRowRequired'),
    eachColumnOnce: node.flag('eachRowUnique'),
  };
}

/** Rows may be hidden one by one or, by a condition with `{item}`, all in the same way. */
export function compileRows(node: JsonNode): { rows: Choice[]; rowOrder: 'initial' | 'random' } {
  const visibleIf = compileItemCondition(node, 'rowsVisibleIf');
  const rows = compileItems(node, 'rows', { conditions: ['visibleIf'] });
  return {
    rows: rows.map((row) => ({ ...row, visibleIf: row.visibleIf ?? visibleIf(row.value) })),
    rowOrder: node.oneOf('rowOrder', ['initial', 'random'], 'initial'),
  };
}
