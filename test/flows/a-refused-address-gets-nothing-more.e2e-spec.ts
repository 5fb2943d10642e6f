import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startApp, type TestApp, until } from '../support/app.js';
import {
  type Campaign,
  personalLinks,
  postForm,
  scheduleWave,
  startCampaign,
  submitOnePage,
  waveFinished,
} from '../support/campaign.js';
import { signIn } from '../support/staff.js';

let app: TestApp;
let campaign: Campaign;

beforeAll(async () => {
  app = await startApp();
});

afterAll(async () => {
  await app.close();
});

beforeEach(async () => {
  for (const table of ['surveys', 'lists', 'refused_addresses']) await app.rows(`DELETE FROM ${table}`);
  app.mail.refuse = () => null;
  campaign = await startCampaign(app, { people: 3 });
});

async function send(
  surveyId: string,
  wave: object,
): Promise<{ id: string; skipped: object; counts: object }> {
  const id = await scheduleWave(app.api, surveyId, { sendAt: 'now', ignoreGap: true, ...wave });
  await waveFinished(app, id);
  const { skipped, counts } = (await app.api.get(`/waves/${id}`)).body;
  return { id, skipped, counts };
}

/** Invites everybody, then reminds them, and the first of them is not there any more. */
async function refusedReminder(reply = '5.1.1 User unknown'): Promise<{ id: string }> {
  await send(campaign.surveyId, { kind: 'invitation' });
  app.mail.refuse = (to) => (to === 'p1@leser.test' ? { code: 550, text: reply } : null);
  const reminder = await send(campaign.surveyId, { kind: 'reminder' });
  expect(reminder.counts).toMatchObject({ accepted: 2, refused: 1 });
  app.mail.refuse = () => null;
  return reminder;
}

const mailsToFirst = () => app.mail.received.filter(({ to }) => to.includes('p1@leser.test')).length;

test('after a reminder was refused for good nothing more goes to the address, in no survey', async () => {
  await refusedReminder();
  const before = mailsToFirst();
  const second = await send(campaign.surveyId, { kind: 'reminder' });
  expect(second.skipped).toEqual({ refused_before: 1 });
  expect(second.counts).toMatchObject({ accepted: 2, skipped: 1 });

  // The same mailbox on another list, in a survey of its own.
  const other = await startCampaign(app, { people: 3 });
  const preview = await app.api.post(`/surveys/${other.surveyId}/waves/preview`, {
    kind: 'invitation',
    sendAt: 'now',
  });
  expect(preview.body).toMatchObject({ recipients: 2, skipped: { refused_before: 1 } });
  expect((await send(other.surveyId, { kind: 'invitation' })).skipped).toEqual({ refused_before: 1 });
  expect(mailsToFirst()).toBe(before);
});

test('somebody who answers by their link has got their mail, and is written to again', async () => {
  await refusedReminder();
  const link = (await personalLinks(app, campaign.surveyId)).get('p1@leser.test') ?? '';
  expect((await submitOnePage(app, link)).status).toBe(303);
  const other = await startCampaign(app, { people: 3 });
  expect((await send(other.surveyId, { kind: 'invitation' })).skipped).toEqual({});
});

test('looking at the link says nothing; declining does', async () => {
  await refusedReminder();
  const link = (await personalLinks(app, campaign.surveyId)).get('p1@leser.test') ?? '';
  await fetch(app.url + link);
  expect(await app.rows('SELECT * FROM refused_addresses')).toHaveLength(1);
  await postForm(app, `${link}/decline`, {});
  expect(await app.rows('SELECT * FROM refused_addresses')).toEqual([]);
});

test('staff send a refused mail again, and may be refused again', async () => {
  const { id: wave } = await refusedReminder();
  const { body } = await app.api.get(`/messages?wave=${wave}&state=refused`);
  const [{ id }] = body.items as [{ id: string }];
  expect(body.items).toMatchObject([{ reason: 'refused' }]);
  const taken = await app.api.post(`/messages/${id}/resolve`, { as: 'accepted' });
  expect([taken.status, taken.body.code]).toEqual([409, 'message.not_uncertain']);

  app.mail.refuse = (to) => (to === 'p1@leser.test' ? { code: 550, text: '5.1.1 User unknown' } : null);
  expect((await app.api.post(`/messages/${id}/resolve`, { as: 'resend' })).body.state).toBe('planned');
  await waveFinished(app, wave);
  expect((await app.api.get(`/messages?wave=${wave}&state=refused`)).body.items).toMatchObject([{ id }]);
  expect((await send(campaign.surveyId, { kind: 'reminder' })).skipped).toEqual({ refused_before: 1 });

  app.mail.refuse = () => null;
  const before = mailsToFirst();
  await app.api.post(`/messages/${id}/resolve`, { as: 'resend' });
  await waveFinished(app, wave);
  expect(mailsToFirst()).toBe(before + 1);
});

test('the console names the reason and offers to send again', async () => {
  const { id: wave } = await refusedReminder();
  const staff = await signIn(app);
  const page = await staff.send(`/console/waves/${wave}?state=refused`);
  expect(page.html).toContain('das Postfach gibt es nicht (mehr)');
  expect(page.html).toContain('Noch einmal senden');
  const second = await send(campaign.surveyId, { kind: 'reminder' });
  expect((await staff.send(`/console/waves/${second.id}`)).html).toContain('schon früher abgelehnt');
});

test('a full mailbox is counted: the third time within 30 days nothing more goes to it', async () => {
  await send(campaign.surveyId, { kind: 'invitation' });
  app.mail.refuse = (to) => (to === 'p1@leser.test' ? { code: 552, text: '5.2.2 Mailbox full' } : null);
  const exceed = { kind: 'reminder', exceedsBecause: 'Die Leitung hat um Antworten gebeten.' };
  for (let refusal = 1; refusal <= 3; refusal += 1) {
    expect((await send(campaign.surveyId, exceed)).counts).toMatchObject({ refused: 1 });
  }
  expect((await send(campaign.surveyId, exceed)).skipped).toEqual({ refused_before: 1 });
  await app.rows(
    "UPDATE refused_addresses SET until = until - interval '31 days', soft_at = ARRAY(SELECT t - interval '31 days' FROM unnest(soft_at) t)",
  );
  expect((await send(campaign.surveyId, exceed)).counts).toMatchObject({ refused: 1 });
});

test('a mailbox that takes a mail in between is not counted on', async () => {
  await send(campaign.surveyId, { kind: 'invitation' });
  const exceed = { kind: 'reminder', exceedsBecause: 'Die Leitung hat um Antworten gebeten.' };
  for (const isFull of [true, true, false, true, true]) {
    app.mail.refuse = (to) =>
      isFull && to === 'p1@leser.test' ? { code: 552, text: '5.2.2 Mailbox full' } : null;
    await send(campaign.surveyId, exceed);
  }
  app.mail.refuse = () => null;
  expect((await send(campaign.surveyId, exceed)).counts).toMatchObject({ accepted: 3 });
});

test('what is known of an erased person’s address goes with them', async () => {
  await refusedReminder();
  const [person] = await app.rows<{ id: string }>(
    "SELECT id FROM subscribers WHERE email_key = 'p1@leser.test'",
  );
  expect((await app.api.call('DELETE', `/subscribers/${person?.id ?? ''}`)).status).toBe(204);
  expect(await app.rows('SELECT * FROM refused_addresses')).toEqual([]);
});

test('a refusal that becomes known later by its Message-ID counts like any other', async () => {
  await send(campaign.surveyId, { kind: 'invitation' });
  await app.rows("UPDATE messages SET state = 'uncertain', reason = 'interrupted'");
  const messageId = (await app.mail.mailsTo('p1@leser.test')).at(-1)?.messageId ?? '';
  const { body } = await app.api.post('/messages/settle', {
    messageId,
    as: 'refused',
    reply: '550 5.1.1 no such user',
  });
  expect(body).toMatchObject({ state: 'refused', reason: 'refused' });
  await until('it is kept', async () => (await app.rows('SELECT * FROM refused_addresses')).length === 1);
});
