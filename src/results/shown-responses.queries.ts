import { type Database, rowsOf } from '../database/rows.js';
import type { Answers } from '../questionnaire/answers/answers.js';
import type { Survey } from '../surveys/survey.entity.js';
import { OTHER_VALUE, rareValues } from './disclosure.rules.js';

type Other = typeof OTHER_VALUE;

/**
 * A response as it may be shown. What its survey does not tell of people is null, and what too few share
 * is `other`.
 */
export interface ShownResponse {
  id: string;
  participantId: string | null;
  email: string | null;
  name: string | null;
  /** In pseudonymous surveys what stands for the person; null behind an open link. */
  code: string | null;
  /** In identified surveys. */
  submittedAt: Date | null;
  /** In pseudonymous surveys instead: the day in the survey's zone, `2027-11-05`. */
  day: string | null;
  language: string | null;
  via: 'personal' | 'open' | Other;
  screenedOut: boolean | Other;
  /** In identified surveys. */
  revision: number | null;
  /** In identified surveys. */
  changedAt: Date | null;
  version: number | Other;
  versionId: string;
  answers: Answers;
}

/** As it was released, before anything is `other`. */
interface ReleasedResponse extends ShownResponse {
  via: 'personal' | 'open';
  screenedOut: boolean;
  version: number;
}

export type SurveyShown = Pick<Survey, 'id' | 'privacy' | 'timeZone'>;

const PAGE = 1000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Responses of survey `$1` of privacy `$2` that may be shown, each as the revision that was released: what it
 * has become since is for the next release.
 */
export const SHOWN = `
  SELECT r.id, r.survey_id, r.participant_id, r.code, r.via, r.submitted_at, r.revision, r.changed_at,
    coalesce(h.version_id, r.version_id) AS version_id, coalesce(h.answers, r.answers) AS answers,
    coalesce(h.language, r.language) AS language, coalesce(h.screened_out, r.screened_out) AS screened_out
  FROM responses r
  LEFT JOIN response_revisions h
    ON h.response_id = r.id AND h.revision = r.released_revision AND r.released_revision < r.revision
  WHERE r.survey_id = $1 AND ($2 = 'identified' OR r.released_revision IS NOT NULL)`;

/**
 * The responses of a survey that may be shown, page by page and never all in memory. In the order of their
 * random ids, so that what tells no times tells nothing by its order either.
 *
 * @param tx a snapshot, see `inOneSnapshot`: no release may come between two pages
 */
export async function* shownResponses(tx: Database, survey: SurveyShown): AsyncGenerator<ShownResponse> {
  const { id, privacy, timeZone } = survey;
  const isIdentified = privacy === 'identified';
  const tell = isIdentified ? (row: ShownResponse) => row : await tellingFew(tx, survey);
  let after = BEFORE_ALL;
  for (;;) {
    const rows = await rowsOf<ReleasedResponse>(
      tx,
      `SELECT r.id, r.participant_id AS "participantId", s.email, s.name, r.code,
         CASE WHEN $3 THEN r.submitted_at END AS "submittedAt", ${METADATA},
         CASE WHEN $3 THEN r.revision END AS revision, CASE WHEN $3 THEN r.changed_at END AS "changedAt",
         v.id AS "versionId", r.answers
       FROM (${SHOWN} AND r.id > $5 ORDER BY r.id LIMIT ${PAGE}) r
       JOIN questionnaire_versions v ON v.id = r.version_id
       LEFT JOIN participants p ON p.id = r.participant_id
       LEFT JOIN subscribers s ON s.id = p.subscriber_id
       ORDER BY r.id`,
      [id, privacy, isIdentified, timeZone, after],
    );
    yield* rows.map(tell);
    const last = rows.at(-1);
    if (rows.length < PAGE || !last) return;
    after = last.id;
  }
}

/** The metadata of response `r` that may be shown where enough responses share it; `$4` is the zone. */
const METADATA = `CASE WHEN $2 <> 'identified' THEN (r.submitted_at AT TIME ZONE $4)::date::text END AS day,
  r.language, r.via, r.screened_out AS "screenedOut", v.number AS version`;

const told = ['day', 'language', 'via', 'screenedOut', 'version'] as const;

/** Puts `other` for what too few of the shown responses share, kind by kind. */
async function tellingFew(
  tx: Database,
  { id, privacy, timeZone }: SurveyShown,
): Promise<(row: ShownResponse) => ShownResponse> {
  const rows = await rowsOf<Pick<ReleasedResponse, (typeof told)[number]> & { count: number }>(
    tx,
    `SELECT ${METADATA}, count(*)::int AS count FROM (${SHOWN} AND $3) r
     JOIN questionnaire_versions v ON v.id = r.version_id GROUP BY 1, 2, 3, 4, 5`,
    [id, privacy, true, timeZone],
  );
  const rare = told.map((kind) => {
    const counts = new Map<unknown, number>();
    for (const row of rows) counts.set(row[kind], (counts.get(row[kind]) ?? 0) + row.count);
    return [kind, rareValues(counts)] as const;
  });
  return (row) => {
    const others = rare.filter(([kind, values]) => values.has(row[kind])).map(([kind]) => kind);
    return { ...row, ...Object.fromEntries(others.map((kind) => [kind, OTHER_VALUE])) };
  };
}
