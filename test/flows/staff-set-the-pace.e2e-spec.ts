import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.js';
import { scheduleWave, startCampaign, waveFinished } from '../support/campaign.js';
import { type ConsoleAnswer, type ConsoleVisit, signIn } from '../support/staff.js';

let app: TestApp;
let staff: Staff;

beforeAll(async () => {
  app = await startApp();
  staff = await staffAt(app);
});

afterAll(async () => {
  await app.close();
});

beforeEach(async () => {
  await app.rows('DELETE FROM paces');
  await app.rows('DELETE FROM mail_domains');
});

test('where nothing is limited the page says that everything goes at full speed', async () => {
  const { status, html } = await staff.page();
  expect(status).toBe(200);
  expect(html).toContain('<h1>Tempo</h1>');
  expect(html).toContain('Zurzeit gibt es keine Obergrenze');
  expect(html).toContain('Volles Tempo für alle Mailanbieter');
  expect(html).toMatch(/<a href="\/console\/pace" aria-current="true">Tempo<\/a>/);
});

test('staff limit everything, with a comma or a point, and take the limit away again', async () => {
  expect(await staff.saved('/console/pace', { rate: '2,5' })).toContain(
    'Jetzt gehen höchstens 2,5 Mails je Sekunde hinaus.',
  );
  expect((await paces()).all).toMatchObject({ rate: 2.5, allowed: 2.5 });
  const { html } = await staff.page();
  expect(typedInto(html, 'rate')).toBe('2,5');
  expect(html).toContain('Zurzeit gehen höchstens 2,5 Mails je Sekunde hinaus.');

  await staff.saved('/console/pace', { rate: ' 0.5 ' });
  expect((await paces()).all.rate).toBe(0.5);
  expect((await staff.page()).html).toContain('Zurzeit gehen höchstens 30 Mails je Minute hinaus.');

  expect(await staff.saved('/console/pace', { rate: '' })).toContain('Die Obergrenze ist aufgehoben.');
  expect((await paces()).all.rate).toBeNull();
  expect(await lastAudit()).toEqual({
    actor: 'staff:1',
    action: 'pace.set',
    subject: 'pace:all',
    detail: { rate: null },
  });
});

test('staff limit one provider, change it in its row, and take the limit away again', async () => {
  const limit = {
    provider: 'GMX.net',
    providerRate: '2',
    domains: 'caramail.de, gmx-topmail.de\n@münchen.de',
  };
  expect(await staff.saved('/console/pace/providers', limit)).toContain(
    'An gmx.net gehen jetzt höchstens 2 Mails je Sekunde.',
  );
  const domains = ['caramail.de', 'gmx-topmail.de', 'xn--mnchen-3ya.de'];
  expect((await paces()).providers).toMatchObject([{ provider: 'gmx.net', rate: 2, domains }]);
  expect(await lastAudit()).toMatchObject({ subject: 'pace:gmx.net', detail: { rate: 2, domains } });
  const { html } = await staff.page();
  expect(typedInto(html, 'rate-gmx.net')).toBe('2');
  expect(html).toContain('auch caramail.de, gmx-topmail.de, xn--mnchen-3ya.de');

  expect(await staff.saved('/console/pace/providers/gmx.net', { rate: '0,25' })).toContain(
    'An gmx.net gehen jetzt höchstens 15 Mails je Minute.',
  );
  expect((await paces()).providers).toMatchObject([{ provider: 'gmx.net', rate: 0.25, domains }]);

  expect(await staff.saved('/console/pace/providers/gmx.net', { rate: '' })).toContain(
    'Für gmx.net gibt es keine Obergrenze mehr.',
  );
  expect((await paces()).providers).toMatchObject([{ provider: 'gmx.net', rate: null, allowed: null }]);
  await app.sweep();
  expect((await staff.page()).html).toContain('Volles Tempo für alle Mailanbieter');
});

test('a limit under the name of a domain holds for the provider that takes its mail', async () => {
  expect(
    await staff.saved('/console/pace/providers', { provider: 'gmail.com', providerRate: '1' }),
  ).toContain('gmail.com gehört zu google.com. Dorthin gehen jetzt höchstens eine Mail je Sekunde.');
  expect((await paces()).providers).toMatchObject([{ provider: 'google.com', rate: 1 }]);
});

test.each([
  ['1.000', /ohne Tausenderpunkt/],
  ['schnell', /Bitte geben Sie eine Zahl/],
  ['0', /muss über 0 liegen/],
  ['-0,5', /muss über 0 liegen/],
  ['200000', /Mehr als 100\.000/],
])('%s is no pace: that is said at the field, and nothing is changed', async (typed, message) => {
  await staff.saved('/console/pace/providers', { provider: 'gmx.net', providerRate: '2' });
  const before = await paces();

  const all = await staff.send('/console/pace', { rate: typed });
  expect([all.status, errorAt(all.html, 'rate')]).toEqual([422, expect.stringMatching(message)]);
  expect(typedInto(all.html, 'rate')).toBe(typed);
  expect(input(all.html, 'rate')).toContain('aria-invalid="true"');
  expect(typedInto(all.html, 'rate-gmx.net')).toBe('2');

  const row = await staff.send('/console/pace/providers/gmx.net', { rate: typed });
  expect([row.status, errorAt(row.html, 'rate-gmx.net')]).toEqual([422, expect.stringMatching(message)]);
  expect(typedInto(row.html, 'rate-gmx.net')).toBe(typed);
  expect(input(row.html, 'rate-gmx.net')).toContain('aria-invalid="true"');
  expect(errorAt(row.html, 'rate')).toBeNull();

  expect(await paces()).toEqual(before);
});

test('a new limit needs a provider, a pace, and domains that are some; what was typed stays', async () => {
  const typed = { provider: 'kein Anbieter', providerRate: '', domains: 'gut.example, schlecht, auch@nicht' };
  const { status, html } = await staff.send('/console/pace/providers', typed);
  expect(status).toBe(422);
  expect(html).toContain('Bitte prüfen Sie 3 Angaben');
  expect(errorAt(html, 'provider')).toMatch(/Bitte geben Sie eine Domain an/);
  expect(errorAt(html, 'providerRate')).toMatch(/Bitte geben Sie eine Zahl/);
  expect(errorAt(html, 'domains')).toBe('Das sind keine Domains: schlecht, auch@nicht');
  expect(typedInto(html, 'provider')).toBe('kein Anbieter');
  expect(html).toContain('gut.example, schlecht, auch@nicht</textarea>');
  expect((await paces()).providers).toEqual([]);

  const back = await staff.send('/console/pace/providers');
  expect([back.status, back.location]).toEqual([303, '/console/pace']);
  expect((await staff.send('/console/pace/providers/all', { rate: '1' })).status).toBe(404);
});

test('a mail server that asked for less is quoted', async () => {
  await app.rows(
    `INSERT INTO paces (name, next_free_at, was, slowed_to, slowed_at, slowed_because)
     VALUES ('all', now(), 100, 20, now() + interval '1 minute', '421 4.7.0 <slow> down'),
       ('web.de', now(), 100, 0.5, now() + interval '1 minute', '450 4.2.1 too much')`,
  );
  const { html } = await staff.page();
  expect(html).toMatch(
    /um weniger gebeten und bekommt deshalb zurzeit nicht mehr als 20 Mails je Sekunde: <code lang="en">421 4\.7\.0 &lt;slow> down<\/code>/,
  );
  expect(html).toContain('<code lang="en">450 4.2.1 too much</code>');
  expect(html).toContain('30 Mails je Minute');
  expect(typedInto(html, 'rate-web.de')).toBe('');
});

test('where the server has a setting, an empty field goes back to it', async () => {
  const limited = await startApp({ env: { MAIL_RATE: '40' } });
  const there = await staffAt(limited);
  const { html } = await there.page();
  expect(html).toContain('gilt die Einstellung MAIL_RATE des Servers: 40 Mails je Sekunde.');
  expect(typedInto(html, 'rate')).toBe('');

  expect(await there.saved('/console/pace', { rate: '5' })).toContain('höchstens 5 Mails je Sekunde');
  expect(await there.saved('/console/pace', { rate: '' })).toContain(
    'Jetzt gilt wieder die Einstellung des Servers: höchstens 40 Mails je Sekunde.',
  );
  await limited.close();
});

interface Staff extends ConsoleVisit {
  page(): Promise<ConsoleAnswer>;
  /** Sends a form that is carried out, and gives the page that it leads to. */
  saved(path: string, fields: Record<string, string>): Promise<string>;
}

async function staffAt(at: TestApp): Promise<Staff> {
  const visit = await signIn(at);
  const page = () => visit.send('/console/pace');
  return {
    ...visit,
    page,
    async saved(path, fields) {
      const { status, location } = await visit.send(path, fields);
      expect([status, location]).toEqual([303, '/console/pace']);
      return (await page()).html;
    },
  };
}

async function paces() {
  return (await app.api.get('/paces')).body;
}

async function lastAudit() {
  const rows = await app.rows(
    'SELECT actor, action, subject, detail FROM audit_entries ORDER BY id DESC LIMIT 1',
  );
  return rows[0];
}

/** The tag of a field. */
function input(html: string, name: string): string {
  const inputs = html.match(/<input[^>]*>/g) ?? [];
  return inputs.find((tag) => tag.includes(`id="f-${name}"`)) ?? `there is no ${name}`;
}

function typedInto(html: string, name: string): string | undefined {
  const [tag, value = ''] = / value(?:="([^"]*)")?/.exec(input(html, name)) ?? [];
  return tag && value;
}

/** What a field says is wrong with it. */
function errorAt(html: string, name: string): string | null {
  return html.split(`<p class="error" id="e-${name}">`)[1]?.split('</p>')[0] ?? null;
}

test('a cap over all surveys holds back the next mail, and says why', async () => {
  expect((await app.api.call('PUT', '/mail-cap', { most: 0, days: 7 })).status).toBe(422);
  expect((await app.api.call('PUT', '/mail-cap', { most: 3, days: null })).status).toBe(422);
  expect((await app.api.call('PUT', '/mail-cap', { most: 1, days: 7 })).body).toEqual({ most: 1, days: 7 });

  const first = await startCampaign(app, { people: 3 });
  const second = await startCampaign(app, { people: 3, listId: first.listId });
  await waveFinished(app, await scheduleWave(app.api, first.surveyId, { kind: 'invitation', sendAt: 'now' }));
  const input = { kind: 'invitation', sendAt: 'now' };
  const preview = await app.api.post(`/surveys/${second.surveyId}/waves/preview`, input);
  expect(preview.body).toMatchObject({ total: 3, recipients: 0, skipped: { mailed_often: 3 } });
  const wave = await scheduleWave(app.api, second.surveyId, input);
  await waveFinished(app, wave);
  expect((await app.api.get(`/waves/${wave}`)).body.skipped).toEqual({ mailed_often: 3 });
  await app.api.call('PUT', '/mail-cap', { most: null, days: null });
});
