import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import MailComposer from 'nodemailer/lib/mail-composer';
import PostalMime from 'postal-mime';
import { dotStuffed } from '../../smtp/dot-stuffing.js';
import { compileLetter, type CompiledLetter, fillLetter } from '../letter.js';
import {
  fillMessage,
  messageIdFor,
  type MessageHeaders,
  type MessagePerson,
  prepareMessage,
} from './prepared-message.js';
import { oneLine } from '../plain-words.js';

const headers: MessageHeaders = {
  from: { name: 'Büro, "Städte" & Partner', address: 'netz@example.org' },
  replyTo: { name: 'Büro', address: 'antwort@example.org' },
  listId: 'survey-1.example.org',
  feedbackId: '1:invitation:ruecklauf',
};
const anna: MessagePerson = {
  name: 'Anna Berg',
  greeting: 'Guten Tag Anna Berg',
  link: 'https://u.example.org/u/AAAA',
  declineLink: 'https://u.example.org/u/AAAA/decline',
  snoozeLink: 'https://u.example.org/u/AAAA/snooze',
  unsubscribeLink: 'https://u.example.org/unsubscribe/BBBB',
  address: 'anna@example.net',
  toName: 'Anna Berg',
  messageId: messageIdFor('42', 'example.org'),
  date: new Date('2027-10-18T09:00:00Z'),
};

/** Values as they might stand in a list that nobody checked. */
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\r\n',
      '\n.\n',
      '\r',
      '\0',
      ',',
      ';',
      '"',
      '\\',
      '<',
      '>',
      '@',
      '=?',
      '?=',
      '=',
      '.',
      ' ',
      'From ',
      'ü',
      '€',
      '😀',
      '\u2028',
      '\ud83d',
      'Bcc: eve@example.com',
      'Donaudampfschifffahrtsgesellschaft'.repeat(3),
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  ),
  maxLength: 40,
});
const person = fc
  .record({ name: hostile, greeting: hostile, toName: fc.option(hostile) })
  .map((values) => ({ ...anna, ...values }));

let letter: CompiledLetter;
beforeAll(async () => {
  letter = await compileLetter(
    'invitation',
    'de',
    {
      subject: 'Einladung für {{name}}: {{surveyTitle}}',
      body: `Zeile\n.\n{{name}}\n.{{name}}.\n\nFrom {{greeting}} ${'sehrlang'.repeat(200)} {{name}}{{greeting}}😀\n\n{{link}}\n\nGruß`,
    },
    {
      surveyTitle: 'Städte & Partner 😀',
      senderName: 'Büro',
      senderEmail: 'netz@example.org',
      senderAddress: null,
      closingDate: '12. November',
      closingDay: 'Freitag, 12. November',
      daysLeft: 3,
      minutes: 5,
      privacy: 'identified',
      textsStayWithAnswers: false,
      answersMayChange: false,
      privacyUrl: null,
      imprintUrl: null,
    },
  );
});

describe('a prepared message', () => {
  test('says the same as nodemailer’s own composition, whatever fills it', async () => {
    const prepared = prepareMessage(letter, headers);
    await fc.assert(
      fc.asyncProperty(person, async (someone) => {
        const ours = await PostalMime.parse(fillMessage(prepared, someone));
        // What nobody sees is left out of a name, as it could turn the direction of what follows.
        const toName = someone.toName?.replace(/\p{Cf}/gu, '') ?? null;
        const theirs = await PostalMime.parse(await composed({ ...someone, toName }));
        expect(essence(ours)).toEqual(essence(theirs));
      }),
      { numRuns: 400 },
    );
  });

  test('keeps to the form of the wire: CRLF only, short lines, no line that is a lone dot', () => {
    const prepared = prepareMessage(letter, headers);
    fc.assert(
      fc.property(person, (someone) => {
        const message = fillMessage(prepared, someone);
        expect(dotStuffed(message)).toEqual(message.subarray(0, -2));
        const raw = message.toString('latin1');
        expect(raw.replaceAll('\r\n', '')).toMatch(/^[ -~\t]*$/);
        expect(raw.endsWith('\r\n')).toBe(true);
        const [head = '', ...body] = raw.split('\r\n\r\n');
        expect(head.split('\r\n').filter((line) => line.length > 78)).toEqual([]);
        const lines = body.join('\r\n\r\n').split('\r\n');
        expect(lines.filter((line) => line.length > 76 || /^\.|^From |[ \t]$/.test(line))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('has no other headers than ours, each once, whatever fills it', () => {
    const prepared = prepareMessage(letter, headers);
    fc.assert(
      fc.property(person, (someone) => {
        const [head = ''] = fillMessage(prepared, someone).toString('latin1').split('\r\n\r\n');
        const names = head
          .replace(/\r\n /g, ' ')
          .split('\r\n')
          .map((line) => line.slice(0, line.indexOf(':')));
        expect(names).toEqual([
          'Date',
          'Message-ID',
          'To',
          'Subject',
          'List-Unsubscribe',
          'List-Unsubscribe-Post',
          'From',
          'Reply-To',
          'List-Id',
          'Feedback-ID',
          'Auto-Submitted',
          'X-Auto-Response-Suppress',
          'Precedence',
          'MIME-Version',
          'Content-Type',
        ]);
      }),
    );
  });

  test('carries one-click unsubscribing, except when it thanks', async () => {
    const raw = fillMessage(prepareMessage(letter, headers), anna).toString();
    expect(raw).toContain('\r\nList-Unsubscribe: <https://u.example.org/unsubscribe/BBBB>\r\n');
    expect(raw).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(raw).toContain('Date: Mon, 18 Oct 2027 09:00:00 +0000\r\nMessage-ID: <m.42@example.org>\r\n');

    const thanks = await compileLetter('thank_you', 'en', null, {
      surveyTitle: 'S',
      senderName: 'N',
      senderEmail: 'n@example.org',
      senderAddress: null,
      closingDate: 'x',
      closingDay: 'Freitag, 12. November',
      daysLeft: 3,
      minutes: 1,
      privacy: 'identified',
      textsStayWithAnswers: false,
      answersMayChange: false,
      privacyUrl: null,
      imprintUrl: null,
    });
    expect(fillMessage(prepareMessage(thanks, headers), anna).toString()).not.toContain('List-Unsubscribe');
  });

  test('goes to one address, written as A-labels', () => {
    const prepared = prepareMessage(letter, headers);
    expect(fillMessage(prepared, { ...anna, address: 'anna@straße.example' }).toString()).toContain(
      'To: Anna Berg <anna@xn--strae-oqa.example>\r\n',
    );
    for (const address of [
      'a@example.net, b@example.net',
      'a@example.net\r\nBcc: b@example.net',
      '<a@example.net>',
      '',
    ]) {
      expect(() => fillMessage(prepared, { ...anna, address })).toThrow(/exactly one address/);
    }
  });

  test('is refused rather than sent with something in a header that cannot stand there', () => {
    const prepared = prepareMessage(letter, headers);
    expect(() => fillMessage(prepared, { ...anna, messageId: '<a@b>\r\nX: y' })).toThrow();
    expect(() => fillMessage(prepared, { ...anna, unsubscribeLink: 'https://x/>,<mailto:y>' })).toThrow();
    expect(() => prepareMessage(letter, { ...headers, listId: 'a>\r\nX: y' })).toThrow();
    expect(() => prepareMessage(letter, { ...headers, feedbackId: 'a\r\nX: y' })).toThrow();
    expect(() => messageIdFor('1>', 'example.org')).toThrow();
  });
});

/** The same mail put together by nodemailer, which gets every value on one line as the letter does. */
async function composed(someone: MessagePerson): Promise<Buffer> {
  const { subject, html, text } = fillLetter(letter, someone);
  const mail = new MailComposer({
    from: { name: headers.from.name ?? '', address: headers.from.address },
    to: { name: oneLine(someone.toName ?? ''), address: someone.address },
    subject,
    html,
    text,
    messageId: someone.messageId,
    date: someone.date,
  });
  return mail.compile().build();
}

type Parsed = Awaited<ReturnType<typeof PostalMime.parse>>;

function essence({ from, to, subject, html, text, messageId, date }: Parsed) {
  const lines = (part: string | undefined) => part?.replaceAll('\r\n', '\n').trimEnd();
  return { from, to, subject, html: lines(html), text: lines(text), messageId, date };
}
