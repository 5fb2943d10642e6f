import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImageSweep } from '../../src/editor/images/image-sweep.js';
import { startApp, type TestApp } from '../support/app.js';
import { draftSurvey } from '../support/campaign.js';
import { type ConsoleAnswer, type ConsoleVisit, signIn } from '../support/staff.js';

let app: TestApp;
let staff: ConsoleVisit;
let base: string;
let id: string;

beforeAll(async () => {
  app = await startApp();
  staff = await signIn(app);
});

afterAll(async () => {
  await app.close();
});

test('a new survey begins empty and leads to the editor', async () => {
  const { status, location } = await sendFile('/console/surveys', {
    'title.de': 'Partnerschaften',
    'title.en': 'Twinnings',
    languages: ['de', 'en'],
    closesAt: '2099-11-12T23:59',
    timeZone: 'Europe/Berlin',
    privacy: 'identified',
    senderName: 'Netzwerk',
    senderEmail: 'buero@example.org',
    gapDays: '3',
    mostReminders: '2',
    hours: 'always',
    start: 'empty',
  });
  expect(status).toBe(303);
  [, id = ''] = /surveys\/(\d+)\/editor$/.exec(location) ?? [];
  base = `/console/surveys/${id}/editor`;
  const { html } = await staff.send(base);
  expect(html).toContain('Noch keine Frage');
  expect(html).toContain('Mehrfachauswahl');
});

test('questions are added one after the other, with choices line by line in both languages', async () => {
  const added = await step({
    do: 'add',
    at: '0@0',
    kind: 'radiogroup',
    'title.de': 'Welche Rolle haben Sie?',
    'title.en': 'Which role do you have?',
    'choices.de': 'Hauptamtlich\nehren | Ehrenamtlich',
    'choices.en': 'Full-time\nVolunteer',
    then: 'next 0@1',
  });
  expect(added.location).toBe(`${base}?add=0@1&last=radiogroup`);
  await step({
    do: 'add',
    at: '0@1',
    kind: 'number',
    'title.de': 'Seit wie vielen Jahren?',
    'title.en': 'Years?',
  });
  expect((await questionnaire()).pages[0].elements).toEqual([
    {
      type: 'radiogroup',
      name: 'rolle',
      title: { de: 'Welche Rolle haben Sie?', en: 'Which role do you have?' },
      choices: [
        { value: 'hauptamtlich', text: { de: 'Hauptamtlich', en: 'Full-time' } },
        { value: 'ehren', text: { de: 'Ehrenamtlich', en: 'Volunteer' } },
      ],
    },
    {
      type: 'text',
      inputType: 'number',
      name: 'seit_vielen_jahren',
      title: { de: 'Seit wie vielen Jahren?', en: 'Years?' },
    },
  ]);
});

test('a question without a title is not added, and what was typed stays', async () => {
  const { status, html } = await step({
    do: 'add',
    at: '0@2',
    kind: 'comment',
    'title.de': '',
    'description.de': 'Bitte kurz',
  });
  expect(status).toBe(422);
  expect(html).toContain('Bitte schreiben Sie den Fragetext.');
  expect(html).toContain('Bitte kurz');
});

test('a condition is chosen by question and value, and stands in words in the outline', async () => {
  await step({
    do: 'change',
    at: '0.1',
    was: 'seit_vielen_jahren',
    'visibleIf.join': 'and',
    'visibleIf.0.question': 'rolle',
    'visibleIf.0.operator': '=',
    'visibleIf.0.value': 'Ehrenamtlich',
  });
  expect((await questionnaire()).pages[0].elements[1].visibleIf).toBe("{rolle} = 'ehren'");
  const { html } = await staff.send(`${base}?at=0.1`);
  expect(html).toContain('wenn Rolle = Ehrenamtlich');
  expect(html).toMatch(/<option value="ehren" selected[^>]*>Ehrenamtlich<\/option>/);
  const preview = await staff.send(`${base}/preview?page=0`);
  expect(preview.html).toContain('Welche Rolle haben Sie?');
});

test('the preview says when answers are saved as the privacy of the survey has it', async () => {
  const text = { type: 'text', name: 'a', title: 'A' };
  const pages = [{ elements: [text] }, { elements: [{ ...text, name: 'b' }] }];
  for (const [privacy, words] of [
    ['identified', 'Mit jeder Seite werden Ihre Antworten gespeichert'],
    ['pseudonymous', 'Mit jeder Seite werden Ihre Antworten gespeichert'],
    ['anonymous', 'Ihre Antworten werden erst gespeichert, wenn Sie sie auf der letzten Seite absenden'],
  ]) {
    const survey = `/console/surveys/${await draftSurvey(app.api, { privacy, questionnaire: { pages } })}`;
    const second = { page: '0', go: 'next', 'q.a': 'Kehl' };
    for (const preview of [`${survey}/preview`, `${survey}/editor/preview`]) {
      expect((await staff.send(preview)).html).toContain(words);
      expect((await staff.send(preview, second)).html).toContain(words);
    }
  }
});

test('every step can be undone and done again', async () => {
  const before = await questionnaire();
  await step({ do: 'undo' });
  expect((await questionnaire()).pages[0].elements[1]).not.toHaveProperty('visibleIf');
  await step({ do: 'undo' });
  expect((await questionnaire()).pages[0].elements).toHaveLength(1);
  await step({ do: 'redo' });
  await step({ do: 'redo' });
  expect(await questionnaire()).toEqual(before);
  expect((await step({ do: 'redo' })).status).toBe(303);
});

test('a name that is changed reaches the conditions that use it', async () => {
  await step({ do: 'change', at: '0.0', was: 'rolle', name: 'aufgabe' });
  expect((await questionnaire()).pages[0].elements[1].visibleIf).toBe("{aufgabe} = 'ehren'");
});

test('deleting what a condition needs asks first, and says where', async () => {
  const asked = await step({ do: 'remove', at: '0.0', was: 'aufgabe' });
  expect(asked.status).toBe(200);
  expect(asked.html).toContain('löschen?');
  expect(asked.html).toContain('Seit wie vielen Jahren?');
  expect((await questionnaire()).pages[0].elements).toHaveLength(2);
});

test('who was slower sees what happened, and what they typed is not lost', async () => {
  const number = await stepNumber();
  await step({ do: 'change', at: '0.1', was: 'seit_vielen_jahren', 'title.de': 'Wie lange schon?' });
  const late = {
    number: String(number),
    do: 'change',
    at: '0.0',
    was: 'aufgabe',
    'title.de': 'Ihre Aufgabe?',
  };
  const { status, html } = await staff.send(`${base}/steps`, late);
  expect(status).toBe(409);
  expect(html).toContain('Jemand anderes hat den Fragebogen inzwischen geändert');
  expect(html).toContain('Frage geändert');
  expect(html).toContain('Ihre Aufgabe?');
  expect((await questionnaire()).pages[0].elements[0].title.de).toBe('Welche Rolle haben Sie?');
  await step(late);
  expect((await questionnaire()).pages[0].elements[0].title.de).toBe('Ihre Aufgabe?');
});

test('a number that was undone never stands for another step', async () => {
  const number = await stepNumber();
  await step({ do: 'undo' });
  await step({ do: 'add-page' });
  expect(await stepNumber()).toBeGreaterThan(number);
});

test('an error in the JSON is said at its line, and nothing is saved', async () => {
  const before = await questionnaire();
  const json = '{\n  "pages": [\n    { "name": "a", }\n  ]\n}';
  const { status, html } = await staff.send(`${base}/json`, { number: String(await stepNumber()), json });
  expect(status).toBe(422);
  expect(html).toContain('Zeile 3, Spalte 20');
  expect(html).toContain('Vor der schließenden Klammer darf kein Komma stehen.');
  expect(await questionnaire()).toEqual(before);
});

test('what publication would refuse leads to the line and to the form', async () => {
  const json = JSON.stringify(
    { pages: [{ name: 's', elements: [{ type: 'file', name: 'datei' }] }] },
    null,
    2,
  );
  await staff.send(`${base}/json`, { number: String(await stepNumber()), json });
  expect((await staff.send(`${base}/json`)).html).toContain('data-line=');
  expect((await staff.send(base)).html).toContain(`${base}?at=0.0`);
});

test('a file is looked at before it takes the place of the questionnaire', async () => {
  const text = JSON.stringify({ elements: [{ type: 'boolean', name: 'dabei', title: 'Sind Sie dabei?' }] });
  const { html } = await sendFile(`${base}/import`, { text });
  expect(html).toContain('1 Seite, 1 Frage');
  await staff.send(`${base}/import/apply`, { number: String(await stepNumber()), json: text });
  expect((await questionnaire()).pages[0].elements[0].name).toBe('dabei');
});

test('pictures are known by their content, whatever they are called', async () => {
  await step({ do: 'add', at: '0@1', kind: 'imagepicker', 'title.de': 'Logo?', 'choices.de': 'A\nB' });
  const upload = async (bytes: Uint8Array<ArrayBuffer>) =>
    sendFile(
      `${base}/images`,
      { number: String(await stepNumber()), at: '0.1', was: 'logo', choice: 'a' },
      bytes,
    );
  await upload(new TextEncoder().encode('<svg onload="alert(1)"/>'));
  expect((await staff.send(`${base}?at=0.1`)).html).toContain('Diese Datei ist kein PNG');

  await upload(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]));
  expect((await staff.send(`${base}?at=0.1`)).html).toContain('beschädigt oder unvollständig');

  await upload(picture);
  const { imageLink } = (await questionnaire()).pages[0].elements[1].choices[0];
  expect(imageLink).toMatch(/^\/images\/[0-9a-f]{64}$/);
  const image = await fetch(app.url + imageLink);
  expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(image.headers.get('cache-control')).toContain('immutable');
});

test('a survey is duplicated without its people', async () => {
  expect((await staff.send(`/console/surveys/${id}/questionnaire`)).html).toContain(
    `href="/console/surveys/${id}/duplicate"`,
  );
  const refused = await staff.send(`/console/surveys/${id}/duplicate`, {
    'title.de': 'Kopie',
    'title.en': '',
    closesAt: '',
  });
  expect(refused.status).toBe(422);
  const { status, location } = await staff.send(`/console/surveys/${id}/duplicate`, {
    'title.de': 'Kopie von Partnerschaften',
    'title.en': 'Copy of Twinnings',
    closesAt: '2099-12-01T12:00',
  });
  expect(status).toBe(303);
  const twin = /surveys\/(\d+)\//.exec(location)?.[1] ?? '';
  const { body } = await app.api.get(`/surveys/${twin}`);
  expect(body).toMatchObject({ state: 'draft', title: { de: 'Kopie von Partnerschaften' } });
  expect(body.questionnaire).toEqual(await questionnaire());
});

test('a file that becomes a survey brings its title in each of its languages', async () => {
  const title = { fr: 'Jumelages', pl: 'Miasta partnerskie' };
  const { html } = await sendFile('/console/surveys-from-file', {
    text: JSON.stringify({ locale: 'fr', title, elements: [{ type: 'text', name: 'lieu' }] }),
  });
  expect(html).toMatch(/name="title\.fr"[^>]*value="Jumelages"|value="Jumelages"[^>]*name="title\.fr"/);
  expect(html).toMatch(/name="title\.pl"[^>]*value="Miasta|value="Miasta[^>]*name="title\.pl"/);
});

test('plain texts belong to the language the questionnaire says, whatever stands first in the survey', async () => {
  await step({ do: 'undo' });
  await staff.send(`${base}/json`, {
    number: String(await stepNumber()),
    json: JSON.stringify({ locale: 'en', elements: [{ type: 'text', name: 'town', title: 'Your town' }] }),
  });
  await step({ do: 'change', at: '0.0', was: 'town', 'title.en': 'Your town', 'title.de': 'Ihr Ort' });
  const { html } = await staff.send(`${base}?at=0.0`);
  expect(html.indexOf('name="title.en"')).toBeLessThan(html.indexOf('name="title.de"'));
  expect((await questionnaire()).pages[0].elements[0].title).toEqual({ en: 'Your town', de: 'Ihr Ort' });
});

test('undoing after a change from outside leads back to it, too', async () => {
  const own = await questionnaire();
  const outside = { ...own, title: 'Von außen' };
  await app.rows('UPDATE surveys SET questionnaire = $2 WHERE id = $1', [id, JSON.stringify(outside)]);
  await step({ do: 'undo' });
  expect((await questionnaire()).title).toBeUndefined();
  await step({ do: 'redo' });
  expect((await questionnaire()).title).toBe('Von außen');
});

test('a picture is stored without what is not seen, with its edit only, and not for longer than it is shown', async () => {
  const stored = () => app.rows<{ bytes: Buffer }>('SELECT bytes FROM images');
  await app.rows('DELETE FROM images');
  const texts = { 'title.en': 'Arms?', 'choices.en': 'A\nB', 'title.de': 'Wappen?', 'choices.de': 'A\nB' };
  await step({ do: 'add', at: '0@1', kind: 'imagepicker', ...texts });
  const question = (await questionnaire()).pages[0].elements[1];
  const where = { at: '0.1', was: question.name as string, choice: String(question.choices[0].value) };
  const fields = async () => ({ number: String(await stepNumber()), ...where });

  await sendFile(`${base}/images`, { ...(await fields()), number: '1' }, picture);
  await sendFile(`${base}/images`, { ...(await fields()), choice: 'nobody' }, picture);
  await sendFile(`${base}/images`, { ...(await fields()), was: 'another' }, picture);
  expect(await stored()).toEqual([]);

  await sendFile(`${base}/images`, await fields(), picture);
  const [image] = await stored();
  expect(image?.bytes.includes('Location')).toBe(false);

  const sweep = app.app.get(ImageSweep, { strict: false });
  await app.rows("UPDATE images SET created_at = created_at - interval '2 days'");
  await app.rows(
    `INSERT INTO images (hash, content_type, bytes, created_at) VALUES
       (repeat('a', 64), 'image/png', '\\x00', now() - interval '2 days'), (repeat('b', 64), 'image/png', '\\x00', now())`,
  );
  await sweep.run();
  expect(await stored()).toHaveLength(2);
  await step({ do: 'undo' });
  await sweep.run();
  expect(await stored()).toHaveLength(2);
  await app.rows('DELETE FROM questionnaire_edits');
  // A twin of the survey shows the same picture.
  await app.rows('DELETE FROM surveys WHERE id <> $1', [id]);
  await sweep.run();
  expect(await stored()).toHaveLength(1);
});

test('a picture sent with a step that is no number is refused, not an error', async () => {
  const answer = await sendFile(
    `${base}/images`,
    { number: 'x', at: '0.0', was: 'town', choice: 'a' },
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]),
  );
  expect(answer.status).toBe(303);
});

/** One pixel, and a place in its metadata. */
const picture = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAAEnRFWHRMb2NhdGlvbgBOIDQ4Ljc3NTiGiGxGAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC',
    'base64',
  ),
);

async function questionnaire(): Promise<any> {
  return (await app.api.get(`/surveys/${id}`)).body.questionnaire;
}

async function stepNumber(): Promise<number> {
  const [row] = await app.rows<{ edit_number: number }>('SELECT edit_number FROM surveys WHERE id = $1', [
    id,
  ]);
  return row?.edit_number ?? -1;
}

async function step(fields: Record<string, string>): Promise<ConsoleAnswer> {
  return staff.send(`${base}/steps`, { ...fields, number: String(await stepNumber()) });
}

async function sendFile(
  path: string,
  fields: Record<string, string | string[]>,
  image?: Uint8Array<ArrayBuffer>,
): Promise<ConsoleAnswer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) body.append(name, one);
  if (image) body.append('image', new Blob([image]), 'bild.png');
  return staff.ask(path, { method: 'POST', body });
}
