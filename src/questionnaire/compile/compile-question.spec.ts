import { expect, test } from '@jest/globals';
import { compile, compileOne, type Json } from '../../../test/support/compile.js';
import { questionKinds } from '../kinds/registry.js';
import { supportedProperties } from './supported-properties.js';

const unconditional = { visibleIf: null, enableIf: null, requiredIf: null };
const choiceOf = (value: string | number, text = String(value)) => ({
  value,
  text: { de: text },
  visibleIf: null,
  enableIf: null,
});

test('what all questions can say is kept', () => {
  const json: Json = {
    type: 'comment',
    title: { de: 'Wünsche', en: 'Wishes' },
    description: 'Kurz',
    isRequired: true,
    requiredErrorText: 'Bitte schreiben',
    requiredIf: '{a} = 1',
    enableIf: '{a} notempty',
    maxLength: 50,
    rows: 6,
    placeholder: 'Ihre Worte',
  };
  expect(compile({ type: 'text', name: 'a' }, { name: 'q', ...json }).pages[0]?.elements[1]).toEqual({
    kind: 'comment',
    id: '0.1',
    name: 'q',
    title: { de: 'Wünsche', en: 'Wishes' },
    description: { de: 'Kurz' },
    required: true,
    requiredText: { de: 'Bitte schreiben' },
    visibleIf: null,
    enableIf: ['notempty', ['get', 'a']],
    requiredIf: ['equal', ['get', 'a'], 1],
    validators: [],
    maxLength: 50,
    rows: 6,
    placeholder: { de: 'Ihre Worte' },
  });
});

test('bounds are values or calculated', () => {
  expect(compileOne({ type: 'text', inputType: 'date', min: '=today()', max: '2030-01-31' })).toMatchObject({
    inputType: 'date',
    min: null,
    minIf: ['call', 'today'],
    max: '2030-01-31',
    maxIf: null,
  });
  expect(
    compileOne({
      type: 'text',
      inputType: 'number',
      minValueExpression: '18',
      maxValueExpression: '{q} + 1',
    }),
  ).toMatchObject({ min: 18, minIf: null, max: null, maxIf: ['plus', ['get', 'q'], 1] });
});

test('checks are kept with the words for what is wrong', () => {
  const validators = [
    { type: 'numeric', minValue: 1, maxValue: 5, text: 'Eins bis fünf' },
    { type: 'textvalidator', minLength: 2, maxLength: 0, allowDigits: false },
    { type: 'regex', regex: '^\\d{5}\\u00e4/$', caseInsensitive: true },
    { type: 'email' },
    { type: 'expression', expression: '{q} > 3' },
  ];
  expect(compileOne({ type: 'text', validators })).toMatchObject({
    validators: [
      { kind: 'numeric', min: 1, max: 5, text: { de: 'Eins bis fünf' } },
      { kind: 'text', minLength: 2, maxLength: null, allowDigits: false, text: null },
      { kind: 'regex', pattern: '^\\d{5}\\x{00e4}\\/$', caseInsensitive: true, text: null },
      { kind: 'email', text: null },
      { kind: 'expression', expression: ['greater', ['get', 'q'], 3], text: null },
    ],
  });
  expect(
    compileOne({ type: 'checkbox', choices: [1, 2], validators: [{ type: 'answercount', minCount: 1 }] }),
  ).toMatchObject({ validators: [{ kind: 'answercount', min: 1, max: null, text: null }] });
});

test('lists of choices keep their order, their special choices and their bounds', () => {
  const special = { showOtherItem: true, otherText: 'Anderes', showNoneItem: true, choicesOrder: 'random' };
  expect(compileOne({ type: 'radiogroup', choices: ['a', 2], ...special })).toMatchObject({
    choices: [choiceOf('a'), choiceOf(2)],
    order: 'random',
    other: { text: { de: 'Anderes' }, maxLength: 1000 },
    none: { de: 'Nichts davon', pl: 'Żadne z powyższych' },
  });
  expect(
    compileOne({
      type: 'tagbox',
      choices: ['a', 'b', 'c'],
      minSelectedChoices: 1,
      maxSelectedChoices: 2,
      showSelectAllItem: true,
      selectAllText: 'Alles',
      placeholder: 'Bitte wählen',
    }),
  ).toMatchObject({ kind: 'tagbox', minSelected: 1, maxSelected: 2, selectAll: { de: 'Alles' } });
  expect(compileOne({ type: 'checkbox', choices: ['a'] })).toMatchObject({ selectAll: null, other: null });
});

test('a choice has its own condition, or the one on all with itself put in', () => {
  const json = {
    type: 'ranking',
    choices: [1, { value: 'b', visibleIf: '{q} empty' }, '07'],
    choicesVisibleIf: '{q} contains {item}',
    choicesEnableIf: "{item} <> 'b'",
  };
  const contains = (value: unknown) => ['contains', ['get', 'q'], value];
  expect(compileOne(json)).toMatchObject({
    choices: [
      { value: 1, visibleIf: contains(1), enableIf: ['notequal', 1, 'b'] },
      { value: 'b', visibleIf: ['empty', ['get', 'q']], enableIf: ['notequal', 'b', 'b'] },
      { value: '07', visibleIf: contains('07') },
    ],
    partial: false,
  });
  expect(
    compileOne({ type: 'ranking', choices: [1, 2], selectToRankEnabled: true, maxSelectedChoices: 1 }),
  ).toMatchObject({ partial: true, maxSelected: 1 });
});

test('pictures of this server can be chosen', () => {
  const imageLink = '/images/0123456789abcdef';
  expect(
    compileOne({
      type: 'imagepicker',
      multiSelect: true,
      choices: [{ value: 'a', text: 'Ein Haus', imageLink }],
    }),
  ).toMatchObject({
    choices: [{ ...choiceOf('a', 'Ein Haus'), image: imageLink }],
    multiple: true,
    showTexts: false,
  });
});

test('one required box to tick is consent', () => {
  const consent = { type: 'boolean', isRequired: true, renderAs: 'checkbox', valueTrue: 'ja', valueFalse: 0 };
  expect(compileOne(consent)).toMatchObject({
    look: 'checkbox',
    required: true,
    valueTrue: 'ja',
    valueFalse: 0,
  });
  expect(compileOne({ type: 'boolean', displayMode: 'checkbox' })).toMatchObject({ look: 'checkbox' });
  expect(compileOne({ type: 'boolean' })).toMatchObject({
    look: 'radio',
    valueTrue: true,
    valueFalse: false,
  });
});

test('scales may be numbers, stars or smileys', () => {
  const lookOf = (rateType: string) => compileOne({ type: 'rating', rateType });
  expect(lookOf('labels')).toMatchObject({ look: 'numbers' });
  expect(lookOf('stars')).toMatchObject({ look: 'stars' });
  expect(lookOf('smileys')).toMatchObject({ look: 'smileys' });
});

test('a matrix keeps what it asks of its rows', () => {
  const json = {
    type: 'matrix',
    columns: ['a', 'b'],
    rows: ['r', { value: 's', text: 'Ess', visibleIf: '{q.r} = "a"' }],
    rowsVisibleIf: '{q} notempty',
    rowOrder: 'random',
    eachRowRequired: true,
    eachRowUnique: true,
  };
  expect(compileOne(json)).toMatchObject({
    columns: [choiceOf('a'), choiceOf('b')],
    rows: [
      { value: 'r', visibleIf: ['notempty', ['get', 'q']] },
      { value: 's', visibleIf: ['equal', ['get', 'q', 'r'], 'a'] },
    ],
    rowOrder: 'random',
    everyRowRequired: true,
    eachColumnOnce: true,
  });
});

test('cells are small questions, with the choices of the table where they have none', () => {
  const json = {
    type: 'matrixdropdown',
    rows: ['r'],
    choices: ['x', 'y'],
    cellType: 'radiogroup',
    columns: [
      { name: 'usual', isRequired: true, requiredErrorText: 'Bitte' },
      { name: 'list', title: 'Liste', cellType: 'dropdown', choices: [1], choicesOrder: 'desc' },
      { name: 'many', cellType: 'checkbox', validators: [{ type: 'answercount', maxCount: 1 }] },
      { name: 'yes', cellType: 'boolean', labelTrue: 'Ja' },
      { name: 'scale', cellType: 'rating', rateMax: 3 },
      { name: 'words', cellType: 'comment', maxLength: 10 },
      { name: 'line', cellType: 'text', inputType: 'number', min: 1 },
    ],
  };
  expect(compileOne(json)).toMatchObject({
    rows: [choiceOf('r')],
    rowOrder: 'initial',
    columns: [
      {
        kind: 'radiogroup',
        required: true,
        requiredText: { de: 'Bitte' },
        choices: [choiceOf('x'), choiceOf('y')],
      },
      { kind: 'dropdown', title: { de: 'Liste' }, choices: [choiceOf(1)], order: 'desc' },
      { kind: 'checkbox', validators: [{ kind: 'answercount', min: null, max: 1, text: null }] },
      { kind: 'boolean', labelTrue: { de: 'Ja' }, labelFalse: null },
      { kind: 'rating', values: [1, 2, 3].map((value) => ({ value, text: null })) },
      { kind: 'comment', maxLength: 10 },
      { kind: 'text', inputType: 'number', min: 1 },
    ],
  });
});

test('several lines under one title have rules of their own', () => {
  const items = [
    { name: 'mail', inputType: 'email', isRequired: true },
    { name: 'age', title: 'Alter', inputType: 'number', minValueExpression: '18' },
  ];
  expect(compileOne({ type: 'multipletext', items })).toMatchObject({
    items: [
      { name: 'mail', title: { de: 'mail' }, required: true, inputType: 'email', autocomplete: 'email' },
      { name: 'age', title: { de: 'Alter' }, required: false, min: 18 },
    ],
  });
});

test('a calculated value is rounded and formatted as configured', () => {
  const json = {
    type: 'expression',
    expression: '2 / 3',
    precision: 1,
    displayStyle: 'currency',
    currency: 'EUR',
  };
  expect(compileOne({ ...json, format: 'Summe: {0}', maximumFractionDigits: 2 })).toEqual({
    kind: 'expression',
    id: '0.0',
    name: 'q',
    ...unconditional,
    title: { de: 'q' },
    description: null,
    required: false,
    requiredText: null,
    validators: [],
    expression: ['call', 'round', ['div', 2, 3], 1],
    format: { de: 'Summe: {0}' },
    display: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 2,
    minimumFractionDigits: -1,
  });
});

test('an editor learns what each type can say', () => {
  expect(supportedProperties('survey')).toContain('triggers');
  expect(supportedProperties('page')).toContain('questionOrder');
  expect(supportedProperties('html')).toEqual(['type', 'name', 'html', 'visibleIf']);
  expect(supportedProperties('imagepicker')).toContain('multiSelect');
  expect(supportedProperties('expression')).not.toContain('isRequired');
  expect(supportedProperties('file')).toEqual([]);
  Object.keys(questionKinds).forEach((type) => {
    expect(supportedProperties(type)).toContain('visibleIf');
  });
});
