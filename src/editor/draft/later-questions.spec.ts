import { expect, test } from '@jest/globals';
import { askedTooEarly } from './later-questions.js';
import { nameOf } from './questionnaire-tree.js';

const role = { type: 'radiogroup', name: 'rolle', showOtherItem: true, choices: ['a', 'b'] };
const town = { type: 'text', name: 'ort' };

/** `element → question` of pages that hold these elements. */
const found = (...pages: object[][]) =>
  askedTooEarly({ pages: pages.map((elements) => ({ elements })) }).map(
    ({ element, question }) => `${nameOf(element.node)} → ${nameOf(question.node)}`,
  );

test.each(['visibleIf', 'enableIf', 'requiredIf'])(
  '%s that asks a question of a later page is found',
  (property) => {
    expect(found([{ ...town, [property]: "{rolle} = 'a'" }], [role])).toEqual(['ort → rolle']);
  },
);

test('a question before, or later on the same page, can be asked', () => {
  expect(found([role], [{ ...town, visibleIf: "{rolle} = 'a'" }])).toEqual([]);
  expect(found([{ ...town, visibleIf: "{rolle} = 'a'" }, role])).toEqual([]);
});

test('pages and what lies in panels are looked at, too', () => {
  const panel = (name: string, ...elements: object[]) => ({ type: 'panel', name, elements });
  expect(
    found([panel('gruppe', { ...town, enableIf: '{rolle} notempty' })], [panel('später', role)]),
  ).toEqual(['ort → rolle']);
  const pages = [{ name: 'erste', visibleIf: '{rolle} notempty', elements: [] }, { elements: [role] }];
  expect(askedTooEarly({ pages }).map(({ element }) => element.address)).toEqual(['0']);
});

test('a question is known in any case, by its parts and by its words for „Sonstiges“, and said once', () => {
  const matrix = { type: 'matrix', name: 'noten', rows: ['bus'], columns: ['gut'] };
  const visibleIf = "{ROLLE} = 'a' or {noten.bus} = 'gut'";
  expect(found([{ ...town, visibleIf, requiredIf: '{rolle} notempty' }], [role, matrix])).toEqual([
    'ort → rolle',
    'ort → noten',
  ]);
  expect(found([{ ...town, visibleIf: '{rolle-Comment} notempty' }], [role])).toEqual(['ort → rolle']);
});

test('a condition that cannot be read, or names nothing, is left to publication', () => {
  expect(
    found([{ ...town, visibleIf: '{rolle} =', enableIf: '{niemand} = 1', requiredIf: 7 }], [role]),
  ).toEqual([]);
});
