import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { draftSurvey } from '../support/campaign.js';
import { type ConsoleVisit, signIn } from '../support/staff.js';

let app: TestApp;
let staff: ConsoleVisit;

beforeAll(async () => {
  app = await startApp();
  staff = await signIn(app);
});

afterAll(async () => {
  await app.close();
});

const role = {
  type: 'radiogroup',
  name: 'rolle',
  title: { de: 'Welche Rolle haben Sie?' },
  isRequired: true,
  choices: [
    { value: 'haupt', text: { de: 'Hauptamtlich', pl: 'Etatowo' } },
    { value: 'ehren', text: 'Im Ehrenamt' },
  ],
};
const years = { type: 'text', name: 'jahre', title: { de: 'Wie lange schon?', pl: 'Od kiedy?' } };

/** Addresses of a survey for people who read German or Polish, and of its editor. */
async function surveyOf(...pages: object[][]) {
  const questionnaire = { pages: pages.map((elements) => ({ elements })) };
  const id = await draftSurvey(app.api, { languages: ['de', 'pl'], questionnaire });
  return { id, survey: `/console/surveys/${id}`, editor: `/console/surveys/${id}/editor` };
}

test('texts that lack a language are counted, with the way to them, and hold nobody up', async () => {
  const { id, survey, editor } = await surveyOf([role], [years]);
  const { html } = await staff.send(editor);
  expect(html).toContain('<summary>Auf Polnisch fehlen 2 Texte</summary>');
  expect(html).toContain(
    `<a href="${editor}?at=0.0">Welche Rolle haben Sie?</a><span>Frage, Antworten</span>`,
  );
  expect(html).toContain('Bereit zum Veröffentlichen');
  expect(html).not.toContain('Auf Deutsch');

  expect((await staff.send(`${survey}/questionnaire`)).html).toContain('Auf Polnisch fehlen 2 Texte.');
  expect((await app.api.post(`/surveys/${id}/publish`)).status).toBe(200);
  expect((await staff.send(`${survey}/questionnaire`)).html).not.toContain('Auf Polnisch fehlen');
});

test('a translation that is added is no longer missed', async () => {
  const { editor } = await surveyOf([{ ...role, choices: [1, 2] }]);
  expect((await staff.send(editor)).html).toContain('Auf Polnisch fehlt ein Text');
  const title = { 'title.de': 'Welche Rolle haben Sie?', 'title.pl': 'Jaka jest Państwa rola?' };
  await staff.send(`${editor}/steps`, { do: 'change', at: '0.0', was: 'rolle', number: '0', ...title });
  expect((await staff.send(editor)).html).not.toContain('Auf Polnisch');
});

test('moving a question behind what needs its answer is said, with both names', async () => {
  const needing = { ...years, visibleIf: "{rolle} = 'ehren'" };
  const { editor } = await surveyOf([role], [needing], [{ ...years, name: 'noch' }]);
  expect((await staff.send(editor)).html).not.toContain('nach einer späteren Seite');

  await staff.send(`${editor}/steps`, { do: 'move', at: '0.0', was: 'rolle', number: '0', to: '2@1' });
  const { html } = await staff.send(editor);
  expect(html).toContain('Eine Bedingung fragt nach einer späteren Seite');
  expect(html).toContain(
    `<a href="${editor}?at=1.0">„Wie lange schon?“ (Seite 2)</a> braucht die Antwort auf ` +
      `<a href="${editor}?at=2.1">„Welche Rolle haben Sie?“ (Seite 3)</a>`,
  );
});
