import { describe, expect, test } from '@jest/globals';
import { splitFirstSentence } from './first-sentence.js';

describe('the first sentence of a text', () => {
  test.each([
    ['Partnerschaften leben von Menschen. 396 Städte pflegen sie.', 'Partnerschaften leben von Menschen.'],
    ['Wir fragen z. B. Vereine und Ämter. Danke!', 'Wir fragen z. B. Vereine und Ämter.'],
    ['Hallo! Wir möchten wissen, was fehlt. Danke!', 'Hallo! Wir möchten wissen, was fehlt.'],
    ['Bis zum 12. November fragen wir Sie. Danke!', 'Bis zum 12. November fragen wir Sie.'],
    ['Was wünschen Sie sich von uns, {name}?', 'Was wünschen Sie sich von uns, {name}?'],
  ])('of %j', (text, first) => {
    expect(splitFirstSentence({ de: text }).first).toEqual({ de: first });
  });

  test('loses nothing of what follows it', () => {
    const parts = splitFirstSentence({
      de: 'Das ist ein erster ganzer Satz. Noch einer.\n\nAbsatz.',
      en: 'Short.',
    });
    expect(parts.rest).toEqual({ de: 'Noch einer.\n\nAbsatz.', en: '' });
    expect(splitFirstSentence({ de: 'Nur einer.' }).rest).toBeNull();
  });
});
