import { ImportFailed } from './import-failed.js';

/** What a column of a file means to us; everything else becomes an attribute under its heading. */
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
    throw new ImportFailed(
      `Row 1 has no e-mail column; one must be headed email, e-mail or E-Mail-Adresse. It has: ${shown(columns)}.`,
    );
  }
  const seen = new Set<string>();
  for (const { heading, field } of columns) {
    const meaning = field ?? ` ${heading}`;
    if (seen.has(meaning)) {
      throw new ImportFailed(`Row 1 has two columns for ${field ?? heading}; leave one of them out.`);
    }
    seen.add(meaning);
  }
  return { width: header.length, columns };
}

function requireReadable(columns: readonly ImportColumn[]): void {
  if (columns.length > MAX_COLUMNS) {
    throw new ImportFailed(`Row 1 has ${columns.length} columns; at most ${MAX_COLUMNS} can be read.`);
  }
  const wrong = columns.find(
    ({ heading }) => heading.length > MAX_HEADING_CHARACTERS || heading.includes('\0'),
  );
  if (wrong) {
    throw new ImportFailed(
      `Row 1 has a heading that is longer than ${MAX_HEADING_CHARACTERS} characters or not text; is it the header?`,
    );
  }
}

function shown(columns: readonly ImportColumn[]): string {
  const headings = columns.slice(0, 10).map(({ heading }) => heading.slice(0, 40));
  return headings.length > 0 ? headings.join(', ') : 'nothing';
}
