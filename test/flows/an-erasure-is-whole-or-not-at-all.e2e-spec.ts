import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp, until } from '../support/app.js';
import {
  importPeople,
  personalLinks,
  scheduleWave,
  startCampaign,
  submitOnePage,
  waveFinished,
} from '../support/campaign.js';
import { signIn, type ConsoleVisit } from '../support/staff.js';

let app: TestApp;
let staff: ConsoleVisit;

beforeAll(async () => {
  app = await startApp();
  staff = await signIn(app);
});

afterAll(async () => {
  await app.close();
});

afterEach(async () => {
  await app.rows('DROP TRIGGER IF EXISTS fail ON audit_entries');
});

/** Lets the audit log take no entry of this kind, or none after so many about the same. */
async function failAudit(action: string, after = 0): Promise<void> {
  await app.rows(`
    CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (SELECT count(*) FROM audit_entries WHERE action = NEW.action AND subject = NEW.subject) >= ${after} THEN
        RAISE EXCEPTION 'no entry';
      END IF;
      RETURN NEW;
    END $$`);
  await app.rows(`CREATE TRIGGER fail BEFORE INSERT ON audit_entries FOR EACH ROW
    WHEN (NEW.action = '${action}') EXECUTE FUNCTION fail()`);
}

/** The subscriber behind the first address of a list. */
async function firstOf(listId: string): Promise<string> {
  const { body } = await app.api.get(`/lists/${listId}/subscribers?limit=1`);
  return body.items[0].id as string;
}

const isThere = async (subscriber: string) =>
  (await app.rows('SELECT FROM subscribers WHERE id = $1', [subscriber])).length === 1;

const peopleOn = async (list: string) => (await app.api.get(`/lists/${list}`)).body.subscribers as number;

test('an erasure waits for a mail that is being handed over, and goes through after', async () => {
  const { surveyId, listId } = await startCampaign(app, { people: 1 });
  await waveFinished(app, await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' }));
  const person = await firstOf(listId);
  const settle = (state: string) =>
    app.rows('UPDATE messages SET state = $2 WHERE survey_id = $1', [surveyId, state]);

  await settle('handing_over');
  let isAnswered = false;
  const erasing = staff.send(`/console/lists/${listId}/subscribers/${person}/erasure`, {}).then((answer) => {
    isAnswered = true;
    return answer;
  });
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect([isAnswered, await isThere(person)]).toEqual([false, true]);
  await settle('accepted');
  expect((await erasing).status).toBe(303);
  expect(await isThere(person)).toBe(false);
  expect(await app.rows('SELECT FROM messages WHERE survey_id = $1', [surveyId])).toEqual([]);
});

test('an erasure that cannot be written down leaves the person and their answers in place', async () => {
  const { surveyId, listId } = await startCampaign(app, { people: 1 });
  const person = await firstOf(listId);
  const [link = ''] = (await personalLinks(app, surveyId)).values();
  await submitOnePage(app, link);
  await failAudit('subscriber.erase');
  const counts = () =>
    app.rows(
      `SELECT (SELECT count(*)::int FROM participants WHERE survey_id = $1) AS participants,
         (SELECT count(*)::int FROM responses WHERE survey_id = $1) AS responses`,
      [surveyId],
    );

  expect((await app.api.call('DELETE', `/subscribers/${person}`)).status).toBe(500);
  const page = await staff.send(`/console/lists/${listId}/subscribers/${person}/erasure`, {});
  expect(page.status).toBe(500);
  expect(page.html).toContain('Bitte versuchen Sie es in einem Augenblick noch einmal.');
  expect(await isThere(person)).toBe(true);
  expect(await counts()).toEqual([{ participants: 1, responses: 1 }]);

  await app.rows('DROP TRIGGER fail ON audit_entries');
  expect((await app.api.call('DELETE', `/subscribers/${person}`)).status).toBe(204);
  expect(await counts()).toEqual([{ participants: 0, responses: 0 }]);
});

test('a file that was checked before a person was erased cannot bring them back', async () => {
  const listId = await importPeople(app.api, 2);
  const csv = 'email,name\np1@leser.test,Person 1\np9@leser.test,Person 9';
  const check = async () => {
    const { body } = await app.api.postCsv(`/lists/${listId}/imports?mode=dry-run`, csv);
    const id = body.id as string;
    await until('it is checked', async () => (await app.api.get(`/imports/${id}`)).body.state === 'finished');
    return id;
  };
  expect((await staff.send(`/console/imports/${await check()}/apply`, {})).status).toBe(303);
  await until('it is applied', async () => (await peopleOn(listId)) === 3);

  const checked = await check();
  await app.api.call('DELETE', `/subscribers/${await firstOf(listId)}`);
  const applied = await staff.send(`/console/imports/${checked}/apply`, {});
  expect(applied.status).toBe(409);
  expect(applied.html).toContain('Die Datei wurde schon übernommen oder wird nicht mehr aufbewahrt.');
  expect(await peopleOn(listId)).toBe(2);
});

test('a list erasure by script that was interrupted continues when asked again', async () => {
  const listId = await importPeople(app.api, 450);
  await failAudit('list.empty', 1);
  expect((await app.api.call('DELETE', `/lists/${listId}/subscribers`)).status).toBe(500);
  expect(await peopleOn(listId)).toBe(250);
  await app.rows('DROP TRIGGER fail ON audit_entries');
  expect((await app.api.call('DELETE', `/lists/${listId}/subscribers`)).status).toBe(204);
  expect(await peopleOn(listId)).toBe(0);
});
