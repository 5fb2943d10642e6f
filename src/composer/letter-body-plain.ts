import type { Locale } from '../common/locale.js';
import type { Block, Inline, LinkTarget } from './letter-markdown.js';
import { answerQuery, type LetterQuestion } from './letter-question.js';
import { joinedPieces, type Piece, toPieces } from './merge-fields.js';

/** A paragraph of the plain-text part; LF is a line break within it. */
export type Paragraph = readonly Piece[];

type Values = Readonly<Record<string, string>>;

/** Blocks of a letter as plain text that reads well by itself, with every link its HTML has. */
export function blocksAsText(blocks: readonly Block[], values: Values, locale: Locale): Paragraph[] {
  return blocks.map((block) => joinedPieces(blockAsText(block, values, locale)));
}

function blockAsText(block: Block, values: Values, locale: Locale): Piece[] {
  switch (block.kind) {
    case 'paragraph':
      return inlinesAsText(block.content, values);
    case 'heading': {
      const line = inlinesAsText(block.content, values);
      return [...line, `\n${(block.level === 1 ? '=' : '-').repeat(widthOf(line))}`];
    }
    case 'list':
      return block.items.flatMap((item, index) => {
        const bullet = block.start === null ? '- ' : `${block.start + index}. `;
        const isApart = block.items.some((blocks) => blocks.filter(({ kind }) => kind !== 'list').length > 1);
        const inner = joinedBlocks(item, values, locale, isApart ? '\n\n' : '\n');
        const lines = [bullet, ...indented(inner, ' '.repeat(bullet.length))];
        return index === 0 ? lines : [isApart ? '\n\n' : '\n', ...lines];
      });
    case 'quote':
      return ['> ', ...indented(joinedBlocks(block.blocks, values, locale, '\n\n'), '> ')];
    case 'rule':
      return ['* * *'];
    case 'question':
      return questionAsText(block.question, locale);
  }
}

/** Every answer on a line with the address that chooses it. */
function questionAsText(question: LetterQuestion, locale: Locale): Piece[] {
  const { title, ends, choices } = question;
  const lines = choices.flatMap(({ value, text }): Piece[] => [
    `\n- ${text}: `,
    { gap: 'link' },
    answerQuery(question, value, locale),
  ]);
  return [ends === null ? title : `${title} (${ends})`, ...lines];
}

function joinedBlocks(blocks: readonly Block[], values: Values, locale: Locale, between: string): Piece[] {
  return blocks.flatMap((block, index) => [
    ...(index === 0 ? [] : [between]),
    ...blockAsText(block, values, locale),
  ]);
}

/** Every line but the first pushed in; an empty line gets no white space at its end. */
function indented(pieces: readonly Piece[], by: string): Piece[] {
  return joinedPieces(pieces).map((piece) =>
    typeof piece === 'string'
      ? piece.replace(/\n(\n?)/g, (_, next: string) => (next === '' ? `\n${by}` : `\n${by.trimEnd()}\n${by}`))
      : piece,
  );
}

function inlinesAsText(content: readonly Inline[], values: Values): Piece[] {
  return content.flatMap((part): Piece[] => {
    switch (part.kind) {
      case 'text':
        return part.literal ? [part.text] : toPieces(part.text, values);
      case 'break':
        return ['\n'];
      case 'strong':
      case 'emphasis':
        return inlinesAsText(part.content, values);
      case 'link':
        return linkAsText(part.target, joinedPieces(inlinesAsText(part.content, values)));
    }
  });
}

/** „words (address)“, the address alone where the words say the same. */
function linkAsText(target: LinkTarget, words: Piece[]): Piece[] {
  const [only] = words.length === 1 ? words : [];
  const isSaid =
    typeof only === 'string'
      ? only === target || `mailto:${only}` === target
      : only !== undefined && typeof target === 'object' && only.gap === target.gap;
  return isSaid ? words : [...words, ' (', target, ')'];
}

/** As wide as the words, what a person fills in counted as ten letters. */
function widthOf(line: readonly Piece[]): number {
  const width = line.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : 10), 0);
  return Math.max(3, Math.min(width, 60));
}
