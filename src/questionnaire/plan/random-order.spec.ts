import { expect, test } from '@jest/globals';
import { inOrderOf } from './random-order.js';

test('one person sees the same order at every visit, another person another', () => {
  const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const orderOf = (seed: string, name = 'q'): string => inOrderOf(items, 'random', seed, name).join('');
  expect(orderOf('person 1')).toBe(orderOf('person 1'));
  expect(orderOf('person 1').split('').toSorted()).toEqual(items);
  expect(new Set(['1', '2', '3', '4'].map((seed) => orderOf(seed))).size).toBe(4);
  expect(orderOf('person 1', 'another list')).not.toBe(orderOf('person 1'));
});

test('every order is as likely as any other', () => {
  const counts = new Map<string, number>();
  for (let person = 0; person < 24_000; person += 1) {
    const order = inOrderOf(['a', 'b', 'c', 'd'], 'random', `person ${person}`, 'q').join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(24);
  // Chi-square of 23 degrees of freedom stays below 49.7 in 999 of 1000 fair draws.
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chiSquare).toBeLessThan(49.7);
});

test('texts are sorted as the language sorts them', () => {
  const items = [{ text: 'Zug' }, { text: 'Äpfel' }, { text: 'Bus' }];
  const texts = (order: 'asc' | 'desc' | 'none'): string[] =>
    inOrderOf(items, order, '', '', ({ text }) => text, 'de').map(({ text }) => text);
  expect(texts('asc')).toEqual(['Äpfel', 'Bus', 'Zug']);
  expect(texts('desc')).toEqual(['Zug', 'Bus', 'Äpfel']);
  expect(texts('none')).toEqual(['Zug', 'Äpfel', 'Bus']);
});
