import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SignedTokens } from '../../src/common/signed-token.js';
import { type Locale, locales } from '../../src/common/locale.js';
import { answerMessages } from '../../src/questionnaire/answers/answer-messages.js';
import { respondentTexts } from '../../src/questionnaire/view/respondent-texts.js';
import { optOutTexts } from '../../src/opt-outs/pages/opt-out-texts.js';
import { startApp, type TestApp, until } from '../support/app.js';
import { personalLinks, postForm, scheduleWave, waveFinished } from '../support/campaign.js';
import { FixedClock } from '../support/fixed-clock.js';

const title: Record<Locale, string> = {
  de: 'Was erwarten Sie?',
  en: 'What do you expect?',
  fr: 'Qu’attendez-vous de nous\u202f?',
  pl: 'Czego Państwo oczekują?',
  nl: 'Wat verwacht u?',
};
const words = (stem: string) => Object.fromEntries(locales.map((locale) => [locale, `${stem} ${locale}`]));
const questionnaire = {
  pages: [
    {
      elements: [
        { type: 'radiogroup', name: 'role', title: words('q1'), isRequired: true, choices: ['a', 'b'] },
        { type: 'text', name: 'sum', inputType: 'number', title: words('q2'), isRequired: true, max: 5000 },
        { type: 'text', name: 'day', inputType: 'date', title: words('q3'), min: '2027-11-12' },
        { type: 'text', name: 'hour', inputType: 'time', title: words('q4'), min: '08:00' },
        {
          ...{ type: 'checkbox', name: 'many', title: words('q5'), choices: ['a', 'b'] },
          ...{ showOtherItem: true, showNoneItem: true, minSelectedChoices: 2 },
        },
        { type: 'boolean', name: 'sure', title: words('q6') },
        { type: 'dropdown', name: 'one', title: words('q7'), choices: ['a', 'b'], showOtherItem: true },
        { type: 'comment', name: 'more', title: words('q8'), maxLength: 5 },
        {
          ...{ type: 'matrix', name: 'grid', title: words('q9'), isAllRowRequired: true },
          ...{ columns: ['x', 'y'], rows: ['r', 's'] },
        },
      ],
    },
  ],
};

/** Words that give German away; none of them is a word of another of the languages. */
const GERMAN =
  /(?<!\p{L})(Sie|Ihre?n?|Ihnen|bitte|und|nicht|oder|von diesem|Umfragen?|Fragebogen|Antworten|Erinnerung(en)?|Einladung|Teilnahme\w*|teilnehmen|Seite|Frage|Pflichtfrage|Uhr|Weiter|Zurück|Datenschutzhinweise|Impressum|Verteiler|Absender|Sonstiges|Nichts davon|Freitag|Zeichen|Zahl|Guten Tag|Sehr geehrte\w*|Grüßen)(?!\p{L})/iu;

/** Whole sentences of the German messages that another language says otherwise. */
function germanTexts(locale: Locale): string[] {
  const plain = (texts: object): string[] =>
    Object.values(texts).flatMap((text: unknown) =>
      typeof text === 'string' ? [text] : typeof text === 'object' && text !== null ? plain(text) : [],
    );
  const [german, own] = (['de', locale] as const).map((language) =>
    [respondentTexts, optOutTexts, answerMessages].flatMap((area) => plain(area[language])),
  );
  return (german ?? []).filter((text) => text.length > 8 && !own?.includes(text));
}

let app: TestApp;
let surveyId: string;
let links: Map<string, string>;

beforeAll(async () => {
  app = await startApp({ clock: FixedClock.inBerlin('2027-11-01T09:12'), env: { SMTP_CONNECTIONS: '1' } });
  const list = (await app.api.post('/lists', { name: 'Twin towns' })).body.id as string;
  const rows = locales.map((locale) => `${locale}@leser.test,Anna Berg,${salutations[locale]},${locale}`);
  const csv = ['email,name,salutation,language', ...rows].join('\n');
  const { id } = (await app.api.postCsv(`/lists/${list}/imports?mode=apply`, csv)).body as { id: string };
  await until('the import has finished', async () => {
    return (await app.api.get(`/imports/${id}`)).body.state === 'finished';
  });
  const survey = await app.api.post('/surveys', {
    ...{ title, languages: locales, closesAt: '2027-11-12T23:59', timeZone: 'Europe/Berlin' },
    ...{ privacy: 'identified', questionnaire, sendingWindow: null },
    sender: { name: 'Euregio', email: 'info@euregio.test' },
    privacyUrl: 'https://euregio.test/privacy',
    imprintUrl: 'https://euregio.test/imprint',
  });
  expect([survey.status, survey.body]).toEqual([201, expect.anything()]);
  surveyId = survey.body.id as string;
  expect((await app.api.post(`/surveys/${surveyId}/publish`)).status).toBe(200);
  await app.api.post(`/surveys/${surveyId}/participants`, { listId: list });
  links = await personalLinks(app, surveyId);
  await waveFinished(app, await scheduleWave(app.api, surveyId, { kind: 'invitation', sendAt: 'now' }));
});

afterAll(async () => {
  await app.close();
});

/** Each town's own word for a woman, so that no greeting is helped by its language. */
const salutations: Record<Locale, string> = { de: 'Mme', en: 'Frau', fr: 'Frau', pl: 'Frau', nl: 'Frau' };
const greetings: Record<Locale, string> = {
  de: 'Sehr geehrte Frau Berg,',
  en: 'Dear Ms Berg,',
  fr: 'Bonjour Madame Berg,',
  pl: 'Szanowna Pani,',
  nl: 'Geachte mevrouw Berg,',
};
const closing: Record<Locale, string> = {
  de: 'Freitag, 12. November 2027, 23:59 Uhr',
  en: '12 November 2027, 23:59',
  fr: 'vendredi 12 novembre 2027 à 23:59',
  pl: 'piątek, 12 listopada 2027, 23:59',
  nl: 'vrijdag 12 november 2027 om 23:59 uur',
};
const dayAndHour: Record<Locale, [string, string]> = {
  de: ['12. November 2027', '08:00 Uhr'],
  en: ['12 November 2027', '08:00'],
  fr: ['12 novembre 2027', '08:00'],
  pl: ['12 listopada 2027', '08:00'],
  nl: ['12 november 2027', '08:00 uur'],
};

describe.each(locales)('someone who reads %s', (locale) => {
  const path = (more = '') => `${links.get(`${locale}@leser.test`)}${more}`;

  test('gets every page in that language', async () => {
    const unsubscribe = `/unsubscribe/${await unsubscribeToken(locale)}`;
    const wrong = {
      'q.sum': 'x',
      'q.day': '11.11.2027',
      'q.hour': '07:30',
      'q.many': 'a',
      'q.more': '1234567',
    };
    const pages: Record<string, string> = {
      questionnaire: await look(path()),
      empty: await send(path(), { page: '0', go: 'submit' }),
      wrong: await send(path(), { page: '0', go: 'submit', ...wrong }),
      decline: await look(path('/decline')),
      declined: await send(path('/decline'), {}),
      again: await send(path('/decline'), { go: 'undo' }),
      snooze: await look(path('/snooze')),
      snoozed: await send(path('/snooze'), {}),
      noSnooze: await send(path('/snooze'), { go: 'undo' }),
      unsubscribe: await look(`${unsubscribe}?lang=${locale}`),
      unsubscribed: await send(unsubscribe, { lang: locale }),
      subscribed: await send(unsubscribe, { lang: locale, go: 'undo' }),
      wrongLink: await look(`/u/nobody?lang=${locale}`),
      noPage: await look('/nowhere', locale),
    };
    for (const [name, html] of Object.entries(pages)) {
      expect([name, /<html[^>]*>/.exec(html)?.[0]]).toEqual([name, `<html lang="${locale}" dir="ltr">`]);
      if (locale !== 'de') expect([name, germanIn(html, locale)]).toEqual([name, null]);
    }
    const expected = [
      ...[closing[locale], title[locale]],
      ...['Deutsch', 'English', 'Français', 'Polski', 'Nederlands'].map((name) => `>${name}<`),
    ];
    expect(expected.filter((one) => !pages['questionnaire']?.includes(one))).toEqual([]);
    expect(dayAndHour[locale].filter((bound) => !pages['wrong']?.includes(bound))).toEqual([]);
  });

  test('is invited in that language, with the greeting that belongs to it', async () => {
    const [mail] = await app.mail.mailsTo(`${locale}@leser.test`);
    const [html, text, subject] = [mail?.html ?? '', mail?.text ?? '', mail?.subject ?? ''];
    expect(html).toContain(`<html lang="${locale}" dir="ltr"`);
    expect(text).toContain(greetings[locale]);
    expect(text).toContain(closing[locale]);
    // A header knows only plain spaces.
    expect(subject).toContain(title[locale].replace('\u202f', ' '));
    if (locale === 'de') return;
    expect([subject, text, html].map((part) => germanIn(part, locale))).toEqual([null, null, null]);
  });
});

test('a Polish number with its narrow space, a French one, a Dutch date and a French time are understood', async () => {
  const answers = {
    'q.role': 'a',
    'q.many': 'none',
    'q.sum': '1\u202f234,5',
    'q.grid.r': 'x',
    'q.grid.s': 'y',
  };
  const fields = { page: '0', go: 'submit', ...answers };
  const answered = async (locale: Locale, more: Record<string, string>) => {
    const path = links.get(`${locale}@leser.test`) ?? '';
    const answer = await postForm(app, path, { ...fields, ...more });
    expect([answer.status, errorsOn(await answer.text())]).toEqual([303, null]);
    expect(/<h1>([^<]*)/.exec(await look(path))?.[1]).toBe(respondentTexts[locale].thankYou.title);
  };
  await answered('pl', { 'q.sum': '1\u00a0234,5' });
  await answered('fr', { 'q.hour': '14\u00a0h\u00a030' });
  await answered('nl', { 'q.day': '13-11-2027', 'q.hour': '14.30 uur' });
  const rows = await app.rows<{ answers: Record<string, unknown> }>('SELECT answers FROM responses');
  const stored = rows.map(({ answers: { sum, day, hour } }) => [sum, day ?? null, hour ?? null]);
  expect(stored).toHaveLength(3);
  expect(stored).toEqual(
    expect.arrayContaining([
      [1234.5, null, null],
      [1234.5, null, '14:30'],
      [1234.5, '2027-11-13', '14:30'],
    ]),
  );
});

async function look(path: string, language = 'cs'): Promise<string> {
  const answer = await fetch(app.url + path, { headers: { 'accept-language': language } });
  return answer.text();
}

async function send(path: string, fields: Record<string, string>): Promise<string> {
  return (await postForm(app, path, fields)).text();
}

/** The list of errors on a page, if it has one. */
function errorsOn(html: string): string | null {
  return /class="summary"[\s\S]{0,400}/.exec(html)?.[0] ?? null;
}

/** The German that is left on a page or in a letter, with what stands around it. */
function germanIn(html: string, locale: Locale): string | null {
  const text = html
    .replace(/<nav class="languages"[\s\S]*?<\/nav>/, ' ')
    .replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]+>|https?:\S+/g, ' ');
  const sentence = germanTexts(locale).find((one) => html.includes(one));
  const word = GERMAN.exec(text);
  if (word) return text.slice(Math.max(0, word.index - 60), word.index + 60);
  return sentence ?? null;
}

async function unsubscribeToken(locale: Locale): Promise<string> {
  const [row] = await app.rows<{ id: string }>('SELECT id FROM subscribers WHERE email = $1', [
    `${locale}@leser.test`,
  ]);
  return app.app.get(SignedTokens, { strict: false }).sign('unsubscribe', row?.id ?? '');
}
