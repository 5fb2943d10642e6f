import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp, until } from '../support/app.js';
import { scheduleWave, startCampaign, submitOnePage, waveFinished } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';
import { type ConsoleVisit, signIn } from '../support/staff.js';

/** P8: an anonymous survey of 24 people, of whom p1 to p12 have answered. */
const PEOPLE = 24;
const ANSWERED = 12;
const clock = FixedClock.inBerlin('2027-10-20T09:00');
let app: TestApp;
let visit: ConsoleVisit;
let surveyId: string;
let listId: string;
let reminder: string;
let people: string[];
let links: string[];

beforeAll(async () => {
  app = await startApp({ clock });
  const campaign = await startCampaign(app, {
    people: PEOPLE,
    privacy: 'anonymous',
    closesAt: '2027-11-12T23:59',
  });
  ({ surveyId, listId, people } = campaign);
  const invitation = await scheduleWave(app.api, surveyId, {
    kind: 'invitation',
    sendAt: 'now',
    ignoreCanary: true,
  });
  await waveFinished(app, invitation);
  await app.rows(
    `UPDATE messages SET state = 'uncertain', reason = 'no_reply' WHERE participant_id = (
       SELECT p.id FROM participants p JOIN subscribers s ON s.id = p.subscriber_id WHERE s.email = 'p3@leser.test')`,
  );
  links = await Promise.all(
    people.map(async (person) => {
      const [mail] = await app.mail.mailsTo(person);
      return /https:\/\/umfrage\.example\.org(\/u\/[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    }),
  );
  for (const link of links.slice(0, ANSWERED)) expect((await submitOnePage(app, link)).status).toBe(303);
  clock.advance(5 * 86_400_000);
  visit = await signIn(app);
});

afterAll(async () => {
  await app.close();
});

const preview = (fields: object = {}) =>
  app.api.post(`/surveys/${surveyId}/waves/preview`, { kind: 'reminder', sendAt: 'now', ...fields });

const segmentOf = async (...emails: string[]): Promise<string> => {
  const named = emails.map((email) => `Person ${email.slice(1).split('@')[0] ?? ''}`);
  await app.rows(
    `UPDATE subscribers SET attributes = jsonb_set(coalesce(attributes, '{}'), '{chosen}', to_jsonb(CASE WHEN name = ANY($1) THEN 'ja' ELSE 'nein' END))`,
    [named],
  );
  const { body, status } = await app.api.post(`/lists/${listId}/segments`, {
    name: `Auswahl ${emails.length}`,
    conditions: [{ attribute: 'chosen', is: 'equal', value: 'ja' }],
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id as string;
};

describe('a reminder before it is sent', () => {
  test('reaches those invited less those who have completed, whatever is done to single people', async () => {
    const before = (await preview()).body;
    expect(before).toMatchObject({ total: 24, recipients: 12, skipped: { completed: 12 } });
    for (const person of ['p2@leser.test', 'p20@leser.test']) {
      expect((await app.api.post('/suppressions', { email: person })).status).toBeLessThan(300);
      const { recipients, skipped } = (await preview()).body;
      expect({ recipients, skipped }).toEqual({ recipients: before.recipients, skipped: before.skipped });
      expect((await app.api.call('DELETE', `/suppressions?email=${person}`)).status).toBe(204);
    }
  });

  test.each([1, 4, PEOPLE - 4, PEOPLE - 1])('cannot be narrowed to %i of 24', async (size) => {
    const segmentId = await segmentOf(...people.slice(0, size));
    for (const answer of [
      await preview({ segmentId }),
      await app.api.post(`/surveys/${surveyId}/waves`, { kind: 'reminder', sendAt: 'now', segmentId }),
    ]) {
      expect(answer.status).toBe(422);
      expect(answer.body.problems).toEqual([
        { path: 'segmentId', code: 'wave.segment_too_small', message: expect.stringContaining('at least 5') },
      ]);
    }
    // An invitation knows nothing of answers.
    const invitation = await preview({ kind: 'invitation', segmentId });
    expect(invitation.status).toBe(200);
  });

  test('tells nobody how many of a segment it would reach', async () => {
    const { body } = await preview({ segmentId: await segmentOf(...people.slice(0, 5)) });
    expect(body).toMatchObject({ recipients: null, skipped: {} });
  });

  test('is shown for any of the participants, answered or not', async () => {
    const { html } = await visit.send(`/console/surveys/${surveyId}/waves/preview`, {
      kind: 'reminder',
      when: 'now',
    });
    for (const person of people) expect(html).toContain(person);
  });
});

describe('an invitation whose outcome nobody knows', () => {
  test('stays uncertain when its link is used, and goes out again though the person has answered', async () => {
    const uncertain = async () =>
      (await app.api.get(`/messages?survey=${surveyId}&state=uncertain`)).body.items as {
        id: string;
        email: string;
      }[];
    const [row] = await uncertain();
    expect(row?.email).toBe('p3@leser.test');
    // By its subject, for a thank-you comes meanwhile.
    const mails = () => app.mail.mailsTo('p3@leser.test');
    const [first] = await mails();
    const invitations = async () =>
      (await mails()).filter(({ subject }) => subject === first?.subject).length;
    const before = await invitations();
    expect((await app.api.post(`/messages/${row?.id ?? ''}/resolve`, { as: 'resend' })).status).toBe(200);
    await until('it has gone out again', async () => {
      await app.sweep();
      return (await invitations()) === before + 1;
    });
    await until('it is settled', async () => (await uncertain()).length === 0);
  });
});

describe('a reminder that was sent', () => {
  beforeAll(async () => {
    reminder = await scheduleWave(app.api, surveyId, { kind: 'reminder', sendAt: 'now' });
    await waveFinished(app, reminder);
  });

  test('reached those who had not answered', async () => {
    const sent = await app.rows<{ email: string }>(
      `SELECT s.email FROM messages m JOIN participants p ON p.id = m.participant_id JOIN subscribers s ON s.id = p.subscriber_id
       WHERE m.wave_id = $1 AND m.state = 'accepted' ORDER BY p.id`,
      [reminder],
    );
    expect(sent.map(({ email }) => email)).toEqual(people.slice(ANSWERED));
  });

  test('shows one sum, in the API and on its page', async () => {
    const { body } = await app.api.get(`/waves/${reminder}`);
    expect(body).toMatchObject({ state: 'finished', total: 24, settled: 24, skipped: {} });
    expect(body.counts).toEqual({
      planned: null,
      handing_over: null,
      accepted: null,
      deferred: null,
      refused: null,
      uncertain: 0,
      skipped: null,
    });
    const { html } = await visit.ask(`/console/waves/${reminder}`);
    expect(html).toContain('24 Personen: angeschrieben oder mit Grund übersprungen');
    expect(html).not.toContain('@leser.test');
  });

  test('names nobody, neither in the ledger nor among the participants', async () => {
    const { body } = await app.api.get(`/messages?survey=${surveyId}&limit=1000`);
    expect(new Set(body.items.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['invitation']));
    expect(body.items).toHaveLength(24);
    const [{ id }] = (await app.rows<{ id: string }>(
      'SELECT id FROM messages WHERE wave_id = $1 ORDER BY id LIMIT 1',
      [reminder],
    )) as [{ id: string }];
    expect((await app.api.post(`/messages/${id}/resolve`, { as: 'accepted' })).status).toBe(404);

    const shown = (await app.api.get(`/surveys/${surveyId}/participants?limit=1000`)).body.items as {
      email: string;
      delivery: string;
      lastMailedAt: string;
    }[];
    const others = shown.filter(({ email }) => email !== 'p3@leser.test');
    expect(new Set(others.map(({ delivery }) => delivery))).toEqual(new Set(['accepted']));
    expect(others.every(({ lastMailedAt }) => lastMailedAt.startsWith('2027-10-20'))).toBe(true);
  });

  test('counts towards the cap of everybody, sent or skipped', async () => {
    await app.api.call('PUT', '/mail-cap', { most: 2, days: 30 });
    const other = await startCampaign(app, { people: PEOPLE, listId, closesAt: '2027-12-31T23:59' });
    const { body } = await app.api.post(`/surveys/${other.surveyId}/waves/preview`, {
      kind: 'invitation',
      sendAt: 'now',
    });
    // p3 was invited again only today, so the reminder kept its distance.
    expect(body).toMatchObject({ recipients: 1, skipped: { mailed_often: 23 } });
    await app.api.call('PUT', '/mail-cap', { most: null, days: null });
  });
});

describe('erasing somebody', () => {
  test.each(['p1@leser.test', 'p24@leser.test'])('moves no total (%s)', async (person) => {
    const totals = async () => {
      const { body, status } = await app.api.get(`/surveys/${surveyId}/statistics`);
      expect({ status, body }).toMatchObject({ status: 200 });
      const { participants, invited, participation, rr1, rr2, curve } = body;
      return { participants, invited, participation, rr1, rr2, curve };
    };
    const before = await totals();
    expect(before.participation).toMatchObject({ completed: 12 });
    const [{ id }] = (await app.rows<{ id: string }>('SELECT id FROM subscribers WHERE email = $1', [
      person,
    ])) as [{ id: string }];
    const erased = await app.api.call('DELETE', `/subscribers/${id}`);
    expect(erased.status).toBeLessThan(300);
    expect(await totals()).toEqual(before);
    expect((await preview()).body.recipients).toBe(12);
  });
});
