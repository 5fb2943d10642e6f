import { describe, expect, test } from '@jest/globals';
import { compileQuestionnaire } from '../compile/compile-questionnaire.js';
import { formOfAnswers } from '../answers/read/answer-form.js';
import { columnNamesOf } from '../answers/show/question-columns.js';
import { questionsOf } from '../plan/questionnaire-plan.js';
import { kindByType, kindOf, questionKinds } from './registry.js';

const kinds = Object.entries(questionKinds);
const picture = { value: 'a', imageLink: '/images/abcdefgh' };

describe('the registered kinds', () => {
  test.each(kinds)('%s compiles to a question of its own name, whose empty answer says nothing', (type) => {
    const question = questionOf(type);
    const kind = kindOf(question);
    expect(question.kind).toBe(type);
    expect(kind.read(question, {}, 'de')).toEqual({ values: [], faults: [] });
    expect(kind.display(question, undefined, 'de', {})).toBe('');
    expect(formOfAnswers([question], {}, 'de')).toEqual({});
    expect(columnNamesOf(question).every((name) => name.startsWith('asked'))).toBe(true);
  });

  test.each(kinds)('%s is offered as what it is, and begins with nothing that is refused', (type, kind) => {
    for (const { begins } of kind.editor.offers) {
      const { type: offered, ...own } = begins;
      expect(offered).toBe(type);
      const known = [...kind.properties, 'isRequired'];
      expect(Object.keys(own).filter((property) => !known.includes(property))).toEqual([]);
    }
  });

  test('no two of them are offered under one name or in one place', () => {
    const offers = kinds.flatMap(([, { editor }]) => editor.offers);
    expect(new Set(offers.map(({ id }) => id)).size).toBe(offers.length);
    expect(new Set(offers.map(({ group, place }) => `${group} ${place}`)).size).toBe(offers.length);
  });

  test('what every object has is no kind', () => {
    expect(kindByType('constructor')).toBeNull();
  });
});

/** A question with no more than its kind needs. */
function questionOf(type: string) {
  const needed: Record<string, unknown> = {
    choices: type === 'imagepicker' ? [picture] : ['a'],
    rows: ['a'],
    columns: type === 'matrixdropdown' ? [{ name: 'a', choices: [1] }] : ['a'],
    items: [{ name: 'a' }],
    expression: '1',
  };
  const properties = kindByType(type)?.properties ?? [];
  const lists = Object.entries(needed).filter(
    ([name]) => properties.includes(name) && !(type === 'comment' && name === 'rows'),
  );
  const element = { type, name: 'asked', ...Object.fromEntries(lists) };
  const plan = compileQuestionnaire({ elements: [element] }, ['de'], { privacy: 'identified' });
  const [question] = questionsOf(plan);
  if (!question) throw new Error('the question is not there');
  return question;
}
