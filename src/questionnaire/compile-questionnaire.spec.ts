import { describe, expect, test } from '@jest/globals';
import { InvalidInput } from '../common/errors.js';
import { compileQuestionnaire } from './compile-questionnaire.js';
import type { PlanElement, QuestionnairePlan } from './questionnaire-plan.js';

type Json = Record<string, unknown>;

function compile(...elements: Json[]): QuestionnairePlan {
  return compileQuestionnaire({ pages: [{ elements }] }, ['de', 'en'], { privacy: 'identified' });
}

function compileOne(element: Json): PlanElement | undefined {
  return compile({ name: 'q', ...element }).pages[0]?.elements[0];
}

function problemsOf(json: unknown): string[] {
  try {
    compileQuestionnaire(json, ['de', 'en'], { privacy: 'identified' });
    return [];
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return error.problems.map((problem) => `${problem.path}: ${problem.message}`);
  }
}

function pathsOf(...elements: Json[]): string[] {
  return problemsOf({ pages: [{ elements }] }).map((problem) => problem.split(':')[0] ?? '');
}

describe('what a questionnaire may hold', () => {
  test('every supported type becomes a question of the plan', () => {
    const plan = compile(
      { type: 'text', name: 'mail', inputType: 'email' },
      { type: 'comment', name: 'wishes', maxLength: 500 },
      { type: 'radiogroup', name: 'role', choices: ['a', { value: 2, text: 'Zwei' }], showOtherItem: true },
      { type: 'checkbox', name: 'themes', choices: ['x', 'y'], showNoneItem: true, maxSelectedChoices: 2 },
      { type: 'dropdown', name: 'body', choices: [1, 2], hasOther: true, optionsCaption: 'Bitte wählen' },
      { type: 'boolean', name: 'contact', labelTrue: 'Ja, gern' },
      { type: 'rating', name: 'satisfied', rateMin: 0, rateMax: 10, minRateDescription: 'gar nicht' },
      {
        type: 'matrix',
        name: 'worries',
        columns: ['much', 'little'],
        rows: ['money'],
        isAllRowRequired: true,
      },
      { type: 'html', name: 'note', html: '<p>Danke</p>' },
    );
    const kinds = plan.pages[0]?.elements.map((element) => element.kind);
    expect(kinds).toEqual([
      ...['text', 'comment', 'radiogroup', 'checkbox', 'dropdown', 'boolean', 'rating', 'matrix', 'note'],
    ]);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  test('texts keep the languages of the survey, and a default text gets the one it is in', () => {
    const title = (text: unknown): unknown =>
      (compileOne({ type: 'text', title: text }) as { title: unknown }).title;
    expect(title('Ort')).toEqual({ de: 'Ort' });
    expect(title({ default: 'Ort', en: 'Town', fr: 'Ville' })).toEqual({ de: 'Ort', en: 'Town' });
    expect(title({ default: 'Town', de: 'Ort' })).toEqual({ de: 'Ort', en: 'Town' });
    expect(title({ en: 'Town' })).toEqual({ en: 'Town' });
    expect(title(undefined)).toEqual({ de: 'q' });
    expect(pathsOf({ type: 'text', name: 'q', title: { fr: 'Ville' } })).toEqual([
      'pages[0].elements[0].title',
    ]);
  });

  test('a scale is read as SurveyJS reads it', () => {
    const values = (json: Json): number[] => {
      const rating = compileOne({ type: 'rating', ...json });
      return rating?.kind === 'rating' ? rating.values.map(({ value }) => value) : [];
    };
    expect(values({})).toEqual([1, 2, 3, 4, 5]);
    expect(values({ rateMin: 0, rateCount: 3 })).toEqual([0, 1, 2]);
    expect(values({ rateMax: 7, rateCount: 7 })).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(values({ rateMin: 0, rateMax: 0.3, rateStep: 0.1 })).toEqual([0, 0.1, 0.2, 0.3]);
    expect(values({ rateValues: [1, { value: 3, text: 'drei' }] })).toEqual([1, 3]);
    expect(pathsOf({ type: 'rating', name: 'r', rateCount: 7 })).toEqual(['pages[0].elements[0].rateCount']);
    expect(pathsOf({ type: 'rating', name: 'r', rateMax: 1e9 })).toEqual(['pages[0].elements[0].rateMax']);
    expect(pathsOf({ type: 'rating', name: 'r', rateValues: ['gut'] })).toEqual([
      'pages[0].elements[0].rateValues[0]',
    ]);
  });

  test('panels are flattened behind their heading', () => {
    const panel = { type: 'panel', name: 'p', title: 'Zu Ihnen', elements: [{ type: 'text', name: 'a' }] };
    const elements = compile(panel).pages[0]?.elements;
    expect(elements?.map((element) => element.kind)).toEqual(['note', 'text']);
    expect(pathsOf({ ...panel, visibleIf: '{a} = 1' })).toEqual(['pages[0].elements[0].visibleIf']);
  });

  test('looks are passed over, and so are properties that say nothing', () => {
    const json = {
      logoPosition: 'right',
      showProgressBar: true,
      widthMode: 'static',
      triggers: [],
      elements: [
        {
          type: 'radiogroup',
          name: 'q',
          choices: ['a'],
          colCount: 2,
          visible: true,
          visibleIf: '',
          validators: [],
        },
      ],
    };
    expect(problemsOf(json)).toEqual([]);
  });

  test('HTML leaves only its words', () => {
    const html =
      '<h2>Willkommen</h2><script>alert(1)</script><p>Eins &amp; <a href="javascript:x()">zwei</a><img src=x onerror=y></p>';
    expect(
      compile({ type: 'html', name: 'h', html }, { type: 'text', name: 'q' }).pages[0]?.elements[0],
    ).toEqual({
      kind: 'note',
      title: null,
      text: { de: 'Willkommen\n\nEins & zwei' },
    });
  });

  test('a longer questionnaire is said to take longer', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      type: 'comment',
      name: `q${index}`,
      isRequired: true,
    }));
    expect(compile({ type: 'boolean', name: 'a' }).estimatedMinutes).toBe(1);
    expect(compile(...many).estimatedMinutes).toBeGreaterThan(20);
  });
});

describe('what is refused when publishing', () => {
  test('every problem is named at once, with its path', () => {
    const paths = problemsOf({
      triggers: [{ type: 'complete', expression: '{a} = 1' }],
      pages: [
        { elements: [{ type: 'text', name: 'a', visibleIf: '{b} = 1' }] },
        {
          visibleIf: '{a} notempty',
          elements: [
            { type: 'ranking', name: 'b', choices: [1] },
            { type: 'text', name: 'a' },
            { type: 'text' },
            { type: 'checkbox', name: 'c', choices: [] },
            {
              type: 'radiogroup',
              name: 'd',
              choices: ['x', { value: 'x' }, { value: 'y', visibleIf: '{a} = 1' }],
            },
            { type: 'text', name: 'e', validators: [{ type: 'regex', regex: '(a+)+$' }], requiredIf: 'true' },
            'nonsense',
          ],
        },
      ],
    }).map((problem) => problem.split(':')[0]);
    expect(paths.sort()).toEqual([
      'pages[0].elements[0].visibleIf',
      'pages[1].elements[0].type',
      'pages[1].elements[1].name',
      'pages[1].elements[2].name',
      'pages[1].elements[3].choices',
      'pages[1].elements[4].choices[1]',
      'pages[1].elements[4].choices[2].visibleIf',
      'pages[1].elements[5].requiredIf',
      'pages[1].elements[5].validators',
      'pages[1].elements[6]',
      'pages[1].visibleIf',
      'triggers',
    ]);
  });

  test.each([
    ['no object', 'text', 'questionnaire'],
    ['a list', [], 'questionnaire'],
    ['nothing', {}, 'pages'],
    ['a page without questions', { pages: [{ elements: [] }] }, 'pages'],
    ['a note alone', { elements: [{ type: 'html', name: 'h', html: 'x' }] }, 'pages'],
    ['pages that are no list', { pages: { a: 1 } }, 'pages'],
    ['a language that is not asked in', { locale: 'fr', elements: [{ type: 'text', name: 'a' }] }, 'locale'],
  ])('%s', (_, json, path) => {
    expect(problemsOf(json).map((problem) => problem.split(':')[0])).toEqual([path]);
  });

  test.each([
    ['an unknown property', { type: 'text', colour: 'red' }, 'colour'],
    [
      'a property of another type',
      { type: 'radiogroup', choices: ['a'], maxSelectedChoices: 2 },
      'maxSelectedChoices',
    ],
    [
      'choices from elsewhere',
      { type: 'dropdown', choices: ['a'], choicesByUrl: { url: 'http://169.254.169.254/' } },
      'choicesByUrl',
    ],
    ['an input type we lack', { type: 'text', inputType: 'color' }, 'inputType'],
    ['a bound that is an expression', { type: 'text', inputType: 'date', min: '=today()' }, 'min'],
    ['a bound without meaning', { type: 'text', min: 3 }, 'min'],
    ['a random order', { type: 'checkbox', choices: ['a'], choicesOrder: 'random' }, 'choicesOrder'],
    ['an answer inserted in a title', { type: 'text', title: 'Guten Tag {name}' }, 'title'],
    ['a title that is no text', { type: 'text', title: 5 }, 'title'],
    ['stars', { type: 'rating', rateType: 'stars' }, 'rateType'],
    ['a hidden question', { type: 'text', visible: false }, 'visible'],
    [
      'a choice that takes the place of "other"',
      { type: 'radiogroup', choices: ['other'], showOtherItem: true },
      'choices[0]',
    ],
    ['one value as number and as text', { type: 'radiogroup', choices: [1, '1'] }, 'choices[1]'],
    ['a matrix without rows', { type: 'matrix', columns: ['a'] }, 'rows'],
    [
      'more choices asked for than there are',
      { type: 'checkbox', choices: ['a'], minSelectedChoices: 2 },
      'minSelectedChoices',
    ],
    ['a name that would reach a prototype', { type: 'text', name: '__proto__' }, 'name'],
    [
      'a value that would reach a prototype',
      { type: 'matrix', columns: ['a'], rows: ['__proto__'] },
      'rows[0]',
    ],
    ['a name with a line break', { type: 'text', name: 'a\nb' }, 'name'],
  ])('%s', (_, element, property) => {
    expect(pathsOf({ name: 'q', ...element })).toContain(`pages[0].elements[0].${property}`);
  });

  test('names whose export columns would meet', () => {
    const matrix = { type: 'matrix', name: 'm', columns: ['a'], rows: ['r'] };
    expect(pathsOf(matrix, { type: 'text', name: 'm.r' })).toEqual(['pages[0].elements[1].name']);
    const other = { type: 'radiogroup', name: 'o', choices: ['a'], showOtherItem: true };
    expect(pathsOf(other, { type: 'text', name: 'o-Comment' })).toEqual(['pages[0].elements[1].name']);
  });

  test('what our list lets through and survey-core does not know', () => {
    expect(pathsOf({ type: 'comment', name: 'q', hideIfRowsEmpty: true })).toEqual(['pages[0].elements[0]']);
  });

  test('properties that are called like an object’s own', () => {
    const json: unknown = JSON.parse(
      '{"__proto__": {"a": 1}, "constructor": 1, "elements": [{"type": "text", "name": "q"}]}',
    );
    expect(problemsOf(json).map((problem) => problem.split(':')[0])).toEqual(['__proto__', 'constructor']);
    expect(problemsOf({ elements: [{ type: 'constructor', name: 'q' }] })).toHaveLength(1);
  });
});
