import { type Database, rowsOf } from '../../database/rows.js';

/**
 * Counts people who are about to be erased on with the groups they are in, under the values that are merged
 * there; in the transaction that erases them.
 */
export async function countDepartingFromGroups(tx: Database, subscribers: readonly string[]): Promise<void> {
  await rowsOf(
    tx,
    `INSERT INTO departed_group_members AS d (survey_id, group_values, people, completed)
     SELECT p.survey_id, m.values, count(*), count(*) FILTER (WHERE p.participation = 'completed')
     FROM participants p JOIN group_snapshots g ON g.survey_id = p.survey_id
     CROSS JOIN LATERAL (SELECT ARRAY(
       SELECT CASE WHEN g.merged -> (v.place - 1)::int ? v.value THEN 'other' ELSE v.value END
       FROM unnest(p.group_values) WITH ORDINALITY AS v (value, place) ORDER BY v.place) AS values) m
     WHERE p.subscriber_id = ANY($1::bigint[]) AND p.group_values IS NOT NULL
       AND (p.id <= g.formed_up_to OR p.has_joined_group)
     GROUP BY 1, 2
     ON CONFLICT (survey_id, group_values) DO UPDATE SET
       people = d.people + excluded.people, completed = d.completed + excluded.completed`,
    [subscribers],
  );
}
