import { coded } from '../../common/coded-text.js';
import { createHash } from 'node:crypto';
import type { SignedTokens } from '../../common/signed-token.js';
import { type BodyGap, distinctGaps, encodedParts, joinedParts } from './body-parts.js';
import { CannotCompose } from '../cannot-compose.js';
import { addressHeader, header, type Mailbox, textHeader } from './header.js';
import { escapeHtml } from '../html-escape.js';
import type { CompiledLetter, PersonFields } from '../letter.js';
import type { Piece } from '../merge-fields.js';
import { oneLine } from '../plain-words.js';
import { toQuotedPrintable } from './quoted-printable.js';

/** What the headers of a wave's mails have in common. */
export interface MessageHeaders {
  from: Mailbox;
  replyTo?: Mailbox;
  /** RFC 2919, without the angle brackets: `survey-12.lists.example.org`. */
  listId: string;
  /** Gmail's `campaign:kind:sender`, nothing about the recipient in it. */
  feedbackId?: string;
}

/** One person's mail: what fills the gaps, and the headers that only this mail has. */
export interface MessagePerson extends PersonFields {
  /** Exactly one address. */
  address: string;
  toName: string | null;
  /** With its angle brackets, as `messageIdFor` makes it. */
  messageId: string;
  date: Date;
}

/**
 * A letter as bytes with gaps (RFC 2046 multipart/alternative, plain text first, quoted-printable):
 * everything that all recipients share is already encoded.
 */
export interface PreparedMessage {
  readonly subject: readonly Piece[];
  /** The whole header line, when the subject is the same for everybody. */
  readonly subjectHeader: string | null;
  readonly headers: string;
  readonly hasOneClickUnsubscribe: boolean;
  /** The different values that a person brings to the body. */
  readonly gaps: readonly BodyGap[];
  /** Shared bytes, and between them the number of the gap that stands there. */
  readonly body: readonly (Buffer | number)[];
  readonly sharedBytes: number;
}

/** Prepares a letter for sending; once per wave and language. @throws CannotCompose */
export function prepareMessage(letter: CompiledLetter, headers: MessageHeaders): PreparedMessage {
  // `=_` cannot occur in quoted-printable, so no content can look like the boundary (RFC 2045 §6.7).
  const content = createHash('sha256').update(JSON.stringify([letter.text, letter.html]));
  const boundary = `=_${content.digest('base64url').slice(0, 24)}`;

  const parts = joinedParts([
    `--${boundary}\r\n${partHeaders('text/plain', letter.locale)}`,
    ...encodedParts(letter.text, 'plain'),
    `\r\n--${boundary}\r\n${partHeaders('text/html', letter.locale)}`,
    ...encodedParts(letter.html, 'html'),
    `\r\n--${boundary}--\r\n`,
  ]);
  const gaps = distinctGaps(parts);
  const body = parts.map((part) =>
    typeof part === 'string'
      ? Buffer.from(part, 'latin1')
      : gaps.findIndex(({ gap, as }) => gap === part.gap && as === part.as),
  );
  const subject = letter.subject.every((piece) => typeof piece === 'string') ? letter.subject.join('') : null;
  return {
    subject: letter.subject,
    subjectHeader: subject === null ? null : textHeader('Subject', subject),
    headers: sharedHeaders(headers, boundary),
    hasOneClickUnsubscribe: letter.kind !== 'thank_you',
    gaps,
    body,
    sharedBytes: body.reduce<number>(
      (bytes, part) => bytes + (typeof part === 'number' ? 0 : part.length),
      0,
    ),
  };
}

/**
 * One person's mail as it goes over the wire: CRLF throughout, and no line that dot-stuffing would change.
 * @throws CannotCompose when the address is not exactly one address, or Message-ID or unsubscribe link fit in no header
 */
export function fillMessage(prepared: PreparedMessage, person: MessagePerson): Buffer {
  const head = personHeaders(prepared, person) + prepared.headers;
  const values = prepared.gaps.map((gap) => encodedValue(person, gap));

  let size = Buffer.byteLength(head) + prepared.sharedBytes;
  for (const part of prepared.body) if (typeof part === 'number') size += values[part]?.length ?? 0;

  const message = Buffer.allocUnsafe(size);
  let at = message.write(head);
  for (const part of prepared.body) {
    at += typeof part === 'number' ? message.write(values[part] ?? '', at, 'latin1') : part.copy(message, at);
  }
  return message;
}

function encodedValue(person: MessagePerson, { gap, as }: BodyGap): string {
  const value = oneLine(person[gap]);
  return toQuotedPrintable(as === 'html' ? escapeHtml(value) : value);
}

/**
 * The Message-ID of a ledger message: the same at every attempt, so that logs and bounces lead back to it.
 * @param id the message's id, or a signed form of it; letters, digits, `-` and `_`
 * @param domain of the sender, as A-labels
 */
export function messageIdFor(id: string, domain: string): string {
  if (!/^[\w-]+$/.test(id) || !/^[a-z0-9.-]+$/i.test(domain)) {
    throw new CannotCompose(coded('letter.message_id'));
  }
  return `<m.${id}@${domain.toLowerCase()}>`;
}

/** The id of the ledger message that carried a Message-ID of ours, with or without brackets; null for any other. */
export function idInMessageId(messageId: string, tokens: SignedTokens): string | null {
  const token = /^<?m\.([\w-]+)@[^@\s<>]+>?$/.exec(messageId.trim())?.[1];
  return token === undefined ? null : tokens.read('return-path', token);
}

function personHeaders(prepared: PreparedMessage, person: MessagePerson): string {
  const subject = prepared.subject.map((piece) =>
    typeof piece === 'string' ? piece : oneLine(person[piece.gap]),
  );
  return [
    header('Date', person.date.toUTCString().replace('GMT', '+0000')),
    header('Message-ID', person.messageId),
    addressHeader('To', { name: person.toName, address: person.address }),
    prepared.subjectHeader ?? textHeader('Subject', subject.join('')),
    ...(prepared.hasOneClickUnsubscribe ? unsubscribeHeaders(person.unsubscribeLink) : []),
  ].join('');
}

/** RFC 8058: one URI, and the sign that a POST to it is enough. */
function unsubscribeHeaders(link: string): string[] {
  if (!/^https?:\/\/[^\s<>,"\\]+$/.test(link)) throw new CannotCompose(coded('letter.unsubscribe_link'));
  return [
    header('List-Unsubscribe', `<${link}>`),
    header('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'),
  ];
}

/** RFC 3834 and Exchange's own sign keep absence notes away; a Precedence of bulk does so for old servers. */
function sharedHeaders(headers: MessageHeaders, boundary: string): string {
  if (!/^[\w.-]{1,255}$/.test(headers.listId)) throw new CannotCompose(coded('letter.list_id'));
  return [
    addressHeader('From', headers.from),
    ...(headers.replyTo ? [addressHeader('Reply-To', headers.replyTo)] : []),
    header('List-Id', `<${headers.listId}>`),
    ...(headers.feedbackId === undefined ? [] : [header('Feedback-ID', headers.feedbackId)]),
    header('Auto-Submitted', 'auto-generated'),
    header('X-Auto-Response-Suppress', 'OOF, AutoReply'),
    header('Precedence', 'bulk'),
    header('MIME-Version', '1.0'),
    `Content-Type: multipart/alternative;\r\n boundary="${boundary}"\r\n\r\n`,
  ].join('');
}

function partHeaders(type: string, language: string): string {
  return (
    header('Content-Type', `${type}; charset=utf-8`) +
    header('Content-Language', language) +
    header('Content-Transfer-Encoding', 'quoted-printable') +
    '\r\n'
  );
}
