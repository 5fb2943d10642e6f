import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiOperations } from '../../src/http/openapi/operations.js';
import { startApp, type TestApp, until } from '../support/app.js';
import { onePage, submitOnePage } from '../support/campaign.js';
import { routesOf } from '../support/routes.js';
import { type TypedApi, typedApi } from '../support/typed-api.js';

let app: TestApp;
let api: TypedApi;

beforeAll(async () => {
  app = await startApp();
  api = await typedApi(app);
});

afterAll(async () => {
  await app.close();
});

const people = ['anna@leser.test', 'bert@leser.test', 'clara@leser.test', 'dora@leser.test'];

test('from a list to the response rate, in types made from the description', async () => {
  const list = await listWith(people);
  const survey = await publishedSurvey(list);
  const wave = await sentWave(survey);
  expect(wave).toMatchObject({ total: 4, counts: { accepted: 4, uncertain: 0 }, waitingFor: null });

  const participants = await api.GET('/api/v1/surveys/{id}/participants', {
    params: { path: { id: survey }, query: { limit: 1000 } },
  });
  const anna = participants.data?.items.find(({ email }) => email === people[0]);
  const answer = await submitOnePage(app, new URL(anna?.link ?? '').pathname);
  expect(answer.status).toBeLessThan(400);

  const { data } = await api.GET('/api/v1/surveys/{id}/statistics', { params: { path: { id: survey } } });
  expect(data?.participation.completed).toBe(1);
  expect(data?.rr1).toMatchObject({ numerator: 1, denominator: 4, value: 0.25 });

  const file = await api.GET('/api/v1/surveys/{id}/responses', {
    params: { path: { id: survey }, query: { format: 'ndjson' } },
    parseAs: 'text',
  });
  expect(
    file.data
      ?.trim()
      .split('\n')
      .map((line) => JSON.parse(line).answers),
  ).toEqual([{ wish: 'Mehr Austausch' }]);
});

test('every call there is is described, and no other', () => {
  const described = apiOperations().map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  const answered = routesOf(app.app)
    .filter(({ method, path }) => path.startsWith('/api/v1') && method !== 'HEAD')
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect(answered.sort()).toEqual(described.sort());
});

test('a problem says by its code what it is', async () => {
  const created = await api.POST('/api/v1/surveys', { body: { ...draft, closesAt: 'tomorrow' } });
  expect(created.data).toBeUndefined();
  expect(created.error).toMatchObject({ code: 'input.invalid', problems: [{ path: 'closesAt' }] });

  const missing = await api.GET('/api/v1/waves/{id}', { params: { path: { id: '999' } } });
  expect(missing.error?.code).toBe('wave.not_found');
});

const draft = {
  title: 'Was erwarten Sie von uns?',
  languages: ['de' as const],
  closesAt: '2099-11-12T23:59',
  timeZone: 'Europe/Berlin',
  privacy: 'identified' as const,
  sender: { name: 'Netzwerkbüro', email: 'buero@netzwerk.test' },
  sendingWindow: null,
  questionnaire: onePage,
};

async function listWith(addresses: readonly string[]): Promise<string> {
  const list = await api.POST('/api/v1/lists', { body: { name: 'Newsletter' } });
  const id = list.data?.id ?? '';
  const received = await api.POST('/api/v1/lists/{id}/imports', {
    params: { path: { id }, query: { mode: 'apply' } },
    body: ['email', ...addresses].join('\n'),
    bodySerializer: (csv) => csv,
    headers: { 'content-type': 'text/csv' },
  });
  await until('the import has finished', async () => {
    const path = { id: received.data?.id ?? '' };
    const { data } = await api.GET('/api/v1/imports/{id}', { params: { path } });
    return data?.state === 'finished' && data.rows.new === addresses.length;
  });
  return id;
}

async function publishedSurvey(listId: string): Promise<string> {
  const survey = await api.POST('/api/v1/surveys', { body: draft });
  const path = { id: survey.data?.id ?? '' };
  const published = await api.POST('/api/v1/surveys/{id}/publish', { params: { path } });
  expect(published.data).toMatchObject({ state: 'published', version: 1 });
  const enrolled = await api.POST('/api/v1/surveys/{id}/participants', {
    params: { path },
    body: { listId },
  });
  expect(enrolled.data?.enrolled).toBe(4);
  return path.id;
}

async function sentWave(survey: string) {
  const scheduled = await api.POST('/api/v1/surveys/{id}/waves', {
    params: { path: { id: survey } },
    body: { kind: 'invitation', sendAt: 'now' },
  });
  const path = { id: scheduled.data?.id ?? '' };
  await until('the wave is finished', async () => {
    await app.sweep();
    const { data } = await api.GET('/api/v1/waves/{id}', { params: { path } });
    return data?.state === 'finished';
  });
  return (await api.GET('/api/v1/waves/{id}', { params: { path } })).data;
}
