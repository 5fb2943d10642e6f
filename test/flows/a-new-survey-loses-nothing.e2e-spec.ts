import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { assetsFolder } from '../../src/common/assets.js';
import { readLss } from '../../src/limesurvey/read-lss.js';
import { startApp, type TestApp } from '../support/app.js';
import { FixedClock } from '../support/fixed-clock.js';
import { type ConsoleVisit, signIn } from '../support/staff.js';

let app: TestApp;
let staff: ConsoleVisit;

beforeAll(async () => {
  app = await startApp({ clock: FixedClock.inBerlin('2027-10-20T09:41') });
  staff = await signIn(app);
});

afterAll(async () => {
  await app.close();
});

const asTyped = {
  'title.de': 'Was erwarten Sie von uns?',
  languages: 'de',
  closesAt: '2027-11-12T23:59',
  timeZone: 'Europe/Berlin',
  privacy: 'pseudonymous',
  senderName: 'Netzwerkbüro',
  senderEmail: 'buero@netzwerk.test',
  gapDays: '4',
  mostReminders: '2',
  hours: 'always',
  start: 'empty',
  questionnaire: '{"elements":[{"type":"comment","name":"wunsch"}]}',
};

function send(path: string, fields: Record<string, string>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return staff.ask(path, { method: 'POST', body });
}

test('a closing date that has passed is said beside its field, and everything typed is still there', async () => {
  const { status, html } = await send('/console/surveys', { ...asTyped, closesAt: '2027-10-19T12:00' });
  expect(status).toBe(422);
  expect(html).toMatch(/href="#f-closesAt">[^<]*Dieser Zeitpunkt liegt in der Vergangenheit/);
  for (const kept of ['2027-10-19T12:00', 'Was erwarten Sie von uns?', 'Netzwerkbüro', '4'])
    expect(html).toContain(`value="${kept}"`);
  expect(html).toMatch(/value="pseudonymous"[^>]*checked/);
  expect(html).toContain('&quot;wunsch&quot;');
  expect(await app.rows('SELECT FROM surveys')).toEqual([]);
});

test('the zone decides whether a closing date has passed', async () => {
  const gone = { ...asTyped, closesAt: '2027-10-20T09:30' };
  expect((await send('/console/surveys', gone)).status).toBe(422);
  expect((await send('/console/surveys', { ...gone, timeZone: 'Europe/Lisbon' })).status).toBe(303);
});

test('the copy of a survey says so beside the field as well', async () => {
  const [{ id } = { id: '' }] = await app.rows<{ id: string }>('SELECT id FROM surveys');
  const copy = { 'title.de': 'Die Kopie', closesAt: '2027-10-19T12:00' };
  const { status, html } = await staff.send(`/console/surveys/${id}/duplicate`, copy);
  expect(status).toBe(422);
  expect(html).toMatch(/href="#f-closesAt"/);
  expect(html).toContain('value="Die Kopie"');
});

describe('what LimeSurvey could not bring', () => {
  const lss = readFileSync(join(assetsFolder, '../samples/limesurvey-vereinsbefragung.lss'), 'utf8');
  const { report } = readLss(lss);
  const said = `Nicht übernommen aus LimeSurvey: ${report.filter(({ kind }) => kind === 'left_out').length}`;
  const notes = JSON.stringify(report);
  let id: string;
  let editor: string;

  test('is shown again where the form of the new survey is refused', async () => {
    const { html } = await send('/console/surveys-from-file', { text: lss });
    expect(hidden(html, 'notes')).toBe(notes);
    const refused = await send('/console/surveys', { ...asTyped, notes, senderName: '' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Was nicht übernommen werden kann');
    expect(hidden(refused.html, 'notes')).toBe(notes);
  });

  test('stands in the editor, on each of its pages', async () => {
    const { location } = await send('/console/surveys', { ...asTyped, notes });
    [, id = ''] = /surveys\/(\d+)\/editor$/.exec(location) ?? [];
    editor = `/console/surveys/${id}/editor`;
    for (const page of [editor, `${editor}/flow`, `${editor}/json`])
      expect((await staff.send(page)).html).toContain(said);
  });

  test('goes and comes back with the step that brought another file', async () => {
    const json = '{"elements":[{"type":"comment","name":"anderes"}]}';
    await staff.send(`${editor}/import/apply`, { number: '0', json, notes: '[]' });
    expect((await staff.send(editor)).html).not.toContain(said);
    await staff.send(`${editor}/steps`, { number: '1', do: 'undo' });
    expect((await staff.send(editor)).html).toContain(said);
  });

  test('is kept where the file replaces a questionnaire, and what was undone is forgotten', async () => {
    const [one = null] = report;
    const json = '{"elements":[{"type":"comment","name":"drittes"}]}';
    await staff.send(`${editor}/import/apply`, { number: '0', json, notes: JSON.stringify([one]) });
    expect(await app.rows('SELECT number, notes FROM import_reports ORDER BY number')).toEqual([
      { number: 0, notes: report },
      { number: 2, notes: [one] },
    ]);
  });

  test('is put away by staff, and only then', async () => {
    await staff.send(`${editor}/import/seen`, { upTo: '0' });
    expect((await staff.send(editor)).html).toContain('not-taken-over');
    const { status, location } = await staff.send(`${editor}/import/seen`, { upTo: '2', at: '0.0' });
    expect([status, location]).toEqual([303, `${editor}?at=0.0`]);
    expect((await staff.send(editor)).html).not.toContain('not-taken-over');
    expect(await app.rows('SELECT FROM import_reports')).toEqual([]);
  });

  test('is taken from nothing that is no note', async () => {
    for (const odd of ['{', '[{"where":"","code":"toString","values":{}}]', '[1,null]', '"x"']) {
      const { status } = await send('/console/surveys', { ...asTyped, notes: odd });
      expect(status).toBe(303);
    }
    expect(await app.rows('SELECT FROM import_reports')).toEqual([]);
  });
});

/** The value of a hidden field, as a browser would send it. */
function hidden(html: string, name: string): string | undefined {
  const [, value] = new RegExp(`name="${name}" value="([^"]*)"`).exec(html) ?? [];
  return value?.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}
