import type { Locale } from '../common/locale.js';
import { isButtonPlace, isGreeted } from './letter-body.js';
import { type Block, type Inline, readMarkdown } from './letter-markdown.js';
import type { LetterKind, LetterText } from './letter-text.js';

/** What makes a letter look like junk mail, or read badly; it may be sent all the same. */
export const letterWarningCodes = [
  'subject_long',
  'subject_capitals',
  'subject_exclamations',
  'body_exclamations',
  'closing_date_missing',
  'closing_date_not_in_text',
  'link_missing',
  'link_not_in_text',
  'link_in_sentence',
  'nameless',
  'greeted_twice',
  'foreign_link',
  'plain_http',
  'language_missing',
] as const;

export type LetterWarningCode = (typeof letterWarningCodes)[number];

export interface LetterWarning {
  code: LetterWarningCode;
  field: 'subject' | 'body';
  /** A hint is about what the template makes up for by itself. */
  tone: 'warning' | 'hint';
  /** What it is about: a number, a host, a language. */
  about: string;
}

/** A letter as it was written, and as one person would read it. */
export interface LetterInReview {
  kind: LetterKind;
  text: LetterText;
  /** Whether staff wrote the body themselves; hints are left out for the template's. */
  hasOwnBody: boolean;
  /** Filled for one person. */
  shown: { subject: string; text: string };
  /** As `{{closingDate}}` is filled in. */
  closingDate: string;
  /** The person's own link. */
  link: string;
  /** How many of those it goes to have no name. */
  nameless: number;
  /** Where the questionnaire's pages are. */
  publicUrl: string;
}

const LONGEST_SUBJECT = 70;

/** What should be looked at again in a letter, the subject first. */
export function letterWarnings(letter: LetterInReview): LetterWarning[] {
  const { blocks } = readMarkdown(letter.text.body);
  return [
    ...subjectWarnings(letter.shown.subject),
    ...(letter.kind === 'thank_you' ? [] : [...dateWarnings(letter), ...linkWarnings(letter, blocks)]),
    ...greetingWarnings(letter),
    ...(exclamations(letter.text.body) > 1 ? [warning('body_exclamations', 'body')] : []),
    ...webLinkWarnings(blocks, letter.publicUrl),
  ];
}

/** Languages that get the template while another has words of its own. */
export function languageWarnings(
  words: Partial<Record<Locale, Partial<LetterText>>>,
  languages: readonly Locale[],
): LetterWarning[] {
  return (['subject', 'body'] as const).flatMap((field) => {
    const without = languages.filter((locale) => words[locale]?.[field] === undefined);
    if (without.length === languages.length) return [];
    return without.map((locale) => warning('language_missing', field, locale));
  });
}

function subjectWarnings(subject: string): LetterWarning[] {
  const length = Array.from(subject).length;
  const capitals = subject.match(/\p{Lu}/gu)?.length ?? 0;
  const letters = subject.match(/\p{L}/gu)?.length ?? 0;
  return [
    ...(length > LONGEST_SUBJECT ? [warning('subject_long', 'subject', String(length))] : []),
    ...(letters >= 8 && capitals > letters / 2 ? [warning('subject_capitals', 'subject')] : []),
    ...(exclamations(subject) > 1 ? [warning('subject_exclamations', 'subject')] : []),
  ];
}

function dateWarnings({ text, shown, closingDate, hasOwnBody }: LetterInReview): LetterWarning[] {
  if (!shown.text.includes(closingDate)) return [warning('closing_date_missing', 'body')];
  if (!hasOwnBody || holdsField(text.body, 'closingDate')) return [];
  return [hint('closing_date_not_in_text', 'body')];
}

function linkWarnings({ text, shown, link, hasOwnBody }: LetterInReview, blocks: Block[]): LetterWarning[] {
  if (!shown.text.includes(link)) return [warning('link_missing', 'body')];
  if (!hasOwnBody || blocks.some(isButtonPlace)) return [];
  if (!holdsField(text.body, 'link')) return [hint('link_not_in_text', 'body')];
  return blocks.some(isLinkAlone) ? [] : [hint('link_in_sentence', 'body')];
}

function greetingWarnings({ text, nameless }: LetterInReview): LetterWarning[] {
  const usesName = holdsField(text.subject, 'name')
    ? 'subject'
    : holdsField(text.body, 'name')
      ? 'body'
      : null;
  const greetsByItself =
    /^\W*(sehr geehrte|liebe|guten (tag|morgen)|hallo|dear|hello|hi|bonjour|ch[eè]re?|madame|monsieur|szanown[aiy]|dzień dobry|geachte|beste|goede(ndag|morgen))(?!\p{L})/iu.test(
      text.body,
    );
  return [
    ...(usesName && nameless > 0 ? [warning('nameless', usesName, String(nameless))] : []),
    ...(greetsByItself && !isGreeted(text.body) ? [warning('greeted_twice', 'body')] : []),
  ];
}

function webLinkWarnings(blocks: readonly Block[], publicUrl: string): LetterWarning[] {
  const own = new URL(publicUrl).hostname;
  const urls = inlinesOf(blocks).flatMap((part) =>
    part.kind === 'link' && typeof part.target === 'string' && part.target.startsWith('http')
      ? [new URL(part.target)]
      : [],
  );
  const foreign = new Set(urls.map(({ hostname }) => hostname).filter((host) => host !== own));
  const open = new Set(urls.filter(({ protocol }) => protocol === 'http:').map(({ href }) => href));
  return [
    ...[...foreign].map((host) => warning('foreign_link', 'body', host)),
    ...[...open].map((href) => warning('plain_http', 'body', href)),
  ];
}

function warning(code: LetterWarningCode, field: LetterWarning['field'], about = ''): LetterWarning {
  return { code, field, tone: 'warning', about };
}

function hint(code: LetterWarningCode, field: LetterWarning['field']): LetterWarning {
  return { code, field, tone: 'hint', about: '' };
}

function exclamations(text: string): number {
  return text.match(/!/g)?.length ?? 0;
}

function holdsField(text: string, field: string): boolean {
  return new RegExp(`\\{\\{\\s*${field}\\s*\\}\\}`).test(text);
}

/** A paragraph that is nothing but a link with words of its own to the questionnaire. */
function isLinkAlone(block: Block): boolean {
  return (
    block.kind === 'paragraph' &&
    block.content.length === 1 &&
    inlinesOf([block]).some(
      (part) => part.kind === 'link' && typeof part.target !== 'string' && part.target.gap === 'link',
    )
  );
}

/** Every run of text and every link, wherever it stands. */
function inlinesOf(blocks: readonly Block[]): Inline[] {
  const within = (content: readonly Inline[]): Inline[] =>
    content.flatMap((part) => [part, ...('content' in part ? within(part.content) : [])]);
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap((item) => inlinesOf(item));
    if (block.kind === 'quote') return inlinesOf(block.blocks);
    return 'content' in block ? within(block.content) : [];
  });
}
