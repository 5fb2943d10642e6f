import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp, until } from '../support/app.js';
import { scheduleWave, startCampaign, waveFinished } from '../support/campaign.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ mail: { hideSMTPUTF8: true } });
});
afterAll(async () => {
  await app.close();
});

const NAME =
  'Eva\r\nBcc: boese@example.com\r\n\r\n.\r\nMAIL FROM:<x@example.com>, "Adam" <adam@example.com>; \u000b\u2028=?utf-8?q?x?=';

test('a name full of line breaks, commas and commands, at a server without SMTPUTF8: one recipient, no header of its own', async () => {
  const list = await app.api.post('/lists', { name: 'Newsletter' });
  const listId = list.body.id as string;
  await app.rows(
    `INSERT INTO subscribers (list_id, email, email_key, name, created_at, updated_at) VALUES
       ($1, 'eva@leser.test', 'eva@leser.test', $2, now(), now()),
       ($1, 'jürgen@leser.test', 'jürgen@leser.test', 'Jürgen', now(), now()),
       ($1, 'anna@büro.test', 'anna@xn--bro-hoa.test', 'Anna', now(), now())`,
    [listId, NAME],
  );
  const { surveyId } = await startCampaign(app, { people: 3, listId });
  const wave = await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' });
  await waveFinished(app, wave);

  expect(app.mail.received.map(({ to }) => to).sort()).toEqual([
    // As this server writes it; on the way it was an A-label.
    ['anna@büro.test'],
    ['eva@leser.test'],
  ]);
  expect(app.mail.received.some(({ raw }) => raw.includes('xn--bro-hoa.test'))).toBe(true);
  const [mail] = await app.mail.mailsTo('eva@leser.test');
  expect(mail?.to).toMatchObject([{ address: 'eva@leser.test' }]);
  expect(mail?.to?.[0]?.name).toContain('Bcc: boese@example.com');
  expect(mail?.bcc ?? []).toEqual([]);
  expect(
    mail?.headers.filter(({ key }) => ['to', 'from', 'subject', 'date', 'message-id'].includes(key)),
  ).toHaveLength(5);
  expect(mail?.text).toContain('/u/');

  const { body } = await app.api.get(`/messages?wave=${wave}`);
  const states = (body.items as { email: string; state: string; reason: string; reply: string }[]).map(
    ({ email, state, reason }) => [email, state, reason],
  );
  expect(states).toEqual(
    expect.arrayContaining([
      ['eva@leser.test', 'accepted', null],
      ['jürgen@leser.test', 'refused', 'address'],
      ['anna@büro.test', 'accepted', null],
    ]),
  );
  expect(JSON.stringify(body.items)).toContain('5.6.7');
});

test('a NUL never gets as far as a name', async () => {
  const list = await app.api.post('/lists', { name: 'Mit NUL' });
  const upload = await app.api.postCsv(
    `/lists/${list.body.id as string}/imports?mode=apply`,
    'email,name\nnull@leser.test,Ev\u0000a\n',
  );
  expect(upload.status).toBe(202);
  const id = upload.body.id as string;
  let run = await app.api.get(`/imports/${id}`);
  for (let i = 0; i < 100 && !['finished', 'failed'].includes(run.body.state as string); i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    run = await app.api.get(`/imports/${id}`);
  }
  expect(run.body).toMatchObject({ state: 'finished' });
  const [person] = await app.rows<{ name: string }>(
    "SELECT name FROM subscribers WHERE email = 'null@leser.test'",
  );
  expect(person?.name ?? '').not.toContain('\u0000');
});

test('a web address for a name is warned of when the file is read, and greets nobody', async () => {
  const list = await app.api.post('/lists', { name: 'Mit Adressen' });
  const listId = list.body.id as string;
  const upload = await app.api.postCsv(
    `/lists/${listId}/imports?mode=apply`,
    'email,name,salutation\n' +
      'adam@leser.test,Gewinn auf https://evil.example/,Herr\n' +
      'ada@leser.test,Ada \u202EgreB,Frau\n' +
      'a\u200Bb@leser.test,Anna,\n',
  );
  const state = async () => (await app.api.get(`/imports/${upload.body.id as string}`)).body;
  await until('the file is read', async () => (await state()).state === 'finished');
  expect(await state()).toMatchObject({ rows: { new: 2, invalid: 1 }, webAddresses: 1 });
  const rejects = await app.api.get(`/imports/${upload.body.id as string}/rejects.csv`);
  expect(rejects.body).toContain('invisible character U+200B');

  const { surveyId } = await startCampaign(app, { people: 2, listId });
  await waveFinished(app, await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' }));
  const [adam] = await app.mail.mailsTo('adam@leser.test');
  expect(adam?.text).toContain('Guten Tag,');
  expect(`${adam?.text ?? ''}${adam?.html ?? ''}`).not.toContain('evil.example');
  const [ada] = await app.mail.mailsTo('ada@leser.test');
  expect(ada?.text).toContain('Sehr geehrte Frau greB');
  expect(ada?.to?.[0]?.name).toBe('Ada greB');
});
