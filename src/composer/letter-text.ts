import { InvalidInput, problem, type Problem } from '../common/errors.js';
import { type Locale, locales } from '../common/locale.js';
import { type Texts, texts } from '../common/texts.js';
import { isQuestionField, questionPlaceProblems } from './letter-question.js';
import { readMarkdown } from './letter-markdown.js';
import { fieldProblems, linkFields, mergeFields } from './merge-fields.js';

/**
 * What a letter is for. A reminder shortly before closing is a last call; a completed response brings the
 * thank-you.
 */
export const letterKinds = ['invitation', 'reminder', 'last_call', 'thank_you'] as const;
export type LetterKind = (typeof letterKinds)[number];

/**
 * The part of a letter that staff may write themselves: the subject as plain text, the body in Markdown, both
 * with merge fields. Paragraphs are separated by blank lines. A paragraph that is nothing but `{{link}}` is
 * the place of closing date, button and link; without one they follow the text.
 */
export interface LetterText {
  subject: string;
  body: string;
  /** What inboxes show after the subject; without one the letter's kind has its own. */
  preview?: string;
}

export const letterFields = ['subject', 'preview', 'body'] as const satisfies (keyof LetterText)[];
export type LetterField = (typeof letterFields)[number];

const SUBJECT_LIMIT = 200;
const PREVIEW_LIMIT = 200;
const BODY_LIMIT = 20_000;
const subjectFields = mergeFields.filter((field) => !linkFields.includes(field));

/**
 * Refuses a text that could not become a letter.
 * @throws InvalidInput with path `subject` or `body`: empty, too long, a field outside the closed set, a
 *   picture, or a link that leads to no web or mail address
 */
export function checkLetterText(text: LetterText): void {
  const problems = [
    ...lengthProblems('subject', text.subject, SUBJECT_LIMIT),
    ...lengthProblems('body', text.body, BODY_LIMIT),
    ...(text.preview === undefined ? [] : previewProblems(text.preview)),
  ];
  // Nothing is read of what is too long.
  if (text.subject.length <= SUBJECT_LIMIT)
    problems.push(...fieldProblems('subject', text.subject, subjectFields));
  if (text.body.length <= BODY_LIMIT)
    problems.push(
      ...fieldProblems('body', text.body, mergeFields, isQuestionField),
      ...questionPlaceProblems(text.body),
      ...readMarkdown(text.body).problems,
    );
  if (problems.length > 0) throw new InvalidInput(problems);
}

/** The text a letter has when nobody wrote another. */
export function defaultLetterText(kind: LetterKind, locale: Locale): LetterText {
  return templates[locale][kind];
}

function previewProblems(preview: string): Problem[] {
  const problems = lengthProblems('preview', preview, PREVIEW_LIMIT);
  return problems.length > 0 ? problems : fieldProblems('preview', preview, subjectFields);
}

function lengthProblems(path: string, text: string, limit: number): Problem[] {
  if (text.trim() === '') return [problem(path, 'letter.empty')];
  if (text.length > limit) return [problem(path, 'letter.too_long', { most: limit })];
  return [];
}

type MergeFields = Readonly<Record<(typeof mergeFields)[number], string>>;

/** The messages put merge fields into single braces, as all their gaps; a letter wants them in double ones. */
const asMergeFields = Object.fromEntries(mergeFields.map((field) => [field, `{{${field}}}`])) as MergeFields;

const templates = Object.fromEntries(locales.map((locale) => [locale, templatesIn(locale)])) as Record<
  Locale,
  Record<LetterKind, LetterText>
>;

function templatesIn(locale: Locale): Record<LetterKind, LetterText> {
  const { invitation, reminder, last_call, thank_you } = texts('templates', locale);
  return {
    invitation: textOf(invitation),
    reminder: textOf(reminder),
    last_call: textOf(last_call),
    thank_you: textOf(thank_you),
  };
}

function textOf({ subject, body }: Texts['templates'][LetterKind]): LetterText {
  const paragraphs: readonly (string | ((values: MergeFields) => string))[] = body;
  return {
    subject: subject(asMergeFields),
    body: paragraphs.map((part) => (typeof part === 'string' ? part : part(asMergeFields))).join('\n\n'),
  };
}
