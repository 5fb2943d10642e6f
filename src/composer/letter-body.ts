import { type Block, readMarkdown } from './letter-markdown.js';
import { type LetterQuestions, questionNamed } from './letter-question.js';
import type { LetterKind } from './letter-text.js';

/** A letter's own text: what stands before closing date, button and link, and what stands after them. */
export interface LetterBody {
  opening: readonly Block[];
  closing: readonly Block[];
  /** What its fields say to everybody alike; never read as Markdown. */
  values: Readonly<Record<string, string>>;
}

/**
 * Reads the Markdown of a letter. A text without `{{greeting}}` gets one on top; the first paragraph that
 * is only `{{link}}` marks the place of the button.
 */
export function readLetterBody(
  body: string,
  kind: LetterKind,
  values: Readonly<Record<string, string>>,
  questions: LetterQuestions = new Map(),
): LetterBody {
  const greeted = isGreeted(body) ? body : `{{greeting}},\n\n${body}`;
  const blocks = readMarkdown(greeted).blocks.flatMap((block) => withQuestion(block, questions));
  const button = kind === 'thank_you' ? -1 : blocks.findIndex(isButtonPlace);
  if (button === -1) return { opening: blocks, closing: [], values };
  return { opening: blocks.slice(0, button), closing: blocks.slice(button + 1), values };
}

/** A question in its place; one that the survey does not ask, or no longer, is left out. */
function withQuestion(block: Block, questions: LetterQuestions): Block[] {
  const [only, ...others] = block.kind === 'paragraph' ? block.content : [];
  const name = only?.kind === 'text' && others.length === 0 ? questionNamed(only.text) : null;
  if (name === null) return [block];
  const question = questions.get(name);
  return question ? [{ kind: 'question', question }] : [];
}

/** Whether a text greets by itself, so that nothing needs to be put on top. */
export function isGreeted(body: string): boolean {
  return /\{\{\s*greeting\s*\}\}/.test(body);
}

export function isButtonPlace(block: Block): boolean {
  if (block.kind !== 'paragraph' || block.content.length !== 1) return false;
  const [only] = block.content;
  return only?.kind === 'text' && only.text.trim() === '{{link}}';
}
