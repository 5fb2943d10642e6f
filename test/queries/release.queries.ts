import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { AnswersAreReleased1795470000000 } from '../../migrations/before-first-release/1795470000000-answers-are-released.js';
import { PeopleByGroup1795471000000 } from '../../migrations/before-first-release/1795471000000-people-by-group.js';
import { holdResponses } from '../../src/responses/mix-anonymous.queries.js';
import { countResponses } from '../../src/results/release.queries.js';
import { ReleaseSweep } from '../../src/results/release-sweep.js';
import { startApp, type TestApp } from '../support/app.js';
import { startCampaign } from '../support/campaign.js';

let app: TestApp;
let anonymous: string;
let pseudonymous: string;

beforeAll(async () => {
  app = await startApp();
  ({ surveyId: anonymous } = await startCampaign(app, { people: 3, privacy: 'anonymous' }));
  ({ surveyId: pseudonymous } = await startCampaign(app, { people: 3, privacy: 'pseudonymous' }));
});

afterAll(async () => {
  await app.close();
});

beforeEach(async () => {
  await app.rows('DELETE FROM responses');
});

/** Stores answers as they lie once they are mixed, unless it is said that they are not. */
async function store(
  survey: string,
  count: number,
  { via = 'personal', isMixed = true } = {},
): Promise<void> {
  await app.rows(
    `INSERT INTO responses (survey_id, version_id, answers, via, is_mixed, code, submitted_at)
     SELECT v.id, v.version_id, jsonb_build_object('wish', n), $3, $4,
       CASE WHEN v.privacy = 'pseudonymous' AND $3 = 'personal' THEN 'code ' || gen_random_uuid() END,
       CASE WHEN v.privacy = 'pseudonymous' THEN '2027-11-01'::timestamptz END
     FROM surveys v, generate_series(1, $2::int) n WHERE v.id = $1`,
    [survey, count, via, isMixed],
  );
}

const sweep = () => app.app.get(ReleaseSweep, { strict: false }).run();
const shown = async (id: string, privacy: 'anonymous' | 'pseudonymous' = 'anonymous') =>
  (await countResponses(app.database, { id, privacy })).shown;

test('an anonymous answer that lies as it came is not released before it is mixed', async () => {
  await store(anonymous, 9);
  await store(anonymous, 6, { isMixed: false });
  await sweep();
  expect(await shown(anonymous)).toBe(0);
  await store(anonymous, 1);
  await sweep();
  expect(await shown(anonymous)).toBe(5);
  expect(
    await app.rows('SELECT FROM responses WHERE released_revision IS NOT NULL AND NOT is_mixed'),
  ).toEqual([]);
});

test('several schedulers at once release no more than one', async () => {
  await store(anonymous, 14);
  await store(pseudonymous, 14);
  await Promise.all([sweep(), sweep(), sweep(), sweep()]);
  expect([await shown(anonymous), await shown(pseudonymous, 'pseudonymous')]).toEqual([5, 5]);
});

test('while answers are being mixed none is released, and none is forgotten', async () => {
  await store(anonymous, 10);
  await app.database.transaction(async (tx) => {
    expect(await holdResponses(tx, anonymous)).toBe(true);
    await sweep();
    expect(await shown(anonymous)).toBe(0);
  });
  await sweep();
  expect(await shown(anonymous)).toBe(5);
});

test('which five of ten are released is drawn anew each time', async () => {
  const drawn = new Set<string>();
  for (let round = 0; round < 8; round += 1) {
    await app.rows('DELETE FROM responses');
    await store(anonymous, 10);
    await sweep();
    const [row] = await app.rows<{ wishes: string }>(
      `SELECT string_agg(answers ->> 'wish', ',' ORDER BY answers ->> 'wish') AS wishes
       FROM responses WHERE released_revision IS NOT NULL`,
    );
    drawn.add(row?.wishes ?? '');
  }
  expect(drawn.size).toBeGreaterThan(2);
});

test('what could be exported before counts as released where its pool has five, and the way back works', async () => {
  const released = new AnswersAreReleased1795470000000();
  const groups = new PeopleByGroup1795471000000();
  await store(anonymous, 6);
  await store(anonymous, 4, { via: 'open' });
  await store(pseudonymous, 4);
  await store(pseudonymous, 5, { via: 'open' });
  await app.rows(
    `INSERT INTO response_revisions (response_id, revision, version_id, answers, screened_out)
     SELECT id, 1, version_id, '{}', true FROM responses WHERE code IS NOT NULL`,
  );
  await app.rows('UPDATE responses SET revision = 2 WHERE code IS NOT NULL');
  const runner = app.database.createQueryRunner();
  try {
    await groups.down(runner);
    await released.down(runner);
    await released.up(runner);
    await groups.up(runner);
  } finally {
    await runner.release();
  }
  expect(
    await app.rows(
      `SELECT survey_id AS survey, via, count(*)::int AS all, count(released_revision)::int AS shown
       FROM responses GROUP BY 1, 2 ORDER BY 1, 2`,
    ),
  ).toEqual([
    { survey: anonymous, via: 'open', all: 4, shown: 0 },
    { survey: anonymous, via: 'personal', all: 6, shown: 6 },
    { survey: pseudonymous, via: 'open', all: 5, shown: 5 },
    { survey: pseudonymous, via: 'personal', all: 4, shown: 0 },
  ]);
});
