import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { texts } from '../../src/common/texts.js';
import { startApp, type TestApp } from '../support/app.js';
import { draftSurvey } from '../support/campaign.js';
import { everyQuestion } from '../support/every-question.js';
import { signIn } from '../support/staff.js';

let app: TestApp;
let html: string;

beforeAll(async () => {
  app = await startApp();
  const staff = await signIn(app);
  const id = await draftSurvey(app.api, { questionnaire: everyQuestion });
  ({ html } = await staff.send(`/console/surveys/${id}/questionnaire`));
});

afterAll(async () => {
  await app.close();
});

const lines = () =>
  [
    ...html.matchAll(
      /<li(?: class="([^"]*)")?(?: value="(\d+)")?><span>([^<]*)<\/span><span class="cell-sub">([^<]*)</g,
    ),
  ].map(([, , number, title = '', kind = '']) => ({ number, title, kind }));

test('every question is listed with its number, those within groups too', () => {
  const numbers = lines().flatMap(({ number }) => number ?? []);
  const [, count] = /(\d+) Fragen/.exec(html) ?? [];
  expect(numbers).toEqual(Array.from({ length: Number(count) }, (_, index) => String(index + 1)));
  expect(lines()).toContainEqual(
    expect.objectContaining({ title: 'Treffen Sie sich?', kind: 'Ja oder Nein' }),
  );
});

test('each has its kind in the words of the editor', () => {
  const { kinds } = texts('question-kinds', 'de');
  const words = new Set(Object.values(kinds).map(([name]) => name));
  for (const { kind } of lines()) expect(words).toContain(kind.replace(' · Pflicht', ''));
  const said = lines().map(({ kind }) => kind.replace(' · Pflicht', ''));
  for (const id of [
    'multipletext',
    'ranking',
    'imagepicker',
    'matrixdropdown',
    'tagbox',
    'expression',
    'email',
    'panel',
  ] as const)
    expect(said).toContain(kinds[id][0]);
});

test('publication is said to fix the promise and nothing else', () => {
  expect(html).toContain('Die Vertraulichkeit steht dann fest');
  expect(html).not.toContain('stehen Fragebogen');
});
