import { describe, expect, test } from '@jest/globals';
import { matrixLook } from './matrix-room.js';

const all = (...words: string[]) => words.map((de) => ({ de }));

describe('a matrix', () => {
  test('is a table where the words of its heads and rows have room', () => {
    expect(matrixLook(all('wichtig', 'unwichtig'), all('Reisen und Besuche'), 'de')).toBe('table');
  });

  test('shows the words with each choice where a head or a row is too long for a column', () => {
    const scale = all('sehr zufrieden', 'zufrieden', 'teils/teils', 'unzufrieden', 'sehr unzufrieden');
    expect(matrixLook(scale, all('Reisen'), 'de')).toBe('across');
    expect(matrixLook(all('ja', 'nein'), all('Partnerschaftsvereine'), 'de')).toBe('across');
  });

  test('stays cards where nothing else has room', () => {
    expect(
      matrixLook(all('1', '2', '3', '4', '5', '6', '7', '8', '9', 'ein Wochenendseminar'), all('x'), 'de'),
    ).toBe('cards');
    expect(matrixLook(all('1', '2', '3', '4', '5'), all('x'), 'de', 9)).toBe('cards');
  });

  test('may break a word where its writer allows it', () => {
    const long = 'Partner\u00adschafts\u00advereine';
    expect(matrixLook(all('ja', 'nein'), all(long), 'de')).toBe('table');
  });
});
