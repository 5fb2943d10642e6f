import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Backend, backends, startApp, type TestApp, until } from '../support/app.js';
import {
  type Campaign,
  personalLinks,
  postForm,
  scheduleWave,
  startCampaign,
  twoPages,
  waveFinished,
} from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const PEOPLE = 500;

/** Who does what: numbers of people `p<n>`; everybody else never answers. */
const answered = {
  beforeFirstReminder: numbers(1, 120),
  beforeLastReminder: numbers(121, 170),
  afterLastReminder: numbers(171, 185),
};
const begun = numbers(191, 200);
const unsubscribed = { beforeFirstReminder: numbers(301, 305), beforeLastReminder: numbers(306, 308) };
const suppressed = { beforeInvitation: numbers(401, 404), beforeLastReminder: numbers(405, 406) };
const unknownAddress = numbers(491, 493);

describe.each(backends)('the campaign of autumn 2021, queue on %s', (backend: Backend) => {
  const clock = FixedClock.inBerlin('2021-10-18T08:00');
  let app: TestApp;
  let campaign: Campaign;
  let links: Map<string, string>;
  let invitation: string;
  let first: string;
  let last: string;

  beforeAll(async () => {
    app = await startApp({ backend, clock });
    app.mail.refuse = (to) =>
      unknownAddress.some((n) => to === address(n)) ? { code: 550, text: '5.1.1 no such user' } : null;
    campaign = await startCampaign(app, {
      people: PEOPLE,
      closesAt: '2021-11-12T23:59',
      questionnaire: twoPages,
    });
    links = await personalLinks(app, campaign.surveyId);
    await suppress(suppressed.beforeInvitation);

    invitation = await scheduleWave(app.api, campaign.surveyId, {
      kind: 'invitation',
      sendAt: '2021-10-18T10:00',
    });
    first = await scheduleWave(app.api, campaign.surveyId, {
      kind: 'reminder',
      sendAt: { daysBeforeClosing: 7, time: '10:00' },
    });
    last = await scheduleWave(app.api, campaign.surveyId, { kind: 'reminder', sendAt: '2021-11-11T10:00' });
  }, 60_000);

  afterAll(async () => {
    await app.close();
  });

  test('reminders are due at their wall-clock times on both sides of the change of clocks', async () => {
    const dueAt = async (wave: string): Promise<unknown> => (await app.api.get(`/waves/${wave}`)).body.dueAt;
    expect(await dueAt(invitation)).toBe('2021-10-18T08:00:00.000Z');
    expect(await dueAt(first)).toBe('2021-11-05T09:00:00.000Z');
    expect(await dueAt(last)).toBe('2021-11-11T09:00:00.000Z');
  });

  test('nothing goes out before its time', async () => {
    clock.moveTo('2021-10-18T09:59');
    await app.sweep();
    expect(app.mail.received).toHaveLength(0);
  });

  test('the invitation goes to everybody who may be written to', async () => {
    clock.moveTo('2021-10-18T10:00');
    await waveFinished(app, invitation);
    const { body } = await app.api.get(`/waves/${invitation}`);
    expect(body.total).toBe(PEOPLE);
    expect(body.counts).toMatchObject({ accepted: PEOPLE - 4 - 3, refused: 3, skipped: 4, uncertain: 0 });
    expect(body.skipped).toEqual({ suppressed: 4 });
  });

  test('the first reminder spares those who answered, left, or cannot be reached', async () => {
    clock.moveTo('2021-10-25T19:00');
    await answer(answered.beforeFirstReminder);
    clock.moveTo('2021-11-02T08:30');
    await begin(begun);
    await unsubscribe(unsubscribed.beforeFirstReminder);
    clock.moveTo('2021-11-05T10:00');
    await waveFinished(app, first);

    const { body } = await app.api.get(`/waves/${first}`);
    expect(body.skipped).toEqual({ completed: 120, unsubscribed: 5, suppressed: 4, not_invited: 3 });
    expect(body.counts.accepted).toBe(PEOPLE - 120 - 5 - 4 - 3);
  });

  test('the last reminder spares those who answered since', async () => {
    clock.moveTo('2021-11-09T12:00');
    await answer(answered.beforeLastReminder);
    await unsubscribe(unsubscribed.beforeLastReminder);
    await suppress(suppressed.beforeLastReminder);
    clock.moveTo('2021-11-11T10:00');
    await waveFinished(app, last);

    const { body } = await app.api.get(`/waves/${last}`);
    expect(body.skipped).toEqual({ completed: 170, unsubscribed: 8, suppressed: 6, not_invited: 3 });
  });

  test('answers count until the last second of 12 November, and not after', async () => {
    clock.moveTo('2021-11-12T23:58');
    await answer(answered.afterLastReminder);
    clock.moveTo('2021-11-12T23:59');
    const late = await fetch(app.url + link(250));
    expect(late.status).toBe(410);
    await late.text();
    clock.advance(16 * 60_000);
    const tooLate = await postForm(app, link(250), { page: '1', go: 'submit', 'q.wish': 'Zu spät' });
    expect(tooLate.status).toBe(410);
  });

  test('everybody got exactly the mails they should have, and the ledger says why not the others', async () => {
    await until('all thank-yous are out', async () => {
      await app.sweep();
      const rows = await app.rows<{ count: number }>(
        "SELECT count(*)::int AS count FROM messages WHERE kind = 'thank_you' AND state = 'accepted'",
      );
      return rows[0]?.count === 185;
    });
    const ledger = await app.rows<{ email: string; wave: string | null; kind: string; outcome: string }>(
      `SELECT s.email, m.wave_id AS wave, m.kind, coalesce(m.reason, m.state) AS outcome
       FROM messages m JOIN participants p ON p.id = m.participant_id JOIN subscribers s ON s.id = p.subscriber_id`,
    );
    const found = new Map<string, Record<string, string>>(campaign.people.map((email) => [email, {}]));
    for (const { email, wave, kind, outcome } of ledger) {
      const name =
        wave === invitation ? 'invitation' : wave === first ? 'first' : wave === last ? 'last' : kind;
      Object.assign(found.get(email) ?? {}, { [name]: outcome });
    }
    const wanted = new Map(campaign.people.map((email, i) => [email, expectedOutcomes(i + 1)]));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));

    const counts = new Map<string, number>();
    for (const { to } of app.mail.received) counts.set(to.join(), (counts.get(to.join()) ?? 0) + 1);
    for (const [email, outcomes] of wanted) {
      const mails = Object.values(outcomes).filter((outcome) => outcome === 'accepted').length;
      expect([email, counts.get(email) ?? 0]).toEqual([email, mails]);
    }
  });

  test('the response rate counts everybody who was written to', async () => {
    const { body } = await app.api.get(`/surveys/${campaign.surveyId}/statistics`);
    expect(body).toMatchObject({
      participants: 500,
      invited: 496,
      // Ten left off in the middle; what came too late is kept, and not submitted.
      participation: { completed: 185, partial: 11 },
    });
    expect(body.rr1).toMatchObject({ numerator: 185, denominator: 496 });
    expect(body.rr2).toMatchObject({ numerator: 196, denominator: 496 });
    expect(body.curve.at(-1).completed).toBe(185);
  });

  const link = (n: number): string => links.get(address(n)) ?? '';

  async function answer(people: number[]): Promise<void> {
    await begin(people);
    await Promise.all(
      people.map(async (n) => {
        const response = await postForm(app, link(n), { page: '1', go: 'submit', 'q.wish': `Wunsch ${n}` });
        expect(response.status).toBe(303);
      }),
    );
  }

  async function begin(people: number[]): Promise<void> {
    await Promise.all(
      people.map(async (n) => {
        const response = await postForm(app, link(n), { page: '0', go: 'next', 'q.role': 'ehrenamtlich' });
        expect(response.status).toBe(303);
      }),
    );
  }

  async function unsubscribe(people: number[]): Promise<void> {
    for (const n of people) {
      const [mail] = await app.mail.mailsTo(address(n));
      const header = mail?.headers.find((h) => h.key === 'list-unsubscribe')?.value ?? '';
      const path = new URL(header.replace(/^<|>$/g, '')).pathname;
      const response = await fetch(app.url + path, {
        method: 'POST',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      });
      expect(response.status).toBe(200);
      await response.text();
    }
  }

  async function suppress(people: number[]): Promise<void> {
    for (const n of people)
      expect((await app.api.post('/suppressions', { email: address(n) })).status).toBe(201);
  }
});

/** What the ledger must say of person `p<n>`; `accepted` stands for a mail they got. */
function expectedOutcomes(n: number): Record<string, string> {
  if (suppressed.beforeInvitation.includes(n))
    return { invitation: 'suppressed', first: 'suppressed', last: 'suppressed' };
  if (unknownAddress.includes(n)) return { invitation: 'refused', first: 'not_invited', last: 'not_invited' };
  if (answered.beforeFirstReminder.includes(n)) {
    return { invitation: 'accepted', first: 'completed', last: 'completed', thank_you: 'accepted' };
  }
  if (answered.beforeLastReminder.includes(n)) {
    return { invitation: 'accepted', first: 'accepted', last: 'completed', thank_you: 'accepted' };
  }
  if (answered.afterLastReminder.includes(n)) {
    return { invitation: 'accepted', first: 'accepted', last: 'accepted', thank_you: 'accepted' };
  }
  if (unsubscribed.beforeFirstReminder.includes(n))
    return { invitation: 'accepted', first: 'unsubscribed', last: 'unsubscribed' };
  if (unsubscribed.beforeLastReminder.includes(n))
    return { invitation: 'accepted', first: 'accepted', last: 'unsubscribed' };
  if (suppressed.beforeLastReminder.includes(n))
    return { invitation: 'accepted', first: 'accepted', last: 'suppressed' };
  return { invitation: 'accepted', first: 'accepted', last: 'accepted' };
}

function address(n: number): string {
  return `p${n}@leser.test`;
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
