import { describe, expect, test } from '@jest/globals';
import type { Locale } from '../../../common/locale.js';
import { InvalidInput } from '../../../common/errors.js';
import { answersOfOtherPages, formOfAnswers, replacePageAnswers } from '../read/answer-form.js';
import type { AnswerForm } from '../read/answer-fields.js';
import { checkKeptAnswers, checkPage, checkWhole, type CheckedAnswers } from './check-answers.js';
import { compileQuestionnaire } from '../../compile/compile-questionnaire.js';
import type { Answers } from '../answers.js';
import { questionsOf, type QuestionnairePlan } from '../../plan/questionnaire-plan.js';
import { evaluateQuestionnaire } from '../state/evaluate-questionnaire.js';

type Json = Record<string, unknown>;

const everything: Json[] = [
  { type: 'text', name: 'town', isRequired: true, maxLength: 10 },
  { type: 'text', name: 'mail', inputType: 'email' },
  { type: 'text', name: 'years', inputType: 'number', min: 0, max: 99.5, step: 0.5 },
  { type: 'text', name: 'since', inputType: 'date', min: '1950-01-01' },
  { type: 'comment', name: 'wishes', maxLength: 20 },
  { type: 'radiogroup', name: 'role', choices: ['a', 2, 2.5], showOtherItem: true },
  {
    type: 'checkbox',
    name: 'themes',
    choices: [1, 'x', 'y'],
    showOtherItem: true,
    showNoneItem: true,
    maxSelectedChoices: 2,
  },
  { type: 'boolean', name: 'contact' },
  { type: 'rating', name: 'satisfied' },
  {
    type: 'matrix',
    name: 'worries',
    columns: [1, 'little'],
    rows: ['money', 'youth'],
    isAllRowRequired: true,
  },
];

const respondent = {
  person: { town: 'Köln' },
  now: new Date('2027-11-12T08:30:00Z'),
  timeZone: 'Europe/Berlin',
  seed: 'person 1',
};

function compiled(json: Json): QuestionnairePlan {
  return compileQuestionnaire(json, ['de', 'en'], { privacy: 'identified' });
}

/** Posts a page of a questionnaire to which these answers were given before. */
function post(json: Json, form: AnswerForm, before: Answers = {}, pageIndex = 0): CheckedAnswers {
  return checkPage(evaluateQuestionnaire(compiled(json), before, respondent), pageIndex, form, 'de');
}

function check(elements: Json[], form: AnswerForm, locale: Locale = 'de'): CheckedAnswers {
  const { answers, errors } = checkPage(
    evaluateQuestionnaire(compiled({ elements }), {}, respondent),
    0,
    form,
    locale,
  );
  return { answers, errors };
}

/** The answer to one question of these fields, or the message it gets. */
function outcome(element: Json, posted: string | string[], locale: Locale = 'de'): unknown {
  const { answers, errors } = check([{ name: 'q', ...element }], { 'q.q': posted }, locale);
  return errors[0]?.message ?? answers['q'];
}

describe('answers', () => {
  test('come out in the shape of SurveyJS', () => {
    const { answers, errors } = check(everything, {
      'q.town': '  Düsseldorf ',
      'q.mail': 'Erika@Bücher.example',
      'q.years': '12,5',
      'q.since': '1.2.1988',
      'q.wishes': 'Mehr\r\nTreffen',
      'q.role': 'other',
      'q.role-Comment': 'Ehrenamt',
      'q.themes': ['x', '1'],
      'q.contact': 'false',
      'q.satisfied': '4',
      'q.worries.money': '1',
      'q.worries.youth': 'little',
      'q.unknown': 'x',
      page: '0',
    });
    expect(errors).toEqual([]);
    expect(answers).toEqual({
      town: 'Düsseldorf',
      mail: 'Erika@xn--bcher-kva.example',
      years: 12.5,
      since: '1988-02-01',
      wishes: 'Mehr\nTreffen',
      role: 'other',
      'role-Comment': 'Ehrenamt',
      themes: [1, 'x'],
      contact: false,
      satisfied: 4,
      worries: { money: 1, youth: 'little' },
    });
  });

  test('pass through the form and back unchanged', () => {
    const plan = compiled({ elements: everything });
    const answers = {
      town: 'Köln',
      years: 12.5,
      role: 2.5,
      themes: [1, 'other'],
      'themes-Comment': 'Sport; Musik',
      contact: true,
      worries: { money: 'little', youth: 1 },
    };
    for (const locale of ['de', 'en'] as const) {
      expect(checkKeptAnswers(plan, answers, locale, respondent)).toEqual(answers);
    }
    expect(formOfAnswers(questionsOf(plan), answers, 'de')['q.years']).toBe('12,5');
  });

  test('a page is checked without the others, and its cleared fields are cleared', () => {
    const pages = [
      { elements: [{ type: 'text', name: 'a' }] },
      { elements: [{ type: 'text', name: 'b', isRequired: true }] },
    ];
    const plan = compiled({ pages });
    const first = post({ pages }, { 'q.a': '', 'q.b': 'not on this page' }, { a: 'old', b: 'kept' });
    expect(first).toMatchObject({ answers: { b: 'kept' }, errors: [] });
    expect(replacePageAnswers(plan, 0, { a: 'old', b: 'kept' }, {})).toEqual({ b: 'kept' });
    expect(answersOfOtherPages(plan, 0, { a: 'old', b: 'kept' })).toEqual({ b: 'kept' });
    expect(checkWhole(evaluateQuestionnaire(plan, { a: 'x' }, respondent), 'de').errors).toMatchObject([
      { pageIndex: 1, question: 'b', field: 'q.b' },
    ]);
    expect(() => post({ pages }, {}, {}, 7)).toThrow(InvalidInput);
  });
});

describe('what people are told', () => {
  test('about answers that are missing, in both languages', () => {
    const form = { 'q.worries.money': '1' };
    expect(check(everything, form).errors).toEqual([
      { pageIndex: 0, question: 'town', field: 'q.town', message: 'Bitte füllen Sie dieses Feld aus.' },
      {
        pageIndex: 0,
        question: 'worries',
        field: 'q.worries.youth',
        message: 'Bitte wählen Sie eine Antwort aus.',
      },
    ]);
    expect(check(everything, form, 'en').errors.map((error) => error.message)).toEqual([
      'Please fill in this field.',
      'Please choose an answer.',
    ]);
  });

  test.each([
    [
      { type: 'checkbox', choices: ['a'], isRequired: true },
      '',
      'Bitte wählen Sie mindestens eine Antwort aus.',
    ],
    [{ type: 'boolean', isRequired: true }, '', 'Bitte wählen Sie eine Antwort aus.'],
    [
      { type: 'matrix', columns: ['a'], rows: ['b'], isRequired: true },
      '',
      'Bitte wählen Sie in mindestens einer Zeile eine Antwort aus.',
    ],
    [{ type: 'text', isRequired: true, requiredErrorText: 'Wo?' }, ' ', 'Wo?'],
    [{ type: 'text', maxLength: 3 }, 'Köln', 'Bitte kürzen Sie Ihren Text um 1 auf höchstens 3 Zeichen.'],
    [{ type: 'text', inputType: 'number', min: 1.5 }, '1', 'Bitte geben Sie eine Zahl ab 1,5 ein.'],
    [
      { type: 'text', inputType: 'number', step: 5 },
      '7',
      'Bitte geben Sie eine Zahl in Schritten von 5 ein.',
    ],
    [
      { type: 'text', inputType: 'date', max: '2027-11-12' },
      '13.11.2027',
      'Bitte geben Sie 12. November 2027 oder früher ein.',
    ],
    [{ type: 'text', inputType: 'time', min: '08:00' }, '7:30', 'Bitte geben Sie 08:00 Uhr oder später ein.'],
    [
      { type: 'checkbox', choices: ['a', 'b'], maxSelectedChoices: 1 },
      ['a', 'b'],
      'Bitte wählen Sie höchstens eine Antwort aus.',
    ],
    [
      { type: 'checkbox', choices: ['a', 'b', 'c'], minSelectedChoices: 2 },
      ['a'],
      'Bitte wählen Sie mindestens 2 Antworten aus.',
    ],
    [
      { type: 'checkbox', choices: ['a'], showNoneItem: true },
      ['a', 'none'],
      'Bitte wählen Sie entweder „Nichts davon“ oder andere Antworten, nicht beides.',
    ],
    [
      { type: 'dropdown', choices: ['a'], showOtherItem: true, otherText: 'Andere' },
      'other',
      'Sie haben „Andere“ gewählt. Bitte schreiben Sie in das Feld darunter, was Sie meinen.',
    ],
  ])('%j answered with %j', (element, posted, message) => {
    expect(outcome(element, posted)).toBe(message);
  });

  test('words for "other" that are missing leave the choice itself in place', () => {
    const { answers, errors } = check(
      [{ type: 'radiogroup', name: 'q', choices: ['a'], showOtherItem: true }],
      { 'q.q': 'other' },
    );
    expect(answers).toEqual({ q: 'other' });
    expect(errors).toMatchObject([{ field: 'q.q-Comment' }]);
  });
});

describe('typed values', () => {
  test.each([
    ['number', '1 500', 1500],
    ['number', '−2,5', -2.5],
    ['number', '0.125', 0.125],
    ['date', '2028-02-29', '2028-02-29'],
    ['number', '1\u202f234,5', 1234.5],
    ['number', '1.500', 1500],
    ['number', '1.234.567,5', 1234567.5],
    ['number', "12'000", 12000],
    ['number', '- 5', -5],
    ['date', '1.2.1147', '1147-02-01'],
    ['date', '12-11-2027', '2027-11-12'],
    ['time', '9.05 Uhr', '09:05'],
    ['time', '9 h 05', '09:05'],
    ['time', '9:05 uur', '09:05'],
    ['tel', '+49 (211) 1234-5', '+49 (211) 1234-5'],
    ['url', 'www.example.org', 'https://www.example.org/'],
  ])('%s takes %s', (inputType, posted, value) => {
    expect(outcome({ type: 'text', inputType }, posted)).toBe(value);
  });

  test.each([
    ['number', 'zwanzig'],
    ['number', 'ca. 20'],
    ['number', '1e3'],
    ['number', 'Infinity'],
    ['date', '30.02.2027'],
    ['date', '0000-00-00'],
    ['time', '24:00'],
    ['email', 'a@example.org, b@example.org'],
    ['tel', 'ruf mich an'],
    ['url', 'javascript:alert(1)'],
    ['url', 'https://user:secret@example.org'],
  ])('%s does not take %s', (inputType, posted) => {
    expect(outcome({ type: 'text', inputType }, posted)).toMatch(/^Bitte geben Sie /);
  });

  test('a thousands separator is asked about, as the other language reads it as a decimal sign', () => {
    expect(outcome({ type: 'text', inputType: 'number' }, '1.125', 'en')).toBe(1.125);
    expect(outcome({ type: 'text', inputType: 'number' }, '1,125', 'en')).toMatch(
      /without spaces or thousands separators/,
    );
    expect(outcome({ type: 'text', inputType: 'number' }, '1.125', 'fr')).toMatch(/séparateur de milliers/);
  });

  test.each([
    ['ca. 20', 'nur die Zahl ein, ohne weitere Wörter oder Zeichen, also zum Beispiel 20.'],
    ['über 1.200 Euro', 'zum Beispiel 1.200.'],
    ['10 20', 'Bei „10 20“ sind wir nicht sicher, welche Sie meinen.'],
    ['3 5', '„3 5“'],
    ['20-30', '„20-30“'],
    ['1 00', '„1 00“'],
    ['zwanzig', 'in Ziffern'],
  ])('a number written as %j is asked about in words that fit', (posted, words) => {
    expect(outcome({ type: 'text', inputType: 'number' }, posted)).toContain(words);
  });

  test.each([
    ['0027-12-11', {}, 'das Jahr mit vier Ziffern'],
    ['12.11.27', {}, 'das Jahr mit vier Ziffern'],
    ['12.11.0927', {}, 'Stimmt das Jahr 927?'],
    ['12.11.2927', {}, 'Stimmt das Jahr 2927?'],
    ['12.11.0927', { min: '0800-01-01' }, '0927-11-12'],
    ['12.11.2927', { max: '3000-01-01' }, '2927-11-12'],
  ])('a date like %s is asked about unless the bounds reach so far: %j', (posted, bounds, words) => {
    expect(outcome({ type: 'text', inputType: 'date', ...bounds }, posted)).toContain(words);
  });
});

describe('hostile input', () => {
  test.each([
    [{ type: 'radiogroup', choices: ['a'] }, 'b'],
    [{ type: 'radiogroup', choices: ['a'] }, 'toString'],
    [{ type: 'radiogroup', choices: ['a'] }, 'other'],
    [{ type: 'checkbox', choices: ['a'] }, ['a', '<script>']],
    [{ type: 'boolean' }, 'on'],
    [{ type: 'rating' }, '1.0'],
    [{ type: 'rating' }, '6'],
  ])('%j does not take %j', (element, posted) => {
    expect(outcome(element, posted)).toMatch(/^Diese Antwort steht nicht zur Wahl/);
  });

  test.each(['text', 'comment', 'rating', 'boolean'])('several values where one is asked: %s', (type) => {
    expect(outcome({ type }, ['1', '2'])).toMatch(/nicht lesen/);
  });

  test('NUL, other control characters and halves of surrogate pairs never reach the database', () => {
    expect(outcome({ type: 'text' }, 'a\0b\u001bc\nd\ud800')).toBe('abc d\ufffd');
    expect(outcome({ type: 'comment' }, '\0')).toBeUndefined();
  });

  test('answers and forms that are not what they should be', () => {
    const json = {
      elements: [
        { type: 'text', name: 'q' },
        { type: 'matrix', name: 'm', columns: ['a'], rows: ['r'] },
      ],
    };
    const plan = compiled(json);
    for (const kept of [null, 'x', [], 7, { q: { a: 1 }, m: 'x' }, { m: ['r'] }, { m: { r: {} } }]) {
      expect(checkKeptAnswers(plan, kept, 'de', respondent)).toEqual({});
    }
    const polluting: unknown = JSON.parse(
      '{"__proto__": {"q": "x"}, "constructor": {"prototype": {"q": 1}}}',
    );
    expect(checkKeptAnswers(plan, polluting, 'de', respondent)).toEqual({});
    expect(post(json, Object.create({ 'q.q': 'inherited' }) as AnswerForm).answers).toEqual({});
    const notTexts = { 'q.q': [{ toString: () => 'x' }] } as unknown as AnswerForm;
    expect(post(json, notTexts).answers).toEqual({});
  });
});

describe('answers that are checked again', () => {
  test('what is not out of reach is kept even if it breaks a rule, and said', () => {
    const { answers, errors } = post(
      { elements: [{ type: 'text', name: 'n', inputType: 'number', max: 5 }] },
      { 'q.n': '7' },
    );
    expect(answers).toEqual({ n: 7 });
    expect(errors).toMatchObject([{ field: 'q.n', message: 'Bitte geben Sie eine Zahl bis 5 ein.' }]);
  });
});
