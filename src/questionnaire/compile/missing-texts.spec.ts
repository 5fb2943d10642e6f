import { describe, expect, test } from '@jest/globals';
import { missingTexts } from './missing-texts.js';

const paths = (questionnaire: object, languages = ['de', 'pl']) =>
  missingTexts(questionnaire, languages).map(({ language, path }) => `${language} ${path}`);

/** Of one element on the first page, without the way to it. */
const ofElement = (element: object) =>
  paths({ pages: [{ elements: [{ name: 'q', ...element }] }] }).map((line) =>
    line.replace('pages[0].elements[0].', ''),
  );

describe('a text is missed', () => {
  test('in every language of the survey but those it stands in', () => {
    const title = { de: 'Wo?', fr: 'Où ?' };
    expect(paths({ title }, ['de', 'pl', 'fr', 'en'])).toEqual(['pl title', 'en title']);
  });

  test('also in the main language, where it stands in another', () => {
    expect(ofElement({ type: 'text', title: { pl: 'Gdzie?' } })).toEqual(['de title']);
  });

  test('by its place, however deep', () => {
    const inside = { type: 'html', name: 'h', html: { de: '<p>Danke</p>' } };
    const panel = { type: 'panel', name: 'p', title: { de: 'Ort', pl: 'Miejsce' }, elements: [inside] };
    const pages = [
      { title: 'Anfang', elements: [] },
      { description: 'Zum Ort', elements: [panel] },
    ];
    expect(paths({ pages, completedHtmlOnCondition: [{ expression: '1', html: 'Ende' }] })).toEqual([
      'pl pages[0].title',
      'pl pages[1].description',
      'pl pages[1].elements[0].elements[0].html',
      'pl completedHtmlOnCondition[0].html',
    ]);
  });

  test('of choices, rows and columns one by one, also where only a value is shown', () => {
    const choices = ['Ja', { value: 'no', text: { de: 'Nein', pl: 'Nie' } }, { value: 'x', text: 'Egal' }];
    expect(ofElement({ type: 'radiogroup', choices })).toEqual(['pl choices[0]', 'pl choices[2]']);
    const [rows, columns] = [['Busse'], [{ value: 'gut' }]];
    expect(ofElement({ type: 'matrix', rows, columns })).toEqual(['pl rows[0]', 'pl columns[0]']);
  });

  test('of columns of cells and lines of text, which are called by their name', () => {
    const columns = [
      { name: 'Ort', choices: ['Kehl'] },
      { name: 'art', title: { de: 'Art', pl: 'Rodzaj' } },
    ];
    expect(ofElement({ type: 'matrixdropdown', columns })).toEqual([
      'pl columns[0]',
      'pl columns[0].choices[0]',
    ]);
    const items = [{ name: 'ort', title: 'Ort', validators: [{ type: 'regex', text: 'Nicht so' }] }];
    expect(ofElement({ type: 'multipletext', items })).toEqual([
      'pl items[0].title',
      'pl items[0].validators[0]',
    ]);
  });

  test('of labels, and of the special choices that are offered', () => {
    const labels = { labelTrue: 'Gern', labelFalse: { de: 'Nie', pl: 'Nigdy' } };
    expect(ofElement({ type: 'boolean', ...labels })).toEqual(['pl labelTrue']);
    const words = { otherText: 'Anderes', noneText: 'Nichts' };
    expect(ofElement({ type: 'checkbox', hasOther: true, ...words })).toEqual(['pl otherText']);
  });
});

describe('nothing is missed', () => {
  test.each([
    ['where there is no text at all', { title: { de: '', pl: ' ' }, description: '' }],
    ['of what needs no translation', { title: '{ort} <b>2027</b>&nbsp;–', choices: [1, '2', '3 – 4'] }],
    ['where one language writes numbers and the other words', { title: { de: '10 %', pl: '10 procent' } }],
    ['of a name, which is not a text', { name: 'rolle', valueTrue: 'ja', visibleIf: "{a} = 'b'" }],
  ])('%s', (_what, element) => {
    expect(ofElement({ type: 'radiogroup', ...element })).toEqual([]);
  });

  test('in a survey of one language', () => {
    expect(paths({ title: 'Umfrage' }, ['de'])).toEqual([]);
  });

  test('where a questionnaire is malformed', () => {
    expect(paths({ title: 3, pages: [null, { elements: 'x', title: [] }, { elements: [7, []] }] })).toEqual(
      [],
    );
  });
});

describe('a text without a language', () => {
  test('belongs to the one the questionnaire says, whatever stands first in the survey', () => {
    expect(paths({ locale: 'pl', title: 'Ankieta' })).toEqual(['de title']);
    expect(paths({ locale: 'it', title: 'Umfrage' })).toEqual(['pl title']);
  });

  test('serves the first language that is missing, where it is the default beside others', () => {
    expect(paths({ title: { de: 'Umfrage', default: 'Survey' } }, ['de', 'en', 'pl'])).toEqual(['pl title']);
  });
});
