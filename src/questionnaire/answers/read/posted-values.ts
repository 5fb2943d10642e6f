import type { AnswerForm } from './answer-fields.js';

/** Stands for a field that came several times where it can come once; no text people can send equals it. */
export const UNREADABLE = '\0';

/** Everything that C0 and C1 hold but the line break, and NUL above all, which Postgres' jsonb refuses. */
const CONTROL = /(?!\n)\p{Cc}/gu;
/** Half of a surrogate pair, which jsonb refuses as well. */
const LONE_SURROGATE = /\p{Cs}/gu;

/** Most of what is posted, and nothing of it to clean: visible ASCII and spaces. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Text on one line: cleaned, composed (NFC), line breaks and tabs turned into spaces, trimmed. */
export function oneLineIn(text: string): string {
  return PLAIN.test(text) ? text.trim() : cleaned(text.replaceAll(/[\r\n\t]+/g, ' '));
}

/** Text of several lines, their ends as `\n`. */
export function linesIn(text: string): string {
  return PLAIN.test(text) ? text.trim() : cleaned(text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' '));
}

/** The one value of a field, cleaned; null if nothing was filled in. */
export function postedText(form: AnswerForm, field: string, clean: (text: string) => string): string | null {
  const posted: unknown = Object.hasOwn(form, field) ? form[field] : null;
  if (typeof posted === 'string') return clean(posted) || null;
  const values = postedTexts(form, field, clean);
  return values.length > 1 ? UNREADABLE : (values[0] ?? null);
}

/** All values of a field, cleaned, without empty ones and repetitions. */
export function postedTexts(form: AnswerForm, field: string, clean: (text: string) => string): string[] {
  const posted: unknown = Object.hasOwn(form, field) ? form[field] : [];
  const texts = (Array.isArray(posted) ? posted : [posted]).filter((value) => typeof value === 'string');
  return [...new Set(texts.map(clean).filter((text) => text !== ''))];
}

function cleaned(text: string): string {
  return text.replaceAll(CONTROL, '').replaceAll(LONE_SURROGATE, '\ufffd').normalize('NFC').trim();
}

/** How many characters a text is over its limit, counted in code points; 0 if it fits. */
export function excessLength(text: string, maxLength: number): number {
  return Math.max(0, Array.from(text).length - maxLength);
}
