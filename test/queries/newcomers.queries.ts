import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { enrolList, sourcesWithNewcomers } from '../../src/participants/enrolment/enrolments.queries.js';
import type { Database } from '../../src/database/rows.js';
import { startApp, type TestApp } from '../support/app.js';
import { startCampaign } from '../support/campaign.js';

const PEOPLE = 100_000;
let app: TestApp;
let surveyId: string;
let listId: string;

beforeAll(async () => {
  app = await startApp({ env: { ROLES: 'web' } });
  ({ surveyId, listId } = await startCampaignWithoutWorker());
});

afterAll(async () => {
  await app.close();
});

test('looking for newcomers among 100,000 looks at each a few times, whatever keeps people out', async () => {
  await addPeople(listId, 'p');
  await enrolList(app.database, surveyId, { listId, segmentPath: null }, new Date());
  const other = await newList();
  await addPeople(other, 'p');
  const suppressed = await newList();
  await addPeople(suppressed, 's');
  await app.rows(
    `INSERT INTO suppressions (email_key, reason, created_at)
     SELECT email_key, 'manual', now() FROM subscribers WHERE list_id = $1`,
    [suppressed],
  );
  await app.rows('ANALYZE subscribers, participants, suppressions');

  for (const [what, list] of [
    ['all are in', listId],
    ['all are in from another list', other],
    ['all are suppressed', suppressed],
  ] as const) {
    await follow(list);
    expect(await sourcesWithNewcomers(app.database, new Date(), list)).toEqual([]);
    // A plan that looks at everybody for everybody comes to ten thousand million.
    expect([what, (await rowsLookedAt(list)) < 20 * PEOPLE]).toEqual([what, true]);
  }

  await app.rows(
    `INSERT INTO subscribers (list_id, email, email_key, created_at, updated_at)
     VALUES ($1, 'new@leser.test', 'new@leser.test', now(), now())`,
    [other],
  );
  expect(await sourcesWithNewcomers(app.database, new Date())).toMatchObject([{ surveyId }]);
}, 120_000);

async function startCampaignWithoutWorker() {
  const list = await newList();
  const campaign = await startCampaign(app, { listId: list, people: 0 });
  return campaign;
}

async function newList(): Promise<string> {
  const { body } = await app.api.post('/lists', { name: 'Newsletter' });
  return body.id as string;
}

async function addPeople(list: string, prefix: string): Promise<void> {
  await app.rows(
    `INSERT INTO subscribers (list_id, email, email_key, attributes, created_at, updated_at)
     SELECT $1, e, e, '{"role": "hauptamtlich"}', now(), now()
     FROM (SELECT $2 || n || '@leser.test' AS e FROM generate_series(1, $3::int) n) people`,
    [list, prefix, PEOPLE],
  );
}

async function follow(list: string): Promise<void> {
  await app.rows(
    `INSERT INTO enrolments (survey_id, list_id, follows, created_at) VALUES ($1, $2, true, now())
     ON CONFLICT (survey_id, list_id, segment_id) DO UPDATE SET follows = true`,
    [surveyId, list],
  );
}

interface PlanNode {
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: PlanNode[];
  [removed: `Rows Removed by ${string}`]: number;
}

/** By all steps of the plan that Postgres really ran, with the rows that a step has read and left out. */
async function rowsLookedAt(list: string): Promise<number> {
  const explaining = {
    query: (statement: string, values: unknown[]) =>
      app.database.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${statement}`, values),
  } as unknown as Database;
  const rows: unknown = await sourcesWithNewcomers(explaining, new Date(), list);
  const [{ 'QUERY PLAN': plans }] = rows as [{ 'QUERY PLAN': { Plan: PlanNode }[] }];
  return plans.reduce((sum, { Plan }) => sum + rowsIn(Plan), 0);
}

function rowsIn(node: PlanNode): number {
  const removed = Object.entries(node)
    .filter(([name]) => name.startsWith('Rows Removed by '))
    .reduce((sum, [, count]) => sum + Number(count), 0);
  const own = (node['Actual Rows'] + removed + 1) * node['Actual Loops'];
  return (node.Plans ?? []).reduce((sum, inner) => sum + rowsIn(inner), own);
}
