import { describe, expect, test } from '@jest/globals';
import { greetingFor } from './greeting.js';

describe('a letter greets', () => {
  test.each([
    ['Anna Berg', 'Frau', 'Sehr geehrte Frau Anna Berg', 'Dear Ms Anna Berg'],
    ['Jürgen Groß', 'Herr', 'Sehr geehrter Herr Jürgen Groß', 'Dear Mr Jürgen Groß'],
    ['Jo Smith', 'mr.', 'Sehr geehrter Herr Jo Smith', 'Dear Mr Jo Smith'],
    ['Ada Smith', 'MRS', 'Sehr geehrte Frau Ada Smith', 'Dear Mrs Ada Smith'],
    ['Berg', 'Frau Prof. Dr.', 'Sehr geehrte Frau Prof. Dr. Berg', 'Dear Ms Prof. Dr. Berg'],
    ['Anna Berg', 'Liebe Frau Bürgermeisterin,', 'Liebe Frau Bürgermeisterin', 'Liebe Frau Bürgermeisterin'],
    [null, 'Sehr geehrte Damen und Herren', 'Sehr geehrte Damen und Herren', 'Sehr geehrte Damen und Herren'],
    ['Kim Berg', null, 'Guten Tag Kim Berg', 'Dear Kim Berg'],
    ['Kim Berg', 'divers', 'Guten Tag Kim Berg', 'Dear Kim Berg'],
    [null, null, 'Guten Tag', 'Hello'],
    ['', 'Frau', 'Guten Tag', 'Hello'],
    [null, 'Frau Dr.', 'Guten Tag', 'Hello'],
    ['https://evil.example/', null, 'Guten Tag', 'Hello'],
    ['Gewinn auf evil.example', 'Frau', 'Guten Tag', 'Hello'],
    ['Anna Berg', 'Liebe, siehe www.evil.example', 'Guten Tag Anna Berg', 'Dear Anna Berg'],
    ['Anna \u202EgreB', 'Fr\u00ADau', 'Sehr geehrte Frau Anna greB', 'Dear Ms Anna greB'],
  ])('%s, %s', (name, salutation, german, english) => {
    expect(greetingFor({ name, salutation }, 'de')).toBe(german);
    expect(greetingFor({ name, salutation }, 'en')).toBe(english);
  });

  test.each([
    ['Jean Morel', 'Monsieur', 'Bonjour Monsieur Jean Morel', 'Szanowny Panie', 'Geachte heer Jean Morel'],
    ['Ewa Lis', 'Pani', 'Bonjour Madame Ewa Lis', 'Szanowna Pani', 'Geachte mevrouw Ewa Lis'],
    ['Piet Vos', 'De heer', 'Bonjour Monsieur Piet Vos', 'Szanowny Panie', 'Geachte heer Piet Vos'],
    [
      'Anna Berg',
      'Frau Dr.',
      'Bonjour Madame Dr. Anna Berg',
      'Szanowna Pani',
      'Geachte mevrouw Dr. Anna Berg',
    ],
    ['Kim Berg', null, 'Bonjour Kim Berg', 'Dzień dobry', 'Goedendag Kim Berg'],
    [null, 'mevr.', 'Bonjour', 'Dzień dobry', 'Goedendag'],
  ])('%s, %s in French, Polish and Dutch', (name, salutation, french, polish, dutch) => {
    const greeted = (['fr', 'pl', 'nl'] as const).map((locale) => greetingFor({ name, salutation }, locale));
    expect(greeted).toEqual([french, polish, dutch]);
  });

  test('on one line, whatever the list says', () => {
    const hostile = { name: ' Anna\r\nBcc: Eva\0 ', salutation: 'Frau\n' };
    expect(greetingFor(hostile, 'de')).toBe('Sehr geehrte Frau Anna Bcc: Eva');
  });
});
