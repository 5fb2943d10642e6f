import { expect, test } from '@jest/globals';
import { changedWords, wordsIn } from './posted-words.js';

test('one text alone is meant for all languages of the survey', () => {
  expect(wordsIn({ subject: 'Hallo' }, ['de', 'en'])).toEqual({
    de: { subject: 'Hallo' },
    en: { subject: 'Hallo' },
  });
});

test('texts by language stand in theirs alone, and a language the survey does not speak in none', () => {
  const subject = { de: 'Hallo', fr: 'Bonjour' };
  expect(wordsIn({ subject, body: { en: 'Text' } }, ['de', 'en'])).toEqual({
    de: { subject: 'Hallo' },
    en: { body: 'Text' },
  });
});

test('who says nothing has no words of their own: the template’s are taken', () => {
  expect(wordsIn({}, ['de', 'en'])).toEqual({});
});

test('a text that is given replaces the one of its language, and nothing else', () => {
  const words = { de: { subject: 'Alt', body: 'Text' }, en: { subject: 'Old' } };
  expect(changedWords(words, { subject: { de: 'Neu' } }, ['de', 'en'])).toEqual({
    de: { subject: 'Neu', body: 'Text' },
    en: { subject: 'Old' },
  });
  expect(changedWords(words, {}, ['de'])).toEqual({ de: words.de });
  expect(changedWords({}, {}, ['de', 'en'])).toEqual({});
});
