import { compileItems, compileOrder } from '../../compile/compile-choices.js';
import { compileRows } from '../matrix/matrix.compile.js';
import { compileScale, scaleProperties } from '../rating/rating.compile.js';
import { compileTextRules, textProperties } from '../../compile/compile-text.js';
import {
  compileValidators,
  countChecks,
  textChecks,
  type ValidatorKind,
} from '../../compile/compile-validators.js';
import { isPlainKey } from '../../compile/plain-key.js';
import type { JsonNode } from '../../compile/questionnaire-json.js';
import type { CellBasics, CellColumn, CellMatrixQuestion } from './matrixdropdown.plan.js';
import type { QuestionBasics } from '../../plan/question-basics.js';

const MAX_COLUMNS = 20;
const MAX_NAME_LENGTH = 100;
const DEFAULT_COMMENT_LENGTH = 1000;

type CellKind = CellColumn['kind'];

const cellKinds: readonly CellKind[] = [
  ...(['dropdown', 'radiogroup', 'checkbox', 'boolean', 'rating', 'comment', 'text'] as const),
];
const columnProperties = ['name', 'title', 'cellType', 'isRequired', 'requiredErrorText', 'validators'];
const listProperties = ['choices', 'choicesOrder', 'placeholder'];
const kindProperties: Record<CellKind, readonly string[]> = {
  dropdown: listProperties,
  radiogroup: listProperties,
  checkbox: listProperties,
  boolean: ['labelTrue', 'labelFalse'],
  rating: scaleProperties,
  comment: ['maxLength', 'rows', 'placeholder'],
  text: textProperties,
};

const checksOf: Partial<Record<CellKind, readonly ValidatorKind[]>> = {
  checkbox: countChecks,
  comment: textChecks,
  text: textChecks,
};

/** A table whose cells are small questions; `cellType` and `choices` serve columns that have none of their own. */
export function compileCellMatrix(
  node: JsonNode,
  basics: QuestionBasics,
  maxTextLength: number | null,
): CellMatrixQuestion {
  const usual = node.oneOf('cellType', cellKinds, 'dropdown');
  const columns = node.nodes('columns', MAX_COLUMNS).flatMap((column) => {
    const kind = column.oneOf('cellType', [...cellKinds, 'default'], 'default');
    return compileColumn(column, node, kind === 'default' ? usual : kind, maxTextLength) ?? [];
  });
  if (columns.length === 0 && (node.list('columns') ?? []).length === 0)
    node.note('columns', 'questionnaire.no_entry');

  const names = columns.map(({ name }) => name);
  names
    .filter((name, index) => names.indexOf(name) < index)
    .forEach((name) => node.note('columns', 'questionnaire.duplicate_value', { value: name }));
  const rows = compileRows(node);
  return { kind: 'matrixdropdown', ...basics, columns, ...rows };
}

function compileColumn(
  column: JsonNode,
  matrix: JsonNode,
  kind: CellKind,
  maxTextLength: number | null,
): CellColumn | null {
  column.refuseAllBut([...columnProperties, ...kindProperties[kind]]);
  const name = column.string('name');
  if (name === null || !isPlainKey(name, MAX_NAME_LENGTH))
    return column.note('name', 'questionnaire.needs_name', { most: MAX_NAME_LENGTH });

  const basics: CellBasics = {
    name,
    title: column.text('title') ?? { [column.reading.language]: name },
    required: column.flag('isRequired'),
    requiredText: column.text('requiredErrorText'),
    validators: compileValidators(column, kind, checksOf[kind]),
  };
  switch (kind) {
    case 'dropdown':
    case 'radiogroup':
    case 'checkbox': {
      const own = (column.list('choices') ?? []).length > 0 ? column : matrix;
      return { kind, ...basics, choices: compileItems(own, 'choices'), order: compileOrder(column) };
    }
    case 'boolean':
      return { kind, ...basics, labelTrue: column.text('labelTrue'), labelFalse: column.text('labelFalse') };
    case 'rating':
      return { kind, ...basics, values: compileScale(column) };
    case 'comment': {
      const maxLength = column.count('maxLength') ?? maxTextLength ?? DEFAULT_COMMENT_LENGTH;
      return { kind, ...basics, maxLength };
    }
    case 'text':
      return { kind, ...basics, ...compileTextRules(column, maxTextLength) };
  }
}
