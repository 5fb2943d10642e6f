import { InvalidInput, problem } from '../common/errors.js';
import type { Locale } from '../common/locale.js';
import { escapeHtml } from './html-escape.js';
import { readLetterBody } from './letter-body.js';
import { cleanFacts, type LetterFacts } from './letter-facts.js';
import { letterHtml } from './letter-html.js';
import { letterPlain } from './letter-plain.js';
import { checkLetterText, defaultLetterText, type LetterKind, type LetterText } from './letter-text.js';
import { wording } from './letter-wording.js';
import { type Piece, type PersonField, toPieces } from './merge-fields.js';
import { oneLine } from './plain-words.js';
import { toQuotedPrintable } from './mime/quoted-printable.js';

/** What a letter says to one person; plain values, escaped where they are put in. */
export type PersonFields = Record<PersonField, string>;

/** A letter of one wave and language, ready but for the gaps of the person. */
export interface CompiledLetter {
  readonly kind: LetterKind;
  readonly locale: Locale;
  readonly subject: readonly Piece[];
  /** HTML; what fills a gap must be escaped. */
  readonly html: readonly Piece[];
  /** Plain text with LF line ends. */
  readonly text: readonly Piece[];
}

/** Gmail cuts a letter off near 102 KB. */
const HTML_LIMIT_BYTES = 100_000;

/**
 * Compiles a letter once for all its recipients; 5–10 ms, the first in a process takes seconds to load MJML.
 * @param text null for the default text of kind and language
 * @throws InvalidInput for an unknown field (`body`, `subject`), a link that is not http(s) (`privacyUrl`,
 *   `imprintUrl`), or a letter over 100 KB (`body`)
 */
export async function compileLetter(
  kind: LetterKind,
  locale: Locale,
  text: LetterText | null,
  facts: LetterFacts,
): Promise<CompiledLetter> {
  const wanted = text ?? defaultLetterText(kind, locale);
  checkLetterText(wanted);
  const clean = cleanFacts(facts);

  const { surveyTitle, closingDate, closingDay, senderName } = clean;
  const minutes = String(clean.minutes);
  const daysLeft = wording[locale].daysLeft({ days: clean.daysLeft });
  const values = { surveyTitle, closingDate, closingDay, daysLeft, minutes, senderName };
  const preview = oneLine(wanted.preview ?? defaultPreview(kind, locale, clean));
  const body = readLetterBody(wanted.body, kind, values, kind === 'thank_you' ? undefined : facts.questions);
  const html = await letterHtml(kind, locale, body, toPieces(preview, values), clean);
  if (html.reduce((bytes, piece) => bytes + encodedBytes(piece), 0) > HTML_LIMIT_BYTES) {
    throw new InvalidInput([problem('body', 'letter.too_large')]);
  }
  return {
    kind,
    locale,
    subject: toPieces(oneLine(wanted.subject), values),
    html,
    text: letterPlain(kind, locale, body, clean),
  };
}

/** What the subject does not say: how long it takes, and until when. */
function defaultPreview(kind: LetterKind, locale: Locale, { minutes, closingDay }: LetterFacts): string {
  const { preview } = wording[locale];
  return kind === 'thank_you' ? preview.thank_you : preview[kind]({ minutes, closingDay });
}

/** One person's letter, as a preview shows it. */
export function fillLetter(
  letter: CompiledLetter,
  person: PersonFields,
): { subject: string; html: string; text: string } {
  const plain = (field: PersonField) => oneLine(person[field]);
  return {
    subject: oneLine(fillPieces(letter.subject, plain)),
    html: fillPieces(letter.html, (field) => escapeHtml(plain(field))),
    text: fillPieces(letter.text, plain),
  };
}

function fillPieces(pieces: readonly Piece[], valueOf: (field: PersonField) => string): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : valueOf(piece.gap))).join('');
}

function encodedBytes(piece: Piece): number {
  return typeof piece === 'string' ? toQuotedPrintable(piece).length : 0;
}
