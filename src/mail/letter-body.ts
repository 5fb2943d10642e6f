import type { LetterKind } from './letter-text.js';
import { type Piece, toPieces } from './merge-fields.js';
import { cleanLines } from './plain-words.js';

/** A paragraph of a letter; LF is a line break within it. */
export type Paragraph = readonly Piece[];

/** A letter's own text: what stands before closing date, button and link, and what stands after them. */
export interface LetterBody {
  opening: readonly Paragraph[];
  closing: readonly Paragraph[];
}

/**
 * Reads the plain text of a letter into paragraphs. A text without `{{greeting}}` gets one on top; the
 * first paragraph that is only `{{link}}` marks the place of the button.
 */
export function readLetterBody(
  body: string,
  kind: LetterKind,
  values: Readonly<Record<string, string>>,
): LetterBody {
  const greeted = /\{\{\s*greeting\s*\}\}/.test(body) ? body : `{{greeting}},\n\n${body}`;
  const paragraphs = cleanLines(greeted).split(/\n{2,}/);
  const button =
    kind === 'thank_you' ? -1 : paragraphs.findIndex((text) => /^\{\{\s*link\s*\}\}$/.test(text));

  const read = (texts: string[]) => texts.map((text) => toPieces(text, values));
  if (button === -1) return { opening: read(paragraphs), closing: [] };
  return { opening: read(paragraphs.slice(0, button)), closing: read(paragraphs.slice(button + 1)) };
}
