import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PersonalLinks } from '../../src/participants/personal-links.js';
import { startApp, type TestApp, until } from '../support/app.js';
import {
  draftSurvey,
  onePage,
  scheduleWave,
  startCampaign,
  submitOnePage,
  waveFinished,
} from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';
import { signIn } from '../support/staff.js';

const clock = FixedClock.inBerlin('2027-10-20T09:00');
let app: TestApp;
let people = 0;

beforeAll(async () => {
  app = await startApp({ clock });
});

afterAll(async () => {
  await app.close();
});

/** A list of people with these values of the column `region`, in this order. */
async function listOf(regions: readonly string[], column = 'region'): Promise<string> {
  const { body } = await app.api.post('/lists', { name: 'Newsletter' });
  const listId = body.id as string;
  await addTo(listId, regions, column);
  return listId;
}

async function addTo(listId: string, regions: readonly string[], column = 'region'): Promise<void> {
  const rows = regions.map((region) => `g${(people += 1)}@leser.test,${region}`);
  const upload = await app.api.postCsv(
    `/lists/${listId}/imports?mode=apply`,
    [`email,${column}`, ...rows].join('\n'),
  );
  await until('the import has finished', async () => {
    const answer = await app.api.get(`/imports/${upload.body.id as string}`);
    return answer.body.state === 'finished';
  });
}

const many = (values: Record<string, number>) =>
  Object.entries(values).flatMap(([value, count]) => Array<string>(count).fill(value));

interface Fields {
  privacy?: string;
  groupColumns?: string[];
}

async function surveyOf(listId: string, fields: Fields = {}): Promise<string> {
  const id = await draftSurvey(app.api, {
    ...{ closesAt: '2027-11-12T23:59', questionnaire: onePage, sendingWindow: null },
    ...{ privacy: 'anonymous', groupColumns: ['region'] },
    ...fields,
  });
  await app.api.post(`/surveys/${id}/publish`);
  await app.api.post(`/surveys/${id}/participants`, { listId });
  return id;
}

/** Lets so many of a region answer who have not. */
async function answer(survey: string, region: string, count: number): Promise<void> {
  const rows = await app.rows<{ id: string }>(
    `SELECT p.id FROM participants p JOIN subscribers s ON s.id = p.subscriber_id
     WHERE p.survey_id = $1 AND s.attributes ->> 'region' = $2 AND p.participation <> 'completed' ORDER BY p.id LIMIT $3`,
    [survey, region, count],
  );
  expect(rows).toHaveLength(count);
  const links = app.app.get(PersonalLinks, { strict: false });
  for (const { id } of rows)
    expect((await submitOnePage(app, new URL(links.survey(id)).pathname)).status).toBe(303);
}

const by = async (survey: string, what = 'attribute:region') =>
  (await app.api.get(`/surveys/${survey}/statistics?by=${encodeURIComponent(what)}`)).body;
const completedBy = async (survey: string) =>
  Object.fromEntries(
    ((await by(survey)).groups as { value: string | null; completed: number | null; reason: string }[]).map(
      ({ value, completed, reason }) => [String(value), completed ?? reason],
    ),
  );

test('numbers come with the tenth answer and are renewed after ten more, with five on either side', async () => {
  const survey = await surveyOf(await listOf(many({ north: 30, south: 20, west: 12, east: 2 })));
  await answer(survey, 'north', 6);
  await answer(survey, 'south', 3);
  await app.sweep();
  expect(await by(survey)).toMatchObject({ countedAt: null, participation: { completed: 9 } });
  expect(await completedBy(survey)).toEqual({
    ...{ north: 'not_counted_yet', south: 'not_counted_yet', other: 'not_counted_yet' },
  });

  await answer(survey, 'south', 2);
  await answer(survey, 'north', 3);
  await app.sweep();
  const first = await by(survey);
  expect(first.countedAt).toEqual({ completed: 14 });
  expect(first.groups).toEqual([
    {
      ...{ value: 'north', invited: 30, completed: null, partial: null, rr1: null, suppressed: true },
      reason: 'withheld',
    },
    {
      ...{ value: 'other', merged: ['east', 'west'], invited: 14, completed: null, partial: null, rr1: null },
      ...{ suppressed: true, reason: 'fewer_than_five' },
    },
    { value: 'south', invited: 20, completed: 5, partial: 0, rr1: 0.25, suppressed: false, reason: null },
  ]);

  await answer(survey, 'north', 9);
  await app.sweep();
  expect((await by(survey)).groups).toEqual(first.groups);
  expect((await by(survey)).participation.completed).toBe(23);
  await answer(survey, 'west', 5);
  await app.sweep();
  expect(await completedBy(survey)).toEqual({ north: 18, south: 5, other: 5 });
});

test('a column of the list is frozen as people are enrolled, and erasing somebody moves no number', async () => {
  const survey = await surveyOf(await listOf(many({ north: 30, south: 20 })));
  await answer(survey, 'north', 8);
  await answer(survey, 'south', 8);
  await app.sweep();
  const before = await completedBy(survey);
  expect(before).toEqual({ north: 8, south: 8 });
  const [person] = await app.rows<{ id: string }>(
    "SELECT subscriber_id AS id FROM participants WHERE survey_id = $1 AND participation = 'completed' ORDER BY id",
    [survey],
  );
  expect((await app.api.call('DELETE', `/subscribers/${person?.id ?? ''}`)).status).toBe(204);
  await answer(survey, 'north', 5);
  await answer(survey, 'south', 5);
  await app.rows(
    `UPDATE subscribers SET attributes = '{"region": "south"}' WHERE attributes ->> 'region' = 'north'`,
  );
  await app.sweep();
  expect(await completedBy(survey)).toEqual({ north: 13, south: 13 });
});

test('who is enrolled later is in no group until five are, and is not given away by the total', async () => {
  const listId = await listOf(many({ north: 30, south: 20 }));
  const survey = await surveyOf(listId);
  await answer(survey, 'north', 10);
  await answer(survey, 'south', 8);
  await app.sweep();
  expect(await completedBy(survey)).toEqual({ north: 10, south: 8 });
  await addTo(listId, ['south']);
  await app.api.post(`/surveys/${survey}/participants`, { listId });
  await answer(survey, 'north', 10);
  await app.sweep();
  const groups = (await by(survey)).groups as { invited: number; completed: number | null }[];
  expect(groups.map(({ invited, completed }) => [invited, completed])).toEqual([
    [30, null],
    [20, 8],
  ]);

  await addTo(listId, Array<string>(4).fill('south'));
  await app.api.post(`/surveys/${survey}/participants`, { listId });
  await answer(survey, 'south', 10);
  await app.sweep();
  const joined = (await by(survey)).groups as { invited: number; completed: number | null }[];
  expect(joined.map(({ invited, completed }) => [invited, completed])).toEqual([
    [30, 20],
    [25, 18],
  ]);
});

test('closing and reopening after each answer renews nothing', async () => {
  const survey = await surveyOf(await listOf(many({ north: 30, south: 20 })));
  await answer(survey, 'north', 8);
  await answer(survey, 'south', 8);
  const endOnce = async () => {
    await app.api.post(`/surveys/${survey}/close`);
    await app.sweep();
    await app.api.post(`/surveys/${survey}/reopen`);
  };
  await endOnce();
  expect(await completedBy(survey)).toEqual({ north: 8, south: 8 });
  for (let n = 0; n < 4; n += 1) {
    await answer(survey, 'north', 1);
    await endOnce();
    expect(await completedBy(survey)).toEqual({ north: 8, south: 8 });
  }
  await answer(survey, 'south', 1);
  await endOnce();
  expect(await completedBy(survey)).toEqual({ north: 12, south: 9 });
});

test('other groups of an anonymous survey are refused in words', async () => {
  const survey = await surveyOf(await listOf(many({ north: 12 })));
  for (const what of ['language', 'provider', 'wave', 'segment', 'attribute:size']) {
    const { status, body } = await app.api.get(`/surveys/${survey}/statistics?by=${what}`);
    expect([what, status, body.code]).toEqual([what, 422, 'statistics.not_by']);
    expect(body.detail).toContain('chosen at publication');
  }
  expect((await app.api.get(`/surveys/${survey}/statistics?by=mood`)).status).toBe(422);
  const fixed = await app.api.patch(`/surveys/${survey}`, { groupColumns: ['size'] });
  expect([fixed.status, fixed.body.code]).toEqual([409, 'survey.fixed']);
});

test('surveys that promise nothing about taking part show their groups live', async () => {
  const listId = await listOf(many({ north: 2, south: 1 }));
  const survey = await surveyOf(listId, { privacy: 'identified', groupColumns: [] });
  await waveFinished(app, await scheduleWave(app.api, survey, { kind: 'invitation', sendAt: 'now' }));
  await answer(survey, 'north', 1);
  expect((await by(survey)).groups).toEqual([
    { value: 'north', invited: 2, completed: 1, partial: 0, rr1: 0.5, suppressed: false, reason: null },
    { value: 'south', invited: 1, completed: 0, partial: 0, rr1: 0, suppressed: false, reason: null },
  ]);
  expect((await by(survey, 'language')).groups).toMatchObject([{ value: null, invited: 3, completed: 1 }]);
  expect((await by(survey, 'wave')).code).toBe('statistics.not_by');
});

test('publishing and enrolling too few says what will never be shown', async () => {
  const id = await draftSurvey(app.api, { privacy: 'anonymous', questionnaire: onePage });
  const codes = ({ body }: { body: { warnings?: { code: string; message: string }[] } }) =>
    (body.warnings ?? []).map(({ code }) => code);
  expect(codes(await app.api.post(`/surveys/${id}/publish`))).toEqual(['participants.fewer_than_five']);
  const listId = await listOf(many({ north: 4 }));
  const enrol = () => app.api.post(`/surveys/${id}/participants`, { listId });
  expect(codes(await enrol())).toEqual(['participants.fewer_than_five']);
  await addTo(listId, ['north']);
  expect(codes(await enrol())).toEqual(['participants.fewer_than_ten']);
  await addTo(listId, many({ north: 5 }));
  expect(codes(await enrol())).toEqual([]);
  const { surveyId } = await startCampaign(app, { people: 1 });
  expect(codes(await app.api.post(`/surveys/${surveyId}/participants`, { listId }))).toEqual([]);
});

test('staff choose columns before publication, see what is merged, and later who took part', async () => {
  const staff = await signIn(app);
  const listId = await listOf(many({ north: 30, south: 20, east: 2 }));
  const id = await draftSurvey(app.api, {
    ...{ privacy: 'anonymous', questionnaire: onePage, closesAt: '2027-11-12T23:59' },
  });
  await app.api.post(`/surveys/${id}/participants`, { listId });
  const questionnaire = (await staff.send(`/console/surveys/${id}/questionnaire`)).html;
  expect(questionnaire).toContain(`/console/surveys/${id}/groups`);
  const chosen = await staff.send(`/console/surveys/${id}/groups`, { columns: 'region' });
  expect([chosen.status, chosen.location]).toEqual([303, `/console/surveys/${id}/groups`]);
  const preview = (await staff.send(`/console/surveys/${id}/groups`)).html;
  expect(preview).toContain('In „region“ zusammengelegt, weil zu selten: east, south.');
  expect((await app.api.get(`/surveys/${id}/groups`)).body).toEqual({
    columns: ['region'],
    participants: 52,
    cells: [
      { values: ['north'], invited: 30 },
      { values: ['other'], invited: 22 },
    ],
    merged: [{ column: 'region', values: ['east', 'south'], kept: true }],
  });
  await app.api.post(`/surveys/${id}/publish`);
  const overview = async () => (await staff.send(`/console/surveys/${id}`)).html;
  expect(await overview()).toContain('Gezählt wird, sobald zehn abgeschlossen haben');
  await answer(id, 'north', 9);
  await answer(id, 'south', 2);
  await app.sweep();
  expect(await overview()).toContain('weniger als fünf');
});
