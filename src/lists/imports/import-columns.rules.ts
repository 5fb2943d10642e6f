import { coded } from '../../common/coded-text.js';
import { ImportFailed } from './import-failed.js';

/** Columns with a meaning of their own; all others become attributes under their heading. */
export type KnownColumn = 'email' | 'name' | 'salutation' | 'language';

/** One column that is read: where it stands, its heading, and what it is. */
export interface ImportColumn {
  index: number;
  heading: string;
  field: KnownColumn | null;
}

/** The first row of a file: how many cells it has, and the columns that are read. */
export interface ImportHeader {
  width: number;
  columns: ImportColumn[];
}

const HEADINGS: Record<string, KnownColumn> = {
  email: 'email',
  'e-mail': 'email',
  mail: 'email',
  'email address': 'email',
  'e-mail address': 'email',
  'e-mail-adresse': 'email',
  emailadresse: 'email',
  'email-adresse': 'email',
  name: 'name',
  salutation: 'salutation',
  anrede: 'salutation',
  language: 'language',
  sprache: 'language',
};

const MAX_COLUMNS = 200;
const MAX_HEADING_CHARACTERS = 100;

/**
 * What the columns of a file are. Upper and lower case do not matter to the headings we know; columns
 * without a heading are not read.
 *
 * @throws ImportFailed without an e-mail column, or with two columns of the same meaning
 */
export function readHeader(header: readonly string[]): ImportHeader {
  const columns = header.flatMap((cell, index) => {
    const heading = cell.trim();
    const known = heading.toLowerCase().replace(/[\s_]+/g, ' ');
    return heading === ''
      ? []
      : [{ index, heading, field: Object.hasOwn(HEADINGS, known) ? (HEADINGS[known] ?? null) : null }];
  });
  requireReadable(columns);

  if (!columns.some(({ field }) => field === 'email')) {
    const headings = shown(columns);
    throw new ImportFailed(
      headings === '' ? coded('import.no_headings') : coded('import.no_address_column', { headings }),
    );
  }
  const seen = new Set<string>();
  for (const { heading, field } of columns) {
    const meaning = field ?? ` ${heading}`;
    if (seen.has(meaning)) {
      throw new ImportFailed(coded('import.two_columns', { heading: field ?? heading }));
    }
    seen.add(meaning);
  }
  return { width: header.length, columns };
}

function requireReadable(columns: readonly ImportColumn[]): void {
  if (columns.length > MAX_COLUMNS) {
    throw new ImportFailed(coded('import.too_many_columns', { columns: columns.length, most: MAX_COLUMNS }));
  }
  const wrong = columns.find(
    ({ heading }) => heading.length > MAX_HEADING_CHARACTERS || heading.includes('\0'),
  );
  if (wrong) {
    throw new ImportFailed(coded('import.bad_heading', { most: MAX_HEADING_CHARACTERS }));
  }
}

function shown(columns: readonly ImportColumn[]): string {
  const headings = columns.slice(0, 10).map(({ heading }) => heading.slice(0, 40));
  return headings.join(', ');
}
