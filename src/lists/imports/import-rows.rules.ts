import { coded, type CodedText, packed } from '../../common/coded-text.js';
import { parseEmailAddress } from '../../common/email-address.js';
import type { CsvRecord } from './csv-records.js';
import type { ImportColumn, ImportHeader } from './import-columns.rules.js';

/** A row as it is written to the database; null keeps the stored value. */
export interface ImportRow {
  email: string;
  email_key: string;
  name: string | null;
  salutation: string | null;
  language: string | null;
  attributes: Record<string, string>;
}

/** Why a row was rejected: the cell, and what is wrong with it. */
export interface Reject {
  row: number;
  column: string;
  value: string;
  /** What is wrong, as `packed` writes it; a sentence in rows of earlier builds. */
  reason: string;
}

const MAX_CHARACTERS = 200;
const MAX_ATTRIBUTE_CHARACTERS = 1000;
const SHOWN_CHARACTERS = 200;

/**
 * Checks one row of a file. Cells missing at its end count as empty; an empty cell says nothing, so
 * that a file without names does not take names away.
 */
export function readRow(header: ImportHeader, { row, cells }: CsvRecord): ImportRow | Reject {
  const read: ImportRow = {
    email: '',
    email_key: '',
    name: null,
    salutation: null,
    language: null,
    attributes: {},
  };
  for (const column of header.columns) {
    const value = (cells[column.index] ?? '').trim();
    const reason = takeCell(read, column, value);
    if (reason) return { row, column: column.heading, value: shown(value), reason: packed(reason) };
  }
  const surplus = cells.slice(header.width).find((cell) => cell !== '');
  if (surplus !== undefined) {
    return { row, column: '', value: shown(surplus), reason: packed(coded('import.no_heading')) };
  }
  return read;
}

/** Whether a row was rejected. */
export function isReject(row: ImportRow | Reject): row is Reject {
  return 'reason' in row;
}

/** Puts a cell where it belongs; says why if it does not belong anywhere. */
function takeCell(into: ImportRow, { field, heading }: ImportColumn, value: string): CodedText | null {
  if (value.includes('\0')) return coded('import.not_text');
  if (field === 'email') {
    const address = parseEmailAddress(value);
    if (!address) return value === '' ? coded('import.missing_cell') : faultOfAddress(value);
    into.email = address.address;
    into.email_key = address.key;
    return null;
  }
  if (value === '') return null;

  if (field === 'language') {
    into.language = languageOf(value);
    return into.language ? null : coded('import.not_a_language');
  }
  const limit = field ? MAX_CHARACTERS : MAX_ATTRIBUTE_CHARACTERS;
  if (value.length > limit) return coded('import.cell_too_long', { most: limit });
  if (field) into[field] = value.replace(/\s+/g, ' ');
  else setAttribute(into.attributes, heading, value);
  return null;
}

/** An invisible character, as copied from a web page or a word processor, is named: nobody would find it. */
function faultOfAddress(value: string): CodedText {
  const invisible = /\p{Cf}/u.exec(value)?.[0];
  if (invisible === undefined) return coded('import.not_an_address');
  const code = (invisible.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return coded('import.invisible_character', { code });
}

/** Defines the key rather than assigning it, so that a column `__proto__` is a column like others. */
function setAttribute(attributes: Record<string, string>, heading: string, value: string): void {
  if (heading !== '__proto__') attributes[heading] = value;
  else Object.defineProperty(attributes, heading, { value, enumerable: true });
}

/** The primary language subtag (BCP 47) of `de`, `DE`, `de-AT` or `en_GB`; null for anything else. */
function languageOf(value: string): string | null {
  const [, primary] = /^([a-z]{2,3})([-_][a-z0-9]{2,8})*$/i.exec(value) ?? [];
  return primary?.toLowerCase() ?? null;
}

function shown(value: string): string {
  return value.slice(0, SHOWN_CHARACTERS).replaceAll('\0', ' ');
}
