import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mixAnonymous, surveysToMix } from '../../src/responses/mix-anonymous.queries.js';
import { startApp, type TestApp } from '../support/app.js';
import { startCampaign } from '../support/campaign.js';

let app: TestApp;
let survey: string;

beforeAll(async () => {
  app = await startApp();
  ({ surveyId: survey } = await startCampaign(app, { people: 3, privacy: 'anonymous' }));
  await app.rows(
    `INSERT INTO responses (survey_id, version_id, answers, screened_out)
     SELECT v.id, v.version_id, jsonb_build_object('wish', n), n = 7 FROM surveys v, generate_series(1, 60) n WHERE v.id = $1`,
    [survey],
  );
});

afterAll(async () => {
  await app.close();
});

const mix = () => app.database.transaction((tx) => mixAnonymous(tx, survey, 10));
const contents = () =>
  app.rows('SELECT id, version_id, answers, via, screened_out FROM responses ORDER BY id');
const lately = async (xmin: string) =>
  (await app.rows(`SELECT FROM responses WHERE xmin <> $1::xid`, [xmin])).length;

test('one run writes a bounded number anew, and only their place and transaction change', async () => {
  const before = await contents();
  const [first] = await app.rows<{ xmin: string }>('SELECT xmin::text FROM responses LIMIT 1');
  expect(await surveysToMix(app.database)).toEqual([survey]);
  expect(await mix()).toBe(20);
  expect(await lately(first?.xmin ?? '')).toBe(20);
  expect(await contents()).toEqual(before);
});

test('what is new is mixed with what was there, until nothing is new', async () => {
  while ((await mix()) > 0);
  expect(await surveysToMix(app.database)).toEqual([]);
  await app.rows(
    `INSERT INTO responses (survey_id, version_id, answers) SELECT id, version_id, '{}' FROM surveys WHERE id = $1`,
    [survey],
  );
  expect(await mix()).toBe(1);
  const [newest] = await app.rows<{ together: number }>(
    "SELECT count(*)::int AS together FROM responses WHERE xmin = (SELECT xmin FROM responses WHERE answers = '{}')",
  );
  expect(newest?.together).toBe(11);
});

test('a second process that mixes at the same time leaves it to the first', async () => {
  await app.rows('UPDATE responses SET is_mixed = false');
  await app.database.transaction(async (tx) => {
    await mixAnonymous(tx, survey, 10);
    expect(await mix()).toBe(0);
  });
});
