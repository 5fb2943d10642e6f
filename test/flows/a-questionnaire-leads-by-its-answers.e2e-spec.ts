import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { personalLinks, postForm, scheduleWave, startCampaign, waveFinished } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const questionnaire = {
  completedHtml: 'Danke an alle.',
  completedHtmlOnCondition: [{ expression: '{member} = "no"', html: 'Diese Umfrage ist für Mitglieder.' }],
  triggers: [{ type: 'complete', expression: '{member} = "no"' }],
  pages: [
    {
      elements: [
        {
          type: 'radiogroup',
          name: 'member',
          title: 'Guten Tag {person.name}: Mitglied?',
          isRequired: true,
          choices: ['yes', 'no'],
        },
        { type: 'text', name: 'since', title: 'Seit wann?', isRequired: true, visibleIf: '{member} = "yes"' },
        { type: 'text', name: 'age', title: 'Ihr Alter', inputType: 'number' },
      ],
    },
    {
      visibleIf: '{since} = "2020"',
      elements: [{ type: 'comment', name: 'start', title: 'Wie war der Anfang?' }],
    },
    { elements: [{ type: 'comment', name: 'wish', title: 'Ihr Wunsch', isRequired: true }] },
  ],
};

const clock = FixedClock.inBerlin('2027-10-20T09:00');
let app: TestApp;
let surveyId: string;
let links: string[];

beforeAll(async () => {
  app = await startApp({ clock });
  ({ surveyId } = await startCampaign(app, { questionnaire, people: 6, closesAt: '2027-11-12T23:59' }));
  links = [...(await personalLinks(app, surveyId)).values()];
});

afterAll(async () => {
  await app.close();
});

test('a question that an answer of the same page brings up is shown before it is missed', async () => {
  const [link = ''] = links;
  const opened = await read(link);
  expect(opened).toContain('Guten Tag Person 1');
  const again = await postForm(app, link, {
    page: '0',
    go: 'next',
    shown: shownIn(opened),
    'q.member': 'yes',
  });
  expect(again.status).toBe(200);
  const page = await again.text();
  expect(page).toContain('Aus Ihren Antworten ergibt sich noch eine Frage');
  expect(page).toMatch(/value="yes"[^>]*checked/);

  const missing = await postForm(app, link, {
    page: '0',
    go: 'next',
    shown: shownIn(page),
    'q.member': 'yes',
  });
  expect(missing.status).toBe(422);
  const next = await postForm(app, link, {
    page: '0',
    go: 'next',
    shown: shownIn(page),
    'q.member': 'yes',
    'q.since': '1999',
  });
  expect(next.headers.get('location')).toContain('?page=3');
});

test('answers of what is no longer there are dropped at the end', async () => {
  const [link = ''] = links;
  await postForm(app, link, { page: '0', go: 'next', 'q.member': 'yes', 'q.since': '2020' });
  await postForm(app, link, { page: '1', go: 'next', 'q.start': 'Schwer' });
  await postForm(app, link, { page: '0', go: 'next', 'q.member': 'yes', 'q.since': '1999' });
  expect((await postForm(app, link, { page: '2', go: 'submit', 'q.wish': 'Mehr' })).status).toBe(303);
  expect(await app.rows('SELECT answers FROM responses')).toEqual([
    { answers: { member: 'yes', since: '1999', wish: 'Mehr' } },
  ]);
  expect(await read(link)).toContain('Danke an alle.');
});

test('somebody it is not meant for is screened out, told so, and neither thanked nor reminded', async () => {
  const link = links[1] ?? '';
  const done = await postForm(app, link, { page: '0', go: 'next', 'q.member': 'no' });
  expect(done.status).toBe(303);
  const page = await read(link);
  expect(page).toContain('Vielen Dank für Ihr Interesse');
  expect(page).toContain('Diese Umfrage ist für Mitglieder.');
  expect(await app.rows('SELECT answers, screened_out FROM responses WHERE screened_out')).toEqual([
    { answers: { member: 'no' }, screened_out: true },
  ]);
  await waveFinished(app, await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' }));
  expect(await app.mail.mailsTo('p2@leser.test')).toEqual([]);
  expect(await app.mail.mailsTo('p3@leser.test')).toHaveLength(1);
  expect(await app.rows("SELECT FROM messages WHERE kind = 'thank_you'")).toHaveLength(1);
});

test('going back loses nothing, not even what cannot be an answer', async () => {
  const link = links[2] ?? '';
  await postForm(app, link, { page: '0', go: 'next', 'q.member': 'yes', 'q.since': '2020' });
  await postForm(app, link, { page: '1', go: 'back', 'q.start': 'Leicht' });
  const typed = { page: '0', go: 'back', 'q.member': 'yes', 'q.since': '2020', 'q.age': 'vier\0zig' };
  expect((await postForm(app, link, typed)).status).toBe(303);
  expect(await read(link)).toContain('value="vierzig"');
  expect(await read(`${link}?page=2`)).toContain('Leicht');
});

test('when the time is over, what was being written is kept and nothing else promised', async () => {
  const [begun = '', untouched = ''] = links.slice(3);
  await postForm(app, begun, { page: '0', go: 'next', 'q.member': 'yes', 'q.since': '1999' });
  clock.moveTo('2027-11-13T00:20');
  const late = await postForm(app, begun, { page: '2', go: 'submit', 'q.wish': 'Zu spät' });
  expect(late.status).toBe(410);
  expect(await late.text()).toContain('ist gespeichert, aber nicht abgesendet');
  const [saved] = await app.rows<{ answers: object }>(
    "SELECT answers FROM saved_answers WHERE answers ->> 'wish' = 'Zu spät'",
  );
  expect(saved?.answers).toEqual({ member: 'yes', since: '1999', wish: 'Zu spät' });
  expect(await read(begun)).toContain('ist gespeichert, aber nicht abgesendet');
  expect(await read(untouched)).not.toContain('gespeichert');
  expect(await app.rows('SELECT FROM responses')).toHaveLength(2);
});

async function read(path: string): Promise<string> {
  return (await fetch(app.url + path)).text();
}

function shownIn(html: string): string {
  return /name="shown"[^>]*value="([^"]*)"/.exec(html)?.[1] ?? '';
}
