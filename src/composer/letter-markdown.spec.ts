import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { compileLetter, type CompiledLetter, fillLetter, type PersonFields } from './letter.js';
import type { LetterFacts } from './letter-facts.js';
import { checkLetterText } from './letter-text.js';
import { fillMessage, messageIdFor, prepareMessage } from './mime/prepared-message.js';

const facts: LetterFacts = {
  surveyTitle: '*Städte* & [Partner](http://evil.example)',
  senderName: '# Büro',
  senderEmail: 'netz@example.org',
  senderAddress: null,
  closingDate: '12. November',
  closingDay: 'Freitag, 12. November',
  daysLeft: 3,
  minutes: 6,
  privacy: 'identified',
  textsStayWithAnswers: false,
  answersMayChange: false,
  privacyUrl: null,
  imprintUrl: null,
};
const anna: PersonFields = {
  name: 'Anna Berg',
  greeting: 'Guten Tag Anna Berg',
  link: 'https://u.example.org/u/AAAA',
  declineLink: 'https://u.example.org/u/AAAA/decline',
  snoozeLink: 'https://u.example.org/u/AAAA/snooze',
  unsubscribeLink: 'https://u.example.org/unsubscribe/BBBB',
};

/** What stands between the survey's title and the button, of a letter to Anna. */
async function written(body: string, person = anna): Promise<{ html: string; text: string }> {
  const letter = await compileLetter(
    'invitation',
    'de',
    { subject: 'a', body: `{{greeting}}\n\n${body}` },
    facts,
  );
  const { html, text } = fillLetter(letter, person);
  const own = /Guten Tag Anna Berg<\/p>([\s\S]*?)<\/div>/.exec(html)?.[1] ?? '';
  const words = /Guten Tag Anna Berg\n\n([\s\S]*?)\n\nTeilnahmeschluss:/.exec(text)?.[1] ?? '';
  return { html: own.replace(/ (?:style|class|dir)="[^"]*"/g, '').replaceAll('\n', ''), text: words };
}

describe('Markdown in a letter', () => {
  test.each([
    ['**fett** und *kursiv*', '<p><strong>fett</strong> und <em>kursiv</em></p>', 'fett und kursiv'],
    ['eine Zeile\nund noch eine', '<p>eine Zeile<br>und noch eine</p>', 'eine Zeile\nund noch eine'],
    ['eins\n\n\n\nzwei', '<p>eins</p><p>zwei</p>', 'eins\n\nzwei'],
    ['## Worum es geht', '<h2>Worum es geht</h2>', 'Worum es geht\n-------------'],
    [
      '- eins\n- zwei\n  weiter\n  - drin',
      '<ul><li>eins</li><li><p>zwei<br>weiter</p><ul><li>drin</li></ul></li></ul>',
      '- eins\n- zwei\n  weiter\n  - drin',
    ],
    ['3. drei\n4. vier', '<ol start="3"><li>drei</li><li>vier</li></ol>', '3. drei\n4. vier'],
    ['> eins\n>\n> zwei', '<blockquote><p>eins</p><p>zwei</p></blockquote>', '> eins\n>\n> zwei'],
    ['a\n\n---\n\nb', '<p>a</p><hr><p>b</p>', 'a\n\n* * *\n\nb'],
    [
      '[Mehr](https://example.org/a?b=1&c=2)',
      '<p><a href="https://example.org/a?b=1&amp;c=2">Mehr</a></p>',
      'Mehr (https://example.org/a?b=1&c=2)',
    ],
    [
      'Siehe https://example.org/a_b_c.',
      '<p>Siehe <a href="https://example.org/a_b_c">https://example.org/a_b_c</a>.</p>',
      'Siehe https://example.org/a_b_c.',
    ],
    [
      '<https://example.org/>',
      '<p><a href="https://example.org/">https://example.org/</a></p>',
      'https://example.org/',
    ],
    [
      '[uns](mailto:netz@example.org)',
      '<p><a href="mailto:netz@example.org">uns</a></p>',
      'uns (mailto:netz@example.org)',
    ],
    [
      '**[Zur Umfrage]({{ link }})**',
      `<p><strong><a href="${anna.link}">Zur Umfrage</a></strong></p>`,
      `Zur Umfrage (${anna.link})`,
    ],
    [
      '**{{name}}**, [für {{name}}]({{link}})',
      `<p><strong>Anna Berg</strong>, <a href="${anna.link}">für Anna Berg</a></p>`,
      `Anna Berg, für Anna Berg (${anna.link})`,
    ],
    ['hier: {{link}}', `<p>hier: <a href="${anna.link}">${anna.link}</a></p>`, `hier: ${anna.link}`],
  ])('%j', async (body, html, text) => {
    expect(await written(body)).toEqual({ html, text });
  });

  test.each([
    ['Ein <b>Tag</b> & <img src=x>', 'Ein <b>Tag</b> & <img src=x>'],
    ['`code` und ~~weg~~', '`code` und ~~weg~~'],
    ['    eingerückt\n    bleibt Text', 'eingerückt\nbleibt Text'],
    ['Gruß\n--\nAnna', 'Gruß\n--\nAnna'],
    ['<div>\nText\n</div>\n```\nkein Code\n```', '<div>\nText\n</div>\n```\nkein Code\n```'],
    ['a | b\n--|--\n1 | 2', 'a | b\n--|--\n1 | 2'],
    ['[x]: http://evil.example\n\n[x]', '[x]: http://evil.example\n\n[x]'],
    ['\\*kein Kursiv\\* und \\{\\{name\\}\\}', '*kein Kursiv* und {{name}}'],
    ['&#123;&#123;name&#125;&#125; &lt;', '&#123;&#123;name&#125;&#125; &lt;'],
  ])('%j is text as it was typed', async (body, text) => {
    const said = await written(body);
    expect(said.html).not.toMatch(/<(?!\/?(?:p|br|a)\b)/);
    expect(said.text).toBe(text);
  });

  test.each([
    ['[a](javascript:alert(1))', /a link to javascript:alert\(1\) is not possible/],
    ['[a](data:text/html,x)', /a link to data:/],
    ['[a](/console)', /a link to \/console/],
    ['[a](//evil.example)', /a link to \/\/evil/],
    ['[a](https://example.org/{{name}})', /only \{\{link\}\}/],
    ['[a]({{name}})', /only \{\{link\}\}/],
    ['<vbscript:x>', /a link to vbscript:x/],
    ['[a](https://bank.example@evil.example/)', /a link to https:\/\/bank/],
    ['![Bild](https://example.org/a.png)', /pictures are not possible: !\[Bild\]/],
    ['> '.repeat(8) + 'a', /nested more than 6 deep/],
    ['>'.repeat(19_000), /nested more than 6 deep/],
  ])('%j is refused by name', (body, message) => {
    expect(() => {
      checkLetterText({ subject: 'a', body });
    }).toThrow(message);
  });

  test('titles and names that all share are not read as Markdown', async () => {
    const { html, text } = await written('{{surveyTitle}} {{senderName}}\n\n{{senderName}}');
    expect(html).toBe('<p>*Städte* &amp; [Partner](http://evil.example) # Büro</p><p># Büro</p>');
    expect(text).toBe('*Städte* & [Partner](http://evil.example) # Büro\n\n# Büro');
  });
});

describe('people', () => {
  const body = `# Für {{name}}

{{greeting}}, **{{name}}** *{{name}}* [{{name}}]({{link}})
{{name}}

- {{name}}
- {{name}}

> {{name}}

{{link}}

{{name}}`;
  let letter: CompiledLetter;
  beforeAll(async () => {
    letter = await compileLetter('invitation', 'de', { subject: 'Für {{name}}', body }, facts);
  });

  const hostile = fc.string({
    unit: fc.constantFrom(
      ...[
        '*',
        '_',
        '**',
        '[x](http://evil.example)',
        '![x](y)',
        '<http://evil.example>',
        '# ',
        '- ',
        '> ',
        '1. ',
      ],
      ...[
        '\n',
        '\r\n',
        '\n\n',
        '`',
        '\\',
        '{{link}}',
        '{{',
        '}}',
        '<b>',
        '</a>',
        '"',
        "'",
        '&lt;',
        '---',
        'A',
        ' ',
      ],
    ),
    maxLength: 12,
  });

  test('stay text whatever they are called: no tag, no link, no field, no header comes of it', async () => {
    const tags = (html: string) => html.match(/<[^>]*>/g);
    const plain = fillLetter(letter, { ...anna, name: 'x', greeting: 'x' });
    const prepared = prepareMessage(letter, {
      from: { name: 'Büro', address: 'netz@example.org' },
      listId: 'survey-1.example.org',
    });
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (name, greeting) => {
        const { html, text } = fillLetter(letter, { ...anna, name, greeting });
        expect(tags(html)).toEqual(tags(plain.html));
        expect(text.split('\n')).toHaveLength(plain.text.split('\n').length);
        const shown = name.replace(/\s+/g, ' ').trim();
        expect(text).toContain(`- ${shown}\n- ${shown}\n`);

        const raw = fillMessage(prepared, {
          ...anna,
          name,
          greeting,
          address: 'anna@example.net',
          toName: name,
          messageId: messageIdFor('1', 'example.org'),
          date: new Date('2027-10-18T09:00:00Z'),
        });
        const mail = await PostalMime.parse(raw);
        expect(tags(mail.html ?? '')).toEqual(tags(plain.html));
        expect(mail.headers).toHaveLength(13);
        expect(mail.subject).toBe(`Für ${shown}`.trim());
      }),
      { numRuns: 300 },
    );
  });
});
