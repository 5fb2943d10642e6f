import { type Database, rowsOf } from '../database/rows.js';

/**
 * Counts the participations of people who are about to be erased on with those of their anonymous surveys:
 * were a total to fall by anyone who had completed, erasing one person would tell whether they had (P8). To
 * be called in the transaction that erases them, under the lock on the participants.
 *
 * @param wasInvited SQL that says of a participant `p` whether an invitation went to them
 */
export async function countDeparting(
  tx: Database,
  subscribers: readonly string[],
  wasInvited: string,
): Promise<void> {
  await rowsOf(
    tx,
    `INSERT INTO departed_participants AS d (survey_id, participation, completed_on, invited, people)
     SELECT p.survey_id, p.participation, p.completed_on, i.invited, count(*)
     FROM participants p JOIN surveys v ON v.id = p.survey_id
     CROSS JOIN LATERAL (SELECT ${wasInvited} AS invited) i
     WHERE p.subscriber_id = ANY($1::bigint[]) AND v.privacy = 'anonymous' GROUP BY 1, 2, 3, 4
     ON CONFLICT (survey_id, participation, completed_on, invited) DO UPDATE SET people = d.people + excluded.people`,
    [subscribers],
  );
}
