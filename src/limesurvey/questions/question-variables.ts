import { choiceValue } from '../expressions/expression-translation.js';
import type { Variable, Variables } from '../expressions/expression-variables.js';
import { itemsOf, type LssItem, type LssQuestion } from '../file/lss-survey.js';
import { hasTickCells, kindOf, noneChoiceOf, rankedItems } from './question-kinds.js';
import type { QuestionNames } from './question-names.js';

/** One variable of a question and what its three kinds of name end in. */
interface Part {
  /** After the code: `_SQ001`. */
  code: string;
  /** After the old name of survey, group and question: `SQ001`. */
  old: string;
  /** After the new name of ids: `_S91`. */
  ids: string;
  variable: Variable;
}

export const dualScaleColumns = { '0': 'scale1', '1': 'scale2' } as const;

/** All names under which these questions can appear in an expression. Codes go before ids. */
export function variablesOf(
  questions: readonly LssQuestion[],
  names: ReadonlyMap<string, QuestionNames>,
): Variables {
  const variables = new Map<string, Variable>();
  const add = (name: string, variable: Variable) => {
    if (!variables.has(name)) variables.set(name, variable);
  };
  const parts = questions.flatMap((question) => {
    const own = names.get(question.id);
    return own ? partsOf(question, own).map((part) => ({ question, part })) : [];
  });
  for (const { question, part } of parts) add(`${question.code}${part.code}`, part.variable);
  for (const { question, part } of parts) {
    add(`#${question.id}${part.old}`, part.variable);
    add(`Q${question.id}${part.ids}`, part.variable);
  }
  return variables;
}

function partsOf(question: LssQuestion, { name, comment }: QuestionNames): Part[] {
  const whole = (kind: Variable['kind']) => ({ code: '', old: '', ids: '', variable: { kind, path: name } });
  const words = (path: string): Part => ({
    ...{ code: '_other', old: 'other', ids: '_Cother' },
    variable: { kind: 'choice', path, value: 'other', words: `${name}-Comment` },
  });
  switch (kindOf(question)) {
    case 'text':
    case 'date':
      return [whole('text')];
    case 'number':
    case 'rating':
    case 'equation':
      return [whole('number')];
    case 'gender':
      return [whole('code')];
    case 'list':
      return [
        whole('code'),
        ...(question.hasOther ? [{ ...words(name), variable: wordsOfOther(name) }] : []),
        { code: '_comment', old: 'comment', ids: '_Ccomment', variable: { kind: 'text', path: comment } },
      ];
    case 'yesNo': {
      const [part] = [whole('switch')];
      return [{ ...part, variable: { ...part.variable, yes: 'Y', no: 'N' } }];
    }
    case 'multiple': {
      const none = noneChoiceOf(question);
      const box = (item: LssItem): Variable => ({
        kind: 'choice',
        path: name,
        value: item === none ? 'none' : choiceValue(item.code),
      });
      return [
        whole('list'),
        ...question.subquestions.map((item) => part([item], box(item))),
        ...(question.hasOther ? [words(name)] : []),
      ];
    }
    case 'ranking':
      return [
        whole('list'),
        ...rankedItems(question).map((_, index) => ({
          ...{ code: `_${index + 1}`, old: String(index + 1), ids: `_R${index + 1}` },
          variable: { kind: 'code' as const, path: `${name}[${index}]` },
        })),
      ];
    case 'texts':
    case 'numbers': {
      const kind = question.type === 'K' ? 'number' : 'text';
      return question.subquestions.map((item) => part([item], { kind, path: `${name}.${item.code}` }));
    }
    case 'array': {
      const kind = 'AB'.includes(question.type) ? 'number' : 'code';
      return question.subquestions.map((item) => part([item], { kind, path: `${name}.${item.code}` }));
    }
    case 'dualArray':
      return question.subquestions.flatMap((item) =>
        (['0', '1'] as const).map((scale) => ({
          ...{ code: `_${item.code}_${scale}`, old: `${item.code}#${scale}`, ids: `_S${item.id}#${scale}` },
          variable: { kind: 'code' as const, path: `${name}.${item.code}.${dualScaleColumns[scale]}` },
        })),
      );
    case 'numberTable':
    case 'textTable':
      return cellsOf(question, name);
    case 'display':
    case undefined:
      return [];
  }
}

function cellsOf(question: LssQuestion, name: string): Part[] {
  const cell = (row: LssItem, column: LssItem): Variable => {
    const path = `${name}.${row.code}.${column.code}`;
    if (question.type === ';') return { kind: 'text', path };
    return hasTickCells(question) ? { kind: 'switch', path, yes: '1', no: '0' } : { kind: 'number', path };
  };
  return itemsOf(question.subquestions, '0').flatMap((row) =>
    itemsOf(question.subquestions, '1').map((column) => part([row, column], cell(row, column))),
  );
}

function part(items: readonly LssItem[], variable: Variable): Part {
  const codes = items.map(({ code }) => code).join('_');
  return { code: `_${codes}`, old: codes, ids: items.map(({ id }) => `_S${id}`).join(''), variable };
}

/** Of a single choice the words are an answer of their own: `Q1_other == "Anna"`. */
function wordsOfOther(name: string): Variable {
  return { kind: 'text', path: `${name}-Comment` };
}
