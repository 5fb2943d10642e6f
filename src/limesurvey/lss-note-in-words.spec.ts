import { expect, test } from '@jest/globals';
import type { LssNote } from './lss-notes.js';
import { lssNoteInWords } from './lss-note-in-words.js';

const upload: LssNote = { kind: 'left_out', where: 'FOTO', code: 'question_type', values: { type: '|' } };
const condition: LssNote = {
  kind: 'left_out',
  where: 'Q1',
  code: 'condition_left_out',
  values: { condition: 'regexMatch("/^5/", PLZ)' },
};

test('a note is a sentence in German and English, with what it is about', () => {
  expect(lssNoteInWords(upload, 'de')).toBe('Die Frageart Datei-Upload gibt es hier nicht; die Frage fehlt.');
  expect(lssNoteInWords(upload, 'en')).toContain('Questions of the type file upload do not exist here');
  expect(lssNoteInWords(condition, 'de')).toContain('regexMatch("/^5/", PLZ)');
  expect(lssNoteInWords(condition, 'en')).toContain('this is always asked now: regexMatch("/^5/", PLZ)');
});
