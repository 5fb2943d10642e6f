/** Tells spreadsheets that a file is UTF-8; stands once, before the first row. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** What may stand in a cell. Times are written in UTC (ISO 8601), what is missing as an empty cell. */
export type CsvValue = string | number | boolean | bigint | Date | null | undefined;

/**
 * One row of CSV with its line end (RFC 4180). Text that a spreadsheet would take for a formula is
 * made harmless by a leading apostrophe, as OWASP advises; plain numbers such as `-5` stay numbers.
 */
export function csvRow(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

/** `=`, `+`, `-`, `@` and their full-width forms, tab and carriage return; also behind spaces. */
const LOOKS_LIKE_FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;

function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  const text = value instanceof Date ? value.toISOString() : String(value);
  const safe = LOOKS_LIKE_FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
