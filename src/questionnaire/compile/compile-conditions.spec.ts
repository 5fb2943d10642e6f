import { describe, expect, test } from '@jest/globals';
import { compile, compileJson, problemsOf, type Json } from '../../../test/support/compile.js';

const matrix = { type: 'matrix', name: 'm', columns: ['a'], rows: ['r.1', 's'] };
const table = {
  type: 'matrixdropdown',
  name: 't',
  rows: ['r'],
  columns: [{ name: 'c', cellType: 'checkbox', choices: [1] }],
};
const lines = { type: 'multipletext', name: 'l', items: [{ name: 'i' }] };
const role = { type: 'radiogroup', name: 'role', choices: [1], showOtherItem: true };
const town = { type: 'text', name: 'town' };
const everything = [matrix, table, lines, role, town];

describe('names in conditions', () => {
  const problemOf = (visibleIf: string) =>
    problemsOf({ elements: [...everything, { type: 'text', name: 'q', visibleIf }] })[0] ?? null;

  test.each([
    "{town} = 'x'",
    "{TOWN} = 'x'",
    '{role-Comment} notempty',
    "{m.r.1} = 'a'",
    '{t.r.c} contains 1',
    '{t.r.c[0]} = 1',
    '{t.r.c.length} > 0',
    '{l.i} empty',
    '{person.town} = {town}',
    "{sum} > 1 or {person.any attribute} = 'x'",
  ])('%s can be asked', (condition) => {
    const calculatedValues = [{ name: 'sum', expression: '1 + 1' }];
    const elements = [...everything, { type: 'text', name: 'q', visibleIf: condition }];
    expect(problemsOf({ elements, calculatedValues })).toEqual([]);
  });

  test.each([
    ['{nobody} = 1', '{nobody} names no question or variable of this questionnaire.'],
    ['{m.x} = 1', '{m.x} names no part of m; it has r.1, s.'],
    ['{t.r.x} = 1', '{t.r.x} names no part of t; it has r, r.c.'],
    ['{town.x} = 1', '{town.x} names a part of town, which has none.'],
    ['{person} notempty', '{person} names nothing of the person; write for example {person.town}.'],
    ['{pageno} = 1', '{pageno} is not supported.'],
    ['{item} = 1', '{item} names no question or variable of this questionnaire.'],
    ['{row.c} = 1', '{row.c} names no question or variable of this questionnaire.'],
    ['{town} =', 'The expression ends too early.'],
    ['isContainerReady({town})', 'The function isContainerReady() is not supported.'],
  ])('%s is refused', (condition, sentence) => {
    expect(problemOf(condition)).toBe(`elements[5].visibleIf: ${sentence}`);
  });

  test('a page is held to the same', () => {
    expect(problemsOf({ pages: [{ requiredIf: '{x} = 1', elements: [town] }] })).toEqual([
      'pages[0].requiredIf: {x} names no question or variable of this questionnaire.',
    ]);
  });

  test('equality of a ranking minds the order', () => {
    const ranking = { type: 'ranking', name: 'best', choices: [1, 2] };
    const [, question] = compile(ranking, { ...town, visibleIf: '{best} = [1, 2]' }).pages[0]?.elements ?? [];
    expect(question).toMatchObject({ visibleIf: ['sameorder', ['get', 'best'], ['list', 1, 2]] });
  });
});

describe('answers in texts', () => {
  const problemOf = (title: string) =>
    problemsOf({ elements: [...everything, { type: 'text', name: 'q', title }] });

  test('answers, rows, calculated values and attributes can be put in, and stay as written', () => {
    const title = 'Guten Tag {person.first name}, {town}, { m.s } {t.r.c} { } {"a": 1} {}';
    expect(problemOf(title)).toEqual([]);
    const elements = [...everything, { type: 'html', name: 'h', html: `<p title="{x}">${title}</p>` }];
    expect(compile(...elements).pages[0]?.elements[5]).toMatchObject({ text: { de: title } });
  });

  test.each(['{nobody}', 'a {town} {m.x}', '{person}', '{m.x.y}'])('%s is refused', (title) => {
    expect(problemOf(title)).toEqual([expect.stringMatching(/^elements\[5\]\.title: \{/)]);
  });

  test('choices, last words and error texts are read too', () => {
    const choice = {
      type: 'radiogroup',
      name: 'q',
      choices: [{ value: 1, text: '{x}' }],
      requiredErrorText: '{y}',
    };
    expect(
      problemsOf({ completedHtml: '{z}', elements: [choice] }).map((line) => line.split(':')[0]),
    ).toEqual(['elements[0].requiredErrorText', 'elements[0].choices[0].text', 'completedHtml']);
  });
});

describe('in an anonymous survey', () => {
  const anonymous = (json: Json) => problemsOf(json, 'anonymous').map((line) => line.split(':')[0]);

  test('texts may name the person', () => {
    expect(anonymous({ elements: [{ ...town, title: 'Aus {person.town}?' }] })).toEqual([]);
  });

  test('nothing that shapes the answers may look at the person', () => {
    const person = "{person.town} = 'x'";
    const json = {
      calculatedValues: [{ name: 'c', expression: person }],
      triggers: [{ type: 'complete', expression: person }],
      completedHtmlOnCondition: [{ expression: person, html: 'x' }],
      elements: [
        { ...town, visibleIf: `{town} empty or ${person}` },
        { type: 'expression', name: 'e', expression: '{Person.town}' },
        { type: 'text', name: 'v', validators: [{ type: 'expression', expression: person }] },
        { type: 'text', name: 'n', inputType: 'number', maxValueExpression: '{person.age}' },
        { type: 'radiogroup', name: 'r', choices: [{ value: 1, visibleIf: person }] },
        table,
        { type: 'text', name: 'each', enableIf: "sumInArray({t}, 'c', {c} = {person.age}) > 1" },
      ],
    };
    expect(anonymous(json)).toEqual([
      'elements[0].visibleIf',
      'elements[1].expression',
      'elements[2].validators[0].expression',
      'elements[3].maxValueExpression',
      'elements[4].choices[0].visibleIf',
      'elements[6].enableIf',
      'calculatedValues[0].expression',
      'completedHtmlOnCondition[0].expression',
      'triggers[0].expression',
    ]);
    expect(problemsOf(json, 'pseudonymous')).toEqual([]);
  });
});

describe('calculated values', () => {
  test('are kept in order, and say whether they are stored', () => {
    const calculatedValues = [
      { name: 'double', expression: '{n} * 2', includeIntoResult: true },
      { name: 'four', expression: '{double} * 2' },
    ];
    const elements = [{ type: 'text', name: 'n', inputType: 'number', visibleIf: '{four} < 9' }];
    expect(compileJson({ calculatedValues, elements }).calculated).toEqual([
      { name: 'double', expression: ['mul', ['get', 'n'], 2], kept: true },
      { name: 'four', expression: ['mul', ['get', 'double'], 2], kept: false },
    ]);
  });

  test('must not wait for each other', () => {
    const json = {
      calculatedValues: [
        { name: 'a', expression: '{b} + 1' },
        { name: 'before', expression: '{a}' },
      ],
      elements: [
        { type: 'expression', name: 'b', expression: '{c}' },
        { type: 'expression', name: 'c', expression: '{A}' },
        { type: 'expression', name: 'self', expression: '{self} + 1' },
      ],
    };
    const sentence = (circle: string) =>
      `needs its own result (${circle}), so that it can never be worked out.`;
    expect(problemsOf(json)).toEqual([
      `calculatedValues[0].expression: ${sentence('a → b → c → a')}`,
      `elements[0].expression: ${sentence('b → c → a → b')}`,
      `elements[1].expression: ${sentence('c → a → b → c')}`,
      `elements[2].expression: ${sentence('self → self')}`,
    ]);
  });

  test.each([
    ['a name that a question has', { name: 'n', expression: '1' }, 'name'],
    ['a name for the person', { name: 'Person', expression: '1' }, 'name'],
    ['no name', { expression: '1' }, 'name'],
    ['no expression', { name: 'a' }, 'expression'],
  ])('%s is refused', (_, value, property) => {
    const json = { calculatedValues: [value], elements: [{ type: 'text', name: 'n' }] };
    expect(problemsOf(json).map((line) => line.split(':')[0])).toEqual([`calculatedValues[0].${property}`]);
  });
});

describe('the way through', () => {
  const pages = [
    { name: 'empty', elements: [] },
    { elements: [{ type: 'text', name: 'a' }] },
    { questionOrder: 'initial', elements: [{ type: 'text', name: 'b' }] },
    { elements: [{ type: 'panel', name: 'p', elements: [{ type: 'text', name: 'c' }] }] },
  ];

  test('may end early or leave pages out', () => {
    const triggers = [
      { type: 'complete', expression: '{a} = 1' },
      { type: 'skiptrigger', expression: '{a} = 2', gotoName: 'c' },
    ];
    const plan = compileJson({ pages, triggers, questionOrder: 'random' });
    expect(plan.triggers).toEqual([
      { kind: 'complete', when: ['equal', ['get', 'a'], 1] },
      { kind: 'skip', when: ['equal', ['get', 'a'], 2], toPage: 2 },
    ]);
    expect(plan.pages.map(({ id, order }) => [id, order])).toEqual([
      ['0', 'random'],
      ['1', 'initial'],
      ['2', 'random'],
    ]);
    expect(plan.pages[2]?.elements[0]).toMatchObject({ id: '2.0', order: 'random' });
  });

  test('may end with other words', () => {
    const completedHtmlOnCondition = [{ expression: '{a} = 1', html: '<p>Danke, {a}</p>' }];
    expect(compileJson({ pages, completedHtmlOnCondition }).completedTextsIf).toEqual([
      { when: ['equal', ['get', 'a'], 1], text: { de: 'Danke, {a}' } },
    ]);
  });

  test.each([
    ['a jump back', { type: 'skip', expression: '{c} = 1', gotoName: 'a' }, 'gotoName'],
    ['a jump within the page', { type: 'skip', expression: '{b} = 1', gotoName: 'b' }, 'gotoName'],
    ['a jump to nowhere', { type: 'skip', expression: '{a} = 1', gotoName: 'p' }, 'gotoName'],
    ['a jump without a goal', { type: 'skip', expression: '{a} = 1' }, 'gotoName'],
    ['an end without a condition', { type: 'complete' }, 'expression'],
    ['a value set', { type: 'setvalue', expression: '{a} = 1', setToName: 'b' }, 'type'],
    ['a value copied', { type: 'copyvalue', expression: '{a} = 1', fromName: 'a', setToName: 'b' }, 'type'],
    ['an expression run', { type: 'runexpression', expression: '{a} = 1' }, 'type'],
    ['an old way of writing', { type: 'complete', expression: '{a} = 1', value: 1 }, 'value'],
  ])('%s is refused', (_, trigger, property) => {
    expect(problemsOf({ pages, triggers: [trigger] }).map((line) => line.split(':')[0])).toContain(
      `triggers[0].${property}`,
    );
  });
});
