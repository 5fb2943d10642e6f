import type { MigrationInterface, QueryRunner } from 'typeorm';
import { judgeReply } from '../../src/replies/judge-reply.rules.js';
import { reasonOfRefusal } from '../../src/replies/reason-of-refusal.rules.js';
import { readReply } from '../../src/replies/reply.js';

const BATCH = 5000;

/**
 * What was refused so far is judged again by the reply that is kept: quotas, senders and letters no longer
 * count against people. Nothing is sent and no wave goes on; whoever is to be written to again is sent their
 * mail by staff, or by another wave.
 */
export class RefusalsJudgedAgain1795400100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (let after: string | undefined = '0'; after !== undefined;) after = await judgeBehind(runner, after);
    await runner.query(HARD_ONES);
  }

  /** To the two reasons there were. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE messages SET reason = CASE WHEN reason IN ('refused_soft', 'unclear') THEN 'refused' ELSE 'policy' END
      WHERE state IN ('refused', 'deferred')
        AND reason IN ('refused_soft', 'unclear', 'sender', 'letter', 'provider', 'server')`);
  }
}

interface Refusal {
  id: string;
  reason: string;
  reply: string;
}

/** @returns behind which message to go on; undefined where there is none any more */
async function judgeBehind(runner: QueryRunner, after: string): Promise<string | undefined> {
  const rows = (await runner.query(
    `SELECT id, reason, reply FROM messages
     WHERE id > $1 AND reply IS NOT NULL AND (
       (state = 'refused' AND reason IN ('refused', 'policy', 'message_id'))
       OR (state = 'deferred' AND reason = 'policy'))
     ORDER BY id LIMIT $2`,
    [after, BATCH],
  )) as Refusal[];
  const judged = rows.map(({ id, ...refusal }) => ({ id, reason: judgedAgain(refusal) }));
  await runner.query(
    `UPDATE messages m SET reason = j.reason FROM unnest($1::bigint[], $2::text[]) AS j (id, reason)
     WHERE m.id = j.id AND m.reason <> j.reason`,
    [judged.map(({ id }) => id), judged.map(({ reason }) => reason)],
  );
  return rows.length === BATCH ? rows.at(-1)?.id : undefined;
}

/** What was not held against the person is not held against them now: what the reply answered is not kept. */
function judgedAgain({ reason, reply }: Omit<Refusal, 'id'>): string {
  const judged = reasonOfRefusal(judgeReply(readReply(reply), null));
  return reason === 'policy' && judged.startsWith('refused') ? 'sender' : judged;
}

/** Mailboxes that are not there, unless they took a mail later or their person has used the link since. */
const HARD_ONES = `
  INSERT INTO refused_addresses (email_key, until)
  SELECT DISTINCT s.email_key, 'infinity'::timestamptz
  FROM messages m
  JOIN participants p ON p.id = m.participant_id
  JOIN subscribers s ON s.id = p.subscriber_id
  WHERE m.state = 'refused' AND m.reason = 'refused' AND NOT EXISTS (
    SELECT FROM subscribers o
    JOIN participants q ON q.subscriber_id = o.id
    JOIN surveys v ON v.id = q.survey_id
    WHERE o.email_key = s.email_key AND (
      (v.privacy <> 'anonymous' AND q.participation <> 'not_started')
      OR EXISTS (SELECT FROM messages i
        WHERE i.participant_id = q.id AND i.state = 'accepted' AND i.settled_at > m.settled_at)))
  ON CONFLICT DO NOTHING`;
