import { commentFieldOf, fieldOf } from '../answers/answer-fields.js';
import type { CellMatrixQuestion } from '../kinds/matrixdropdown/matrixdropdown.plan.js';
import type { PlanQuestion } from '../plan/plan-question.js';
import { controlId, type Sheet } from './field.js';
import { always, offered, offeredWithSpecials } from './offered-choices.js';

type Page = Pick<Sheet, 'state' | 'live' | 'locale'>;

/** Id of the control that an error leads to: the text field, or the first choice of a group as it is drawn. */
export function controlIdOf(question: PlanQuestion, field: string, page: Page): string {
  const id = controlId(question);
  if (field === commentFieldOf(question)) return `${id}-words`;
  switch (question.kind) {
    case 'text':
    case 'comment':
    case 'dropdown':
    case 'expression':
      return id;
    case 'boolean':
      return question.look === 'checkbox' ? id : `${id}-0`;
    case 'rating':
      return `${id}-0`;
    case 'radiogroup':
    case 'checkbox':
    case 'tagbox':
      return `${id}-${firstKey(offeredWithSpecials(question, page))}`;
    case 'imagepicker':
    case 'ranking':
      return `${id}-${firstKey(offered(question.choices, question.order, question, page))}`;
    case 'multipletext': {
      const item = question.items.findIndex(({ name }) => fieldOf(question, name) === field);
      return `${id}-${Math.max(0, item)}`;
    }
    case 'matrix': {
      const rows = offered(question.rows, question.rowOrder, question, page);
      const row = rows.find(({ choice }) => fieldOf(question, choice.value) === field)?.key ?? firstKey(rows);
      const columns = always(question.columns);
      return `${id}-${row}-${firstKey(columns)}`;
    }
    case 'matrixdropdown':
      return `${id}-${cellKey(question, field, page)}`;
  }
}

function cellKey(question: CellMatrixQuestion, field: string, page: Page): string {
  const rows = offered(question.rows, question.rowOrder, question, page);
  const row = rows.find(({ choice }) => field.startsWith(`${fieldOf(question, choice.value)}.`));
  const column = question.columns.findIndex(
    ({ name }) => row && field === fieldOf(question, row.choice.value, name),
  );
  const index = Math.max(0, column);
  const kind = question.columns[index]?.kind;
  const isGroup = kind !== 'dropdown' && kind !== 'text' && kind !== 'comment';
  return `${row?.key ?? firstKey(rows)}-${index}${isGroup ? '-0' : ''}`;
}

function firstKey(offers: { key: string; isHidden: boolean; isBarred: boolean }[]): string {
  return (offers.find(({ isHidden, isBarred }) => !isHidden && !isBarred) ?? offers[0])?.key ?? '0';
}
