import { type Database, rowOf, rowsOf } from '../../database/rows.js';
import { GROUP_VALUES } from './group-members.queries.js';
import type { Enrolment } from './enrolment.entity.js';

/** Whom to enrol: a list, or those of it who match a segment's path. */
export interface Source {
  listId: string;
  segmentPath: string | null;
}

/** What becomes of each subscriber of a list when it is enrolled. The five add up to the list. */
export interface EnrolmentCounts {
  enrolled: number;
  already: number;
  suppressed: number;
  unsubscribed: number;
  /** Not in the segment. */
  outside: number;
}

/** Everybody on list `$2`, and what speaks against taking them into survey `$1`. */
const CANDIDATES = `
  SELECT s.id, s.unsubscribed_at IS NOT NULL AS unsubscribed, ${GROUP_VALUES} AS group_values,
    coalesce(s.attributes @@ $3::jsonpath, $3::jsonpath IS NULL) AS inside,
    EXISTS (SELECT FROM suppressions x WHERE x.email_key = s.email_key) AS suppressed,
    EXISTS (SELECT FROM participants p JOIN subscribers o ON o.id = p.subscriber_id
      WHERE p.survey_id = $1 AND o.email_key = s.email_key) AS already
  FROM subscribers s JOIN surveys v ON v.id = $1 WHERE s.list_id = $2`;

/**
 * Makes participants of a list's subscribers. One statement, repeatable: the unique key (survey,
 * subscriber) adds only who was missing, and an address that is in from another list is not asked twice.
 * Suppressed and unsubscribed people are not taken in.
 */
export async function enrolList(
  tx: Database,
  survey: string,
  { listId, segmentPath }: Source,
  now: Date,
): Promise<EnrolmentCounts> {
  return rowOf<EnrolmentCounts>(
    tx,
    `WITH candidates AS MATERIALIZED (${CANDIDATES}
     ), enrolled AS (
       INSERT INTO participants (survey_id, subscriber_id, enrolled_at, group_values)
       SELECT $1, id, $4, group_values FROM candidates
       WHERE inside AND NOT suppressed AND NOT unsubscribed AND NOT already ORDER BY id
       ON CONFLICT (survey_id, subscriber_id) DO NOTHING
       RETURNING 1
     )
     SELECT (SELECT count(*) FROM enrolled)::int AS enrolled,
       (count(*) FILTER (WHERE inside AND NOT suppressed AND NOT unsubscribed))::int
         - (SELECT count(*) FROM enrolled)::int AS already,
       (count(*) FILTER (WHERE inside AND suppressed))::int AS suppressed,
       (count(*) FILTER (WHERE inside AND unsubscribed AND NOT suppressed))::int AS unsubscribed,
       (count(*) FILTER (WHERE NOT inside))::int AS outside
     FROM candidates`,
    [survey, listId, segmentPath, now],
  );
}

/** Previews an enrolment without writing anything. */
export async function previewEnrolment(
  database: Database,
  survey: string,
  { listId, segmentPath }: Source,
): Promise<EnrolmentCounts> {
  return rowOf<EnrolmentCounts>(
    database,
    `WITH candidates AS (${CANDIDATES})
     SELECT (count(*) FILTER (WHERE inside AND NOT suppressed AND NOT unsubscribed AND NOT already))::int AS enrolled,
       (count(*) FILTER (WHERE inside AND NOT suppressed AND NOT unsubscribed AND already))::int AS already,
       (count(*) FILTER (WHERE inside AND suppressed))::int AS suppressed,
       (count(*) FILTER (WHERE inside AND unsubscribed AND NOT suppressed))::int AS unsubscribed,
       (count(*) FILTER (WHERE NOT inside))::int AS outside
     FROM candidates`,
    [survey, listId, segmentPath],
  );
}

/** Stores the source of participants; an existing source keeps following unless told otherwise. */
export async function noteEnrolment(
  tx: Database,
  source: Pick<Enrolment, 'surveyId' | 'listId' | 'segmentId'>,
  follows: boolean | undefined,
  now: Date,
): Promise<boolean> {
  const noted = await rowOf<{ follows: boolean }>(
    tx,
    `INSERT INTO enrolments (survey_id, list_id, segment_id, follows, created_at)
     VALUES ($1, $2, $3, coalesce($4, false), $5)
     ON CONFLICT (survey_id, list_id, segment_id) DO UPDATE SET follows = coalesce($4, enrolments.follows)
     RETURNING follows`,
    [source.surveyId, source.listId, source.segmentId, follows ?? null, now],
  );
  return noted.follows;
}

/** An enrolment with the names of what it is made from. */
export interface EnrolmentRow {
  id: string;
  listId: string;
  listName: string;
  segmentId: string | null;
  segmentName: string | null;
  follows: boolean;
  createdAt: Date;
}

const ROW = `
  SELECT e.id, e.list_id AS "listId", l.name AS "listName", e.segment_id AS "segmentId", g.name AS "segmentName",
    e.follows, e.created_at AS "createdAt"
  FROM enrolments e JOIN lists l ON l.id = e.list_id LEFT JOIN segments g ON g.id = e.segment_id`;

/** A survey's enrolments by ascending id, from behind `after`. */
export async function enrolmentsAfter(
  database: Database,
  survey: string,
  after: string,
  limit: number,
): Promise<EnrolmentRow[]> {
  return rowsOf<EnrolmentRow>(
    database,
    `${ROW} WHERE e.survey_id = $1 AND e.id > $2 ORDER BY e.id LIMIT $3`,
    [survey, after, limit],
  );
}

export async function enrolmentOf(
  database: Database,
  survey: string,
  id: string,
): Promise<EnrolmentRow | null> {
  const [row] = await rowsOf<EnrolmentRow>(database, `${ROW} WHERE e.survey_id = $1 AND e.id = $2`, [
    survey,
    id,
  ]);
  return row ?? null;
}

/**
 * Followed sources, of open surveys, that hold somebody who is to be taken in. Only reads: nearly always
 * there is nobody, and then no survey is locked.
 *
 * Counts, although one would do: asked for the first one, the planner looks everybody up by index in the
 * hope to be done soon, and there is no first one. `OFFSET 0` keeps the segment to those who are left.
 *
 * @param list only sources of this list
 */
export async function sourcesWithNewcomers(
  database: Database,
  now: Date,
  list: string | null = null,
): Promise<{ id: string; surveyId: string }[]> {
  return rowsOf(
    database,
    `SELECT e.id, e.survey_id AS "surveyId"
     FROM enrolments e JOIN surveys v ON v.id = e.survey_id LEFT JOIN segments g ON g.id = e.segment_id
     WHERE e.follows AND v.state = 'published' AND v.closes_at > $1 AND ($2::bigint IS NULL OR e.list_id = $2)
       AND (
         SELECT count(*) FROM (
           SELECT s.attributes FROM subscribers s
           WHERE s.list_id = e.list_id AND s.unsubscribed_at IS NULL
             AND NOT EXISTS (SELECT FROM participants p JOIN subscribers o ON o.id = p.subscriber_id
               WHERE p.survey_id = e.survey_id AND o.email_key = s.email_key)
             AND NOT EXISTS (SELECT FROM suppressions x WHERE x.email_key = s.email_key)
           OFFSET 0
         ) left_over
         WHERE g.path IS NULL OR left_over.attributes @@ g.path) > 0
     ORDER BY e.id`,
    [now, list],
  );
}

/** A followed source of an open survey, read under the survey's lock; null if it has ceased to be one. */
export async function followedSource(tx: Database, id: string, now: Date): Promise<Source | null> {
  const [source] = await rowsOf<Source>(
    tx,
    `SELECT e.list_id AS "listId", g.path AS "segmentPath"
     FROM enrolments e JOIN surveys v ON v.id = e.survey_id LEFT JOIN segments g ON g.id = e.segment_id
     WHERE e.id = $1 AND e.follows AND v.state = 'published' AND v.closes_at > $2`,
    [id, now],
  );
  return source ?? null;
}
