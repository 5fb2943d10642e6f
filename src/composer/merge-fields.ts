import { type Problem, problem } from '../common/errors.js';
import { FIELD, fieldsIn } from './double-braces.js';

/** Fields that differ from mail to mail; they stay gaps until a letter is filled for one person. */
export const personFields = [
  'greeting',
  'name',
  'link',
  'declineLink',
  'snoozeLink',
  'unsubscribeLink',
] as const;
export type PersonField = (typeof personFields)[number];

/** Those of them that are addresses, to be followed and not read out. */
export const linkFields: readonly string[] = [
  'link',
  'declineLink',
  'snoozeLink',
  'unsubscribeLink',
] satisfies PersonField[];

/** Every field that may stand in `{{double braces}}` in a letter's text. */
export const mergeFields = [
  ...personFields,
  'surveyTitle',
  'closingDate',
  'closingDay',
  'daysLeft',
  'minutes',
  'senderName',
] as const;

/** A text with gaps: what is the same for everybody, and what is filled in per person. */
export type Piece = string | { readonly gap: PersonField };

/** So many wrong fields are named, and so much of each. */
const MAX_UNKNOWN = 20;
const LONGEST_SHOWN = 100;

/** What is wrong with the fields of a text: unknown ones, and braces that open or close nothing. */
export function fieldProblems(
  path: string,
  text: string,
  allowed: readonly string[],
  isAllowedToo: (field: string) => boolean = () => false,
): Problem[] {
  const unknown = fieldsIn(text).filter((field) => !allowed.includes(field) && !isAllowedToo(field));
  const possible = allowed.map((name) => `{{${name}}}`).join(', ');
  const problems = [...new Set(unknown)].slice(0, MAX_UNKNOWN).map((field) =>
    problem(path, 'letter.unknown_field', {
      field: `{{${field.slice(0, LONGEST_SHOWN)}}}`,
      allowed: possible,
    }),
  );

  if (/\{\{|\}\}/.test(text.replace(FIELD, ''))) problems.push(problem(path, 'letter.braces'));
  return problems;
}

/**
 * Splits a text at its fields. Fields the letter already knows are put in as they are, once and
 * never read again, so that a survey title with braces in it stays a title; the rest become gaps.
 */
export function toPieces(text: string, known: Readonly<Record<string, string>>): Piece[] {
  const parts = text.split(FIELD).map((typed, index): Piece => {
    if (index % 2 === 0) return typed;
    const part = typed.trim();
    if (isPersonField(part)) return { gap: part };
    const value = known[part];
    if (value === undefined) throw new Error(`the field {{${part}}} has no value`);
    return value;
  });
  return joinedPieces(parts);
}

/** The same text with as few pieces as possible. */
export function joinedPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
    else if (piece !== '') joined.push(piece);
  }
  return joined;
}

/** Whether a field is an address of the person's own; only such a field may be the target of a link. */
export function isLinkField(name: string): name is PersonField {
  return linkFields.includes(name);
}

export function isPersonField(name: string): name is PersonField {
  return personFields.some((field) => field === name);
}
