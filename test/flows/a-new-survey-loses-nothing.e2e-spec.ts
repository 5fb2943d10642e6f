import { afterAll, beforeAll, expect, test } from '@jest/globals';
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
