import { packed } from '../common/coded-text.js';
import { parsedUrl } from '../common/parsed-url.js';
import { Marked, type MarkedToken, type Token } from 'marked';
import { type Problem, problem } from '../common/errors.js';
import { withoutLeading, withoutTrailing } from '../common/trim-characters.js';
import { FIELD } from './double-braces.js';
import type { LetterQuestion } from './letter-question.js';
import { isLinkField, type PersonField } from './merge-fields.js';
import { oneLine } from './plain-words.js';

/** A run of text; `literal` text was escaped by a backslash and holds no merge fields. */
export interface Text {
  kind: 'text';
  text: string;
  literal: boolean;
}

/** Where a link leads: an address, or the gap of a personal one. */
export type LinkTarget = string | { readonly gap: PersonField };

export type Inline =
  | Text
  | { kind: 'break' }
  | { kind: 'strong' | 'emphasis'; content: Inline[] }
  | { kind: 'link'; target: LinkTarget; content: Inline[] };

export type Block =
  | { kind: 'paragraph'; content: Inline[] }
  /** `level` as typed; `depth` is that of its element below the survey's title, without a step left out. */
  | { kind: 'heading'; level: number; depth: number; content: Inline[] }
  | { kind: 'list'; start: number | null; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'rule' }
  /** A question whose answers are links; is in no Markdown by itself. */
  | { kind: 'question'; question: LetterQuestion };

const DEEPEST = 6;

const none = () => undefined;

/** Markdown without HTML, code, tables and link definitions: their characters stay what was typed. */
const reader = new Marked({ gfm: false }).use({
  tokenizer: {
    code: none,
    fences: none,
    html: none,
    def: none,
    table: none,
    lheading: none,
    tag: none,
    codespan: none,
    del: none,
    url: none,
  },
});

/**
 * Reads the Markdown of a letter: headings, paragraphs, lists, quotes, rules, bold, italic and links. Merge
 * fields stay in the text as they are, and every line break is one in the mail.
 *
 * @returns what is wrong with it under path `body`: a picture, a link to what is not a web or mail address,
 * deeper nesting than a mail can show
 */
export function readMarkdown(body: string): { blocks: Block[]; problems: Problem[] } {
  const problems = new Map<string, Problem>();
  const note = (found: Problem) => problems.set(packed(found), found);
  const reading = new Reading(note);
  const text = tidied(body);
  let blocks: Block[] = [];
  try {
    if (text.split('\n', MAX_LINES + 1).length > MAX_LINES) note(tooManyLines);
    if (text.split('\n\n').some(isOvermarked)) note(overmarked);
    if (text.split('\n').some(isOvernested)) note(tooDeep);
    if (problems.size > 0) blocks = plainParagraphs(text);
    else blocks = reading.blocks(reader.lexer(text) as MarkedToken[], 0);
  } catch (error) {
    // The lexer goes down one call for each level.
    if (!(error instanceof RangeError)) throw error;
    note(tooDeep);
  }
  return { blocks, problems: [...problems.values()] };
}

/** The lexer looks through the rest of a paragraph for each of these, and again for what it has found. */
const MARKS = /[*_[]/g;
const MAX_MARKS = 400;
const overmarked = problem('body', 'letter.overmarked', { most: MAX_MARKS });

/** A list of 4,000 items of one letter each is no letter, and takes as long as many. */
const MAX_LINES = 1000;
const tooManyLines = problem('body', 'letter.too_many_lines', { most: MAX_LINES });

function isOvermarked(paragraph: string): boolean {
  return paragraph.length > MAX_MARKS && paragraph.replace(MARKS, '').length < paragraph.length - MAX_MARKS;
}

/** Each quote or list at the beginning of a line has the lexer read the rest of it once more. */
const TOO_MANY_LEVELS = new RegExp(`^(?: *(?:>|[-*+] |\\d{1,9}[.)] )){${DEEPEST + 1}}`);
const RULE = /^ *([-*])[ \-*]*$/;

function isOvernested(line: string): boolean {
  return TOO_MANY_LEVELS.test(line) && !RULE.test(line);
}

/** A letter that an earlier build has taken keeps its words. */
function plainParagraphs(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'paragraph', content: lines(paragraph) }));
}

const tooDeep = problem('body', 'letter.too_deep', { most: DEEPEST });

/** The survey's title is the letter's h1. */
const FIRST_DEPTH = 2;

class Reading {
  /** The levels of the headings that the next one stands under, from the outside in. */
  private readonly above: number[] = [];

  constructor(private readonly note: (found: Problem) => void) {}

  blocks(tokens: readonly MarkedToken[], depth: number): Block[] {
    if (depth > DEEPEST) {
      this.note(tooDeep);
      return [];
    }
    const blocks: Block[] = [];
    let apart = true;
    for (const token of tokens) {
      const block = this.block(token, depth);
      const last = blocks.at(-1);
      // What would be HTML or code elsewhere parts no paragraph here; only an empty line does.
      if (!apart && block?.kind === 'paragraph' && last?.kind === 'paragraph') {
        last.content.push({ kind: 'break' }, ...block.content);
      } else if (block) blocks.push(block);
      apart = block === null;
    }
    return blocks;
  }

  private block(token: MarkedToken, depth: number): Block | null {
    switch (token.type) {
      case 'space':
        return null;
      case 'heading':
        return {
          kind: 'heading',
          level: token.depth,
          depth: this.depthOf(token.depth),
          content: this.inlines(token.tokens),
        };
      case 'hr':
        return { kind: 'rule' };
      case 'blockquote':
        return { kind: 'quote', blocks: this.blocks(token.tokens as MarkedToken[], depth + 1) };
      case 'list': {
        const items = token.items.map((item) => this.blocks(item.tokens as MarkedToken[], depth + 1));
        return { kind: 'list', start: typeof token.start === 'number' ? token.start : null, items };
      }
      default:
        return { kind: 'paragraph', content: this.inlines('tokens' in token ? token.tokens : undefined) };
    }
  }

  private depthOf(level: number): number {
    while ((this.above.at(-1) ?? 0) >= level) this.above.pop();
    this.above.push(level);
    return Math.min(this.above.length - 1 + FIRST_DEPTH, 6);
  }

  private inlines(tokens: readonly Token[] | undefined, isInLink = false): Inline[] {
    return trimmed((tokens ?? []).flatMap((token) => this.inline(token as MarkedToken, isInLink)));
  }

  private inline(token: MarkedToken, isInLink: boolean): Inline[] {
    switch (token.type) {
      case 'br':
        return [{ kind: 'break' }];
      case 'strong':
        return [{ kind: 'strong', content: this.inlines(token.tokens, isInLink) }];
      case 'em':
        return [{ kind: 'emphasis', content: this.inlines(token.tokens, isInLink) }];
      case 'escape':
        return [{ kind: 'text', text: token.text, literal: true }];
      case 'link':
        return this.link(token.href, this.inlines(token.tokens, true));
      case 'image':
        this.note(problem('body', 'letter.picture', { picture: inShort(token.raw) }));
        return [];
      default:
        return lines(token.raw).flatMap((part) =>
          part.kind === 'text' && !isInLink ? withWebAddresses(part.text) : [part],
        );
    }
  }

  private link(href: string, content: Inline[]): Inline[] {
    const target = linkTarget(href);
    if (target === null) {
      const code = href.includes('{{') ? 'letter.field_in_link' : 'letter.link';
      this.note(problem('body', code, { target: inShort(href) }));
      return content;
    }
    const isEmpty = content.length === 0;
    return [{ kind: 'link', target, content: isEmpty ? [addressAsText(target)] : content }];
  }
}

function addressAsText(target: LinkTarget): Text {
  return typeof target === 'string'
    ? { kind: 'text', text: target, literal: true }
    : { kind: 'text', text: `{{${target.gap}}}`, literal: false };
}

/** Fields without white space in them, lines without control characters; indentation is kept, it has a meaning. */
function tidied(body: string): string {
  const tidy = body
    .replace(FIELD, (_, field: string) => `{{${field.trim()}}}`)
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) => {
      const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
      const words = oneLine(line);
      return words === '' ? '' : indent.replaceAll('\t', '    ') + words;
    })
    .join('\n');
  return withoutLeading(withoutTrailing(tidy, /\n/), /\n/);
}

function lines(text: string): Inline[] {
  return text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ kind: 'break' as const }] : []),
      ...(line === '' ? [] : [{ kind: 'text' as const, text: line, literal: false }]),
    ]);
}

/** Text in which whole web addresses became links; one with a merge field in it stays text. */
function withWebAddresses(text: string): Inline[] {
  return text.split(/(https?:\/\/[^\s<>"]+)/).flatMap((part, index): Inline[] => {
    const plain = (some: string): Inline[] =>
      some === '' ? [] : [{ kind: 'text', text: some, literal: false }];
    if (index % 2 === 0 || part.includes('{{')) return plain(part);
    const address = withoutTrailing(part, /[.,;:!?'’“”»)\]]/);
    const target = linkTarget(address);
    if (typeof target !== 'string') return plain(part);
    const content: Inline[] = [{ kind: 'text', text: address, literal: true }];
    return [{ kind: 'link', target, content }, ...plain(part.slice(address.length))];
  });
}

/** No white space where a line begins. */
function trimmed(content: Inline[]): Inline[] {
  return content.flatMap((part, index): Inline[] => {
    if (part.kind !== 'text' || part.literal) return [part];
    const before = content[index - 1];
    const text = before === undefined || before.kind === 'break' ? part.text.trimStart() : part.text;
    return text === '' ? [] : [{ ...part, text }];
  });
}

/** The address a link may lead to, as it can stand in a mail; null if it is not one. */
function linkTarget(href: string): LinkTarget | null {
  const field = /^\{\{(\w+)\}\}$/.exec(href)?.[1];
  if (field !== undefined) return isLinkField(field) ? { gap: field } : null;
  if (href.includes('{{') || !/^(?:https?:\/\/|mailto:)/i.test(href) || !parsedUrl(href)) return null;
  const url = new URL(href);
  if (!['https:', 'http:', 'mailto:'].includes(url.protocol)) return null;
  if (url.username !== '' || url.password !== '') return null;
  return /^[\w\-.~:/?#@!$&()*+,;=%]+$/.test(href) ? href : url.href;
}

function inShort(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
