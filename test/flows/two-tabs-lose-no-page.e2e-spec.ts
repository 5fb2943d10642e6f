import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp, until } from '../support/app.js';
import { personalLinks, postForm, startCampaign, twoPages } from '../support/campaign.js';

let app: TestApp;
let links: string[];

beforeAll(async () => {
  app = await startApp();
  const { surveyId } = await startCampaign(app, { questionnaire: twoPages, people: 4 });
  links = [...(await personalLinks(app, surveyId)).values()];
});

afterAll(async () => {
  await app.close();
});

const role = (value: string) => ({ page: '0', go: 'next', 'q.role': value });
const wish = (go: string) => ({ page: '1', go, 'q.wish': 'Austausch' });

test('two tabs that save at once keep both their pages', async () => {
  const [link = ''] = links;
  const answers = await atOnce(link, [role('hauptamtlich'), wish('back')]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect(await saved()).toEqual([{ role: 'hauptamtlich', wish: 'Austausch' }]);
});

test('a submit takes in what another tab has just saved', async () => {
  const link = links[1] ?? '';
  const [, submitted] = await atOnce(link, [role('ehrenamtlich'), wish('submit')]);
  expect(submitted?.status).toBe(303);
  expect(await stored()).toEqual([{ role: 'ehrenamtlich', wish: 'Austausch' }]);
});

test('a submit takes the newer answer where another tab changes its mind', async () => {
  const link = links[2] ?? '';
  await postForm(app, link, role('hauptamtlich'));
  await atOnce(link, [role('ehrenamtlich'), wish('submit')]);
  expect((await stored()).at(-1)).toEqual({ role: 'ehrenamtlich', wish: 'Austausch' });
});

test('a submit that lacks an earlier page leads there and keeps the page it came from', async () => {
  const link = links[3] ?? '';
  const early = await postForm(app, link, wish('submit'));
  expect(early.status).toBe(422);
  expect(await early.text()).toContain('Ihre Rolle');
  expect((await saved()).at(-1)).toEqual({ wish: 'Austausch' });
});

/** Posts forms so that all have read what is kept before the first may write, and write in this order. */
async function atOnce(link: string, forms: Record<string, string>[]): Promise<Response[]> {
  const other = app.database.createQueryRunner();
  await other.startTransaction();
  await other.query('SELECT FROM participants FOR UPDATE');
  const answers: Promise<Response>[] = [];
  for (const form of forms) {
    answers.push(postForm(app, link, form));
    await until('the post waits for the row', async () => (await waiting()) === answers.length, 5).catch(
      async (error: unknown) => {
        await other.rollbackTransaction();
        throw error;
      },
    );
  }
  await other.commitTransaction();
  await other.release();
  return Promise.all(answers);
}

async function waiting(): Promise<number> {
  const [row] = await app.rows<{ count: number }>(
    "SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );
  return row?.count ?? 0;
}

async function saved(): Promise<object[]> {
  const rows = await app.rows<{ answers: object }>(
    'SELECT answers FROM saved_answers ORDER BY participant_id',
  );
  return rows.map(({ answers }) => answers);
}

async function stored(): Promise<object[]> {
  const rows = await app.rows<{ answers: object }>('SELECT answers FROM responses ORDER BY participant_id');
  return rows.map(({ answers }) => answers);
}
