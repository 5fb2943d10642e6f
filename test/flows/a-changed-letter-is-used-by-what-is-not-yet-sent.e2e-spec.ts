import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import PostalMime from 'postal-mime';
import { startApp, type TestApp, until } from '../support/app.js';
import { scheduleWave, startCampaign, waveFinished } from '../support/campaign.js';
import { signIn } from '../support/staff.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

beforeEach(async () => {
  await app.rows('DELETE FROM paces');
  app.mail.received.length = 0;
});

afterAll(async () => {
  await app.close();
});

test('a letter changed while a wave is sent is used by everything not yet sent, nobody gets two', async () => {
  const people = 40;
  await app.api.patch('/paces', { rate: 10 });
  const { surveyId } = await startCampaign(app, { people });
  const wave = await scheduleWave(app.api, surveyId, {
    kind: 'invitation',
    sendAt: 'now',
    subject: 'Alt',
    body: 'Der **alte** Text.',
    ignoreCanary: true,
  });
  await until('some have gone', () => app.mail.received.length >= 8);
  const { status, body } = await app.api.patch(`/waves/${wave}/letter`, {
    subject: { de: 'Neu' },
    body: 'Der *neue* Text.',
  });
  expect(status).toBe(200);
  const goneBefore = app.mail.received.length;
  expect(body).toMatchObject({
    id: wave,
    state: 'sending',
    words: { de: { subject: 'Neu' }, en: { subject: 'Alt' } },
  });
  expect(body.mails.waiting + body.mails.gone).toBe(people);
  expect(body.mails.gone).toBeGreaterThanOrEqual(8);
  await waveFinished(app, wave);

  const mails = await Promise.all(app.mail.received.map((mail) => PostalMime.parse(mail.raw)));
  const subjects = mails.map(({ subject }) => subject);
  const old = subjects.filter((subject) => subject === 'Alt').length;
  // In the order of sending; what was in hand at that moment may still carry the old text.
  expect(subjects).toEqual([...Array<string>(old).fill('Alt'), ...Array<string>(people - old).fill('Neu')]);
  expect(old).toBeLessThanOrEqual(goneBefore + 5);
  expect(mails.at(-1)?.html).toContain('Der <em>neue</em> Text.');
  expect(mails.at(-1)?.text).toContain('Der neue Text.');
  expect(mails[0]?.html).toContain('Der <strong>alte</strong> Text.');
  const everybody = app.mail.received.flatMap(({ to }) => to);
  expect(new Set(everybody).size).toBe(people);
  expect(everybody).toHaveLength(people);

  const [audit] = await app.rows('SELECT actor, action, subject FROM audit_entries ORDER BY id DESC LIMIT 1');
  expect(audit).toEqual({ actor: 'token:test', action: 'wave.rewrite', subject: `wave:${wave}` });
});

test('a letter that could not be written is refused by name, a wave that is over cannot be rewritten', async () => {
  const { surveyId } = await startCampaign(app, { people: 1 });
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: '2099-10-01T09:00' });
  const wrong = await app.api.patch(`/waves/${wave}/letter`, {
    subject: { en: 'Dear {{vorname}}' },
    body: { de: '[hier](javascript:alert(1))' },
  });
  expect(wrong.status).toBe(422);
  expect(JSON.stringify(wrong.body)).toMatch(/body\.de.*javascript/);
  expect(JSON.stringify(wrong.body)).toMatch(/subject\.en.*\{\{vorname\}\}/);
  expect((await app.api.patch(`/waves/${wave}/letter`, { text: 'a' })).status).toBe(422);

  const right = await app.api.patch(`/waves/${wave}/letter`, { subject: 'Eigener' });
  expect(right.body.mails).toEqual({ waiting: null, gone: 0 });
  const back = await app.api.patch(`/waves/${wave}/letter`, { subject: { de: null } });
  expect(back.body.words).toEqual({ en: { subject: 'Eigener' } });

  await app.api.post(`/waves/${wave}/cancel`);
  const late = await app.api.patch(`/waves/${wave}/letter`, { subject: 'Zu spät' });
  expect(late.body).toMatchObject({ status: 409, code: 'wave.wrong_state' });
});

test('staff write a letter in both languages, see it for a person as they type, and rewrite it later', async () => {
  const { surveyId } = await startCampaign(app, { people: 2 });
  const staff = await signIn(app);
  const base = `/console/surveys/${surveyId}`;
  const form = await staff.send(`${base}/waves/new?kind=invitation`);
  expect(form.html).toMatch(
    /name="subject\.de"[\s\S]*name="body\.de"[\s\S]*name="subject\.en"[\s\S]*name="body\.en"/,
  );
  expect(form.html).toContain('Person 1, p1@leser.test');
  expect(form.html).toContain('Nichts auffällig.');

  const fields = {
    kind: 'invitation',
    when: 'local',
    local: '2099-10-01T09:00',
    'subject.de': `Noch eine Woche! Jetzt! ${'a'.repeat(60)}`,
    'body.de': '{{greeting}},\n\n## Worum es geht\n\nbitte [hier](https://kurz.example/x).',
  };
  const live = await staff.send(`${base}/letter/preview`, fields);
  expect(live.status).toBe(200);
  for (const said of [
    '84 Zeichen',
    'Ausrufezeichen im Betreff',
    'kurz.example',
    'steht nicht im Text',
    'Hier gilt die Vorlage',
  ]) {
    expect(live.html).toContain(said);
  }
  const frame = await staff.send(`${base}/letter/frame`, { ...fields, language: 'de' });
  expect(frame.html).toMatch(/<h2 [^>]*>Worum es geht<\/h2>/);
  expect(frame.policy).toContain('sandbox');
  const english = await staff.send(`${base}/letter/frame`, { ...fields, language: 'en' });
  expect(english.html).toContain('Dear Ms Person 1');

  const wrong = await staff.send(`${base}/letter/preview`, { ...fields, 'body.en': 'Dear {{firstname}}' });
  expect(wrong.html).toContain('data-shows="letter"');
  expect(wrong.html).toMatch(/href="#f-body\.en"[\s\S]*Den Platzhalter \{\{firstname\}\} gibt es nicht/);
  const refused = await staff.send(`${base}/waves`, { ...fields, 'body.en': 'Dear {{firstname}}' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('id="e-body.en"');
  expect(refused.html).toContain('## Worum es geht');

  const filled = await staff.send(`${base}/waves/new`, { ...fields, fill: 'en' });
  expect(filled.html).toMatch(
    /name="subject\.en"[^>]*value="Invitation to our survey|value="Invitation to our survey[^>]*name="subject\.en"/,
  );
  const preview = await staff.send(`${base}/waves/preview`, fields);
  expect(preview.html).toContain('name="body.de"');
  expect(preview.html).toContain('84 Zeichen');
  const scheduled = await staff.send(`${base}/waves`, fields);
  expect(scheduled.status).toBe(303);

  const page = `${scheduled.location}/letter`;
  expect((await staff.send(scheduled.location)).html).toContain(`href="${page}"`);
  expect((await staff.send(page)).html).toContain('Alle bekommen den neuen Text');
  const bad = await staff.send(page, { 'subject.de': '{{link}}' });
  expect([bad.status, bad.html.includes('id="e-subject.de"')]).toEqual([422, true]);
  const saved = await staff.send(page, { 'subject.de': 'Neuer Betreff', 'body.de': '' });
  expect([saved.status, saved.location]).toEqual([303, scheduled.location]);
  const [wave] = await app.rows('SELECT words FROM waves ORDER BY id DESC LIMIT 1');
  expect(wave).toEqual({ words: { de: { subject: 'Neuer Betreff' } } });
  const [audit] = await app.rows('SELECT actor, action FROM audit_entries ORDER BY id DESC LIMIT 1');
  expect(audit).toEqual({ actor: 'staff:1', action: 'wave.rewrite' });
});
