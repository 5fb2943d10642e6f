import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditActions } from '../../src/audit/audit-actions.js';
import { SuppressionsService } from '../../src/suppressions/suppressions.service.js';
import { type ApiAnswer } from '../support/api.js';
import { startApp, type TestApp, until } from '../support/app.js';
import { auditOfRoutes } from '../support/audit-of-routes.js';
import { draftSurvey, onePage, scheduleWave, startCampaign, waveFinished } from '../support/campaign.js';
import { changingRoutes } from '../support/changing-routes.js';
import { anna, type ConsoleAnswer, type ConsoleVisit, signIn } from '../support/staff.js';

const CSV = 'email,name,town\np1@leser.test,Eins,Musterstadt\np2@leser.test,Zwei,Neudorf';
const letter = { 'subject.de': 'Ihre Meinung', 'body.de': '', 'subject.en': '', 'body.en': '' };

interface Entry {
  actor: string;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
}

let app: TestApp;
let staff: ConsoleVisit;
/** Every action that was seen, for the end. */
const seen = new Map<string, Set<string>>();

beforeAll(async () => {
  app = await startApp();
  staff = await signIn(app);
});

afterAll(async () => {
  await app.close();
});

/** What an act leaves in the log; the act must have succeeded. */
async function recordedBy(act: () => Promise<ApiAnswer | ConsoleAnswer>): Promise<Entry[]> {
  const [last] = await app.rows<{ id: string }>('SELECT coalesce(max(id), 0) AS id FROM audit_entries');
  const answer = await act();
  if (answer.status >= 400) throw new Error(JSON.stringify('body' in answer ? answer.body : answer.html));
  const entries = await app.rows<Entry>(
    'SELECT actor, action, subject, detail FROM audit_entries WHERE id > $1 ORDER BY id',
    [last?.id],
  );
  for (const { actor, action } of entries) {
    const kind = actor.split(':')[0] ?? '';
    seen.set(kind, (seen.get(kind) ?? new Set()).add(action));
  }
  return entries;
}

/** Both ways of one act leave the same, but for who did it and to which of two. */
async function alike(
  byApi: () => Promise<ApiAnswer>,
  byConsole: () => Promise<ConsoleAnswer>,
  expected: readonly string[],
): Promise<Entry[]> {
  const api = await recordedBy(byApi);
  // The console shows a preview beside the test mail it sends, and says so.
  const console = (await recordedBy(byConsole)).filter(({ action }) => action !== 'wave.preview');
  const told = (entries: Entry[]) =>
    entries.map(({ action, subject, detail }) => [action, subject.split(':')[0], Object.keys(detail).sort()]);
  expect(told(console)).toEqual(told(api));
  expect(api.map(({ action }) => action)).toEqual(expected);
  expect(new Set(api.map(({ actor }) => actor))).toEqual(new Set(['token:test']));
  expect(new Set(console.map(({ actor }) => actor))).toEqual(new Set(['staff:1']));
  return api;
}

const form = (
  path: string,
  fields: Record<string, string>,
  file?: [name: string, text: string | Uint8Array],
) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  if (file) body.append('file', new Blob([file[1] as BlobPart]), file[0]);
  return staff.ask(path, { method: 'POST', body });
};

const idIn = (path: string) => /\/(\d+)(?:\/[a-z-]+)?(?:#.*)?$/.exec(path)?.[1] ?? '';

test('every route that changes something is known to the log, or has a reason not to be', () => {
  expect(changingRoutes(app).sort()).toEqual(Object.keys(auditOfRoutes).sort());
  const actions = Object.values(auditOfRoutes).flatMap((trace) => (typeof trace === 'string' ? [] : trace));
  expect(actions.filter((action) => !auditActions.includes(action))).toEqual([]);
});

test('lists, files and segments leave the same by the API and in the console', async () => {
  let [list, other] = ['', ''];
  await alike(
    async () => {
      const made = await app.api.post('/lists', { name: 'A' });
      list = made.body.id;
      return made;
    },
    async () => {
      const made = await staff.send('/console/lists', { name: 'B' });
      other = idIn(made.location);
      return made;
    },
    ['list.create'],
  );
  let run = '';
  const read = async (id: string) =>
    until('the file is read', async () => (await app.api.get(`/imports/${id}`)).body.state === 'finished');
  await alike(
    () => app.api.postCsv(`/lists/${list}/imports?mode=dry-run`, CSV),
    async () => {
      const sent = await form(`/console/lists/${other}/imports`, {}, ['a.csv', CSV]);
      run = idIn(sent.location);
      return sent;
    },
    ['list.check_file'],
  );
  await read(run);
  const applied = await recordedBy(() => app.api.postCsv(`/lists/${list}/imports?mode=apply`, CSV));
  expect(applied).toMatchObject([{ action: 'list.apply_file', subject: `list:${list}` }]);
  await read(applied[0]?.detail['import'] as string);
  const checked = await recordedBy(() => staff.send(`/console/imports/${run}/apply`, {}));
  expect(checked).toMatchObject([
    { action: 'list.apply_file', subject: `list:${other}`, detail: { checkedAs: run } },
  ]);
  await read(checked[0]?.detail['import'] as string);

  const conditions = [{ attribute: 'town', is: 'equal', value: 'Neudorf' }];
  const fields = {
    name: 'Neudorf',
    match: 'all',
    rows: '1',
    'attribute-0': 'town',
    'is-0': 'equal',
    'value-0': 'Neudorf',
    go: 'save',
  };
  const segments = async (of: string) =>
    ((await app.api.get(`/lists/${of}/segments`)).body.items as { id: string }[])[0]?.id ?? '';
  await alike(
    () => app.api.post(`/lists/${list}/segments`, { name: 'Neudorf', conditions }),
    () => staff.send(`/console/lists/${other}/segments/new`, fields),
    ['segment.create'],
  );
  const [mine, theirs] = [await segments(list), await segments(other)];
  await alike(
    () => app.api.patch(`/segments/${mine}`, { name: 'Dorf' }),
    () => staff.send(`/console/lists/${other}/segments/${theirs}`, { ...fields, name: 'Dorf' }),
    ['segment.change'],
  );
  await alike(
    () => app.api.call('DELETE', `/segments/${mine}`),
    () => staff.send(`/console/lists/${other}/segments/${theirs}/delete`, {}),
    ['segment.delete'],
  );
  const people = async (of: string) =>
    ((await app.api.get(`/lists/${of}/subscribers`)).body.items as { id: string }[])[0]?.id ?? '';
  const [one, two] = [await people(list), await people(other)];
  await alike(
    () => app.api.call('DELETE', `/subscribers/${one}`),
    () => staff.send(`/console/lists/${other}/subscribers/${two}/erasure`, {}),
    ['subscriber.erase'],
  );
  const emptied = await recordedBy(() => app.api.call('DELETE', `/lists/${list}/subscribers`));
  expect(emptied).toMatchObject([{ actor: 'token:test', action: 'list.empty', detail: { people: 1 } }]);
  const asked = await recordedBy(() => staff.send(`/console/lists/${other}/emptying`, { name: 'B' }));
  expect(asked[0]).toMatchObject({ actor: 'staff:1', action: 'list.ask_to_empty' });
  await until('it is emptied in the name of who asked', async () => {
    const done = await app.rows<Entry>(
      "SELECT * FROM audit_entries WHERE action = 'list.empty' AND subject = $1",
      [`list:${other}`],
    );
    return done[0]?.actor === 'staff:1';
  });
});

const surveyFields = {
  'title.de': 'Umfrage',
  'title.en': 'Survey',
  closesAt: '2099-11-12T23:59',
  timeZone: 'Europe/Berlin',
  privacy: 'identified',
  senderName: 'Netzwerk',
  senderEmail: 'buero@netzwerk.test',
  gapDays: '0',
  mostReminders: '2',
  hours: 'always',
  moved: 'seen',
};

async function newSurvey(questionnaire: object = onePage): Promise<string> {
  return draftSurvey(app.api, { questionnaire, sendingWindow: null });
}

test('surveys leave the same by the API and in the console', async () => {
  const [mine, theirs] = [await newSurvey(), await newSurvey()];
  await alike(
    () =>
      app.api.post('/surveys', {
        title: 'Umfrage',
        languages: ['de'],
        closesAt: '2099-11-12T23:59',
        timeZone: 'Europe/Berlin',
        privacy: 'identified',
        sender: { name: 'Netzwerk', email: 'buero@netzwerk.test' },
        questionnaire: onePage,
      }),
    () => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ ...surveyFields, start: 'empty' }))
        body.append(name, value);
      for (const language of ['de', 'en']) body.append('languages', language);
      return staff.ask('/console/surveys', { method: 'POST', body });
    },
    ['survey.create'],
  );
  await alike(
    () => app.api.patch(`/surveys/${mine}`, { gapDays: 0 }),
    async () => {
      const body = new FormData();
      for (const [name, value] of Object.entries(surveyFields)) body.append(name, value);
      for (const language of ['de', 'en']) body.append('languages', language);
      return staff.ask(`/console/surveys/${theirs}/settings`, { method: 'POST', body });
    },
    ['survey.change'],
  );
  for (const step of ['publish', 'close', 'reopen'] as const)
    await alike(
      () => app.api.post(`/surveys/${mine}/${step}`),
      () => staff.send(`/console/surveys/${theirs}/${step}`, {}),
      [`survey.${step}`],
    );
  await alike(
    () => app.api.call('PUT', `/surveys/${mine}/open-link`, { on: true, slug: 'eine-umfrage' }),
    () =>
      staff.send(`/console/surveys/${theirs}/open-link`, { on: 'yes', slug: 'noch-eine', perMinute: '60' }),
    ['open_link.change'],
  );
  const twin = await recordedBy(() =>
    staff.send(`/console/surveys/${theirs}/duplicate`, {
      'title.de': 'Kopie',
      'title.en': 'Copy',
      closesAt: '2099-12-01T12:00',
    }),
  );
  expect(twin).toMatchObject([{ action: 'survey.duplicate', detail: { from: theirs } }]);
});

test('the editor leaves each step, and nothing where nothing changed', async () => {
  const id = await newSurvey();
  const base = `/console/surveys/${id}/editor`;
  const number = async () => {
    const [row] = await app.rows<{ n: number }>('SELECT edit_number AS n FROM surveys WHERE id = $1', [id]);
    return String(row?.n);
  };
  const step = async (fields: Record<string, string>) =>
    recordedBy(async () => staff.send(`${base}/steps`, { number: await number(), ...fields }));
  const add = {
    do: 'add',
    at: '0@1',
    kind: 'imagepicker',
    'title.de': 'Logo?',
    'title.en': 'Logo?',
    'choices.de': 'A\nB',
    'choices.en': 'A\nB',
  };
  expect(await step(add)).toMatchObject([{ action: 'questionnaire.edit', subject: `survey:${id}` }]);
  expect(await step({ do: 'undo' })).toMatchObject([{ action: 'questionnaire.undo' }]);
  expect(await step({ do: 'redo' })).toMatchObject([{ action: 'questionnaire.redo' }]);
  expect(await step({ do: 'redo' })).toEqual([]);

  const png = new Uint8Array(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    ),
  );
  const picture = { number: await number(), at: '0.1', was: 'logo', choice: 'a' };
  const stored = await recordedBy(() => form(`${base}/images`, picture, ['a.png', png]));
  expect(stored.map(({ action }) => action).sort()).toEqual(['image.store', 'questionnaire.edit']);

  const json = JSON.stringify({ elements: [{ type: 'boolean', name: 'dabei', title: 'Dabei?' }] });
  const notes = JSON.stringify([{ code: 'theme', values: {} }]);
  const imported = await recordedBy(async () =>
    staff.send(`${base}/import/apply`, { number: await number(), json, notes }),
  );
  expect(imported).toMatchObject([{ action: 'questionnaire.edit', detail: { code: 'import' } }]);
  await app.rows("INSERT INTO import_reports (survey_id, number, notes) VALUES ($1, 0, '[]')", [id]);
  const dismissed = await recordedBy(() => staff.send(`${base}/import/seen`, { upTo: '0' }));
  expect(dismissed).toMatchObject([{ action: 'questionnaire.dismiss_report' }]);
});

test('enrolments, waves and mails leave the same by the API and in the console', async () => {
  const { listId } = await startCampaign(app, { people: 4 });
  const [mine, theirs] = [await newSurvey(), await newSurvey()];
  for (const id of [mine, theirs]) await app.api.post(`/surveys/${id}/publish`);
  await alike(
    () => app.api.post(`/surveys/${mine}/participants`, { listId, follow: true }),
    () => staff.send(`/console/surveys/${theirs}/participants`, { source: listId, follow: 'yes' }),
    ['participants.enrol'],
  );
  const enrolment = async (id: string) =>
    ((await app.api.get(`/surveys/${id}/enrolments`)).body.items as { id: string }[])[0]?.id ?? '';
  const [first, second] = [await enrolment(mine), await enrolment(theirs)];
  await alike(
    () => app.api.patch(`/surveys/${mine}/enrolments/${first}`, { follows: false }),
    () => staff.send(`/console/surveys/${theirs}/enrolments/${second}`, { follows: 'no' }),
    ['enrolment.follow'],
  );
  await alike(
    () => app.api.call('DELETE', `/surveys/${mine}/enrolments/${first}`),
    () => staff.send(`/console/surveys/${theirs}/enrolments/${second}/delete`, {}),
    ['enrolment.forget'],
  );

  const later = { at: 'local', local: '2099-10-01T09:00' };
  const laterForm = { kind: 'invitation', when: 'local', local: '2099-10-01T09:00', ...letter };
  let [wave, other] = ['', ''];
  await alike(
    async () => {
      const made = await app.api.post(`/surveys/${mine}/waves`, { kind: 'invitation', sendAt: later.local });
      wave = made.body.id;
      return made;
    },
    async () => {
      const made = await staff.send(`/console/surveys/${theirs}/waves`, laterForm);
      other = idIn(made.location);
      return made;
    },
    ['wave.schedule'],
  );
  await alike(
    () => app.api.patch(`/waves/${wave}`, { sendAt: '2099-10-02T09:00' }),
    () =>
      staff.send(`/console/surveys/${theirs}/waves`, {
        ...laterForm,
        wave: other,
        local: '2099-10-02T09:00',
      }),
    ['wave.change'],
  );
  await alike(
    () => app.api.patch(`/waves/${wave}/letter`, { subject: 'Neu' }),
    () => staff.send(`/console/waves/${other}/letter`, { 'subject.de': 'Neu', 'body.de': '' }),
    ['wave.rewrite'],
  );
  await alike(
    () => app.api.post(`/waves/${wave}/test`, { to: 'team@netzwerk.test' }),
    () => staff.send(`/console/surveys/${theirs}/waves/test`, laterForm),
    ['wave.test'],
  );
  for (const step of ['pause', 'resume', 'cancel'] as const)
    await alike(
      () => app.api.post(`/waves/${wave}/${step}`),
      () => staff.send(`/console/waves/${other}/${step}`, {}),
      [`wave.${step}`],
    );

  const planned = await recordedBy(() => staff.send(`/console/surveys/${theirs}/plan`, { start: 'now' }));
  expect(new Set(planned.map(({ action }) => action))).toEqual(new Set(['wave.schedule']));
  const sent = await scheduleWave(app.api, mine, { kind: 'invitation', sendAt: 'now', ignoreGap: true });
  await waveFinished(app, sent);
  await app.rows("UPDATE messages SET state = 'uncertain', reason = 'interrupted' WHERE wave_id = $1", [
    sent,
  ]);
  const [a, b, c] = (await app.api.get(`/messages?wave=${sent}&state=uncertain`)).body.items as {
    id: string;
    email: string;
  }[];
  await alike(
    () => app.api.post(`/messages/${a?.id ?? ''}/resolve`, { as: 'accepted' }),
    () => staff.send(`/console/messages/${b?.id ?? ''}/resolve`, { as: 'accepted' }),
    ['message.resolve'],
  );
  const messageId = (await app.mail.mailsTo(c?.email ?? '')).at(-1)?.messageId ?? '';
  const settled = await recordedBy(() => app.api.post('/messages/settle', { messageId, as: 'accepted' }));
  expect(settled).toMatchObject([{ action: 'message.settle', subject: `message:${c?.id ?? ''}` }]);
  await alike(
    () => app.api.post(`/waves/${sent}/resolve`, { as: 'accepted' }),
    () => staff.send(`/console/waves/${sent}/uncertain`, { as: 'accepted' }),
    ['wave.resolve'],
  );

  const links = await recordedBy(() => app.api.get(`/surveys/${mine}/participants`));
  expect(links).toMatchObject([{ action: 'links.read', subject: `survey:${mine}` }]);
  const exported = await recordedBy(() => staff.send(`/console/surveys/${mine}/responses.csv`));
  expect(exported).toMatchObject([{ actor: 'staff:1', action: 'responses.export' }]);
  const read = await fetch(`${app.url}/api/v1/surveys/${mine}/responses`);
  expect(read.status).toBe(401);
});

test('paces, the cap and suppressions leave the same by the API and in the console', async () => {
  await alike(
    () => app.api.patch('/paces', { rate: 5 }),
    () => staff.send('/console/pace', { rate: '5' }),
    ['pace.set'],
  );
  await alike(
    () => app.api.call('PUT', '/paces/gmx.net', { rate: 5 }),
    () => staff.send('/console/pace/providers/gmx.net', { rate: '5' }),
    ['pace.set'],
  );
  await alike(
    () => app.api.call('PUT', '/mail-cap', { most: 3, days: 30 }),
    () => staff.send('/console/pace/cap', { most: '3', days: '30' }),
    ['cap.set'],
  );
  const added = await recordedBy(() => app.api.post('/suppressions', { email: 'weg@leser.test' }));
  expect(added).toMatchObject([
    { actor: 'token:test', action: 'suppression.add', detail: { reason: 'manual' } },
  ]);
  expect(await recordedBy(() => app.api.post('/suppressions', { email: 'weg@leser.test' }))).toEqual([]);
  const path = '/suppressions?email=weg%40leser.test';
  const removed = await recordedBy(() => app.api.call('DELETE', path));
  expect(removed).toMatchObject([{ action: 'suppression.remove', subject: added[0]?.subject }]);
  expect(await recordedBy(() => app.api.call('DELETE', path))).toEqual([]);
});

test('what fails leaves nothing, and what cannot be recorded is not done', async () => {
  const before = await app.rows('SELECT FROM audit_entries');
  expect((await app.api.post('/lists', { name: '' })).status).toBe(422);
  expect((await app.api.post('/waves/999999/pause')).status).toBe(404);
  expect(await app.rows('SELECT FROM audit_entries')).toHaveLength(before.length);

  await app.rows(
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'full'; END $$`,
  );
  await app.rows(
    'CREATE TRIGGER refuse BEFORE INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse()',
  );
  const suppressions = app.app.get(SuppressionsService, { strict: false });
  await expect(suppressions.add('nicht@leser.test')).rejects.toThrow('full');
  expect(await suppressions.isSuppressed('nicht@leser.test')).toBe(false);
  expect((await app.api.post('/lists', { name: 'Nicht' })).status).toBe(500);
  expect(await app.rows("SELECT FROM lists WHERE name = 'Nicht'")).toEqual([]);
  await app.rows('DROP TRIGGER refuse ON audit_entries');
});

test('no entry holds an address of anybody who is surveyed, or an answer', async () => {
  const [row] = await app.rows<{ text: string }>(
    "SELECT string_agg(audit_entries::text, ' ') AS text FROM audit_entries",
  );
  const { text } = row ?? { text: '' };
  expect(text).not.toContain('@leser.test');
  expect(text).not.toContain('team@netzwerk.test');
  expect(text).toContain('staff:1');
});

test('signing in and out is recorded', async () => {
  const out = await recordedBy(() => staff.send('/console/sign-out', {}));
  expect(out).toMatchObject([{ actor: 'staff:1', action: 'staff.sign_out', subject: 'staff:1' }]);
  const again = await recordedBy(() => staff.send('/console/sign-in', anna));
  expect(again).toMatchObject([{ actor: 'staff:1', action: 'staff.sign_in', subject: 'staff:1' }]);
});

test('failed sign-ins, refused tokens and foreign forms are told in the log by route, without who or where', async () => {
  const lines: string[] = [];
  const write = (...words: unknown[]) => lines.push(JSON.stringify(words));
  app.app.useLogger({ log: write, warn: write, error: write });
  const post = (path: string, headers: Record<string, string>, fields: Record<string, string> = {}) =>
    fetch(app.url + path, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' });
  const ours = { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': '198.51.100.77' };
  const wrong = { email: 'wer@fremd.test', password: 'geraten' };
  for (let i = 0; i < 6; i += 1) await post('/console/sign-in', ours, wrong);
  await post('/console/lists', { 'sec-fetch-site': 'cross-site' }, { name: 'Fremd' });
  await fetch(`${app.url}/api/v1/lists/77`, { headers: { authorization: 'Bearer rlk_geheim' } });
  await fetch(`${app.url}/api/v1/lists/77`);
  await fetch(`${app.url}/console/password/geheim`);

  const told = lines.join('\n');
  const count = (part: string) => told.split(part).length - 1;
  expect(count('"sign_in.failed","method":"POST","route":"/console/sign-in"')).toBe(5);
  expect(count('"sign_in.throttled","method":"POST","route":"/console/sign-in"')).toBe(1);
  expect(count('"origin.refused","method":"POST","route":"/console/lists"')).toBe(1);
  expect(count('"token.refused","method":"GET","route":"/api/v1/lists/:id","reason":"token.unknown"')).toBe(
    1,
  );
  expect(count('"token.refused","method":"GET","route":"/api/v1/lists/:id","reason":"token.missing"')).toBe(
    1,
  );
  expect(count('"link.refused","method":"GET","route":"/console/password/:token"')).toBe(1);
  for (const secret of ['fremd.test', '198.51.100.77', '127.0.0.1', 'geheim', 'geraten'])
    expect(told).not.toContain(secret);
});
