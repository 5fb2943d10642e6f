import { type Database, rowsOf } from '../database/rows.js';
import { hasBroken } from '../database/sql-state.js';
import { ASKED_SURVEY, type AskedSurvey } from '../responses/visit.queries.js';

/** A link that anybody may use, beside the personal ones. */
export interface OpenLink {
  slug: string;
  isOn: boolean;
  /** Responses taken through it in one minute, all people together. */
  perMinute: number;
}

export async function findOpenLink(database: Database, survey: string): Promise<OpenLink | null> {
  const [link] = await rowsOf<OpenLink>(
    database,
    'SELECT slug, is_on AS "isOn", per_minute AS "perMinute" FROM open_links WHERE survey_id = $1',
    [survey],
  );
  return link ?? null;
}

/** @returns false if another survey has this slug */
export async function saveOpenLink(
  database: Database,
  survey: string,
  { slug, isOn, perMinute }: OpenLink,
  now: Date,
): Promise<boolean> {
  try {
    await rowsOf(
      database,
      `INSERT INTO open_links (survey_id, slug, is_on, per_minute, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (survey_id) DO UPDATE SET slug = excluded.slug, is_on = excluded.is_on, per_minute = excluded.per_minute`,
      [survey, slug, isOn, perMinute, now],
    );
    return true;
  } catch (error) {
    // The unique key alone sees a slug that another survey takes at this very moment.
    if (!hasBroken(error, 'unique')) throw error;
    return false;
  }
}

/** The survey behind an open link that is on. */
export async function findOpenSurvey(
  database: Database,
  slug: string,
): Promise<(AskedSurvey & { slug: string; perMinute: number }) | null> {
  const [survey] = await rowsOf<AskedSurvey & { slug: string; perMinute: number }>(
    database,
    `SELECT ${ASKED_SURVEY}, o.slug, o.per_minute AS "perMinute"
     FROM open_links o JOIN surveys v ON v.id = o.survey_id WHERE o.slug = $1 AND o.is_on`,
    [slug],
  );
  return survey ?? null;
}
