import { itemsOf, type LssItem, type LssQuestion } from '../file/lss-survey.js';
import { hasTickCells } from './question-kinds.js';
import { dualScaleColumns } from './question-variables.js';
import { fixedColumns } from './standard-words.js';
import {
  basicsOf,
  choicesOf,
  element,
  isMandatory,
  itemsWithTexts,
  type SurveyElement,
  type Translating,
} from './survey-element.js';

/** A row per subquestion and one scale for all. H shows rows as columns, but asks the same. */
export function arrayQuestion(question: LssQuestion, own: Translating): SurveyElement[] {
  if (question.type === 'H') own.notes.add(question.code, 'turned');
  return [
    element({
      type: 'matrix',
      ...basicsOf(question, own),
      columns: fixedColumnsOf(question, own) ?? itemsWithTexts(itemsOf(question.answers, '0'), question, own),
      rows: itemsWithTexts(question.subquestions, question, own),
      rowOrder: rowOrderOf(question),
      eachRowRequired: isMandatory(question) || undefined,
    }),
  ];
}

/** Two scales side by side: a column with a list to open for each. */
export function dualArrayQuestion(question: LssQuestion, own: Translating): SurveyElement[] {
  const columns = (['0', '1'] as const).map((scale) => {
    const header = question.attributes.text(scale === '0' ? 'dualscale_headerA' : 'dualscale_headerB');
    return element({
      name: dualScaleColumns[scale],
      title: own.texts.plain(header, question.code),
      cellType: 'dropdown',
      choices: choicesOf(itemsOf(question.answers, scale), question, own),
      isRequired: isMandatory(question) || undefined,
    });
  });
  return [table(question, own, question.subquestions, columns)];
}

/** A table of numbers, or of boxes to tick. */
export function numberTableQuestion(question: LssQuestion, own: Translating): SurveyElement[] {
  if (hasTickCells(question)) {
    own.notes.add(question.code, 'cells_as_switches');
    return [tableOfCells(question, own, { cellType: 'boolean' })];
  }
  const { attributes } = question;
  // Where there is a list to open, LimeSurvey offers 1 to 10 unless told otherwise.
  const isList = !attributes.isOn('input_boxes');
  const min = attributes.number('multiflexible_min') ?? (isList ? 1 : undefined);
  const max = attributes.number('multiflexible_max') ?? (isList ? 10 : undefined);
  const step = attributes.number('multiflexible_step') ?? (isList ? 1 : undefined);
  return [
    tableOfCells(
      question,
      own,
      element({ cellType: 'text', inputType: 'number', min, max, step: step === 0 ? undefined : step }),
    ),
  ];
}

export function textTableQuestion(question: LssQuestion, own: Translating): SurveyElement[] {
  const { attributes } = question;
  const isNumber = attributes.isOn('numbers_only');
  const cell = element({
    cellType: 'text',
    inputType: isNumber ? 'number' : undefined,
    maxLength: isNumber ? undefined : attributes.count('maximum_chars'),
  });
  return [tableOfCells(question, own, cell)];
}

function fixedColumnsOf({ type }: LssQuestion, { texts }: Translating): unknown[] | undefined {
  return fixedColumns
    .get(type)
    ?.map((column) =>
      typeof column === 'number' ? column : { value: column.value, text: texts.standard(column.text) },
    );
}

function tableOfCells(question: LssQuestion, own: Translating, cell: SurveyElement): SurveyElement {
  const columns = itemsOf(question.subquestions, '1').map((item) =>
    element({
      name: item.code,
      title: own.texts.plain(item.text, question.code),
      ...cell,
      isRequired: (isMandatory(question) && cell['cellType'] !== 'boolean') || undefined,
    }),
  );
  return table(question, own, itemsOf(question.subquestions, '0'), columns);
}

function table(
  question: LssQuestion,
  own: Translating,
  rows: readonly LssItem[],
  columns: readonly SurveyElement[],
): SurveyElement {
  return element({
    type: 'matrixdropdown',
    ...basicsOf(question, own),
    columns,
    rows: itemsWithTexts(rows, question, own),
    rowOrder: rowOrderOf(question),
  });
}

function rowOrderOf({ attributes }: LssQuestion): 'random' | undefined {
  const isRandom = attributes.isOn('random_order') || attributes.get('subquestion_order') === 'random';
  return isRandom ? 'random' : undefined;
}
