import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readSegmentForm, segmentFormOf, segmentInputOf } from './segment-form.js';
import { type SegmentInput, segmentInput } from '../segments/segment.schema.js';

const value = fc
  .string({ unit: fc.constantFrom('a', 'b', ';', '"', ' ', ',', 'ä'), minLength: 1, maxLength: 6 })
  .filter((text) => text.trim() === text);

test('what is stored comes back unchanged from the form that shows it', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), value, (values, single) => {
      const segment: SegmentInput = segmentInput.parse({
        name: 'N',
        match: 'any',
        conditions: [
          { attribute: 'a', is: 'one_of', value: values },
          { attribute: 'b', is: 'contains', value: single },
          { attribute: 'c', is: 'empty' },
        ],
      });
      expect(segmentInputOf(segmentFormOf(segment), 'en').input).toEqual(segment);
    }),
  );
});

test('rows come and go by their buttons', () => {
  const sent = { rows: '2', 'attribute-0': 'a', 'attribute-1': 'b', 'is-1': 'filled' };
  const attributes = (go: string) => readSegmentForm({ ...sent, go }).form.rows.map((row) => row.attribute);
  expect(attributes('add')).toEqual(['a', 'b', '']);
  expect(attributes('remove-0')).toEqual(['b']);
  expect(attributes('count')).toEqual(['a', 'b']);
});

test('a decimal comma is read, and errors stand beside their fields', () => {
  const form = (is: string, text: string) =>
    readSegmentForm({ name: 'N', rows: '1', 'attribute-0': 'a', 'is-0': is, 'value-0': text }).form;
  expect(segmentInputOf(form('greater', '3,5'), 'de').input?.conditions[0]?.value).toBe('3.5');
  expect(segmentInputOf(form('less', 'viel'), 'de').errors).toEqual({
    'value-0': 'Bitte geben Sie eine Zahl wie 3,5 oder einen Tag wie 2027-11-12 ein.',
  });
  expect(Object.keys(segmentInputOf(form('one_of', ' ; '), 'de').errors ?? {})).toEqual(['value-0']);
});
