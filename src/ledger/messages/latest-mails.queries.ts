import { type Database, rowsOf } from '../../database/rows.js';
import type { LatestMail } from '../../participants/participants.service.js';

/**
 * The latest invitation or reminder of each participant, and when one of them was last accepted. Of anonymous
 * surveys the invitation alone: who is reminded has not answered (P8).
 */
export async function latestMails(
  database: Database,
  participants: readonly string[],
): Promise<ReadonlyMap<string, LatestMail>> {
  const rows = await rowsOf<LatestMail & { id: string }>(
    database,
    `SELECT p.id,
       (SELECT max(m.settled_at) FROM messages m WHERE m.participant_id = p.id AND m.wave_id IS NOT NULL
        AND m.state = 'accepted' AND (v.privacy <> 'anonymous' OR m.kind = 'invitation')) AS "lastMailedAt",
       (SELECT m.state FROM messages m WHERE m.participant_id = p.id AND m.wave_id IS NOT NULL
          AND (v.privacy <> 'anonymous' OR m.kind = 'invitation')
        ORDER BY m.id DESC LIMIT 1) AS delivery
     FROM participants p JOIN surveys v ON v.id = p.survey_id WHERE p.id = ANY($1::bigint[])`,
    [participants],
  );
  return new Map(rows.map(({ id, ...mail }) => [id, mail]));
}
