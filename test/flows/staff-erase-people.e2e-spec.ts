import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startApp, type TestApp, until } from '../support/app.js';
import { importPeople, postForm, scheduleWave, startCampaign, waveFinished } from '../support/campaign.js';
import { SignedTokens } from '../../src/common/signed-token.js';
import { signIn, type ConsoleVisit } from '../support/staff.js';

let app: TestApp;
let staff: ConsoleVisit;
/** Three people who are asked in three surveys, one of each kind. */
let listId: string;
let surveys: Record<'identified' | 'pseudonymous' | 'anonymous', string>;

beforeAll(async () => {
  app = await startApp();
  staff = await signIn(app);
});

afterAll(async () => {
  await app.close();
});

beforeEach(async () => {
  const identified = await startCampaign(app, { privacy: 'identified' });
  ({ listId } = identified);
  const { surveyId: pseudonymous } = await startCampaign(app, { listId, privacy: 'pseudonymous' });
  const { surveyId: anonymous } = await startCampaign(app, { listId, privacy: 'anonymous' });
  surveys = { identified: identified.surveyId, pseudonymous, anonymous };
});

/** The number of somebody by their address, `p1@leser.test`. */
async function numberOf(email: string): Promise<string> {
  const [row] = await app.rows<{ id: string }>(
    'SELECT id FROM subscribers WHERE list_id = $1 AND email = $2',
    [listId, email],
  );
  return row?.id ?? '';
}

const erasureOf = async (email: string) =>
  `/console/lists/${listId}/subscribers/${await numberOf(email)}/erasure`;

async function answerIn(surveyId: string, email: string): Promise<void> {
  const [row] = await app.rows<{ id: string }>(
    'SELECT p.id FROM participants p JOIN subscribers s ON s.id = p.subscriber_id WHERE p.survey_id = $1 AND s.email = $2',
    [surveyId, email],
  );
  const token = app.app.get(SignedTokens, { strict: false }).sign('participation', row?.id ?? '');
  const answer = await postForm(app, `/u/${token}`, { page: '0', go: 'submit', 'q.wish': 'Austausch' });
  expect(answer.status).toBeLessThan(400);
}

test('a person is found by part of the address or the name, page by page', async () => {
  const found = async (search: string) => {
    const { html } = await staff.send(
      `/console/lists/${listId}?${new URLSearchParams({ search }).toString()}`,
    );
    return [...html.matchAll(/class="cell-sub">([^<]+)</g)].map(([, email]) => email);
  };
  expect(await found('P2@LESER')).toEqual(['p2@leser.test']);
  expect(await found('person 3')).toEqual(['p3@leser.test']);
  expect(await found('leser')).toEqual(['p1@leser.test', 'p2@leser.test', 'p3@leser.test']);
  expect((await staff.send(`/console/lists/${listId}?search=%25`)).html).toContain('Niemand gefunden');

  const path = `/lists/${listId}/subscribers?search=leser&limit=2`;
  const { body: first } = await app.api.get(path);
  const { body: second } = await app.api.get(`${path}&cursor=${String(first.next)}`);
  expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
    'Person 1',
    'Person 2',
    'Person 3',
  ]);
});

test('before a person is erased, the page says what goes and what stays, and has changed nothing', async () => {
  await answerIn(surveys.identified, 'p1@leser.test');
  await answerIn(surveys.pseudonymous, 'p1@leser.test');
  const { status, html } = await staff.send(await erasureOf('p1@leser.test'));
  expect(status).toBe(200);
  expect(html).toContain('Das lässt sich nicht rückgängig machen');
  expect(html).toContain('Die abgesendete Antwort wird gelöscht');
  expect(html).toContain('Die abgesendete Antwort bleibt, unter ihrem Code');
  expect(html).toContain('nicht auf der Sperrliste');
  expect(await numberOf('p1@leser.test')).not.toBe('');

  await app.api.post('/suppressions', { email: 'p1@leser.test', reason: 'objection' });
  const later = await staff.send(await erasureOf('p1@leser.test'));
  expect(later.html).toContain('Der Eintrag auf der Sperrliste');
  await app.api.call('DELETE', '/suppressions?email=p1@leser.test');
});

test('of an anonymous survey the page says the same, whether somebody has answered or not', async () => {
  const { anonymous } = surveys;
  const seen = async (email: string) => {
    const { html } = await staff.send(await erasureOf(email));
    return html
      .replaceAll(/\/subscribers\/\d+\//g, '/subscribers/N/')
      .replaceAll(email, 'A')
      .replaceAll(/Person \d/g, 'P');
  };
  const mailsTo = async () => {
    const rows = await app.rows<{ mails: number }>(
      `SELECT (SELECT count(*)::int FROM messages m WHERE m.participant_id = p.id AND m.state <> 'skipped') AS mails
       FROM participants p WHERE p.survey_id = $1 ORDER BY p.id`,
      [anonymous],
    );
    return rows.map(({ mails }) => mails);
  };
  await waveFinished(app, await scheduleWave(app.api, anonymous, { kind: 'invitation', sendAt: 'now' }));
  await answerIn(anonymous, 'p1@leser.test');
  const reminder = { kind: 'reminder', sendAt: 'now', ignoreGap: true };
  await waveFinished(app, await scheduleWave(app.api, anonymous, reminder));
  expect(await mailsTo()).toEqual([1, 2, 2]);
  expect(await seen('p1@leser.test')).toEqual(await seen('p2@leser.test'));

  await app.rows(
    `INSERT INTO messages (survey_id, participant_id, kind, state, planned_at)
     SELECT survey_id, id, 'thank_you', 'accepted', now() FROM participants WHERE survey_id = $1 ORDER BY id LIMIT 1`,
    [anonymous],
  );
  await app.rows("DELETE FROM messages WHERE kind = 'reminder'");
  expect(await mailsTo()).toEqual([2, 1, 1]);
  expect(await seen('p1@leser.test')).toEqual(await seen('p2@leser.test'));
});

test('staff erase a person by one button, under their own name, and are told so on the list', async () => {
  const path = await erasureOf('p1@leser.test');
  const id = await numberOf('p1@leser.test');
  expect((await staff.send(`/console/lists/${listId}?search=p1`)).html).toContain(path);
  expect(await staff.send(path, {})).toMatchObject({ status: 303, location: `/console/lists/${listId}` });
  expect(await numberOf('p1@leser.test')).toBe('');
  expect(
    await app.rows('SELECT actor, action FROM audit_entries WHERE subject = $1', [`subscriber:${id}`]),
  ).toEqual([{ actor: 'staff:1', action: 'subscriber.erase' }]);
  expect((await staff.send(`/console/lists/${listId}`)).html).toContain('Die Person ist gelöscht.');

  expect((await staff.send(path)).status).toBe(404);
  expect((await staff.send(path, {})).status).toBe(303);
  expect((await staff.send(`/console/lists/${listId}`)).html).toContain('Die Person war schon gelöscht.');
});

test('nobody is erased from another list’s page, from outside, or by who is not signed in', async () => {
  const { listId: other } = await startCampaign(app);
  const id = await numberOf('p1@leser.test');
  const path = await erasureOf('p1@leser.test');
  const elsewhere = `/console/lists/${other}/subscribers/${id}/erasure`;
  expect((await staff.send(elsewhere)).status).toBe(404);
  expect((await staff.send(elsewhere, {})).status).toBe(404);
  expect((await fetch(app.url + path, { method: 'POST' })).status).toBe(403);
  const headers = { 'sec-fetch-site': 'same-origin' };
  expect((await fetch(app.url + path, { method: 'POST', headers })).status).toBe(401);
  expect(await numberOf('p1@leser.test')).toBe(id);
});

test('the page names the other lists the address is on', async () => {
  const { listId: other } = await startCampaign(app, { people: 1 });
  const { html } = await staff.send(await erasureOf('p1@leser.test'));
  expect(html).toMatch(new RegExp(`/console/lists/${other}/subscribers/\\d+/erasure`));
});

const peopleOn = async (list: string) =>
  (await app.rows('SELECT FROM subscribers WHERE list_id = $1', [list])).length;

/** The steps of a list erasure, as the audit log records them. */
const auditOf = (list: string) =>
  app.rows<{ actor: string; action: string; people: number }>(
    "SELECT actor, action, (detail ->> 'people')::int AS people FROM audit_entries WHERE subject = $1 ORDER BY id",
    [`list:${list}`],
  );

/** Lets no batch through after so many, as a database that fails would. */
async function breakOffAfter(batches: number): Promise<void> {
  await app.rows(`
    CREATE OR REPLACE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (SELECT count(*) FROM audit_entries WHERE action = 'list.empty' AND subject = NEW.subject) >= ${batches} THEN
        RAISE EXCEPTION 'broken off';
      END IF;
      RETURN NEW;
    END $$`);
  await app.rows(
    "CREATE TRIGGER break_off BEFORE INSERT ON audit_entries FOR EACH ROW WHEN (NEW.action = 'list.empty') EXECUTE FUNCTION break_off()",
  );
}

/** A dry run of a file that waits to be applied. */
async function checkedFile(list: string, csv: string): Promise<string> {
  const { id } = (await app.api.postCsv(`/lists/${list}/imports?mode=dry-run`, csv)).body as { id: string };
  await until('it is checked', async () => (await app.api.get(`/imports/${id}`)).body.state === 'finished');
  return id;
}

const goOn = () => app.rows('DROP TRIGGER IF EXISTS break_off ON audit_entries');

test('a list is emptied once its name is typed, and the page says how far it has come', async () => {
  const list = await importPeople(app.api, 450);
  const path = `/console/lists/${list}/emptying`;
  const asked = await staff.send(path);
  expect(asked.html).toContain('Alle 450 Personen auf diesem Verteiler werden gelöscht');
  const wrong = await staff.send(path, { name: 'newsletter' });
  expect(wrong).toMatchObject({ status: 422 });
  expect(wrong.html).toContain('Das ist nicht der Name dieses Verteilers');
  expect(await peopleOn(list)).toBe(450);

  const progress = `${path}/progress`;
  expect((await staff.send(progress)).status).toBe(404);
  expect(await staff.send(path, { name: ' Newsletter ' })).toMatchObject({ status: 303, location: progress });
  await until('the list is empty', async () => (await peopleOn(list)) === 0);
  expect((await staff.send(progress)).html).toContain('450 Personen sind gelöscht.');
  expect((await staff.send(`/console/lists/${list}`)).html).not.toContain('wird geleert');
  const ofErasure = (await auditOf(list)).filter(({ action }) => /empty/.test(action));
  expect(ofErasure).toEqual([
    { actor: 'staff:1', action: 'list.ask_to_empty', people: 450 },
    ...[200, 200, 50].map((people) => ({ actor: 'staff:1', action: 'list.empty', people })),
  ]);
});

test('a list erasure that breaks off is shown on the list, goes on by itself, and spares anyone who has come since', async () => {
  const list = await importPeople(app.api, 450);
  await breakOffAfter(1);
  await staff.send(`/console/lists/${list}/emptying`, { name: 'Newsletter' });
  await until('the first batch is gone', async () => (await peopleOn(list)) === 250);
  const { html } = await staff.send(`/console/lists/${list}`);
  expect(html).toContain('noch 250 von 450 Personen');
  expect(html).not.toContain('CSV-Datei hochladen');
  expect(await staff.send(`/console/lists/${list}/emptying`)).toMatchObject({
    status: 303,
    location: `/console/lists/${list}/emptying/progress`,
  });
  expect((await staff.send(`/console/lists/${list}/emptying/progress`)).html).toContain(
    '200 von 450 Personen gelöscht',
  );

  // A file would find people there who are about to go.
  const file = 'email\np1@leser.test\np999@leser.test';
  const refused = await app.api.postCsv(`/lists/${list}/imports?mode=apply`, file);
  expect([refused.status, refused.body.code]).toEqual([409, 'list.being_emptied']);

  await app.rows(
    `INSERT INTO subscribers (list_id, email, email_key, created_at, updated_at)
     VALUES ($1, 'neu@leser.test', 'neu@leser.test', now(), now())`,
    [list],
  );
  await goOn();
  await app.rows("UPDATE list_erasures SET asked_at = asked_at - interval '1 minute'");
  await until('only the newcomer is left', async () => {
    await app.sweep();
    return (await peopleOn(list)) === 1;
  });
  await until('it is done', async () => {
    const { html: now } = await staff.send(`/console/lists/${list}/emptying/progress`);
    return now.includes('450 Personen sind gelöscht.');
  });
  expect((await staff.send(`/console/lists/${list}`)).html).toContain('neu@leser.test');
});

test('nobody empties a list without signing in, or from the page of somebody else', async () => {
  const list = await importPeople(app.api, 1);
  const from = async (headers: Record<string, string>) => {
    const body = new URLSearchParams({ name: 'Newsletter' });
    const request: RequestInit = { method: 'POST', body, headers, redirect: 'manual' };
    return (await fetch(`${app.url}/console/lists/${list}/emptying`, request)).status;
  };
  expect(await from({ 'sec-fetch-site': 'same-origin' })).not.toBe(303);
  expect(await from({ 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await app.rows('SELECT FROM list_erasures WHERE list_id = $1', [list])).toEqual([]);
});

test('a list erasure whose bell was lost is found by the sweep', async () => {
  const list = await importPeople(app.api, 3);
  const checked = await checkedFile(list, 'email\np1@leser.test\np999@leser.test');
  await app.rows(
    `INSERT INTO list_erasures (list_id, asked_by, asked_at, people, up_to)
     SELECT $1, $2, now() - interval '1 minute', count(*), max(id) FROM subscribers WHERE list_id = $1`,
    [list, 'staff:1'],
  );
  // Nothing is taken in meanwhile, not even what was checked before.
  const applied = await staff.send(`/console/imports/${checked}/apply`, {});
  expect(applied.status).toBe(409);
  expect(applied.html).toContain('Der Verteiler wird gerade geleert.');
  await app.sweep();
  await until('the list is empty', async () => (await peopleOn(list)) === 0);
});
