import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { onePage } from '../support/campaign.js';

let app: TestApp;
let list: string;

beforeAll(async () => {
  app = await startApp({ env: { ROLES: 'web' } });
});

afterAll(async () => {
  await app.close();
});

beforeEach(async () => {
  for (const table of ['surveys', 'lists', 'suppressions']) await app.rows(`DELETE FROM ${table}`);
  list = await newList();
  await join(list, 'ada', { role: 'Hauptamtlich', Größe: '1200' });
  await join(list, 'bob', { role: 'ehrenamtlich' });
  await join(list, 'cyd', {});
});

const fullTime = { conditions: [{ attribute: 'role', is: 'equal', value: 'HAUPTAMTLICH' }] };

describe('a segment', () => {
  test('is counted before it is kept', async () => {
    const { status, body } = await app.api.post(`/lists/${list}/segments/count`, fullTime);
    expect([status, body]).toEqual([200, { matching: 1, total: 3 }]);
    expect(await app.rows('SELECT FROM segments')).toEqual([]);
  });

  test('is made, listed, changed and deleted', async () => {
    const made = await app.api.post(`/lists/${list}/segments`, { name: 'Hauptamt', ...fullTime });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      listId: list,
      name: 'Hauptamt',
      match: 'all',
      matching: 1,
      ...fullTime,
    });
    const id = String(made.body.id);
    expect((await app.api.get(`/lists/${list}/segments`)).body).toEqual({ items: [made.body], next: null });

    const changed = await app.api.patch(`/segments/${id}`, {
      conditions: [{ attribute: 'role', is: 'not_equal', value: 'ehrenamtlich' }],
    });
    expect(changed.body).toMatchObject({ name: 'Hauptamt', matching: 2 });
    expect((await app.api.get(`/segments/${id}`)).body).toEqual(changed.body);
    expect((await app.api.call('DELETE', `/segments/${id}`)).status).toBe(204);
    expect((await app.api.get(`/segments/${id}`)).body).toMatchObject({ code: 'segment.not_found' });
  });

  test('follows people as they change', async () => {
    const { body } = await app.api.post(`/lists/${list}/segments`, { name: 'Hauptamt', ...fullTime });
    await app.rows(`UPDATE subscribers SET attributes = '{"role": "hauptamtlich"}'`);
    expect((await app.api.get(`/segments/${String(body.id)}`)).body).toMatchObject({ matching: 3 });
  });

  test('that asks for what nobody has is refused with what there is', async () => {
    const answer = await app.api.post(`/lists/${list}/segments`, {
      name: 'N',
      conditions: [fullTime.conditions[0], { attribute: 'rolle', is: 'filled' }],
    });
    expect([answer.status, answer.body.problems]).toEqual([
      422,
      [
        {
          path: 'conditions[1].attribute',
          code: 'segment.unknown_attribute',
          message: 'nobody on this list has it; known are Größe, role',
        },
      ],
    ]);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  test.each([
    ['no condition', [], 'conditions', 'must not be empty'],
    ['an unknown comparison', [{ attribute: 'role', is: 'like', value: 'x' }], 'conditions[0].is', /./],
    ['a missing value', [{ attribute: 'role', is: 'equal' }], 'conditions[0].value', 'is required'],
    ['a NUL', [{ attribute: 'role', is: 'equal', value: 'a\0' }], 'conditions[0].value', /cannot be stored/],
    [
      'an unknown field',
      [{ attribute: 'role', is: 'filled', not: true }],
      'conditions[0].not',
      /not a known/,
    ],
  ])('with %s is refused', async (_, conditions, path, message) => {
    const { status, body } = await app.api.post(`/lists/${list}/segments`, { name: 'N', conditions });
    expect([status, body.code]).toEqual([422, 'input.invalid']);
    expect(body.problems).toMatchObject([
      { path, message: typeof message === 'string' ? message : expect.stringMatching(message) },
    ]);
  });

  test('keeps its name to itself', async () => {
    await app.api.post(`/lists/${list}/segments`, { name: 'N', ...fullTime });
    const again = await app.api.post(`/lists/${list}/segments`, { name: 'N', ...fullTime });
    expect([again.status, again.body.code]).toEqual([409, 'segment.name_taken']);
    const other = await newList();
    await join(other, 'ada', { role: 'x' });
    expect((await app.api.post(`/lists/${other}/segments`, { name: 'N', ...fullTime })).status).toBe(201);
  });

  test('stays as long as an enrolment or a wave needs it', async () => {
    const { body: segment } = await app.api.post(`/lists/${list}/segments`, { name: 'N', ...fullTime });
    const survey = await newSurvey();
    await app.api.post(`/surveys/${survey}/participants`, { listId: list, segmentId: segment.id });
    const remove = () => app.api.call('DELETE', `/segments/${String(segment.id)}`);
    const refused = await remove();
    expect([refused.status, refused.body.code]).toEqual([409, 'segment.in_use']);

    const { body } = await app.api.get(`/surveys/${survey}/enrolments`);
    await app.api.call('DELETE', `/surveys/${survey}/enrolments/${String(body.items[0].id)}`);
    expect((await remove()).status).toBe(204);
    expect(await app.rows('SELECT FROM participants')).toHaveLength(1);
  });

  test('of another list is no source of participants', async () => {
    const { body: segment } = await app.api.post(`/lists/${list}/segments`, { name: 'N', ...fullTime });
    const other = await newList();
    const survey = await newSurvey();
    const answer = await app.api.post(`/surveys/${survey}/participants`, {
      listId: other,
      segmentId: segment.id,
    });
    expect([answer.status, answer.body.problems]).toEqual([
      422,
      [{ path: 'segmentId', code: 'segment.of_another_list', message: `is not a segment of list ${other}` }],
    ]);
    expect(await app.rows('SELECT FROM enrolments')).toEqual([]);
  });

  test('of another list is previewed for no wave', async () => {
    const { body: own } = await app.api.post(`/lists/${list}/segments`, { name: 'N', ...fullTime });
    const other = await newList();
    await join(other, 'ada', { role: 'x' });
    const survey = await newSurvey();
    await app.api.post(`/surveys/${survey}/participants`, { listId: other });
    const preview = await app.api.post(`/surveys/${survey}/waves/preview`, {
      kind: 'invitation',
      sendAt: 'now',
      segmentId: own.id,
    });
    expect([preview.status, preview.body.problems?.[0]?.path]).toEqual([422, 'segmentId']);
  });
});

test('enrolling a whole list answers as it always has, and says whether it is followed', async () => {
  const survey = await newSurvey();
  const { body } = await app.api.post(`/surveys/${survey}/participants`, { listId: list });
  expect(body).toEqual({ enrolled: 3, already: 0, suppressed: 0, unsubscribed: 0, follows: false });
});

async function newList(): Promise<string> {
  return (await app.api.post('/lists', { name: 'Newsletter' })).body.id as string;
}

async function join(to: string, name: string, attributes: object): Promise<void> {
  await app.rows(
    `INSERT INTO subscribers (list_id, email, email_key, attributes, created_at, updated_at)
     VALUES ($1, $2, $2, $3, now(), now())`,
    [to, `${name}@leser.test`, attributes],
  );
}

async function newSurvey(): Promise<string> {
  const { body } = await app.api.post('/surveys', {
    title: 'Was erwarten Sie von uns?',
    languages: ['de'],
    closesAt: '2099-11-12T23:59',
    timeZone: 'Europe/Berlin',
    privacy: 'identified',
    sender: { name: 'Netzwerkbüro', email: 'buero@netzwerk.test' },
    questionnaire: onePage,
  });
  return body.id as string;
}
