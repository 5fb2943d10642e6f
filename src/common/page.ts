import { InvalidInput, problem } from './errors.js';

/** One page of a longer list; `next` is the cursor of the following one, null on the last. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** Where a page begins and how long it may be. */
export interface PageRequest {
  cursor?: string | undefined;
  limit: number;
}

/** Packs the sort key of a page's last row into an opaque text (base64url of a JSON array). */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * Unpacks what `encodeCursor` made.
 *
 * @param length how many parts the sort key has
 * @throws InvalidInput for anything else
 */
export function decodeCursor(cursor: string, length: number): string[] {
  const key = parsed(Buffer.from(cursor, 'base64url').toString());
  if (!Array.isArray(key) || key.length !== length || !key.every((part) => typeof part === 'string')) {
    throw wrongCursor();
  }
  return key;
}

/**
 * The id after which a page begins; `0`, before every id, without a cursor.
 *
 * @throws InvalidInput for a cursor that is not ours
 */
export function idAfter(cursor: string | undefined): string {
  if (cursor === undefined) return '0';
  const [id = ''] = decodeCursor(cursor, 1);
  if (!/^\d{1,18}$/.test(id)) throw wrongCursor();
  return id;
}

/**
 * Cuts a page out of the rows read for it.
 *
 * @param rows up to `limit + 1` rows, so that the one too many tells that there is a next page
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly string[],
  shape: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(shape), next: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}

function wrongCursor(): InvalidInput {
  return new InvalidInput([problem('cursor', 'field.cursor')]);
}
