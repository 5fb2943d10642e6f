import { type Database, rowOf, rowsOf } from '../../database/rows.js';
import type { Survey } from '../../surveys/survey.entity.js';
import type { People } from './groups.rules.js';
import type { ShownGroup } from './small-cells.rules.js';

/** The groups of an anonymous survey as they were last counted. */
export interface GroupSnapshot {
  formedUpTo: string;
  /** For each column the values that are counted together as `other`. */
  merged: string[][];
  /** How many had completed in all. */
  completed: number;
  isFinal: boolean;
  /** For each column its groups. */
  shown: ShownGroup[][];
}

export type SurveyOfGroups = Pick<Survey, 'id' | 'state' | 'closesAt' | 'graceMinutes' | 'groupColumns'>;

/** Published anonymous surveys that count people by group, with the last count. */
export async function surveysWithGroups(
  database: Database,
): Promise<
  (SurveyOfGroups & { completed: number; last: Pick<GroupSnapshot, 'completed' | 'isFinal'> | null })[]
> {
  return rowsOf(
    database,
    `SELECT v.id, v.state, v.closes_at AS "closesAt", v.grace_minutes AS "graceMinutes",
       v.group_columns AS "groupColumns",
       (SELECT count(*)::int FROM participants p WHERE p.survey_id = v.id AND p.participation = 'completed')
         + (SELECT coalesce(sum(d.people), 0)::int FROM departed_participants d
           WHERE d.survey_id = v.id AND d.participation = 'completed') AS completed,
       CASE WHEN g.survey_id IS NOT NULL
         THEN jsonb_build_object('completed', g.completed, 'isFinal', g.is_final) END AS last
     FROM surveys v LEFT JOIN group_snapshots g ON g.survey_id = v.id
     WHERE v.privacy = 'anonymous' AND v.group_columns <> '{}' AND v.version_id IS NOT NULL ORDER BY v.id`,
  );
}

export async function findSnapshot(database: Database, survey: string): Promise<GroupSnapshot | null> {
  const [snapshot] = await rowsOf<GroupSnapshot>(
    database,
    `SELECT formed_up_to AS "formedUpTo", merged, completed, is_final AS "isFinal", shown
     FROM group_snapshots WHERE survey_id = $1`,
    [survey],
  );
  return snapshot ?? null;
}

export async function saveSnapshot(
  tx: Database,
  survey: string,
  { formedUpTo, merged, completed, isFinal, shown }: GroupSnapshot,
): Promise<void> {
  await rowsOf(
    tx,
    `INSERT INTO group_snapshots (survey_id, formed_up_to, merged, completed, is_final, shown)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (survey_id) DO UPDATE SET
       completed = excluded.completed, is_final = excluded.is_final, shown = excluded.shown`,
    [survey, formedUpTo, JSON.stringify(merged), completed, isFinal, JSON.stringify(shown)],
  );
}

/** People who share what was frozen of them, and how many of these have completed. */
export type Counted = People & { completed: number; isIn: boolean };

/**
 * Everybody of a survey at one moment, by frozen values.
 *
 * @param formedUpTo the last participant of those the groups were formed from; null where they are not formed
 */
export async function countByGroupValues(
  tx: Database,
  survey: string,
  formedUpTo: string | null,
): Promise<Counted[]> {
  return rowsOf<Counted>(
    tx,
    `SELECT coalesce(p.group_values, '{}') AS values,
       p.group_values IS NOT NULL AND (p.id <= coalesce($2::bigint, p.id) OR p.has_joined_group) AS "isIn",
       count(*)::int AS count, (count(*) FILTER (WHERE p.participation = 'completed'))::int AS completed
     FROM participants p WHERE p.survey_id = $1 GROUP BY 1, 2
     UNION ALL
     SELECT group_values, true, people, completed FROM departed_group_members WHERE survey_id = $1
     UNION ALL
     -- Who was erased before they were in a group is in the total that is shown, and must be so here.
     SELECT '{}', false, gone.people - members.people, gone.completed - members.completed
     FROM (SELECT coalesce(sum(people), 0)::int AS people,
         coalesce(sum(people) FILTER (WHERE participation = 'completed'), 0)::int AS completed
       FROM departed_participants WHERE survey_id = $1) AS gone,
       (SELECT coalesce(sum(people), 0)::int AS people, coalesce(sum(completed), 0)::int AS completed
       FROM departed_group_members WHERE survey_id = $1) AS members
     WHERE gone.people > members.people`,
    [survey, formedUpTo],
  );
}

export async function lastParticipant(tx: Database, survey: string): Promise<string> {
  const { id } = await rowOf<{ id: string }>(
    tx,
    'SELECT coalesce(max(id), 0)::text AS id FROM participants WHERE survey_id = $1',
    [survey],
  );
  return id;
}

/** What these columns hold now for everybody who is in a survey: what it would be counted by. */
export async function countByColumns(
  database: Database,
  survey: string,
  columns: readonly string[],
): Promise<People[]> {
  return rowsOf<People>(
    database,
    `SELECT ARRAY(
         SELECT coalesce(s.attributes ->> c.name, '') FROM unnest($2::text[]) WITH ORDINALITY AS c (name, place)
         ORDER BY c.place) AS values, count(*)::int AS count
     FROM participants p JOIN subscribers s ON s.id = p.subscriber_id WHERE p.survey_id = $1 GROUP BY 1`,
    [survey, columns],
  );
}

/** Names of the columns of everybody who is in a survey; of the newest people on lists where nobody is in yet. */
export async function columnsToChoose(database: Database, survey: string): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    database,
    `WITH members AS MATERIALIZED (
       SELECT s.attributes FROM participants p JOIN subscribers s ON s.id = p.subscriber_id
       WHERE p.survey_id = $1 LIMIT 1000
     ), people AS (
       SELECT attributes FROM members
       UNION ALL
       (SELECT attributes FROM subscribers WHERE NOT EXISTS (SELECT FROM members) ORDER BY id DESC LIMIT 1000)
     )
     SELECT DISTINCT k.name FROM people, jsonb_object_keys(attributes) AS k (name) ORDER BY 1 LIMIT 100`,
    [survey],
  );
  return rows.map(({ name }) => name);
}

/** People of one value, as a survey shows them that promises nothing about who takes part. */
export interface LiveGroup {
  value: string | null;
  invited: number;
  completed: number;
  partial: number;
  screenedOut: number;
}

/** `$2` is the column. */
const LIVE = {
  attribute: "nullif(s.attributes ->> $2, '')",
  language: "coalesce(s.language, nullif($2::text, ''))",
};

/** Of everybody an invitation was handed over for, whatever became of it; the largest group first. */
export async function countLive(
  database: Database,
  survey: string,
  by: keyof typeof LIVE,
  column = '',
): Promise<LiveGroup[]> {
  return rowsOf<LiveGroup>(
    database,
    `SELECT ${LIVE[by]} AS value, count(*)::int AS invited,
       (count(*) FILTER (WHERE p.participation = 'completed'))::int AS completed,
       (count(*) FILTER (WHERE p.participation = 'partial'))::int AS partial,
       (count(*) FILTER (WHERE p.participation = 'screened_out'))::int AS "screenedOut"
     FROM participants p JOIN subscribers s ON s.id = p.subscriber_id
     WHERE p.survey_id = $1 AND EXISTS (SELECT FROM messages m WHERE m.participant_id = p.id
       AND m.kind = 'invitation' AND m.state IN ('accepted', 'refused', 'uncertain'))
     GROUP BY 1 ORDER BY 2 DESC, 1`,
    [survey, column],
  );
}
