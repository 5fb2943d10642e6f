import { expect, test } from '@jest/globals';
import { askableIn, storedValue } from './askable-questions.js';
import { conditionInWords } from './condition-words.js';
import { texts } from '../../common/texts.js';
import { draftOf } from './questionnaire-tree.js';

const draft = draftOf({
  elements: [
    { type: 'radiogroup', name: 'rolle', choices: ['a'], showOtherItem: true, showNoneItem: true },
    {
      type: 'checkbox',
      name: 'themen',
      choices: ['b'],
      showOtherItem: true,
      otherText: { de: 'Ein anderes Thema', en: 'Another topic' },
      showNoneItem: true,
      noneText: 'Keines',
    },
  ],
});
const offered = (language: string) =>
  askableIn(draft, language).map(({ choices }) => choices.map(({ text }) => text));

test('a condition offers the special choices in the words people read', () => {
  expect(offered('de')).toEqual([
    ['a', 'Sonstiges', 'Nichts davon'],
    ['b', 'Ein anderes Thema', 'Keines'],
  ]);
  expect(offered('en')).toEqual([
    ['a', 'Other', 'None of these'],
    ['b', 'Another topic', 'Keines'],
  ]);
});

test('they are stored by their values, and said in words again', () => {
  const askable = askableIn(draft, 'de');
  expect(storedValue(askable[0], 'Sonstiges')).toBe('other');
  expect(storedValue(askable[1], 'Keines')).toBe('none');
  const said = conditionInWords(
    "{rolle} = 'other' or {themen} contains 'none'",
    askable,
    texts('editor', 'de'),
  );
  expect(said).toBe('wenn Rolle = Sonstiges oder Themen enthält Keines');
});
