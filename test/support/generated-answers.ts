import {
  type Json,
  type QuestionSketch,
  dates,
  listValues,
  mails,
  matrixColumns,
  pick,
  rowValues,
  singleValues,
  special,
  texts,
  times,
} from './generated-questions.js';

/** An answer, absent in a third of the cases and now and then one that breaks a rule. */
export function answersTo(sketch: QuestionSketch, answer: number, name: string): [string, unknown][] {
  const { kind, variant } = sketch;
  if (answer % 3 === 0 || kind === 'expression') return [];
  const seed = Math.floor(answer / 3);
  const given = (value: unknown): [string, unknown][] => [[name, value]];
  switch (kind) {
    case 'text':
    case 'comment':
      return given(pick(texts, seed));
    case 'number':
      return given(pick([1, 2, 3, 5, 7, 2.5], seed));
    case 'date':
      return given(pick(dates, seed));
    case 'time':
      return given(pick(times, seed));
    case 'email':
      return given(pick(mails, seed));
    case 'radiogroup':
    case 'dropdown':
      return specialAnswer(name, variant, seed) ?? given(pick(certain(singleValues, sketch), seed));
    case 'imagepicker':
      return given(pick(singleValues, seed));
    case 'pictures':
      return given(some(singleValues, seed));
    case 'checkbox':
    case 'tagbox': {
      const most = variant % 5 === 3 ? 2 : listValues.length;
      const chosen = specialAnswer(name, variant, seed)?.map(([key, value]): [string, unknown] => [
        key,
        key === name ? [value] : value,
      ]);
      return chosen ?? given(some(certain(listValues, sketch), seed).slice(0, most));
    }
    case 'boolean':
      return given(
        pick(
          pick<readonly unknown[]>(
            [
              [true, false],
              ['ja', 'nein'],
              [1, 0],
            ],
            variant,
          ),
          seed,
        ),
      );
    case 'consent':
      return given(true);
    case 'rating':
      return given(pick([1, 3, 5], seed));
    case 'ranking':
      return given(permuted(listValues, seed));
    case 'partialranking':
      return given(permuted(listValues, seed).slice(0, 1 + (seed % 3)));
    case 'matrix': {
      const rows = some(rowValues, seed).map((row, index) => [
        row,
        pick(matrixColumns, Math.floor(seed / 8) + index),
      ]);
      return given(Object.fromEntries(rows));
    }
    case 'matrixdropdown': {
      const rows = some(rowValues, seed).map((row, index) => [
        row,
        cellAnswers(variant, Math.floor(seed / 8) + index),
      ]);
      return given(Object.fromEntries(rows));
    }
    case 'multipletext':
      return given(itemAnswers(variant, seed));
  }
}

/** Beside „other“, choices that may be hidden are not answered: survey-core would take them for its words. */
function certain<T>(values: readonly T[], { variant, choiceIf }: QuestionSketch): readonly T[] {
  return 'showOtherItem' in special(variant) ? values.slice(0, values.length - choiceIf.length) : values;
}

function specialAnswer(name: string, variant: number, seed: number): [string, unknown][] | null {
  const { showOtherItem, showNoneItem } = special(variant);
  if (seed % 3 !== 0) return null;
  if (showNoneItem === true) return [[name, 'none']];
  if (showOtherItem !== true) return null;
  return seed % 2 === 0
    ? [[name, 'other']]
    : [
        [name, 'other'],
        [`${name}-Comment`, 'etwas anderes'],
      ];
}

function cellAnswers(variant: number, seed: number): Json {
  const second = pick<readonly unknown[]>(
    [
      [1, 4],
      [['u'], ['u', 'v']],
      [true, false],
      [1, 5],
      ['abc', 'Köln'],
      ['u', 'v'],
    ],
    variant,
  );
  const cells = { k1: pick([1, 'zwei'], seed), k2: pick(second, Math.floor(seed / 2)) };
  return pick<Json>([cells, { k1: cells.k1 }, { k2: cells.k2 }], seed);
}

function itemAnswers(variant: number, seed: number): Json {
  const second = pick<readonly unknown[]>([[1, 4], ['abc', 'Köln'], mails], variant);
  const items = { i1: pick(texts, seed), i2: pick(second, seed) };
  return pick<Json>([items, { i1: items.i1 }, { i2: items.i2 }], Math.floor(seed / 2));
}

/** One or more of a list, in its order. */
function some<T>(values: readonly T[], seed: number): T[] {
  const chosen = values.filter((_value, index) => (((seed % (2 ** values.length - 1)) + 1) >> index) & 1);
  return chosen;
}

function permuted<T>(values: readonly T[], seed: number): T[] {
  const left = [...values];
  const order: T[] = [];
  for (let rest = seed; left.length > 0; rest = Math.floor(rest / 5))
    order.push(...left.splice(rest % left.length, 1));
  return order;
}
