import { describe, expect, test } from '@jest/globals';
import { compileQuestionnaire } from '../compile/compile-questionnaire.js';
import { answerHint } from './answer-hints.js';

describe('the hint beside a field', () => {
  test.each([
    [{ inputType: 'number', min: 1, max: 12.5 }, 'von 1 bis 12,5'],
    [{ inputType: 'number', validators: [{ type: 'numeric', minValue: 3, maxValue: 7 }] }, 'von 3 bis 7'],
    [{ inputType: 'number', max: 99 }, '99'],
    [{ inputType: 'date', min: '2027-10-01', max: '2027-10-31' }, 'Von 1. Oktober 2027 bis 31. Oktober 2027'],
    [{ inputType: 'time', min: '08:00' }, '8:00'],
  ])('says the bounds of %j', (rules, words) => {
    expect(ruleFor(rules)?.replaceAll('\u00a0', ' ')).toContain(words);
  });

  test('names no bound that is calculated from other answers, as it would be wrong for some', () => {
    expect(ruleFor({ inputType: 'number', min: 1, minValueExpression: '{other} + 1' })).toBeNull();
    expect(ruleFor({ inputType: 'number', min: 1, max: 9, maxValueExpression: '{other} + 1' })).toContain(
      '1',
    );
    expect(ruleFor({ inputType: 'number', min: 1, max: 9, maxValueExpression: '{other} + 1' })).not.toContain(
      '9',
    );
  });
});

function ruleFor(rules: object): string | null {
  const elements = [
    { type: 'text', name: 'other', inputType: 'number' },
    { type: 'text', name: 'asked', ...rules },
  ];
  const [page] = compileQuestionnaire({ elements }, ['de'], { privacy: 'identified' }).pages;
  const asked = page?.elements.find((element) => 'name' in element && element.name === 'asked');
  if (!asked || !('kind' in asked)) throw new Error('the question is not there');
  return answerHint(asked as Parameters<typeof answerHint>[0], 'de');
}
