import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Bells } from '../../src/queue/bells.js';
import { startApp, type TestApp, until } from '../support/app.js';
import { onePage, scheduleWave, waveFinished } from '../support/campaign.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(async () => {
  await app.close();
});

beforeEach(async () => {
  for (const table of ['surveys', 'lists', 'suppressions']) await app.rows(`DELETE FROM ${table}`);
  app.mail.received.length = 0;
});

describe('a survey that follows its list', () => {
  test('takes in new subscribers by the sweep, each once however often it runs', async () => {
    const list = await newList(['ada']);
    const survey = await newSurvey();
    expect(await enrol(survey, { listId: list, follow: true })).toMatchObject({ enrolled: 1, follows: true });
    await join(list, 'bob');
    await Promise.all([app.sweep(), app.sweep(), app.sweep()]);
    await app.sweep();
    expect(await participants(survey)).toEqual(['ada', 'bob']);
  });

  test('asks an address once that joins two lists at once', async () => {
    const [first, second] = [await newList([]), await newList([])];
    const survey = await newSurvey();
    for (const listId of [first, second]) await enrol(survey, { listId, follow: true });
    await join(first, 'ada');
    await join(second, 'ada');
    await Promise.all([app.sweep(), app.sweep()]);
    expect(await participants(survey)).toEqual(['ada']);
  });

  test('takes in whom an import brings as soon as it is done', async () => {
    const list = await newList([]);
    const survey = await newSurvey();
    await enrol(survey, { listId: list, follow: true });
    await importFile(list, 'email,role\nada@leser.test,hauptamtlich\n');
    await until('she is in', async () => (await participants(survey)).length === 1);
  });

  test('keeps to its segment, as it is said by then', async () => {
    const list = await newList([]);
    await importFile(list, 'email,role\nada@leser.test,hauptamtlich\nbob@leser.test,ehrenamtlich\n');
    const { body: segment } = await app.api.post(`/lists/${list}/segments`, {
      name: 'Hauptamt',
      conditions: [{ attribute: 'role', is: 'equal', value: 'HAUPTAMTLICH' }],
    });
    const survey = await newSurvey();
    expect(await enrol(survey, { listId: list, segmentId: segment.id, follow: true })).toEqual({
      enrolled: 1,
      already: 0,
      suppressed: 0,
      unsubscribed: 0,
      outside: 1,
      follows: true,
    });
    await join(list, 'cyd', { role: 'Hauptamtlich' });
    await join(list, 'dan', { role: 'ehrenamtlich' });
    await app.sweep();
    expect(await participants(survey)).toEqual(['ada', 'cyd']);

    // Bob's attribute changes by a file; nobody has to think of the survey.
    await importFile(list, 'email,role\nbob@leser.test,hauptamtlich\n');
    await until('he is in', async () => (await participants(survey)).length === 3);
  });

  test('takes in nobody who left before, is suppressed, or comes after the closing date', async () => {
    const list = await newList([]);
    const survey = await newSurvey();
    await enrol(survey, { listId: list, follow: true });
    await join(list, 'ada');
    await join(list, 'bob');
    await app.rows("UPDATE subscribers SET unsubscribed_at = now() WHERE email LIKE 'ada%'");
    await app.api.post('/suppressions', { email: 'bob@leser.test' });
    await app.sweep();
    expect(await participants(survey)).toEqual([]);

    await join(list, 'cyd');
    await app.rows("UPDATE surveys SET closes_at = now() - interval '1 second'");
    await app.sweep();
    expect(await participants(survey)).toEqual([]);
  });

  test('takes in nobody as a draft, and everybody once it is published', async () => {
    const list = await newList([]);
    const survey = await newSurvey('draft');
    await enrol(survey, { listId: list, follow: true });
    await join(list, 'ada');
    await app.sweep();
    expect(await participants(survey)).toEqual([]);
    await app.api.post(`/surveys/${survey}/publish`);
    await app.sweep();
    expect(await participants(survey)).toEqual(['ada']);
  });

  test('stops when it is told to, and takes in who came meanwhile when it goes on', async () => {
    const list = await newList(['ada']);
    const survey = await newSurvey();
    await enrol(survey, { listId: list, follow: true });
    const path = `/surveys/${survey}/enrolments`;
    const { body } = await app.api.get(path);
    const [{ id }] = body.items as [{ id: string }];
    expect(body.items).toMatchObject([
      { listId: list, listName: 'Newsletter', segmentId: null, follows: true },
    ]);

    expect((await app.api.patch(`${path}/${id}`, { follows: false })).body).toMatchObject({ follows: false });
    await join(list, 'bob');
    await app.sweep();
    expect(await participants(survey)).toEqual(['ada']);
    await app.api.patch(`${path}/${id}`, { follows: true });
    expect(await participants(survey)).toEqual(['ada', 'bob']);

    expect((await app.api.call('DELETE', `${path}/${id}`)).status).toBe(204);
    await join(list, 'cyd');
    await app.sweep();
    expect(await participants(survey)).toEqual(['ada', 'bob']);
    expect((await app.api.get(path)).body.items).toEqual([]);
    expect((await app.api.call('DELETE', `${path}/${id}`)).status).toBe(404);
  });

  test('enrolling again without a word about following leaves it as it is', async () => {
    const list = await newList(['ada']);
    const survey = await newSurvey();
    expect(await enrol(survey, { listId: list })).toMatchObject({ enrolled: 1, follows: false });
    expect(await enrol(survey, { listId: list, follow: true })).toMatchObject({ already: 1, follows: true });
    expect(await enrol(survey, { listId: list })).toMatchObject({ already: 1, follows: true });
  });

  test('wakes the waves that reach people as they come', async () => {
    const list = await newList(['ada']);
    const survey = await newSurvey();
    await enrol(survey, { listId: list, follow: true });
    const wave = await scheduleWave(app.api, survey, { kind: 'invitation', sendAt: '2098-01-01T09:00' });
    await app.rows("UPDATE waves SET rolling = true, state = 'sending', joiners_checked_at = now()");
    const rung: [string, unknown][] = [];
    const bells = app.app.get(Bells, { strict: false });
    const ring = bells.ring.bind(bells);
    bells.ring = async (kind, payload, when) => {
      rung.push([kind, payload]);
      if (kind !== 'start-wave') await ring(kind, payload, when);
    };
    try {
      await app.sweep();
      expect(rung.filter(([kind]) => kind === 'start-wave')).toEqual([]);
      await join(list, 'bob');
      await app.sweep();
      expect(rung).toContainEqual(['start-wave', { wave }]);
    } finally {
      bells.ring = ring;
    }
  });
});

test('anyone who leaves gets nothing more, although a participant', async () => {
  const list = await newList(['ada', 'bob', 'cyd']);
  const survey = await newSurvey();
  await enrol(survey, { listId: list, follow: true });
  await app.rows("UPDATE subscribers SET unsubscribed_at = now() WHERE email LIKE 'bob%'");
  await app.api.post('/suppressions', { email: 'cyd@leser.test' });
  await app.sweep();
  const wave = await scheduleWave(app.api, survey, { kind: 'invitation', sendAt: 'now' });
  await waveFinished(app, wave);
  expect(app.mail.received.flatMap(({ to }) => to)).toEqual(['ada@leser.test']);
  expect((await app.api.get(`/waves/${wave}`)).body.skipped).toEqual({ unsubscribed: 1, suppressed: 1 });
});

async function newList(names: string[]): Promise<string> {
  const { body } = await app.api.post('/lists', { name: 'Newsletter' });
  for (const name of names) await join(body.id as string, name);
  return body.id as string;
}

async function join(list: string, name: string, attributes: object = {}): Promise<void> {
  await app.rows(
    `INSERT INTO subscribers (list_id, email, email_key, language, attributes, created_at, updated_at)
     VALUES ($1, $2, $2, 'de', $3, now(), now())`,
    [list, `${name}@leser.test`, attributes],
  );
}

async function importFile(list: string, csv: string): Promise<void> {
  const { body } = await app.api.postCsv(`/lists/${list}/imports?mode=apply`, csv);
  await until('the file is read', async () => {
    const { state } = (await app.api.get(`/imports/${String(body.id)}`)).body as { state: string };
    return state === 'finished';
  });
}

async function newSurvey(state: 'draft' | 'published' = 'published'): Promise<string> {
  const { body } = await app.api.post('/surveys', {
    title: 'Was erwarten Sie von uns?',
    languages: ['de'],
    closesAt: '2099-11-12T23:59',
    timeZone: 'Europe/Berlin',
    privacy: 'identified',
    sender: { name: 'Netzwerkbüro', email: 'buero@netzwerk.test' },
    questionnaire: onePage,
    sendingWindow: null,
  });
  if (state === 'published') await app.api.post(`/surveys/${String(body.id)}/publish`);
  return body.id as string;
}

async function enrol(survey: string, body: object): Promise<unknown> {
  const answer = await app.api.post(`/surveys/${survey}/participants`, body);
  expect(answer.status).toBe(200);
  return answer.body;
}

async function participants(survey: string): Promise<string[]> {
  const { body } = await app.api.get(`/surveys/${survey}/participants`);
  return (body.items as { email: string }[]).map(({ email }) => email.replace('@leser.test', ''));
}
