import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { InvalidInput } from '../../src/common/errors.js';
import type { Survey, SurveyState } from '../../src/surveys/survey.entity.js';
import { surveyInput } from '../../src/surveys/survey.schema.js';
import { surveyStateSteps } from '../../src/surveys/survey-steps.rules.js';
import { SurveysService } from '../../src/surveys/surveys.service.js';
import { VersionsService } from '../../src/surveys/questionnaires/versions.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { onePage } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const closing = '2027-11-12T23:59';
const began = new Date('2027-11-01T09:00:00Z');
let app: TestApp;
let surveys: SurveysService;
let clock: FixedClock;
let id: string;

beforeAll(async () => {
  clock = new FixedClock(began);
  app = await startApp({ clock, env: { ROLES: 'web' } });
  surveys = app.app.get(SurveysService);
});

afterAll(async () => {
  await app.close();
});

beforeEach(async () => {
  clock.advance(began.getTime() - clock.now().getTime());
  await app.rows('DELETE FROM surveys');
  ({ id } = await surveys.create(inputWith({})));
});

const inputWith = (facts: object) =>
  surveyInput.parse({
    title: 'Städtepartnerschaften',
    languages: ['de'],
    closesAt: closing,
    timeZone: 'Europe/Berlin',
    privacy: 'identified',
    sender: { name: 'Netzwerkbüro', email: 'buero@example.org' },
    questionnaire: onePage,
    ...facts,
  });

/** Puts the survey into a state, by the steps that staff take. */
async function put(state: SurveyState): Promise<void> {
  if (state !== 'draft') await surveys.publish(id);
  if (state === 'closed') await surveys.close(id);
}

/** The code under which a step is refused; null: it is taken. */
async function refusal(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    return error instanceof InvalidInput
      ? error.problems.map((found) => `${found.path}: ${found.code}`).join()
      : (error as { code: string }).code;
  }
}

const versions = () =>
  app.rows<{ number: number }>(
    'SELECT number FROM questionnaire_versions WHERE survey_id = $1 ORDER BY number',
    [id],
  );
const recorded = async () =>
  (
    await app.rows<{ action: string }>('SELECT action FROM audit_entries WHERE subject = $1 ORDER BY id', [
      `survey:${id}`,
    ])
  ).map(({ action }) => action);

describe('closing and opening again', () => {
  const steps = { close: 'closed', reopen: 'published' } as const;

  test.each(
    (['draft', 'published', 'closed'] as const).flatMap((from) =>
      (['close', 'reopen'] as const).map((step) => [from, step] as const),
    ),
  )('a survey that is %s: %s follows the table of its states', async (from, step) => {
    await put(from);
    const before = await recorded();
    const to = steps[step];
    // Closing what is closed asks for nothing; publishing a draft is another step, with its own checks.
    const isThere = from === to;
    const isStep = from !== 'draft' && surveyStateSteps.some((one) => one.from === from && one.to === to);
    expect(await refusal(() => surveys[step](id))).toBe(isThere || isStep ? null : 'survey.wrong_state');
    expect((await surveys.get(id)).state).toBe(isStep ? to : from);
    expect((await recorded()).slice(before.length)).toEqual(isStep ? [`survey.${step}`] : []);
  });

  test('changes no version and not when it was published', async () => {
    await put('closed');
    clock.advance(60_000);
    await surveys.reopen(id);
    expect(await versions()).toEqual([{ number: 1 }]);
    expect((await surveys.get(id)).publishedAt).toEqual(began);
  });
});

describe('publishing', () => {
  test('opens a draft with its first version, and only while its closing date lies ahead', async () => {
    clock.moveTo(closing);
    expect(await refusal(() => surveys.publish(id))).toBe('closesAt: survey.closes_in_the_past');
    expect(await versions()).toEqual([]);
    clock.advance(-1);
    expect(await surveys.publish(id)).toMatchObject({ state: 'published', publishedAt: clock.now() });
    expect(await versions()).toEqual([{ number: 1 }]);
  });

  test('again makes a version only of what has changed', async () => {
    await put('published');
    expect(await refusal(() => surveys.publish(id))).toBe('survey.unchanged');
    await surveys.change(id, {
      questionnaire: { pages: [{ elements: [{ type: 'text', name: 'wish', title: 'Ihr Wunsch?' }] }] },
    });
    clock.advance(60_000);
    const survey = await surveys.publish(id);
    expect(survey).toMatchObject({ version: { number: 2 }, publishedAt: began });
    expect(await versions()).toEqual([{ number: 1 }, { number: 2 }]);
    expect(await refusal(() => surveys.publish(id))).toBe('survey.unchanged');
  });

  test('is not done to a survey that is closed, whatever has changed', async () => {
    await put('closed');
    await surveys.change(id, { questionnaire: { pages: [] } });
    expect(await refusal(() => surveys.publish(id))).toBe('survey.wrong_state');
    expect(await versions()).toEqual([{ number: 1 }]);
  });

  test('what cannot be compiled leaves the draft a draft', async () => {
    await surveys.change(id, { questionnaire: { pages: [{ elements: [{ type: 'nothing', name: 'a' }] }] } });
    expect(await refusal(() => surveys.publish(id))).toMatch(/^pages\[0\]\.elements\[0\]/);
    expect((await surveys.get(id)).state).toBe('draft');
    expect(await versions()).toEqual([]);
  });

  test('at the same time twice makes one version', async () => {
    const found = await Promise.all([1, 2, 3].map(() => refusal(() => surveys.publish(id))));
    expect(found.sort()).toEqual([null, 'survey.unchanged', 'survey.unchanged'].sort());
    expect(await versions()).toEqual([{ number: 1 }]);
  });
});

describe('a change', () => {
  test.each<[SurveyState, string | null]>([
    ['draft', null],
    ['published', 'survey.fixed'],
    ['closed', 'survey.fixed'],
  ])('of the privacy of a survey that is %s', async (state, refused) => {
    await put(state);
    expect(await refusal(() => surveys.change(id, { privacy: 'anonymous', gapDays: 9 }))).toBe(refused);
    const { privacy, gapDays } = await surveys.get(id);
    expect([privacy, gapDays]).toEqual(refused ? ['identified', 3] : ['anonymous', 9]);
  });

  test('to answers that may change is refused where nobody’s can be told apart (P8)', async () => {
    await surveys.change(id, { privacy: 'anonymous' });
    expect(await refusal(() => surveys.change(id, { mayChangeAnswers: true }))).toBe(
      'mayChangeAnswers: survey.change_where_anonymous',
    );
    await surveys.change(id, { privacy: 'identified', mayChangeAnswers: true });
    expect(await refusal(() => surveys.change(id, { privacy: 'anonymous' }))).toBe(
      'mayChangeAnswers: survey.change_where_anonymous',
    );
  });

  test('of the zone alone moves the instant at which it closes, not the time as typed', async () => {
    const closes = async (): Promise<Pick<Survey, 'closesAt' | 'closesAtLocal'>> => surveys.get(id);
    expect((await closes()).closesAt).toEqual(new Date('2027-11-12T22:59:00Z'));
    await surveys.change(id, { timeZone: 'America/New_York' });
    expect(await closes()).toMatchObject({
      closesAt: new Date('2027-11-13T04:59:00Z'),
      closesAtLocal: closing,
    });
  });

  test('says in the record which fields it was of, and no value', async () => {
    await surveys.change(id, { gapDays: 4, mostReminders: undefined });
    const [row] = await app.rows<{ detail: object }>(
      "SELECT detail FROM audit_entries WHERE action = 'survey.change' AND subject = $1",
      [`survey:${id}`],
    );
    expect(row?.detail).toEqual({ fields: ['gapDays'] });
  });

  test('of a letter that could never be sent is refused with its place, and nothing is kept', async () => {
    const letters = { invitation: { de: { subject: 'Hallo', body: 'Guten Tag {{unbekannt}}' } } };
    expect(await refusal(() => surveys.change(id, { letters, gapDays: 9 }))).toMatch(
      /^letters\.invitation\.de\./,
    );
    expect((await surveys.get(id)).gapDays).toBe(3);
  });
});

test.each(['', '0', '01', '-1', '1.0', '9999999999999999999', 'x', '999'])(
  'a form may name any version: "%s" is none of this survey',
  async (versionId) => {
    expect(await app.app.get(VersionsService).isOf(versionId, id)).toBe(false);
  },
);

test('a version belongs to its own survey', async () => {
  const { version } = await surveys.publish(id);
  const isOf = (survey: string) => app.app.get(VersionsService).isOf(version?.id ?? '', survey);
  expect([await isOf(id), await isOf('999')]).toEqual([true, false]);
});
