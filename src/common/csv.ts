/** Tells spreadsheets that a file is UTF-8; stands once, before the first row. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** What may stand in a cell. Times are written in UTC (ISO 8601), what is missing as an empty cell. */
export type CsvValue = string | number | boolean | bigint | Date | null | undefined;

/**
 * One row of CSV with its line end (RFC 4180). Text that a spreadsheet would take for a formula is
 * made harmless by an apostrophe before it, as OWASP advises; plain numbers such as `-5` stay numbers.
 *
 * A program that expects another separator splits within quoted cells, as its quotes do not begin a
 * field: a German Excel reads `x,"b;=1+1"` as `x,"b` and `=1+1"`. So an apostrophe also goes behind
 * every separator and line break within a cell.
 */
export function csvRow(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

const NUMBER = /^[+-]?\d+([.,]\d+)?$/;
/** Between cells, or between rows, for one program or another. */
const SEPARATORS = ',;\t|\r\n\v\f\u0085\u2028\u2029';
/** What begins a formula, in its half-width, full-width and small forms. */
const SIGNS = '=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B';
const HAS_SIGN = /[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]/;
const NEEDS_QUOTES = /[",;\t|\r\n\v\f\u0085\u2028\u2029]/;
/** What a program may take off before it looks at a cell: blanks, invisible characters, quotes. */
const IGNORED_CHARACTERS = /[\s\p{Cc}\p{Cf}"\u2018-\u201F\u00AB\u00BB]/u;

function csvCell(value: CsvValue, column: number): string {
  if (value === null || value === undefined) return '';
  const text = value instanceof Date ? value.toISOString() : String(value);
  const safe = isHarmless(text, column) ? text : defused(text);
  return NEEDS_QUOTES.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A number is no formula, unless its sign begins what another program takes for a cell: the whole row. */
function isHarmless(text: string, column: number): boolean {
  if (NUMBER.test(text)) return column > 0 || !HAS_SIGN.test(text);
  return !HAS_SIGN.test(text) && !/^[\t\r\n]/.test(text);
}

/** Puts an apostrophe before whatever may become a cell that begins with a sign; in one pass, as texts come from strangers. */
function defused(text: string): string {
  let safe = /^[\t\r\n]/.test(text) ? "'" : '';
  let taken = 0;
  let cellAt = 0;
  let begins = safe === '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (SEPARATORS.includes(character)) {
      cellAt = at + 1;
      begins = true;
    } else if (begins && SIGNS.includes(character)) {
      safe += `${text.slice(taken, cellAt)}'`;
      taken = cellAt;
      begins = false;
    } else if (begins) begins = IGNORED_CHARACTERS.test(character);
  }
  return safe + text.slice(taken);
}
