import { expect, test } from '@jest/globals';
import { textOfPacked } from '../common/coded-text.js';
import { surveyChange } from './survey.schema.js';

test.each([
  'https://netzwerk.example/datenschutz',
  'http://netzwerk.example:8080/a?b=c#d',
  'https://münchen.example/ä',
])('a link for people may be %s', (privacyUrl) => {
  expect(surveyChange.safeParse({ privacyUrl, imprintUrl: privacyUrl }).success).toBe(true);
});

test.each([
  'https://user:pw@netzwerk.example/',
  'https://netzwerk.example@elsewhere.example/',
  'https://netzwerk.example/"onmouseover="x',
  'https://netzwerk.example/<b>',
  'https://netzwerk.example/a b',
  'https://netzwerk.example\\@elsewhere.example/',
  'javascript:alert(1)',
  'ftp://netzwerk.example/',
  'netzwerk.example',
  7,
])('a link for people may not be %s', (address) => {
  for (const change of [{ privacyUrl: address }, { imprintUrl: address }])
    expect(textOfPacked(surveyChange.safeParse(change).error?.issues[0]?.message ?? '', 'en')).toMatch(
      /^must be an http or https address/,
    );
});
