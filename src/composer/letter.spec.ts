import { describe, expect, test } from '@jest/globals';
import { InvalidInput } from '../common/errors.js';
import { locales } from '../common/locale.js';
import { compileLetter, fillLetter, type PersonFields } from './letter.js';
import type { LetterFacts } from './letter-facts.js';
import { renderMjml } from './letter-template.js';
import { checkLetterText, defaultLetterText, letterKinds } from './letter-text.js';
import { toQuotedPrintable } from './mime/quoted-printable.js';

const kinds = letterKinds;
const everyLetter = kinds.flatMap((kind) => locales.map((locale) => [kind, locale] as const));

const facts: LetterFacts = {
  surveyTitle: 'Was wir erwarten',
  senderName: 'Netzwerkbüro',
  senderEmail: 'netz@example.org',
  senderAddress: 'Marktplatz 1\n40213 Düsseldorf',
  closingDate: 'Freitag, 12. November 2027, 23:59 Uhr',
  closingDay: 'Freitag, 12. November',
  daysLeft: 3,
  minutes: 6,
  privacy: 'anonymous',
  textsStayWithAnswers: false,
  answersMayChange: false,
  privacyUrl: 'https://example.org/datenschutz',
  imprintUrl: 'https://example.org/impressum',
};
const anna: PersonFields = {
  name: 'Anna Berg',
  greeting: 'Sehr geehrte Frau Anna Berg',
  link: 'https://u.example.org/u/AAAA',
  declineLink: 'https://u.example.org/u/AAAA/decline',
  snoozeLink: 'https://u.example.org/u/AAAA/snooze',
  unsubscribeLink: 'https://u.example.org/unsubscribe/BBBB',
};

describe.each(everyLetter)('the %s in %s', (kind, locale) => {
  test('says who asks whom for what until when, in HTML and in plain text', async () => {
    const { html, text, subject } = fillLetter(await compileLetter(kind, locale, null, facts), anna);
    expect(subject).toContain('Was wir erwarten');
    for (const part of [html, text]) {
      expect(part).toContain('Sehr geehrte Frau Anna Berg,');
      expect(part).toContain('Was wir erwarten');
      expect(part).toContain('Freitag, 12. November 2027, 23:59 Uhr');
      expect(part).toContain('Marktplatz 1');
      expect(part).toContain('netz@example.org');
      expect(part).not.toMatch(/\{\{|\}\}|mj-include|undefined|\[object/);
    }
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).toContain('<title>Was wir erwarten</title>');
    expect(html).toContain('name="color-scheme" content="light dark"');
    expect(text).not.toMatch(/<|&[a-z]+;/);
  });

  test('holds the same links in both parts, and the button only where there is something to do', async () => {
    const { html, text } = fillLetter(await compileLetter(kind, locale, null, facts), anna);
    const linked = new Set([...html.matchAll(/href="(https?:[^"]+)"/g)].map((match) => match[1]));
    const named = new Set(text.match(/https?:\S+/g));
    expect(linked).toEqual(named);
    expect(linked.has(anna.link)).toBe(kind !== 'thank_you');
    expect(linked.has(anna.unsubscribeLink)).toBe(true);
    expect(linked.has(anna.declineLink)).toBe(kind !== 'thank_you');
    expect(linked.has(anna.snoozeLink)).toBe(kind !== 'thank_you');
  });

  test('loads nothing from anywhere, and is small enough for every mailbox', async () => {
    const { html } = fillLetter(await compileLetter(kind, locale, null, facts), anna);
    expect(html).not.toMatch(/\ssrc=|url\(|@import|<link|<script|<form|<iframe|<img/i);
    const hosts = [...html.matchAll(/https?:\/\/([^/"'\s<>]+)/g)].map((match) => match[1]);
    expect(new Set(hosts)).toEqual(
      new Set(['www.w3.org', 'u.example.org', 'example.org'].filter((host) => hosts.includes(host))),
    );
    expect(toQuotedPrintable(html).length).toBeLessThan(40_000);
    expect(
      [...html.matchAll(/font-size:(\d+)px/g)]
        .map((match) => Number(match[1]))
        .filter((size) => size > 1 && size < 16),
    ).toEqual([]);
  });
});

describe('what an inbox shows', () => {
  const shownPreview = (html: string) =>
    /<div class="preview"[^>]*>([^<]*)/.exec(html)?.[1]?.replaceAll('&#847;&zwnj;&nbsp;', '') ?? '';

  test.each(everyLetter)(
    'of the %s in %s says in the preview what the subject does not',
    async (kind, locale) => {
      const { html, subject } = fillLetter(await compileLetter(kind, locale, null, facts), anna);
      const preview = shownPreview(html);
      expect(preview.length).toBeGreaterThan(30);
      const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
      const repeated = wordsOf(preview).filter((word) => wordsOf(subject).includes(word));
      expect(repeated).toEqual([]);
      expect(preview).not.toContain(facts.closingDate);
    },
  );

  test('begins with what staff write, fields and all, and goes on with nothing of the letter', async () => {
    const text = { subject: 'a', body: 'b', preview: 'Nur {{minutes}} <Fragen>, {{name}}: {{closingDay}}' };
    const { html } = fillLetter(await compileLetter('invitation', 'de', text, facts), anna);
    expect(shownPreview(html)).toBe(`Nur 6 &lt;Fragen&gt;, Anna Berg: ${facts.closingDay}`);
    expect(html.match(/&#847;/g)?.length).toBeGreaterThan(50);
  });

  test('is refused by name when it is empty or holds a link', () => {
    for (const preview of [' ', '{{link}}'])
      expect(() => {
        checkLetterText({ subject: 'a', body: 'b', preview });
      }).toThrow(/^preview: /);
  });
});

test.each(locales)(
  'the thank-you in %s says whether answers may be changed, until when and where',
  async (locale) => {
    const letterFor = async (answersMayChange: boolean) =>
      fillLetter(
        await compileLetter('thank_you', locale, { subject: 'a', body: 'b' }, { ...facts, answersMayChange }),
        anna,
      );
    const [open, final] = [await letterFor(true), await letterFor(false)];
    for (const part of [open.html, open.text]) {
      expect(part).toContain(facts.closingDate);
      expect(part).toContain(anna.link);
    }
    for (const part of [final.html, final.text]) {
      expect(part).not.toContain(facts.closingDate);
      expect(part).not.toContain(anna.link);
    }
  },
);

test('the kinds have texts of their own', () => {
  for (const locale of locales) {
    const bodies = kinds.map((kind) => defaultLetterText(kind, locale).body);
    expect(new Set(bodies).size).toBe(kinds.length);
  }
});

describe('a text of one’s own', () => {
  const own = (body: string, subject = 'Betreff') =>
    compileLetter('invitation', 'de', { subject, body }, facts);

  test('gets a greeting on top when it has none', async () => {
    const { text } = fillLetter(await own('bitte machen Sie mit.'), anna);
    expect(text).toContain('Sehr geehrte Frau Anna Berg,\n\nbitte machen Sie mit.');
  });

  test('is greeted once when it greets by itself', async () => {
    const { text } = fillLetter(await own('Hallo {{ greeting }}!\r\n\r\nBitte.'), anna);
    expect(text.match(/Sehr geehrte Frau/g)).toHaveLength(1);
  });

  test('has the button where it says {{link}} alone, else after its end', async () => {
    const after = fillLetter(await own('Bitte.\n\nGruß'), anna).text;
    expect(after.indexOf('Gruß')).toBeLessThan(after.indexOf(anna.link));
    const between = fillLetter(await own('Bitte.\n\n{{link}}\n\nGruß'), anna).text;
    expect(between.indexOf('Gruß')).toBeGreaterThan(between.indexOf(anna.link));
  });

  test('knows every field of the closed set', async () => {
    const body =
      '{{greeting}} {{name}} {{surveyTitle}} {{closingDate}} {{closingDay}} {{daysLeft}} {{minutes}} {{link}} {{declineLink}} {{snoozeLink}} {{unsubscribeLink}} {{senderName}}';
    const { html, text } = fillLetter(await own(body, '{{name}}: {{surveyTitle}}'), anna);
    expect(text).toContain(
      `Anna Berg Was wir erwarten ${facts.closingDate} ${facts.closingDay} 3 Tage 6 ${anna.link} ${anna.declineLink} ${anna.snoozeLink} ${anna.unsubscribeLink} Netzwerkbüro`,
    );
    expect(html).toMatch(new RegExp(`<a href="${anna.link}" style="[^"]*break-all">${anna.link}</a>`));
  });

  test.each([
    ['body', { subject: 'a', body: 'Hallo {{vorname}}' }, /\{\{vorname\}\}.*\{\{greeting\}\}, \{\{name\}\}/],
    ['body', { subject: 'a', body: 'Hallo {{name' }, /double braces/],
    ['body', { subject: 'a', body: ' \n ' }, /must not be empty/],
    ['subject', { subject: 'Ihr Link {{link}}', body: 'a' }, /\{\{link\}\}/],
    ['subject', { subject: 'a'.repeat(201), body: 'a' }, /200/],
  ])('is refused by name: %s', (path, text, message) => {
    const check = () => {
      checkLetterText(text);
    };
    expect(check).toThrow(InvalidInput);
    expect(check).toThrow(new RegExp(`^${path}: `));
    expect(check).toThrow(message);
  });

  test('is refused when it would be cut off by mail programs', async () => {
    await expect(own('😀'.repeat(9_900))).rejects.toThrow(/100 KB/);
  });
});

describe('what is put in', () => {
  test('stays text in HTML, wherever it stands', async () => {
    const hostile = '<b>"\'&{{link}}$&</b><mj-include path="x"/>';
    const letter = await compileLetter(
      'invitation',
      'de',
      { subject: '{{name}} {{surveyTitle}}', body: '<i> {{name}}' },
      {
        ...facts,
        surveyTitle: hostile,
        senderName: hostile,
        senderAddress: hostile,
        closingDate: hostile,
      },
    );
    const { html, text, subject } = fillLetter(letter, {
      ...anna,
      name: '<script>"x\r\n{{link}}',
      greeting: '</td>',
      link: 'https://u.example.org/?a="&b=<',
    });
    expect(html).not.toMatch(/<script|<b>|<i>|<mj-|<\/td>,/);
    expect(html).toContain('href="https://u.example.org/?a=&quot;&amp;b=&lt;"');
    expect(html).toContain('&lt;b&gt;&quot;&#39;&amp;&#123;&#123;link&#125;&#125;$&amp;&lt;/b&gt;');
    expect(text).toContain('<script>"x {{link}}');
    expect(subject).toBe(`<script>"x {{link}} ${hostile}`);
  });

  test('is a web address where a link is wanted', async () => {
    const wrong = compileLetter('invitation', 'de', null, { ...facts, imprintUrl: 'javascript:alert(1)' });
    await expect(wrong).rejects.toThrow(/imprintUrl/);
  });

  test('can be missing where a letter does without', async () => {
    const bare = { ...facts, senderAddress: null, privacyUrl: null, imprintUrl: ' ' };
    const { html, text } = fillLetter(await compileLetter('reminder', 'en', null, bare), anna);
    expect(html + text).not.toMatch(/Imprint|Privacy notice|null/);
  });
});

test.each(['<mj-text>{{gap}}</mj-text>', '<mj-include path="x.mjml" />', '<mj-text>{{link</mj-text>'])(
  'a template that leaves %s behind is refused',
  async (left) => {
    const mjml = `<mjml><mj-body><mj-section><mj-column>${left}</mj-column></mj-section></mj-body></mjml>`;
    await expect(renderMjml(mjml)).rejects.toThrow();
  },
);
