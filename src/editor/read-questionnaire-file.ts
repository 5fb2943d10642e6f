import type { Locale } from '../common/locale.js';
import { type JsonError, type Position, readJson } from './json-positions.js';
import { type Draft, draftOf, isNode } from './questionnaire-tree.js';

/** A questionnaire from a file or a pasted text, with what could not be taken over. */
export type ReadFile =
  | {
      draft: Draft;
      title: string | Record<string, string> | null;
      languages: string[] | null;
      notes: string[];
    }
  | { error: 'json'; code: JsonError; at: Position }
  | { error: 'nothing' | 'no_object' };

/** Reads SurveyJS JSON. */
export function readQuestionnaireFile(text: string, _locale: Locale): ReadFile {
  if (text.trim() === '') return { error: 'nothing' };
  const read = readJson(text);
  if ('error' in read) return { error: 'json', code: read.error, at: read.at };
  if (!isNode(read.value)) return { error: 'no_object' };
  const title = read.value['title'];
  return {
    draft: draftOf(read.value),
    title: typeof title === 'string' || isNode(title) ? (title as string | Record<string, string>) : null,
    languages: null,
    notes: [],
  };
}
