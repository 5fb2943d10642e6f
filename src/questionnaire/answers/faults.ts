import { textIn, type Locale } from '../../common/locale.js';
import { commentFieldOf, fieldOf } from './answer-fields.js';
import { answerMessages } from './answer-messages.js';
import { boundError } from './bounds.js';
import { isEmpty, isRecord } from '../expressions/expression-values.js';
import { missingText } from './missing.js';
import { isBarred, offeredChoices, offeredRows } from './offers.js';
import { commentName, NONE, OTHER } from './answers.js';
import { otherChoiceOf } from '../plan/plan-choices.js';
import type { CellColumn, CellMatrixQuestion } from '../kinds/matrixdropdown/matrixdropdown.plan.js';
import type { MatrixQuestion } from '../kinds/matrix/matrix.plan.js';
import type { MultipleTextQuestion, TextItem } from '../kinds/multipletext/multipletext.plan.js';
import { isCalculated } from '../plan/calculated.js';
import type { PlanQuestion } from '../plan/plan-question.js';
import type { RankingQuestion } from '../kinds/ranking/ranking.plan.js';
import type { Checking } from './checking.js';
import type { ElementStates } from './element-states.js';
import type { Fault } from './reading.js';
import type { LocalNames } from '../expressions/evaluation-context.js';
import { validatorError } from './validators.js';

/**
 * What is wrong with the answer to a question that is shown and can be answered: missing, out of
 * bounds, too many or too few, or not what a validator asks for. Readable it is (`readAnswer`).
 */
export function faultsOf(question: PlanQuestion, checking: Checking): Fault[] {
  const { state, context, locale } = checking;
  const value = state.values[question.name];
  const inner = innerFaults(question, value, checking);
  if (inner.length > 0) return inner;
  if (isEmpty(value) && !isCalculated(question) && state.required.has(question.id)) {
    return [{ field: fieldOf(question), message: missingText(question, locale) }];
  }
  const message =
    countError(question, value, checking) ??
    validatorError(withWords(question, value, state), question.validators, context, { self: value }, locale);
  return message === null ? [] : [{ field: fieldOf(question), message }];
}

function innerFaults(question: PlanQuestion, value: unknown, checking: Checking): Fault[] {
  const { state, context, locale } = checking;
  switch (question.kind) {
    case 'text':
      return fault(() => fieldOf(question), boundError(value, question, context, {}, locale));
    case 'matrix':
      return matrixFaults(question, value, checking);
    case 'matrixdropdown':
      return cellFaults(question, value, checking);
    case 'multipletext':
      return itemFaults(question, value, checking);
    default: {
      const other = otherChoiceOf(question);
      const isChosen = value === OTHER || (Array.isArray(value) && value.includes(OTHER));
      if (!other || !isChosen || !isEmpty(state.values[commentName(question.name)])) return [];
      const message = other.missingText
        ? textIn(other.missingText, locale)
        : answerMessages[locale].sayWhichOther({ other: textIn(other.text, locale) });
      return [{ field: commentFieldOf(question), message }];
    }
  }
}

/** Too few or too many of a list. Too few are none as well, where a least number is asked for, as in SurveyJS. */
function countError(question: PlanQuestion, value: unknown, { state, locale }: Checking): string | null {
  const messages = answerMessages[locale];
  const chosen: unknown[] = Array.isArray(value) ? value : [];
  switch (question.kind) {
    case 'checkbox':
    case 'tagbox': {
      const { none, minSelected, maxSelected } = question;
      if (none !== null && chosen.includes(NONE)) {
        return chosen.length > 1 ? messages.noneAlone({ none: textIn(none, locale) }) : null;
      }
      if (minSelected !== null && chosen.length < minSelected)
        return messages.chooseAtLeast({ count: minSelected });
      return isOver(chosen.length, maxSelected) ? messages.chooseAtMost({ count: maxSelected }) : null;
    }
    case 'imagepicker': {
      const { multiple, minSelected, maxSelected } = question;
      if (!multiple || chosen.length === 0) return null;
      if (minSelected !== null && chosen.length < minSelected)
        return messages.chooseAtLeast({ count: minSelected });
      return isOver(chosen.length, maxSelected) ? messages.chooseAtMost({ count: maxSelected }) : null;
    }
    case 'ranking':
      return rankingError(question, chosen.length, state, locale);
    default:
      return null;
  }
}

function rankingError(
  question: RankingQuestion,
  ranked: number,
  state: ElementStates,
  locale: Locale,
): string | null {
  const messages = answerMessages[locale];
  const { partial, minSelected, maxSelected } = question;
  const count = offeredChoices(state, question).length;
  if (!partial) return ranked > 0 && ranked < count ? messages.rankAll({ count }) : null;
  if (minSelected !== null && ranked < minSelected) return messages.rankAtLeast({ count: minSelected });
  return isOver(ranked, maxSelected) ? messages.rankAtMost({ count: maxSelected }) : null;
}

function isOver(count: number, max: number | null): max is number {
  return max !== null && count > max;
}

function matrixFaults(question: MatrixQuestion, value: unknown, { state, locale }: Checking): Fault[] {
  const messages = answerMessages[locale];
  const given = isRecord(value) ? value : {};
  const taken = new Set<unknown>();
  return offeredRows(state, question).flatMap((row) => {
    const column = given[String(row.value)];
    if (isEmpty(column)) {
      const isAsked = question.everyRowRequired && !isBarred(state, question, row);
      return isAsked ? [{ field: fieldOf(question, row.value), message: messages.chooseOne }] : [];
    }
    if (!question.eachColumnOnce || !taken.has(column)) {
      taken.add(column);
      return [];
    }
    const text = question.columns.find((one) => one.value === column)?.text ?? {};
    return [
      {
        field: fieldOf(question, row.value),
        message: messages.columnTaken({ column: textIn(text, locale) }),
      },
    ];
  });
}

function cellFaults(question: CellMatrixQuestion, value: unknown, checking: Checking): Fault[] {
  const given = isRecord(value) ? value : {};
  const rows = offeredRows(checking.state, question).filter(
    (row) => !isBarred(checking.state, question, row),
  );
  return rows.flatMap((row) => {
    const cells = given[String(row.value)];
    const inRow = isRecord(cells) ? cells : {};
    return question.columns.flatMap((column) =>
      fault(
        () => fieldOf(question, row.value, column.name),
        partError(column, inRow[column.name], checking, { row: inRow }),
      ),
    );
  });
}

function itemFaults(question: MultipleTextQuestion, value: unknown, checking: Checking): Fault[] {
  const given = isRecord(value) ? value : {};
  return question.items.flatMap((item) =>
    fault(
      () => fieldOf(question, item.name),
      partError({ kind: 'text', ...item }, given[item.name], checking, {}),
    ),
  );
}

/** What is wrong with one cell or item: a small question of its own. */
function partError(
  part: CellColumn | ({ kind: 'text' } & TextItem),
  value: unknown,
  { context, locale }: Checking,
  local: LocalNames,
): string | null {
  if (isEmpty(value) && part.required) return missingText(part, locale);
  const bound = part.kind === 'text' ? boundError(value, part, context, local, locale) : null;
  return bound ?? validatorError(value, part.validators, context, local, locale);
}

/** Validators see the words people wrote instead of the value „other“. */
function withWords(question: PlanQuestion, value: unknown, state: ElementStates): unknown {
  const words = otherChoiceOf(question) ? state.values[commentName(question.name)] : undefined;
  if (isEmpty(words)) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => (one === OTHER ? words : one));
  return value === OTHER ? words : value;
}

function fault(field: () => string, message: string | null): Fault[] {
  return message === null ? [] : [{ field: field(), message }];
}
