import type { Locale } from '../common/locale.js';
import { escapeHtml } from './html-escape.js';
import type { Block, Inline, LinkTarget } from './letter-markdown.js';
import { questionAsHtml } from './letter-question-html.js';
import { letterStyles } from './letter-styles.js';
import { isLinkField, type Piece, toPieces } from './merge-fields.js';

type Values = Readonly<Record<string, string>>;

const INDENT = 'padding:0 0 0 26px';

/** How large a heading is that was typed with one, two, or three and more signs. */
const headingSizes = [22, 19, 17] as const;

/**
 * Blocks of a letter as HTML that mail programs show alike: every distance stands on its element. Gaps stay
 * as `{{field}}`; all else is escaped.
 */
export function blocksAsHtml(blocks: readonly Block[], values: Values, locale: Locale): string {
  return blocks
    .map((block, index) => blockAsHtml(block, values, locale, index === blocks.length - 1))
    .join('');
}

function blockAsHtml(block: Block, values: Values, locale: Locale, isLast: boolean): string {
  const margin = isLast ? 'margin:0' : 'margin:0 0 18px';
  const inner = (content: readonly Inline[]) => inlinesAsHtml(content, values);
  switch (block.kind) {
    case 'paragraph':
      return `<p dir="auto" style="${margin};text-align:start">${inner(block.content)}</p>`;
    case 'heading': {
      const size = headingSizes[Math.min(block.level, headingSizes.length) - 1] ?? headingSizes[0];
      const style = `margin:0 0 ${isLast ? 0 : 10}px;font-size:${size}px;line-height:1.35;font-weight:600;text-align:start`;
      const tag = `h${block.depth}`;
      return `<${tag} dir="auto" style="${style}">${inner(block.content)}</${tag}>`;
    }
    case 'list':
      return listAsHtml(block, values, locale, margin);
    case 'quote': {
      const style = `${margin};padding:2px 0 2px 16px;border-left:4px solid #b3c4c7`;
      return `<blockquote class="quote" style="${style}">${blocksAsHtml(block.blocks, values, locale)}</blockquote>`;
    }
    case 'rule': {
      const style = `margin:${isLast ? '8px 0 0' : '8px 0 26px'};border:0;border-top:1px solid #b3c4c7`;
      return `<hr class="rule" style="${style}">`;
    }
    case 'question':
      return questionAsHtml(block.question, locale, margin);
  }
}

function listAsHtml(
  { start, items }: Extract<Block, { kind: 'list' }>,
  values: Values,
  locale: Locale,
  margin: string,
): string {
  const tag = start === null ? 'ul' : 'ol';
  const first = start === null || start === 1 ? '' : ` start="${start}"`;
  const rows = items.map((blocks, index) => {
    const style = index === items.length - 1 ? 'margin:0' : 'margin:0 0 8px';
    return `<li dir="auto" style="${style};text-align:start">${itemAsHtml(blocks, values, locale)}</li>`;
  });
  return `<${tag}${first} style="${margin};${INDENT}">${rows.join('')}</${tag}>`;
}

/** The first line of an item is next to its bullet, not in a paragraph of its own. */
function itemAsHtml([first, ...others]: readonly Block[], values: Values, locale: Locale): string {
  if (first?.kind !== 'paragraph') return blocksAsHtml(first ? [first, ...others] : [], values, locale);
  const line = inlinesAsHtml(first.content, values);
  if (others.length === 0) return line;
  return `<p dir="auto" style="margin:0 0 8px;text-align:start">${line}</p>${blocksAsHtml(others, values, locale)}`;
}

function inlinesAsHtml(content: readonly Inline[], values: Values, isInLink = false): string {
  return content
    .map((part): string => {
      switch (part.kind) {
        case 'text':
          return part.literal
            ? escapeHtml(part.text)
            : toPieces(part.text, values)
                .map((piece) => pieceAsHtml(piece, isInLink))
                .join('');
        case 'break':
          return '<br>';
        case 'strong':
          return `<strong>${inlinesAsHtml(part.content, values, isInLink)}</strong>`;
        case 'emphasis':
          return `<em>${inlinesAsHtml(part.content, values, isInLink)}</em>`;
        case 'link':
          return linkAsHtml(part.target, inlinesAsHtml(part.content, values, true));
      }
    })
    .join('');
}

function linkAsHtml(target: LinkTarget, inner: string): string {
  const href = typeof target === 'string' ? escapeHtml(target) : `{{${target.gap}}}`;
  const style = inner === href ? letterStyles.addressStyle : letterStyles.linkStyle;
  return `<a href="${href}" style="${style}">${inner}</a>`;
}

function pieceAsHtml(piece: Piece, isInLink: boolean): string {
  if (typeof piece === 'string') return escapeHtml(piece);
  const field = `{{${piece.gap}}}`;
  return isLinkField(piece.gap) && !isInLink ? linkAsHtml(piece, field) : field;
}
