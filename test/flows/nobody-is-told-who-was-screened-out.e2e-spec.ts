import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SignedTokens } from '../../src/common/signed-token.js';
import type { Privacy } from '../../src/surveys/survey.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { postForm, scheduleWave, startCampaign, waveFinished } from '../support/campaign.js';
import { type ConsoleVisit, signIn } from '../support/staff.js';

const forMembers = {
  pages: [
    { elements: [{ type: 'radiogroup', name: 'member', choices: ['yes', 'no'] }] },
    { elements: [{ type: 'comment', name: 'wish' }] },
  ],
  triggers: [{ type: 'complete', expression: "{member} = 'no'" }],
};
const OUTSIDER = 'p1@leser.test';
const MEMBER = 'p2@leser.test';
const DECLINER = 'p3@leser.test';
let app: TestApp;
let staff: ConsoleVisit;

beforeAll(async () => {
  app = await startApp();
  staff = await signIn(app);
});

afterAll(async () => {
  await app.close();
});

interface Listed {
  email: string;
  participation: string | null;
}

interface Mailed {
  email: string;
  kind: string;
  state: string;
  reason: string | null;
}

/** A survey of which one is screened out, one completes and one declines, and which then reminds everybody. */
async function surveyOf(privacy: Privacy) {
  const { surveyId } = await startCampaign(app, { people: 6, privacy, questionnaire: forMembers });
  const wave = async (kind: string) => {
    const id = await scheduleWave(app.api, surveyId, { kind, sendAt: 'now', ignoreGap: true });
    await waveFinished(app, id);
    return id;
  };
  await wave('invitation');
  const ids = await app.rows<{ id: string }>('SELECT id FROM participants WHERE survey_id = $1 ORDER BY id', [
    surveyId,
  ]);
  const tokens = app.app.get(SignedTokens, { strict: false });
  const [outsider = '', member = '', decliner = ''] = ids.map(
    ({ id }) => `/u/${tokens.sign('participation', id)}`,
  );
  await postForm(app, outsider, { page: '0', go: 'next', 'q.member': 'no' });
  await postForm(app, member, { page: '0', go: 'next', 'q.member': 'yes' });
  await postForm(app, member, {
    page: '1',
    go: 'submit',
    'q.member': 'yes',
    'q.wish': 'Austausch',
    carried: '{"member":"yes"}',
  });
  await postForm(app, `${decliner}/decline`, {});
  expect(
    await app.rows('SELECT DISTINCT participation FROM participants WHERE survey_id = $1 ORDER BY 1', [
      surveyId,
    ]),
  ).toEqual(
    ['completed', 'declined', 'not_started', 'screened_out'].map((participation) => ({ participation })),
  );
  await app.sweep();
  const reminder = await wave('reminder');
  return { surveyId, reminder };
}

async function seen(surveyId: string) {
  const listed = (await app.api.get(`/surveys/${surveyId}/participants`)).body.items as Listed[];
  const mailed = (await app.api.get(`/messages?survey=${surveyId}&limit=200`)).body.items as Mailed[];
  return {
    participation: (email: string) => listed.find((row) => row.email === email)?.participation,
    reminder: (email: string) => mailed.find((row) => row.email === email && row.kind === 'reminder')?.reason,
    thanked: mailed.filter(({ kind }) => kind === 'thank_you').map(({ email }) => email),
  };
}

/** Why people are passed over, by number: by a wave that went out, and by one that is only thought of. */
async function counted(surveyId: string, wave: string) {
  const again = { kind: 'reminder', sendAt: 'now', ignoreGap: true };
  const preview = await app.api.post(`/surveys/${surveyId}/waves/preview`, again);
  return { wave: (await app.api.get(`/waves/${wave}`)).body.skipped, preview: preview.body.skipped };
}

async function suppress(email: string): Promise<void> {
  const { status } = await app.api.post('/suppressions', { email, reason: 'complaint' });
  expect(status).toBe(201);
}

async function participantsPage(surveyId: string): Promise<string> {
  return (await staff.send(`/console/surveys/${surveyId}/participants`)).html;
}

/** What staff are told of a survey before they erase one of its people. */
async function beforeErasing(surveyId: string, email: string): Promise<string | undefined> {
  const [person] = await app.rows<{ list: string; id: string }>(
    `SELECT s.list_id AS list, s.id FROM participants p JOIN subscribers s ON s.id = p.subscriber_id
     WHERE p.survey_id = $1 AND s.email = $2`,
    [surveyId, email],
  );
  const path = `/console/lists/${person?.list ?? ''}/subscribers/${person?.id ?? ''}/erasure`;
  return /<table[\s\S]*<\/table>/.exec((await staff.send(path)).html)?.[0];
}

test('an identified survey says who was screened out', async () => {
  const { surveyId, reminder: wave } = await surveyOf('identified');
  const { participation, reminder, thanked } = await seen(surveyId);
  expect([OUTSIDER, MEMBER, DECLINER].map(participation)).toEqual(['screened_out', 'completed', 'declined']);
  expect([OUTSIDER, MEMBER, DECLINER].map(reminder)).toEqual(['screened_out', 'completed', 'declined']);
  expect(thanked).toEqual([MEMBER]);
  expect(await participantsPage(surveyId)).toContain('Gehört nicht zur Zielgruppe');
  const skipped = { screened_out: 1, completed: 1, declined: 1 };
  expect(await counted(surveyId, wave)).toEqual({ wave: skipped, preview: skipped });
});

test('in a pseudonymous survey whoever was screened out looks like everybody who is through', async () => {
  const { surveyId, reminder: wave } = await surveyOf('pseudonymous');
  const { participation, reminder, thanked } = await seen(surveyId);
  expect([OUTSIDER, MEMBER, DECLINER].map(participation)).toEqual(['completed', 'completed', 'declined']);
  expect([OUTSIDER, MEMBER, DECLINER].map(reminder)).toEqual(['completed', 'completed', 'declined']);
  // Nobody is thanked for being screened out: who is missing among the thank-yous would be known.
  expect(thanked).toEqual([]);
  const page = await participantsPage(surveyId);
  expect(page).not.toContain('Gehört nicht zur Zielgruppe');
  expect(page.match(/<\/svg>\s*Abgeschlossen/g)).toHaveLength(2);

  const { body } = await app.api.get(`/surveys/${surveyId}/statistics`);
  expect(body.participation).toMatchObject({ completed: 1, screened_out: 1 });
  // The ledger names the people of a wave, so what it says by number says it of them.
  expect((await counted(surveyId, wave)).wave).toEqual({ completed: 2, declined: 1 });
  expect(body.waves.map(({ skipped }: { skipped: unknown }) => skipped)).toEqual([
    {},
    { completed: 2, declined: 1 },
  ]);
});

test('the page before an erasure tells nobody who was screened out from somebody who is through', async () => {
  const { surveyId } = await surveyOf('pseudonymous');
  // The thank-you is there to be counted, and is counted where people are known by name.
  expect(
    await app.rows("SELECT FROM messages WHERE survey_id = $1 AND kind = 'thank_you'", [surveyId]),
  ).toHaveLength(1);
  const told = await beforeErasing(surveyId, OUTSIDER);
  expect(told).toContain('unter ihrem Code');
  expect(await beforeErasing(surveyId, MEMBER)).toBe(told);
});

test('suppressing people one by one does not tell from previews which of them was screened out', async () => {
  const { surveyId, reminder } = await surveyOf('pseudonymous');
  const before = await counted(surveyId, reminder);
  expect(before.preview).toEqual({ completed: 2, declined: 1 });
  await suppress(OUTSIDER);
  expect((await counted(surveyId, reminder)).preview).toEqual({ completed: 1, declined: 1, suppressed: 1 });
  await suppress(MEMBER);
  expect((await counted(surveyId, reminder)).preview).toEqual({ declined: 1, suppressed: 2 });
  await app.rows('DELETE FROM suppressions');
});

test('in an anonymous survey no mail says who has taken part', async () => {
  const { surveyId, reminder: wave } = await surveyOf('anonymous');
  const { participation, reminder, thanked } = await seen(surveyId);
  expect([OUTSIDER, MEMBER, DECLINER].map(participation)).toEqual([null, null, null]);
  expect([OUTSIDER, MEMBER, DECLINER].map(reminder)).toEqual([undefined, undefined, undefined]);
  expect(thanked).toEqual([]);
  expect(await counted(surveyId, wave)).toEqual({ wave: {}, preview: { completed: 2 } });
});

test('a thank-you of which nobody knows whether it went out is shown all the same, as staff decide about it', async () => {
  const { surveyId } = await surveyOf('pseudonymous');
  const [mail] = await app.rows<{ id: string }>(
    "UPDATE messages SET state = 'uncertain' WHERE survey_id = $1 AND kind = 'thank_you' RETURNING id",
    [surveyId],
  );
  expect((await seen(surveyId)).thanked).toEqual([MEMBER]);
  const decided = await app.api.post(`/messages/${mail?.id ?? ''}/resolve`, { as: 'accepted' });
  expect([decided.status, decided.body.id, decided.body.state]).toEqual([200, mail?.id, 'accepted']);
  expect((await seen(surveyId)).thanked).toEqual([]);
});
