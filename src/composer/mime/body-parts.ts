import type { PersonField, Piece } from '../merge-fields.js';
import { toQuotedPrintable } from './quoted-printable.js';

/** A place in a prepared body that takes a value of the person, encoded and, in HTML, escaped. */
export interface BodyGap {
  readonly gap: PersonField;
  readonly as: 'plain' | 'html';
}

/** Every gap begins and ends at a line of its own by soft line breaks, so that what fills it needs no look around. */
export function encodedParts(pieces: readonly Piece[], as: 'plain' | 'html'): (string | BodyGap)[] {
  return pieces.flatMap((piece, index): (string | BodyGap)[] => {
    const after = pieces[index + 1];
    if (typeof piece === 'string') {
      const encoded = toQuotedPrintable(piece);
      return [after !== undefined && !encoded.endsWith('\r\n') ? `${encoded}=\r\n` : encoded];
    }
    const lineEnds = after === undefined || (typeof after === 'string' && after.startsWith('\n'));
    return [{ gap: piece.gap, as }, lineEnds ? '' : '=\r\n'];
  });
}

/** The same with as few strings as possible. */
export function joinedParts(parts: readonly (string | BodyGap)[]): (string | BodyGap)[] {
  const joined: (string | BodyGap)[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}

/** Each gap once, however often it is in the body. */
export function distinctGaps(parts: readonly (string | BodyGap)[]): BodyGap[] {
  const gaps = parts.filter((part) => typeof part !== 'string');
  return [...new Map(gaps.map((gap) => [`${gap.as} ${gap.gap}`, gap])).values()];
}
