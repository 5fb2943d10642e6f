import { describe, expect, test } from '@jest/globals';
import { checkPage, checkWhole, newlyShown } from '../check/check-answers.js';
import { compileQuestionnaire } from '../../compile/compile-questionnaire.js';
import { pageBefore, pathThrough, stepAfter } from './flow.js';
import { piped } from '../show/piping.js';
import type { Answers } from '../answers.js';
import type { QuestionnaireState } from './questionnaire-state.js';
import { isShown, shownPages, shownQuestions, evaluateQuestionnaire } from './evaluate-questionnaire.js';

const respondent = {
  person: { town: 'Köln' },
  // Just after midnight in Berlin, still the day before in UTC.
  now: new Date('2027-11-11T23:30:00Z'),
  timeZone: 'Europe/Berlin',
  seed: 'person 1',
};

function at(json: Record<string, unknown>, answers: Answers = {}): QuestionnaireState {
  return evaluateQuestionnaire(
    compileQuestionnaire(json, ['de', 'en'], { privacy: 'identified' }),
    answers,
    respondent,
  );
}

const yesNo = { type: 'radiogroup', choices: ['ja', 'nein'] };

describe('what is shown', () => {
  const json = {
    pages: [
      { elements: [{ ...yesNo, name: 'a' }] },
      {
        elements: [
          {
            type: 'panel',
            name: 'p',
            elements: [{ type: 'text', name: 'b', visibleIf: "{a} = 'ja'" }],
          },
        ],
      },
    ],
  };

  test('a page whose only panel has nothing to show is passed over', () => {
    expect(shownPages(at(json))).toEqual([0]);
    expect(isShown(at(json), { id: '1.0' })).toBe(false);
    expect(shownPages(at(json, { a: 'ja' }))).toEqual([0, 1]);
    expect(shownQuestions(at(json, { a: 'ja' }), 1).map(({ name }) => name)).toEqual(['b']);
  });

  test('answers of hidden questions count until the end, and are then gone', () => {
    const state = at(
      {
        elements: [
          { ...yesNo, name: 'a' },
          { type: 'text', name: 'b', visibleIf: "{a} = 'ja'" },
          { type: 'text', name: 'c', visibleIf: '{b} notempty' },
        ],
      },
      { a: 'nein', b: 'x', c: 'y' },
    );
    expect(shownQuestions(state, 0).map(({ name }) => name)).toEqual(['a', 'c']);
    expect(checkWhole(state, 'de').answers).toEqual({ a: 'nein', c: 'y' });
  });

  test('names match in any case, and the person and the day in the survey’s zone are known', () => {
    const elements = [
      { type: 'text', name: 'Ort', visibleIf: "{person.Town} = 'köln'" },
      { type: 'text', name: 'b', visibleIf: '{ORT} notempty' },
      { type: 'expression', name: 'day', expression: 'today()' },
    ];
    const state = at({ elements }, { Ort: 'x' });
    expect(shownQuestions(state, 0)).toHaveLength(3);
    expect(state.values['day']).toBe('2027-11-12');
  });

  test('expressions may feed conditions and one another, in whatever order they stand', () => {
    const state = at(
      {
        elements: [
          { type: 'text', name: 'late', visibleIf: '{total} > 5' },
          { type: 'expression', name: 'total', expression: '{half} * 2' },
          { type: 'text', inputType: 'number', name: 'n' },
        ],
        calculatedValues: [
          { name: 'half', expression: '{base} + 1', includeIntoResult: true },
          { name: 'base', expression: '{n}' },
        ],
      },
      { n: 3 },
    );
    expect(shownQuestions(state, 0).map(({ name }) => name)).toContain('late');
    expect(checkWhole(state, 'de').answers).toEqual({ total: 8, n: 3, half: 4 });
  });

  test('a choice that is withheld is taken back, and what hung on it goes too', () => {
    const json = {
      elements: [
        { ...yesNo, name: 'a' },
        { type: 'radiogroup', name: 'b', choices: ['x', { value: 'y', visibleIf: "{a} = 'ja'" }] },
        { type: 'text', name: 'c', visibleIf: "{b} = 'y'" },
      ],
    };
    expect(checkWhole(at(json, { a: 'ja', b: 'y', c: 'z' }), 'de').answers).toEqual({
      a: 'ja',
      b: 'y',
      c: 'z',
    });
    expect(checkWhole(at(json, { a: 'nein', b: 'y', c: 'z' }), 'de').answers).toEqual({ a: 'nein' });
  });
});

describe('what is posted', () => {
  const json = {
    elements: [
      { ...yesNo, name: 'a' },
      { type: 'text', name: 'why', visibleIf: "{a} = 'ja'", isRequired: true },
      { type: 'text', name: 'fixed', enableIf: "{a} = 'ja'" },
    ],
  };

  test('a question that appears through an answer on its page is asked, and named as new', () => {
    const { errors, state } = checkPage(at(json), 0, { 'q.a': 'ja' }, 'de');
    expect(errors).toMatchObject([{ question: 'why', field: 'q.why' }]);
    expect(newlyShown(['0.0', '0.2'], state, 0).map(({ name }) => name)).toEqual(['why']);
  });

  test('a hidden question keeps its answer, and one that cannot be answered as well', () => {
    const before = at(json, { a: 'ja', why: 'darum', fixed: 'alt' });
    const { answers, errors } = checkPage(before, 0, { 'q.a': 'nein', 'q.fixed': 'neu' }, 'de');
    expect(errors).toEqual([]);
    expect(answers).toEqual({ a: 'nein', why: 'darum', fixed: 'alt' });
  });

  test('a choice that cannot be chosen stays as it was and is not newly taken', () => {
    const elements = [
      { type: 'checkbox', name: 'q', choices: ['x', { value: 'y', enableIf: "{person.town} = 'Bonn'" }] },
    ];
    expect(checkPage(at({ elements }), 0, { 'q.q': ['x', 'y'] }, 'de').errors).toHaveLength(1);
    expect(checkPage(at({ elements }, { q: ['y'] }), 0, { 'q.q': ['x'] }, 'de').answers).toEqual({
      q: ['x', 'y'],
    });
  });
});

describe('a ranking', () => {
  const ranking = (more = {}) => ({
    elements: [{ type: 'ranking', name: 'q', choices: ['a', 'b', 'c'], ...more }],
  });

  test.each([
    [{}, ['2', '1', '3'], ['b', 'a', 'c']],
    [{}, ['1', '1', '2'], 'Rang 1 haben Sie zweimal vergeben. Bitte geben Sie jedem einen eigenen Rang.'],
    [{}, ['1', '3', ''], 'Rang 2 fehlt noch. Bitte vergeben Sie die Ränge ohne Lücke ab 1.'],
    [{}, ['1', '4', ''], 'Bitte geben Sie als Rang eine Zahl von 1 bis 3 an.'],
    [{}, ['1', '2', ''], 'Bitte bringen Sie alle 3 in eine Reihenfolge.'],
    [{}, ['', '', ''], undefined],
    [{ isRequired: true }, ['', '', ''], 'Bitte vergeben Sie mindestens einen Rang.'],
    [{ selectToRankEnabled: true }, ['', '1', ''], ['b']],
    [
      { selectToRankEnabled: true, minSelectedChoices: 2 },
      ['', '1', ''],
      'Bitte vergeben Sie mindestens 2 Ränge.',
    ],
    [
      { selectToRankEnabled: true, maxSelectedChoices: 1 },
      ['2', '1', ''],
      'Bitte vergeben Sie höchstens einen Rang.',
    ],
  ])('%j, ranked %j', (more, [a = '', b = '', c = ''], outcome) => {
    const { answers, errors } = checkPage(at(ranking(more)), 0, { 'q.q.a': a, 'q.q.b': b, 'q.q.c': c }, 'de');
    expect(errors[0]?.message ?? answers['q']).toEqual(outcome);
  });
});

describe('rules', () => {
  test.each([
    [
      { type: 'matrix', columns: ['x', 'y'], rows: ['r', 's'], eachRowUnique: true },
      { 'q.q.r': 'x', 'q.q.s': 'x' },
      'q.q.s',
      '„x“',
    ],
    [{ type: 'multipletext', items: [{ name: 'i', isRequired: true }] }, {}, 'q.q.i', 'füllen'],
    [
      { type: 'matrixdropdown', rows: ['r'], columns: [{ name: 'k', cellType: 'text', isRequired: true }] },
      {},
      'q.q.r.k',
      'füllen',
    ],
    [{ type: 'boolean', renderAs: 'checkbox', isRequired: true }, {}, 'q.q', 'Häkchen'],
    [{ type: 'text', validators: [{ type: 'regex', regex: '^\\d{5}$' }] }, { 'q.q': '4021' }, 'q.q', 'Form'],
    [
      { type: 'text', validators: [{ type: 'text', minLength: 5 }] },
      { 'q.q': 'Köln' },
      'q.q',
      'fehlt noch eines',
    ],
    [
      { type: 'text', validators: [{ type: 'expression', expression: "{q} <> 'x'", text: 'Nicht x.' }] },
      { 'q.q': 'x' },
      'q.q',
      'Nicht x.',
    ],
    [
      { type: 'text', inputType: 'date', minValueExpression: 'today()' },
      { 'q.q': '2027-11-11' },
      'q.q',
      '12. November 2027 oder später',
    ],
    [{ type: 'checkbox', choices: ['x', 'y'], minSelectedChoices: 2 }, {}, 'q.q', 'mindestens 2'],
  ])('%j answered with %j', (element, form, field, words) => {
    const { errors } = checkPage(at({ elements: [{ name: 'q', ...element }] }), 0, form, 'de');
    expect(errors.map((error) => error.field)).toEqual([field]);
    expect(errors[0]?.message).toContain(words);
  });

  test('a required panel is content with one answer', () => {
    const elements = [
      {
        type: 'panel',
        name: 'p',
        isRequired: true,
        elements: [
          { type: 'text', name: 'a' },
          { type: 'text', name: 'b' },
        ],
      },
    ];
    expect(checkPage(at({ elements }), 0, {}, 'de').errors).toMatchObject([
      { question: 'a', message: 'Bitte beantworten Sie mindestens eine Frage dieses Abschnitts.' },
    ]);
    expect(checkPage(at({ elements }), 0, { 'q.b': 'x' }, 'de').errors).toEqual([]);
  });
});

describe('the way through', () => {
  const json = {
    pages: [
      { elements: [{ ...yesNo, name: 'a' }] },
      { elements: [{ type: 'text', name: 'b', isRequired: true }] },
      { elements: [{ type: 'text', name: 'c' }] },
    ],
    triggers: [
      { type: 'skip', expression: "{a} = 'nein'", gotoName: 'c' },
      { type: 'complete', expression: "{b} = 'raus'" },
    ],
  };

  test('a skip passes pages over, forwards, backwards and when all is checked', () => {
    const state = at(json, { a: 'nein' });
    expect(stepAfter(state, 0)).toEqual({ kind: 'page', pageIndex: 2 });
    expect(pageBefore(state, 2)).toBe(0);
    expect(pathThrough(state)).toEqual([0, 2]);
    expect(checkWhole(state, 'de').errors).toEqual([]);
    expect(checkWhole(at(json, { a: 'ja' }), 'de').errors).toMatchObject([{ question: 'b' }]);
  });

  test('somebody the questionnaire is not meant for is screened out, on the page that says so', () => {
    const state = at(json, { a: 'ja', b: 'raus' });
    expect(stepAfter(state, 0)).toEqual({ kind: 'page', pageIndex: 1 });
    expect(stepAfter(state, 1)).toEqual({ kind: 'screened_out' });
    expect(stepAfter(state, 2)).toEqual({ kind: 'submit' });
  });
});

test('answers are put into texts as people of the language write them', () => {
  const state = at(
    {
      elements: [
        {
          type: 'checkbox',
          name: 'themes',
          choices: [{ value: 1, text: 'Sport' }, 'x'],
          showOtherItem: true,
        },
        { type: 'text', inputType: 'date', name: 'day' },
        { type: 'text', inputType: 'number', name: 'n' },
        { type: 'matrix', name: 'm', columns: [{ value: 1, text: 'viel' }], rows: ['r'] },
        { type: 'boolean', name: 'yes' },
      ],
    },
    { themes: [1, 'other'], 'themes-Comment': 'Musik', day: '2027-11-12', n: 1234.5, m: { r: 1 }, yes: true },
  );
  expect(piped('{themes} – {day} – {n} – {m.r} – {yes} – {person.town} – {missing}.', state, 'de')).toBe(
    'Sport, Musik – 12. November 2027 – 1.234,5 – viel – Ja – Köln – .',
  );
  expect(piped('{day}, {n}', state, 'en')).toBe('12 November 2027, 1,234.5');
});
