/** Kinds of generated questions: what they look like and what conditions can read of them. */

export type Json = Record<string, unknown>;

export const kinds = [
  ...['text', 'number', 'date', 'time', 'email', 'comment', 'radiogroup', 'dropdown', 'checkbox', 'tagbox'],
  ...['boolean', 'consent', 'rating', 'imagepicker', 'pictures', 'ranking', 'partialranking', 'matrix'],
  ...['matrixdropdown', 'multipletext', 'expression'],
] as const;
export type Kind = (typeof kinds)[number];

export interface ConditionSketch {
  on: number;
  operator: number;
  value: number;
  and: ConditionSketch | null;
  isOr: boolean;
}

export interface QuestionSketch {
  kind: Kind;
  isRequired: boolean;
  visibleIf: ConditionSketch | null;
  enableIf: ConditionSketch | null;
  requiredIf: ConditionSketch | null;
  choiceIf: ConditionSketch[];
  variant: number;
  answers: number[];
}

/** Something a condition can read. */
export interface Readable {
  path: string;
  question: string | null;
  values: readonly unknown[];
  isList: boolean;
}

export const singleValues = ['a', 'b', 3] as const;
export const listValues = [1, 'x', 'y', 'z'] as const;
export const rowValues = ['r1', 'r2', 3] as const;
export const matrixColumns = [1, 'viel'] as const;
export const texts = ['Köln', 'abc', 'Haus 12', '5'] as const;
export const dates = ['2026-12-31', '2027-06-01', '2028-01-01'] as const;
export const times = ['07:30', '09:00', '23:15'] as const;
export const mails = ['erika@example.org', 'keine'] as const;
export const countValidator = { validators: [{ type: 'answercount', minCount: 1, maxCount: 2 }] };

export function textValidators(name: string): Json[] {
  return [
    { validators: [{ type: 'text', minLength: 4, maxLength: 6 }] },
    { validators: [{ type: 'text', allowDigits: false }] },
    { validators: [{ type: 'regex', regex: '^[A-ZÄÖÜ]', caseInsensitive: name.endsWith('1') }] },
    { validators: [{ type: 'expression', expression: `{${name}} <> 'abc'` }] },
    { validators: [{ type: 'numeric', minValue: 6 }] },
    { validators: [{ type: 'email' }] },
  ];
}

export function special(variant: number): Json {
  return pick<Json>([{}, {}, { showOtherItem: true }, { showNoneItem: true }], Math.floor(variant / 7));
}

export function cellColumns(variant: number): Json[] {
  const isRequired = variant % 3 === 0;
  return [
    { name: 'k1', cellType: 'dropdown', choices: [1, 'zwei'], isRequired },
    pick<Json>(
      [
        { name: 'k2', cellType: 'text', inputType: 'number', min: 2 },
        { name: 'k2', cellType: 'checkbox', choices: ['u', 'v'] },
        { name: 'k2', cellType: 'boolean', isRequired },
        { name: 'k2', cellType: 'rating' },
        { name: 'k2', cellType: 'comment', validators: [{ type: 'text', minLength: 4 }] },
        { name: 'k2', cellType: 'radiogroup', choices: ['u', 'v'] },
      ],
      variant,
    ),
  ];
}

export function textItems(variant: number): Json[] {
  return [
    { name: 'i1', isRequired: variant % 3 === 0 },
    pick<Json>(
      [
        { name: 'i2', inputType: 'number', minValueExpression: '2' },
        { name: 'i2', validators: [{ type: 'text', minLength: 4 }] },
        { name: 'i2', inputType: 'email' },
      ],
      variant,
    ),
  ];
}

/** What conditions can read of a question. */
export function readableOf({ kind, variant }: QuestionSketch, name: string): Readable[] {
  const one = (values: readonly unknown[], path = name, isList = false): Readable => ({
    path,
    question: name,
    values,
    isList,
  });
  switch (kind) {
    case 'text':
    case 'comment':
      return [one(texts)];
    case 'number':
    case 'rating':
    case 'expression':
      return [one([1, 2, 3, 5])];
    case 'date':
      return [one(dates)];
    case 'time':
      return [one(times)];
    case 'email':
      return [one(mails)];
    case 'radiogroup':
    case 'dropdown':
    case 'imagepicker':
      return [one([...singleValues, 'other'])];
    case 'checkbox':
    case 'tagbox':
    case 'pictures':
    case 'ranking':
    case 'partialranking':
      return [one(kind === 'pictures' ? singleValues : listValues, name, true)];
    case 'boolean':
    case 'consent':
      return [
        one(
          pick<readonly unknown[]>(
            [
              [true, false],
              ['ja', 'nein'],
              [1, 0],
            ],
            kind === 'consent' ? 0 : variant,
          ),
        ),
      ];
    case 'matrix':
      return rowValues.map((row) => one(matrixColumns, `${name}.${row}`));
    case 'matrixdropdown':
      return [one([1, 'zwei'], `${name}.r1.k1`), one([1, 'zwei'], `${name}.r2.k1`)];
    case 'multipletext':
      return [one(texts, `${name}.i1`)];
  }
}

export function comparison({ path, values, isList }: Readable, operator: number, value: number): string {
  const literal = JSON.stringify(pick(values, value)).replaceAll('"', "'");
  const operators = isList
    ? ['contains', 'notcontains', 'anyof', 'empty', 'notempty', 'contains']
    : ['=', '<>', '>', '<=', 'empty', 'notempty', '='];
  const chosen = pick(operators, operator);
  if (chosen === 'empty' || chosen === 'notempty') return `{${path}} ${chosen}`;
  return `{${path}} ${chosen} ${chosen === 'anyof' ? `[${literal}]` : literal}`;
}

export function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}
