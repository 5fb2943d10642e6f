/**
 * What can be said about a type of question, as a list of fields: the forms of the editor are drawn from it
 * and read by it. `more` stands under „Weitere Einstellungen“.
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

export const text = (property: string, more = false): Field => ({
  property,
  kind: 'text',
  localized: true,
  ...(more && { more: true }),
});
export const flag = (property: string, more = false): Field => ({
  property,
  kind: 'flag',
  ...(more && { more: true }),
});
export const number = (property: string, more = false): Field => ({
  property,
  kind: 'number',
  ...(more && { more: true }),
});
export const lines = (property: string, more = false): Field => ({
  property,
  kind: 'lines',
  ...(more && { more: true }),
});
export const select = (property: string, options: readonly string[], more = false): Field => ({
  property,
  kind: 'select',
  options,
  otherwise: options[0] ?? '',
  ...(more && { more: true }),
});
export const condition = (property: string, more = false): Field => ({
  property,
  kind: 'condition',
  ...(more && { more: true }),
});

export const title = text('title');
export const description: Field = { property: 'description', kind: 'text', localized: true, rows: 2 };
export const name: Field = { property: 'name', kind: 'name', more: true };
export const checks = (length: boolean): Field => ({
  property: 'validators',
  kind: 'checks',
  length,
  more: true,
});
export const order = select('choicesOrder', ['none', 'random', 'asc', 'desc'], true);
export const rowOrder = select('rowOrder', ['initial', 'random'], true);
export const questionOrder = select('questionOrder', ['initial', 'random'], true);
export const placeholder = text('placeholder', true);
export const other: readonly Field[] = [
  flag('showOtherItem'),
  text('otherText', true),
  text('otherPlaceholder', true),
];
export const none: readonly Field[] = [flag('showNoneItem'), text('noneText', true)];
export const selected = [number('minSelectedChoices'), number('maxSelectedChoices')];
export const inputTypes = ['text', 'number', 'date', 'time', 'email', 'tel', 'url'] as const;
export const cellTypes = [
  'dropdown',
  'radiogroup',
  'checkbox',
  'boolean',
  'rating',
  'text',
  'comment',
] as const;
