import { type Database, rowsOf } from '../database/rows.js';
import type { TextPlace } from '../questionnaire/answers/show/free-texts.js';
import type { Survey } from '../surveys/survey.entity.js';
import { SHOWN } from './shown-responses.queries.js';

/** A free text by itself, as a file or page may show it. */
export interface ShownText {
  /** The column it would stand in beside the answers. */
  question: string;
  text: string;
}

/** A place of texts, and the versions of the questionnaire that have it. */
export type PlaceOfVersions = TextPlace & { versionIds: string[] };

const PAGE = 1000;

/**
 * The texts of one place that may be shown. In an order that is the same each time and that nobody can work
 * out without the key: neither the texts of another question nor the responses stand in it.
 *
 * @param tx a snapshot, see `inOneSnapshot`
 * @param key 32 bytes of their own for this survey
 */
export async function* shownTexts(
  tx: Database,
  { id, privacy }: Pick<Survey, 'id' | 'privacy'>,
  { column, path, versionIds }: PlaceOfVersions,
  key: Buffer,
): AsyncGenerator<ShownText> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    `SELECT r.id FROM (${SHOWN}) r WHERE r.version_id = ANY($3::bigint[]) AND r.answers #>> $4::text[] IS NOT NULL
     ORDER BY sha256($5::bytea || convert_to(r.id::text || '/' || $6::text, 'UTF8'))`,
    [id, privacy, versionIds, path, key, column],
  );
  for (let from = 0; from < rows.length; from += PAGE) {
    const ids = rows.slice(from, from + PAGE).map((row) => row.id);
    const texts = await rowsOf<{ text: string }>(
      tx,
      `SELECT r.answers #>> $4::text[] AS text FROM (${SHOWN}) r
       JOIN unnest($3::uuid[]) WITH ORDINALITY AS wanted (id, place) ON wanted.id = r.id ORDER BY wanted.place`,
      [id, privacy, ids, path],
    );
    yield* texts.map(({ text }) => ({ question: column, text }));
  }
}
