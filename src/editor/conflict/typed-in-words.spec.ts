import { expect, test } from '@jest/globals';
import { draftOf } from '../draft/questionnaire-tree.js';
import { typedInWords } from './typed-in-words.js';

const draft = draftOf({
  elements: [
    { type: 'radiogroup', name: 'rolle', choices: [{ value: 'ehren', text: 'Ehrenamtlich' }] },
    { type: 'text', name: 'jahre' },
    { type: 'matrixdropdown', name: 'aufwand' },
  ],
});
const said = (values: Record<string, string>) =>
  typedInWords({ number: '3', do: 'change', then: '', ...values }, draft, ['de', 'en'], 'de').map(
    ({ label, text }) => `${label}: ${text}`,
  );
const emptyRow = (property: string) => ({
  [`${property}.join`]: 'and',
  [`${property}.0.question`]: '',
  [`${property}.0.operator`]: '<',
  [`${property}.0.value`]: '',
  [`${property}.text`]: '',
});

test('what was typed is said by the labels of the form, and empty fields are left out', () => {
  const values = { at: '0.1', was: 'jahre', 'title.de': 'Wie lange?', 'title.en': '', inputType: 'text' };
  const rows = { ...emptyRow('visibleIf'), ...emptyRow('enableIf') };
  expect(said({ ...values, ...rows, isRequired: 'yes', max: '60', 'validators.minLength': '2' })).toEqual([
    'Frage (Deutsch): Wie lange?',
    'Antwort ist Pflicht: Ja',
    'Höchstens: 60',
    'Mindestzahl der Zeichen: 2',
  ]);
  expect(said({ ...values, inputType: 'number' })).toContain('Was wird eingegeben?: Zahl');
});

test('a condition is one line in words, or the text that an expert typed', () => {
  const row = { 'visibleIf.0.question': 'rolle', 'visibleIf.0.operator': '=', 'visibleIf.0.value': 'ehren' };
  const about = { at: '0.1', was: 'jahre' };
  expect(said({ ...about, ...row })).toEqual(['Nur zeigen, wenn …: Rolle = Ehrenamtlich']);
  const text = { 'requiredIf.text': 'age({geboren}) > 18' };
  expect(said({ ...about, ...text })).toEqual(['Pflicht nur, wenn …: age({geboren}) > 18']);
});

test('parts of a table, and the flow of the whole, have their words too', () => {
  const part = { 'columns.0.name': 'std', 'columns.0.type': 'rating', 'columns.0.title.de': 'Stunden' };
  expect(said({ at: '0.2', was: 'aufwand', ...part })).toEqual([
    'Spalten 1: Art: Skala',
    'Spalten 1: Beschriftung (Deutsch): Stunden',
  ]);
  const rule = { 'triggers.0.kind': 'skip', 'triggers.0.goto': 'jahre', 'triggers.1.kind': 'none' };
  expect(said({ 'completedHtml.de': 'Danke', 'title.de': 'Alles', ...rule })).toEqual([
    'Text nach dem Absenden (Deutsch): Danke',
    'Überschrift des Fragebogens (Deutsch): Alles',
    'Regel 1: Dann: weiter bei der Seite mit der Frage …',
    'Regel 1: Frage: jahre',
  ]);
});
