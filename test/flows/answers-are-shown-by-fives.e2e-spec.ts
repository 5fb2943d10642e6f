import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PersonalLinks } from '../../src/participants/personal-links.js';
import { startApp, type TestApp } from '../support/app.js';
import { type CampaignOptions, postForm, startCampaign, submitOnePage } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';
import { signIn } from '../support/staff.js';

const clock = FixedClock.inBerlin('2027-10-20T09:00');
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ clock });
});

afterAll(async () => {
  await app.close();
});

/** A survey whose people answer when they are told to. */
async function survey(options: CampaignOptions): Promise<{ id: string; links: string[] }> {
  const { surveyId: id } = await startCampaign(app, { people: 30, closesAt: '2027-11-12T23:59', ...options });
  const rows = await app.rows<{ id: string }>(
    'SELECT id FROM participants WHERE survey_id = $1 ORDER BY id',
    [id],
  );
  const links = app.app.get(PersonalLinks, { strict: false });
  return { id, links: rows.map((row) => new URL(links.survey(row.id)).pathname) };
}

const answer = async (links: readonly string[], from: number, to: number) => {
  for (const link of links.slice(from, to)) {
    const done = await submitOnePage(app, link, `Wunsch ${links.indexOf(link) + 1}`);
    expect(done.status).toBe(303);
  }
};
const exported = (id: string, what = 'responses', format = 'ndjson') =>
  app.api.get(`/surveys/${id}/${what}?format=${format}`);
const lines = async (id: string, what = 'responses'): Promise<Record<string, any>[]> => {
  const { status, body } = await exported(id, what);
  if (status !== 200) return [];
  return (body as string)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, any>);
};
const openLink = async (id: string): Promise<string> => {
  const { body } = await app.api.call('PUT', `/surveys/${id}/open-link`, { on: true });
  return `/o/${body.slug as string}`;
};
const answerOpen = async (link: string, times: number) => {
  for (let n = 0; n < times; n += 1) {
    clock.advance(61_000);
    const done = await postForm(app, link, { page: '0', go: 'submit', 'q.wish': `Offen ${n}` });
    expect(done.status).toBe(200);
  }
};

describe('an anonymous survey', () => {
  let id: string;
  let links: string[];

  beforeAll(async () => {
    ({ id, links } = await survey({ privacy: 'anonymous' }));
  });

  test('shows nothing of nine answers, and says how many wait and what for', async () => {
    await answer(links, 0, 9);
    await app.sweep();
    const { status, body } = await exported(id);
    expect([status, body.code]).toEqual([422, 'responses.too_few']);
    expect(body.detail).toContain('Waiting: 9 through personal links');
    expect(body.detail).toContain('with 1 more through personal links');
    expect((await exported(id, 'texts')).body.code).toBe('responses.too_few');
  });

  test('shows five of ten once the sweep has drawn them, and not by the submit', async () => {
    await answer(links, 9, 10);
    expect((await exported(id)).status).toBe(422);
    await app.sweep();
    expect(await lines(id)).toHaveLength(5);
  });

  test('one more answer changes no byte of any file', async () => {
    const files = async () => [
      (await exported(id)).body,
      (await exported(id, 'responses', 'csv')).body,
      (await exported(id, 'texts')).body,
      (await exported(id, 'texts', 'csv')).body,
    ];
    const before = await files();
    await answer(links, 10, 11);
    await app.sweep();
    expect(await files()).toEqual(before);
    expect((await app.api.get(`/surveys/${id}/statistics`)).body).toMatchObject({
      participation: { completed: 11 },
      responses: { shown: 5, waiting: { personal: 6, open: 0 } },
    });
  });

  test('texts leave in a file of their own, which no line of the other leads to', async () => {
    const responses = await lines(id);
    expect(responses.map(({ answers }) => answers)).toEqual(Array(5).fill({}));
    const texts = await lines(id, 'texts');
    expect(texts).toHaveLength(5);
    for (const text of texts)
      expect(text).toEqual({ question: 'wish', text: expect.stringMatching(/^Wunsch/) });
    const csv = (await exported(id, 'responses', 'csv')).body as string;
    expect(csv.split('\r\n')[0]).toBe('response,version,via,screened_out');
  });

  test('the order of the texts is neither that of the responses nor that of answering', async () => {
    const [{ stored } = { stored: [] }] = await app.rows<{ stored: string[] }>(
      `SELECT array_agg(answers ->> 'wish' ORDER BY id) AS stored FROM responses
       WHERE survey_id = $1 AND released_revision IS NOT NULL`,
      [id],
    );
    await answer(links, 11, 30);
    await app.sweep();
    const texts = (await lines(id, 'texts')).map(({ text }) => text as string);
    expect(texts).toHaveLength(25);
    expect(stored).toHaveLength(5);
    const [{ all } = { all: [] }] = await app.rows<{ all: string[] }>(
      `SELECT array_agg(answers ->> 'wish' ORDER BY id) AS all FROM responses
       WHERE survey_id = $1 AND released_revision IS NOT NULL`,
      [id],
    );
    expect([...texts].sort()).toEqual([...all].sort());
    expect(texts).not.toEqual(all);
  });

  test('what waits at the end is shown when the grace is over', async () => {
    clock.moveTo('2027-11-13T00:13');
    await app.sweep();
    expect(await lines(id)).toHaveLength(25);
    clock.moveTo('2027-11-13T00:14');
    await app.sweep();
    expect(await lines(id)).toHaveLength(30);
  });

  test('reopened with a later closing date it shows five of ten again', async () => {
    clock.moveTo('2027-10-20T12:00');
    const late = await survey({ privacy: 'anonymous' });
    await answer(late.links, 0, 6);
    await app.sweep();
    expect(await lines(late.id)).toHaveLength(0);
    await app.api.post(`/surveys/${late.id}/close`);
    await app.sweep();
    expect(await lines(late.id)).toHaveLength(6);
    await app.api.post(`/surveys/${late.id}/reopen`);
    await answer(late.links, 6, 15);
    await app.sweep();
    expect(await lines(late.id)).toHaveLength(6);
    await answer(late.links, 15, 16);
    await app.sweep();
    expect(await lines(late.id)).toHaveLength(11);
  });
});

describe('the open link', () => {
  test('fills no pool of the personal answers up, whatever is sent through it', async () => {
    clock.moveTo('2027-10-21T09:00');
    const { id, links } = await survey({ privacy: 'anonymous' });
    await answer(links, 0, 1);
    const link = await openLink(id);
    await answerOpen(link, 9);
    await app.sweep();
    expect((await exported(id)).body.code).toBe('responses.too_few');
    await answerOpen(link, 1);
    await app.sweep();
    const shown = await lines(id);
    expect(shown).toHaveLength(5);
    expect(new Set(shown.map(({ via }) => via as string))).toEqual(new Set(['open']));
    expect((await app.api.get(`/surveys/${id}/statistics`)).body).toMatchObject({
      openResponses: 5,
      responses: { waiting: { personal: 1, open: 5 } },
    });
  });
});

describe('a pseudonymous survey', () => {
  let id: string;
  let links: string[];

  beforeAll(async () => {
    clock.moveTo('2027-10-22T09:00');
    ({ id, links } = await survey({ privacy: 'pseudonymous', mayChangeAnswers: true }));
    await answer(links, 0, 10);
    await app.sweep();
  });

  test('shows codes and days without saying how often or when something was changed', async () => {
    const shown = await lines(id);
    expect(shown).toHaveLength(5);
    for (const line of shown) {
      expect(Object.keys(line).sort()).toEqual(
        ['answers', 'code', 'day', 'id', 'language', 'screenedOut', 'version', 'via'].sort(),
      );
      expect(line).toMatchObject({ day: '2027-10-22', language: 'de', via: 'personal' });
    }
  });

  test('goes on showing what was released until the change is', async () => {
    const before = await lines(id);
    const shownWishes = before.map(({ answers }) => answers.wish as string);
    const changed = shownWishes[0] ?? '';
    const link = links[Number(changed.replace('Wunsch ', '')) - 1] ?? '';
    await postForm(app, link, { go: 'change' });
    expect((await submitOnePage(app, link, 'Geändert')).status).toBe(303);
    await app.sweep();
    expect(await lines(id)).toEqual(before);
    expect((await app.api.get(`/surveys/${id}/statistics`)).body.responses).toEqual({
      shown: 5,
      open: 0,
      waiting: { personal: 5, open: 0 },
    });

    clock.moveTo('2027-11-13T00:14');
    await app.sweep();
    const after = await lines(id);
    expect(after).toHaveLength(10);
    const [line] = after.filter(({ id: response }) => response === before[0]?.['id']);
    expect(line).toMatchObject({ ...before[0], answers: { wish: 'Geändert' } });
  });

  test('a withdrawn answer leaves with the next release, and after thirty days at the latest', async () => {
    clock.moveTo('2027-10-22T09:00');
    const other = await survey({ privacy: 'pseudonymous', closesAt: '2028-02-12T23:59' });
    await answer(other.links, 0, 10);
    await app.sweep();
    const [first, second] = await lines(other.id);
    const withdraw = (response: unknown) =>
      app.rows("UPDATE responses SET withdrawn_on = '2027-10-22' WHERE id = $1", [response]);
    await withdraw(first?.['id']);
    await app.sweep();
    expect(await lines(other.id)).toHaveLength(5);
    await answer(other.links, 10, 15);
    await app.sweep();
    const after = await lines(other.id);
    expect(after).toHaveLength(9);
    expect(after.map(({ id: response }) => response as string)).not.toContain(first?.['id']);

    await withdraw(second?.['id']);
    clock.moveTo('2027-11-20T12:00');
    await app.sweep();
    expect(await lines(other.id)).toHaveLength(9);
    clock.moveTo('2027-11-21T12:00');
    await app.sweep();
    expect(await lines(other.id)).toHaveLength(8);
    clock.moveTo('2027-10-22T09:00');
  });
});

describe('what is told beside answers', () => {
  test('is told where five share it, and as other where fewer do', async () => {
    clock.moveTo('2027-10-23T09:00');
    const { id, links } = await survey({ privacy: 'pseudonymous' });
    await app.rows(
      `UPDATE subscribers SET language = 'en' WHERE id IN (SELECT subscriber_id FROM participants
      WHERE survey_id = $1 ORDER BY id LIMIT 2)`,
      [id],
    );
    await answer(links, 0, 8);
    clock.moveTo('2027-10-24T09:00');
    await answer(links, 8, 20);
    await app.api.post(`/surveys/${id}/close`);
    await app.sweep();
    const shown = await lines(id);
    expect(shown).toHaveLength(20);
    const valuesOf = (kind: string) => new Set(shown.map((line) => line[kind] as unknown));
    expect(valuesOf('language')).toEqual(new Set(['other']));
    expect(valuesOf('day')).toEqual(new Set(['2027-10-23', '2027-10-24']));
    expect(valuesOf('version')).toEqual(new Set([1]));
  });
});

describe('texts that stay with the answers', () => {
  test('are told of on the first page, exported beside the answers, and fixed at publication', async () => {
    const { body: draft } = await app.api.post('/surveys', {
      title: 'Texte dabei',
      languages: ['de'],
      closesAt: '2027-11-12T23:59',
      timeZone: 'Europe/Berlin',
      privacy: 'anonymous',
      textsStayWithAnswers: true,
      sender: { name: 'Netzwerkbüro', email: 'buero@netzwerk.test' },
      questionnaire: { elements: [{ type: 'text', name: 'wish' }] },
    });
    const id = draft.id as string;
    expect(draft.textsStayWithAnswers).toBe(true);
    await app.api.post(`/surveys/${id}/publish`);
    const refused = await app.api.patch(`/surveys/${id}`, { textsStayWithAnswers: false });
    expect([refused.status, refused.body.code]).toEqual([409, 'survey.fixed']);
    const link = await openLink(id);
    expect(await (await fetch(app.url + link)).text()).toContain(
      'zusammen mit Ihren übrigen Antworten ausgewertet',
    );
    await answerOpen(link, 10);
    await app.sweep();
    for (const { answers } of await lines(id)) expect(answers.wish).toMatch(/^Offen/);
    expect((await exported(id, 'texts')).body.code).toBe('texts.with_answers');
  });

  test('an identified survey shows everything at once, and its texts beside the answers', async () => {
    const { id, links } = await survey({ privacy: 'identified' });
    await answer(links, 0, 1);
    expect(await lines(id)).toMatchObject([{ answers: { wish: 'Wunsch 1' }, revision: 1 }]);
  });
});

test('the overview says why nothing is shown yet, and offers the texts by themselves', async () => {
  clock.moveTo('2027-10-25T09:00');
  const staff = await signIn(app);
  const { id, links } = await survey({ privacy: 'anonymous' });
  await answer(links, 0, 3);
  const overview = async () => (await staff.send(`/console/surveys/${id}`)).html;
  expect(await overview()).toContain('3 weitere Antworten warten noch darauf, gezeigt zu werden.');
  await answer(links, 3, 10);
  await app.sweep();
  expect(await overview()).toContain(`/console/surveys/${id}/texts.csv`);
});
