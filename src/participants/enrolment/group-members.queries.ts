import { type Database, rowsOf } from '../../database/rows.js';

/** What the group columns of a survey `v` hold for a subscriber `s`; null where it has none. */
export const GROUP_VALUES = `CASE WHEN v.group_columns <> '{}' THEN ARRAY(
  SELECT coalesce(s.attributes ->> c.name, '') FROM unnest(v.group_columns) WITH ORDINALITY AS c (name, place)
  ORDER BY c.place) END`;

/** Fixes what the group columns hold for everybody who is in already; to be called as the survey is published. */
export async function freezeGroupValues(tx: Database, survey: string): Promise<void> {
  await rowsOf(
    tx,
    `UPDATE participants p SET group_values = ${GROUP_VALUES} FROM subscribers s, surveys v
     WHERE v.id = $1 AND v.group_columns <> '{}' AND p.survey_id = v.id AND s.id = p.subscriber_id`,
    [survey],
  );
}

/** Takes people who came later into the groups of their values. */
export async function joinGroups(
  tx: Database,
  survey: string,
  formedUpTo: string,
  values: readonly (readonly string[])[],
): Promise<void> {
  await rowsOf(
    tx,
    `UPDATE participants SET has_joined_group = true
     WHERE survey_id = $1 AND id > $2 AND NOT has_joined_group
       AND to_jsonb(group_values) IN (SELECT * FROM jsonb_array_elements($3::jsonb))`,
    [survey, formedUpTo, JSON.stringify(values)],
  );
}
