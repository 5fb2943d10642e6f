import { describe, expect, test } from '@jest/globals';
import { localeOfRequest } from './locale-of-request.js';

describe('the language of a page', () => {
  test('is the chosen one before all', () => {
    expect(localeOfRequest('en', 'de-DE,de;q=0.9')).toBe('en');
  });

  test.each([
    ['de-AT,en;q=0.8', 'de'],
    ['fr-FR,en-GB;q=0.8,de;q=0.7', 'en'],
    ['en;q=0.5,de;q=0.9', 'de'],
    ['de;q=0,en', 'en'],
    ['fr', 'de'],
    ['', 'de'],
  ] as const)('follows the preferences of the browser: %s', (accept, locale) => {
    expect(localeOfRequest(undefined, accept)).toBe(locale);
    expect(localeOfRequest('xx', accept)).toBe(locale);
  });
});
