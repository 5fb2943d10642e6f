import { type Locale, type LocalizedText, textIn } from '../../common/locale.js';

/**
 * How a matrix is drawn where there is room, so that every word stays whole: as a table with its heads on top;
 * with the choices of a row across, each under its own words; or as cards, as on a phone.
 */
export type MatrixLook = 'table' | 'across' | 'cards';

/** Width from which matrix.css draws a table or rows across, in rem as all here. */
const ROOM = 36;

/** Share of the first column of a table, as in matrix.css. */
const FIRST = 0.3;

/** A letter of a head and of a row's title, in the widest of the usual fonts. */
const LETTER_OF_HEAD = 0.53;
const LETTER_OF_ROW = 0.62;
const PADDING = 0.5;

/** Words end at blanks, hyphens and soft hyphens. */
export function matrixLook(
  heads: readonly LocalizedText[],
  rows: readonly LocalizedText[],
  locale: Locale,
  leastColumn = 0,
): MatrixLook {
  const column = Math.max(leastColumn, longestWord(heads, locale) * LETTER_OF_HEAD + PADDING);
  const first = longestWord(rows, locale) * LETTER_OF_ROW + PADDING;
  if (column * heads.length <= ROOM * (1 - FIRST) && first <= ROOM * FIRST) return 'table';
  return column * heads.length <= ROOM ? 'across' : 'cards';
}

function longestWord(texts: readonly LocalizedText[], locale: Locale): number {
  const words = texts.flatMap((text) => textIn(text, locale).split(/[\s/\u00ad\u2010-\u2014-]+/u));
  return Math.max(0, ...words.map((word) => Array.from(word).length));
}
