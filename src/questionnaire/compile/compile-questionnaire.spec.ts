import { describe, expect, test } from '@jest/globals';
import { compile, compileOne, pathsOf, problemsOf, type Json } from '../../../test/support/compile.js';

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

  test('panels stay panels, and every element knows its place', () => {
    const inner = { type: 'panel', name: 'i', elements: [{ type: 'text', name: 'b' }] };
    const panel = {
      type: 'panel',
      name: 'p',
      title: 'Zu Ihnen',
      description: '<b>Kurz</b>',
      isRequired: true,
      requiredErrorText: 'Bitte eins',
      visibleIf: "{a} = 'x'",
      questionOrder: 'random',
      elements: [{ type: 'html', name: 'h', html: 'Hallo' }, inner],
    };
    expect(compile({ type: 'text', name: 'a' }, panel).pages[0]?.elements[1]).toMatchObject({
      kind: 'panel',
      id: '0.1',
      name: 'p',
      title: { de: 'Zu Ihnen' },
      text: { de: 'Kurz' },
      required: true,
      requiredText: { de: 'Bitte eins' },
      order: 'random',
      visibleIf: ['equal', ['get', 'a'], 'x'],
      elements: [
        { kind: 'note', id: '0.1.0', name: 'h', text: { de: 'Hallo' }, visibleIf: null },
        { kind: 'panel', id: '0.1.1', elements: [{ kind: 'text', id: '0.1.1.0', name: 'b' }] },
      ],
    });
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
      id: '0.0',
      name: 'h',
      ...{ visibleIf: null, enableIf: null, requiredIf: null },
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
  test.each(['none', 'onHidden', 'onHiddenContainer', false])(
    'answers to hidden questions are left out when submitting, never %j',
    (clearInvisibleValues) => {
      const elements = [{ type: 'text', name: 'a' }];
      expect(problemsOf({ clearInvisibleValues, elements })).toEqual([
        expect.stringMatching(/^clearInvisibleValues: must be "onComplete"/),
      ]);
      for (const harmless of ['onComplete', true])
        expect(problemsOf({ clearInvisibleValues: harmless, elements })).toEqual([]);
      const each = { type: 'text', name: 'a', clearIfInvisible: 'default' };
      expect(
        problemsOf({ elements: [each, { ...each, name: 'b', clearIfInvisible: 'onComplete' }] }),
      ).toEqual([]);
    },
  );

  test('every problem is named at once, with its path', () => {
    const paths = problemsOf({
      triggers: [{ type: 'setvalue', setToName: 'a', setValue: 1, expression: '{a} = 1' }],
      pages: [
        { elements: [{ type: 'text', name: 'a', visibleIf: '{nobody} = 1' }] },
        {
          visibleIf: '{a} notempty and',
          elements: [
            { type: 'signaturepad', name: 'b' },
            { type: 'text', name: 'a' },
            { type: 'text' },
            { type: 'checkbox', name: 'c', choices: [] },
            {
              type: 'radiogroup',
              name: 'd',
              choices: ['x', { value: 'x' }, { value: 'y', visibleIf: '{nobody} = 1' }],
            },
            { type: 'text', name: 'e', validators: [{ type: 'regex', regex: '(?=a)' }], requiredIf: '{e' },
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
      'pages[1].elements[5].validators[0].regex',
      'pages[1].elements[6]',
      'pages[1].visibleIf',
      'triggers[0].type',
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
    ['a bound that is no date', { type: 'text', inputType: 'date', min: 'tomorrow' }, 'min'],
    ['a bound that cannot be calculated', { type: 'text', inputType: 'date', min: '=now()' }, 'min'],
    ['a preset value', { type: 'text', defaultValue: 'x' }, 'defaultValue'],
    ['answers that outlive what hides them', { type: 'text', clearIfInvisible: 'none' }, 'clearIfInvisible'],
    ['answers shared between questions', { type: 'text', valueName: 'x' }, 'valueName'],
    ['a question nobody may answer', { type: 'text', readOnly: true }, 'readOnly'],
    ['a condition that sets a value', { type: 'text', setValueIf: '{q} = 1' }, 'setValueIf'],
    ['a place outside of the random order', { type: 'text', randomize: false }, 'randomize'],
    [
      'a choice that excludes others',
      { type: 'checkbox', choices: [{ value: 1, isExclusive: true }] },
      'choices[0].isExclusive',
    ],
    [
      'comments beside choices',
      { type: 'radiogroup', choices: [{ value: 1, showCommentArea: true }] },
      'choices[0].showCommentArea',
    ],
    ['a name that every object has', { type: 'text', name: 'toString' }, 'name'],
    ['a name that stands for the person', { type: 'text', name: 'person.town' }, 'name'],
    [
      'a choice that takes the place of “all”',
      { type: 'tagbox', choices: ['all'], showSelectAllItem: true },
      'choices[0]',
    ],
    [
      'a column with a condition',
      { type: 'matrix', columns: [{ value: 1, visibleIf: '{q} empty' }], rows: [1] },
      'columns[0].visibleIf',
    ],
    [
      'several choices in a row',
      { type: 'matrix', columns: [1], rows: [1], cellType: 'checkbox' },
      'cellType',
    ],
    ['texts in cells', { type: 'matrix', columns: [1], rows: [1], cells: { 1: { 1: 'x' } } }, 'cells'],
    ['too many smileys', { type: 'rating', rateType: 'smileys', rateMax: 11 }, 'rateType'],
    ['the same value for yes and no', { type: 'boolean', valueTrue: 1, valueFalse: '1' }, 'valueTrue'],
    [
      'bounds of a ranking that is to be whole',
      { type: 'ranking', choices: [1, 2], minSelectedChoices: 1 },
      'minSelectedChoices',
    ],
    ['lines without names', { type: 'multipletext', items: [{ title: 'a' }] }, 'items[0].name'],
    [
      'two lines of one name',
      { type: 'multipletext', items: [{ name: 'a' }, { name: 'a' }] },
      'items[1].name',
    ],
    ['no lines', { type: 'multipletext' }, 'items'],
    [
      'a fixed bound of a line',
      { type: 'multipletext', items: [{ name: 'a', inputType: 'number', min: 1 }] },
      'items[0].min',
    ],
    ['a table without columns', { type: 'matrixdropdown', rows: [1], choices: [1] }, 'columns'],
    ['a column without choices', { type: 'matrixdropdown', rows: [1], columns: [{ name: 'a' }] }, 'choices'],
    [
      'two columns of one name',
      { type: 'matrixdropdown', rows: [1], choices: [1], columns: [{ name: 'a' }, { name: 'a' }] },
      'columns',
    ],
    [
      'a cell with a condition',
      {
        type: 'matrixdropdown',
        rows: [1],
        columns: [{ name: 'a', cellType: 'text', visibleIf: '{q} empty' }],
      },
      'columns[0].visibleIf',
    ],
    [
      'a cell of another kind',
      { type: 'matrixdropdown', rows: [1], columns: [{ name: 'a', cellType: 'tagbox' }] },
      'columns[0].cellType',
    ],
    [
      'a total',
      { type: 'matrixdropdown', rows: [1], columns: [{ name: 'a', cellType: 'text', totalType: 'sum' }] },
      'columns[0].totalType',
    ],
    [
      'a picture from elsewhere',
      { type: 'imagepicker', choices: [{ value: 1, imageLink: 'https://example.org/a.png' }] },
      'choices[0].imageLink',
    ],
    [
      'a picture in the text',
      { type: 'imagepicker', choices: [{ value: 1, imageLink: 'data:image/png;base64,AAAA' }] },
      'choices[0].imageLink',
    ],
    [
      'a picture on another host without a scheme',
      { type: 'imagepicker', choices: [{ value: 1, imageLink: '//example.org/images/aaaaaaaa' }] },
      'choices[0].imageLink',
    ],
    ['a choice without its picture', { type: 'imagepicker', choices: [1] }, 'choices[0].imageLink'],
    [
      'films',
      { type: 'imagepicker', contentMode: 'video', choices: [{ value: 1, imageLink: '/images/aaaaaaaa' }] },
      'contentMode',
    ],
    ['an expression that is missing', { type: 'expression' }, 'expression'],
    [
      'an expression that must be answered',
      { type: 'expression', expression: '1', isRequired: true },
      'isRequired',
    ],
    ['a currency there is not', { type: 'expression', expression: '1', currency: 'euros' }, 'currency'],
    [
      'digits the wrong way round',
      { type: 'expression', expression: '1', minimumFractionDigits: 3, maximumFractionDigits: 1 },
      'minimumFractionDigits',
    ],
    ['a step without a number', { type: 'text', step: 2 }, 'step'],
    ['a check of another type', { type: 'rating', validators: [{ type: 'email' }] }, 'validators[0].type'],
    [
      'a check that only warns',
      { type: 'text', validators: [{ type: 'email', notificationType: 'warning' }] },
      'validators[0].notificationType',
    ],
    [
      'a check the wrong way round',
      { type: 'text', validators: [{ type: 'numeric', minValue: 2, maxValue: 1 }] },
      'validators[0].minValue',
    ],
    [
      'a pattern that looks ahead',
      { type: 'text', validators: [{ type: 'regex', regex: '(?=a)b' }] },
      'validators[0].regex',
    ],
    [
      'a pattern that looks back',
      { type: 'text', validators: [{ type: 'regex', regex: '(?<!a)b' }] },
      'validators[0].regex',
    ],
    [
      'a pattern that refers back',
      { type: 'text', validators: [{ type: 'regex', regex: '(a)\\1' }] },
      'validators[0].regex',
    ],
    [
      'a pattern that grows too large',
      { type: 'text', validators: [{ type: 'regex', regex: '((a{1000}){1000}){1000}' }] },
      'validators[0].regex',
    ],
    [
      'a pattern of many large repetitions',
      { type: 'text', validators: [{ type: 'regex', regex: '(?:[a-z]?){900}'.repeat(25) }] },
      'validators[0].regex',
    ],
    [
      'a pattern of many nested repetitions',
      { type: 'text', validators: [{ type: 'regex', regex: '(((?:[a-z]?){9}){9}){9}'.repeat(4) }] },
      'validators[0].regex',
    ],
    ['a bound without meaning', { type: 'text', min: 3 }, 'min'],
    ['an answer inserted that nobody gives', { type: 'text', title: 'Guten Tag {name}' }, 'title'],
    ['a title that is no text', { type: 'text', title: 5 }, 'title'],
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

  test.each([
    'file',
    'signaturepad',
    'paneldynamic',
    'matrixdynamic',
    'slider',
    'image',
    'imagemap',
    'buttongroup',
  ])('questions of type %s', (type) => {
    expect(problemsOf({ elements: [{ type, name: 'q' }] })).toEqual([
      expect.stringMatching(/^elements\[0\]\.type: \w+ is not supported; use one of text, /),
    ]);
  });

  test('properties that are called like an object’s own', () => {
    const json: unknown = JSON.parse(
      '{"__proto__": {"a": 1}, "constructor": 1, "elements": [{"type": "text", "name": "q"}]}',
    );
    expect(problemsOf(json).map((problem) => problem.split(':')[0])).toEqual(['__proto__', 'constructor']);
    expect(problemsOf({ elements: [{ type: 'constructor', name: 'q' }] })).toHaveLength(1);
  });
});
