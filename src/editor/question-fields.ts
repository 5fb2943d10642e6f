/**
 * What can be said about each type of question, as a list of fields: the forms are drawn from it and read
 * by it. `more` stands under „Weitere Einstellungen“.
 */
export type Field = { property: string; more?: true } & (
  | { kind: 'text'; localized: boolean; rows?: number; quick?: true }
  | { kind: 'flag' }
  | { kind: 'number' }
  /** A bound of what can be typed: a number, a date or a time, as the input asks. */
  | { kind: 'bound' }
  | { kind: 'select'; options: readonly string[]; otherwise: string }
  /** Choices, rows or columns, one per line. */
  | { kind: 'lines' }
  /** A list of small questions: columns of cells, or lines of text. */
  | { kind: 'parts'; types: readonly string[]; typeKey: 'cellType' | 'inputType' }
  | { kind: 'condition' }
  | { kind: 'expression' }
  | { kind: 'checks'; length: boolean }
  | { kind: 'name' }
);

const text = (property: string, more = false): Field => ({
  property,
  kind: 'text',
  localized: true,
  ...(more && { more: true }),
});
const flag = (property: string, more = false): Field => ({
  property,
  kind: 'flag',
  ...(more && { more: true }),
});
const number = (property: string, more = false): Field => ({
  property,
  kind: 'number',
  ...(more && { more: true }),
});
const lines = (property: string, more = false): Field => ({
  property,
  kind: 'lines',
  ...(more && { more: true }),
});
const select = (property: string, options: readonly string[], more = false): Field => ({
  property,
  kind: 'select',
  options,
  otherwise: options[0] ?? '',
  ...(more && { more: true }),
});
const condition = (property: string, more = false): Field => ({
  property,
  kind: 'condition',
  ...(more && { more: true }),
});

const title = text('title');
const description: Field = { property: 'description', kind: 'text', localized: true, rows: 2 };
const name: Field = { property: 'name', kind: 'name', more: true };
const checks = (length: boolean): Field => ({ property: 'validators', kind: 'checks', length, more: true });
const order = select('choicesOrder', ['none', 'random', 'asc', 'desc'], true);
const rowOrder = select('rowOrder', ['initial', 'random'], true);
const questionOrder = select('questionOrder', ['initial', 'random'], true);
const placeholder = text('placeholder', true);
const other: readonly Field[] = [
  flag('showOtherItem'),
  text('otherText', true),
  text('otherPlaceholder', true),
];
const none: readonly Field[] = [flag('showNoneItem'), text('noneText', true)];
const selected = [number('minSelectedChoices'), number('maxSelectedChoices')];
const inputTypes = ['text', 'number', 'date', 'time', 'email', 'tel', 'url'] as const;
const cellTypes = ['dropdown', 'radiogroup', 'checkbox', 'boolean', 'rating', 'text', 'comment'] as const;

const own: Readonly<Record<string, readonly Field[]>> = {
  text: [
    select('inputType', inputTypes),
    { property: 'min', kind: 'bound' },
    { property: 'max', kind: 'bound' },
    number('maxLength', true),
    placeholder,
    number('step', true),
    { property: 'minValueExpression', kind: 'expression', more: true },
    { property: 'maxValueExpression', kind: 'expression', more: true },
    { property: 'autocomplete', kind: 'text', localized: false, more: true },
    checks(true),
  ],
  comment: [number('rows', true), number('maxLength', true), placeholder, checks(true)],
  multipletext: [{ property: 'items', kind: 'parts', types: inputTypes, typeKey: 'inputType' }],
  radiogroup: [lines('choices'), ...other, ...none, order],
  dropdown: [lines('choices'), ...other, ...none, order, placeholder],
  checkbox: [
    lines('choices'),
    ...other,
    ...none,
    flag('showSelectAllItem'),
    text('selectAllText', true),
    ...selected,
    order,
  ],
  tagbox: [lines('choices'), ...other, ...none, ...selected, order, placeholder],
  boolean: [
    text('labelTrue'),
    text('labelFalse'),
    select('renderAs', ['radio', 'checkbox']),
    { property: 'valueTrue', kind: 'text', localized: false, more: true },
    { property: 'valueFalse', kind: 'text', localized: false, more: true },
  ],
  imagepicker: [lines('choices'), flag('multiSelect'), flag('showLabel'), ...selected, order],
  rating: [
    select('rateType', ['labels', 'stars', 'smileys']),
    number('rateMin'),
    number('rateMax'),
    text('minRateDescription'),
    text('maxRateDescription'),
    number('rateStep', true),
    lines('rateValues', true),
  ],
  matrix: [lines('rows'), lines('columns'), flag('eachRowRequired'), flag('eachRowUnique', true), rowOrder],
  matrixdropdown: [
    lines('rows'),
    { property: 'columns', kind: 'parts', types: cellTypes, typeKey: 'cellType' },
    lines('choices', true),
    rowOrder,
  ],
  ranking: [lines('choices'), flag('selectToRankEnabled'), ...selected, order],
  expression: [
    { property: 'expression', kind: 'expression' },
    select('displayStyle', ['none', 'decimal', 'percent', 'currency', 'date']),
    text('format', true),
    { property: 'currency', kind: 'text', localized: false, more: true },
    number('maximumFractionDigits', true),
    number('minimumFractionDigits', true),
  ],
};

/** The fields of a page, panel, note or question, in the order of its form; empty for a type we do not know. */
export function fieldsOf(type: string): readonly Field[] {
  if (type === 'html') {
    return [{ property: 'html', kind: 'text', localized: true, rows: 6 }, condition('visibleIf'), name];
  }
  if (type === 'page' || type === 'panel') {
    const conditions = [condition('visibleIf'), condition('enableIf', true), condition('requiredIf', true)];
    return [title, description, ...conditions, flag('isRequired', true), questionOrder, name];
  }
  const specific = own[type];
  if (!specific) return [title, description, name];
  const isShown = type === 'expression';
  const required: readonly Field[] = isShown ? [] : [flag('isRequired')];
  const conditions: readonly Field[] = isShown
    ? [condition('visibleIf')]
    : [condition('visibleIf'), condition('enableIf', true), condition('requiredIf', true)];
  const last: readonly Field[] = isShown ? [name] : [text('requiredErrorText', true), name];
  return [title, description, ...specific, ...required, ...conditions, ...last];
}
