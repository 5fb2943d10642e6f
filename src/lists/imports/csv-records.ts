import { coded } from '../../common/coded-text.js';
import { CsvError, parse, type Parser } from 'csv-parse';
import { ImportFailed } from './import-failed.js';

/** One row of a file: its number as a spreadsheet shows it, the header being row 1, and its cells. */
export interface CsvRecord {
  row: number;
  cells: string[];
}

const MAX_HEADER_CHARACTERS = 64 * 1024;
const MAX_ROW_CHARACTERS = 256 * 1024;

/**
 * Cuts CSV text (RFC 4180) into rows, those of one piece of text at a time. Comma, semicolon or tab
 * separates, whichever the header has most of. Blank rows are left out but counted.
 *
 * @throws ImportFailed naming the row where quotes are not closed or stand where none may
 */
export async function* recordsOf(text: AsyncIterable<string>): AsyncGenerator<CsvRecord[]> {
  let parser: Parser | null = null;
  let row = 0;
  const drain = (from: Parser): CsvRecord[] => {
    const records: CsvRecord[] = [];
    let cells: string[] | null;
    while ((cells = from.read() as string[] | null) !== null) {
      row++;
      if (cells.some((cell) => cell !== '')) records.push({ row, cells });
    }
    if (from.errored) throw brokenAt(row + 1, from.errored);
    return records;
  };

  let opening = '';
  for await (const piece of text) {
    if (!parser) {
      opening += piece;
      if (headerLength(opening) === null && opening.length < MAX_HEADER_CHARACTERS) continue;
      parser = parserFor(opening);
    }
    parser.write(opening || piece);
    opening = '';
    yield drain(parser);
  }
  parser ??= parserFor(opening);
  parser.end(opening);
  yield drain(parser);
}

/** The separator the first row has most of outside quotes. */
export function delimiterOf(text: string): string {
  const header = text.slice(0, headerLength(text) ?? text.length).replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best), ',');
}

/** Where the first row that is not blank ends; null while it does not. */
function headerLength(text: string): number | null {
  const match = /^\s*(?=\S)(?:"[^"]*"|[^"\r\n])+[\r\n]/.exec(text);
  return match ? match[0].length : null;
}

function parserFor(opening: string): Parser {
  const parser = parse({
    delimiter: delimiterOf(opening),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    trim: true,
    max_record_size: MAX_ROW_CHARACTERS,
  });
  // Errors are in `errored`, right after the piece that caused them.
  parser.on('error', () => undefined);
  return parser;
}

const EXPLAINED = {
  CSV_QUOTE_NOT_CLOSED: 'import.open_quote',
  CSV_MAX_RECORD_SIZE: 'import.row_too_long',
  CSV_INVALID_CLOSING_QUOTE: 'import.text_after_quote',
  INVALID_OPENING_QUOTE: 'import.quote_within',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'import.text_after_quote',
} as const;

function brokenAt(row: number, error: Error): ImportFailed {
  const code = error instanceof CsvError ? error.code : '';
  const isKnown = (name: string): name is keyof typeof EXPLAINED => Object.hasOwn(EXPLAINED, name);
  return new ImportFailed(coded(isKnown(code) ? EXPLAINED[code] : 'import.not_csv', { row }));
}
