import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PreparedStatements } from '../../src/database/prepared-statements.js';
import { claimThankYous } from '../../src/ledger/claims/claim-thank-yous.queries.js';
import { releaseExpiredRounds, type Settlement } from '../../src/ledger/claims/settle.queries.js';
import { startApp, type TestApp } from '../support/app.js';
import { startCampaign, scheduleWave, waveFinished } from '../support/campaign.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(async () => {
  await app.close();
});

test('outcomes that arrive as the lease of their round expires are recorded, and no deadlock ends them', async () => {
  const { surveyId } = await startCampaign(app, { people: 2 });
  await waveFinished(app, await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' }));
  const [{ token }] = (await app.rows<{ token: string }>(
    `WITH claimed AS (
       UPDATE messages SET state = 'handing_over', claim_token = '6f1c2d0e-0000-4000-8000-000000000001', settled_at = NULL RETURNING id
     )
     INSERT INTO rounds (token, lease_until, messages)
     SELECT '6f1c2d0e-0000-4000-8000-000000000001', $1::timestamptz - interval '1 minute', array_agg(id) FROM claimed RETURNING token`,
    [now],
  )) as [{ token: string }];
  const [first, second] = (await app.rows<{ id: string }>('SELECT id FROM messages ORDER BY id')).map(
    ({ id }) => id,
  ) as [string, string];

  // Somebody holds the second message, so that the outcomes have one of the two when the lease is looked at.
  const holder = app.database.createQueryRunner();
  await holder.startTransaction();
  await holder.query('SELECT FROM messages WHERE id = $1 FOR UPDATE', [second]);
  const claimed = claimThankYous(app.app.get(PreparedStatements, { strict: false }), {
    now,
    limit: 10,
    token: '6f1c2d0e-0000-4000-8000-000000000002',
    leaseUntil: new Date(now.getTime() + 60_000),
    probing: false,
    finished: [first, second].map(accepted(token)),
    seen: null,
  });
  await untilWaiting("application_name = 'ruecklauf-statements'");
  const released = releaseExpiredRounds(app.database, now);
  await Promise.race([released, untilWaiting("query LIKE 'WITH expired%'")]);
  await holder.commitTransaction();
  await holder.release();

  await expect(Promise.all([claimed, released])).resolves.toBeDefined();
  expect(await app.rows('SELECT state, claim_token FROM messages ORDER BY id')).toEqual([
    { state: 'accepted', claim_token: null },
    { state: 'accepted', claim_token: null },
  ]);
  expect(await app.rows('SELECT FROM rounds')).toEqual([]);
});

const now = new Date('2027-10-20T09:00:00Z');

const accepted =
  (token: string) =>
  (id: string): Settlement => ({
    id,
    token,
    state: 'accepted',
    reason: null,
    reply: '250 ok',
    server: 'mail.example.org',
    nextAttemptAt: null,
  });

/** Until a statement of which this is true waits for a lock of another. */
async function untilWaiting(condition: string): Promise<void> {
  const waiting = () =>
    app.rows(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND ${condition}`,
    );
  while ((await waiting()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
}
