import type { LssNotes } from '../lss-notes.js';
import type { LssQuestion } from '../file/lss-survey.js';
import { element, type SurveyElement } from './survey-element.js';

const DELIMITED = /^([/#~!@%|])(.*)\1([a-z]*)$/s;
/** Lookarounds, options and named groups in PHP's spelling, back references, atoms that only PHP has. */
const FOREIGN = /\(\?(?!:)|\\[1-9AZzhHRKGQEXp]|[*+?}]\+|\[\[?:/;

/** The regular expression that an answer must match, as far as PHP and JavaScript mean the same by it. */
export function patternValidator(
  { code, pattern }: LssQuestion,
  notes: LssNotes,
): SurveyElement[] | undefined {
  if (pattern.trim() === '') return undefined;
  const [, , regex, options = ''] = DELIMITED.exec(pattern.trim()) ?? [];
  if (regex === undefined || !/^[iu]*$/.test(options) || FOREIGN.test(regex) || !isRegex(regex)) {
    notes.add(code, 'pattern', { pattern });
    return undefined;
  }
  return [element({ type: 'regex', regex, caseInsensitive: options.includes('i') || undefined })];
}

function isRegex(source: string): boolean {
  try {
    return new RegExp(source, 'u').source !== '';
  } catch {
    return false;
  }
}
