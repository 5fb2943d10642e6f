import type { FastifyReply } from 'fastify';
import { type OwnCookie, writeCookie } from '../http/own-cookies.js';
import type { AnswerForm } from '../questionnaire/answers/read/answer-fields.js';

const CONTENT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Sends a page whose address holds a token: never stored, never told to other sites, never found by
 * search engines, and free of anything from elsewhere.
 */
export function sendPage(reply: FastifyReply, status: number, html: string): void {
  void reply
    .status(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CONTENT_POLICY,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    })
    .send(html);
}

/** What the browser gets: a page, or the way to one. */
export type Shown =
  | {
      status: number;
      html: string;
      headers?: Record<string, string>;
      /** Set to `1`: a note on this device for the next visit. */
      cookie?: OwnCookie;
    }
  | { goTo: string };

/** Sends what a request has led to: a page, or the way to one. */
export function answer(reply: FastifyReply, shown: Shown): void {
  if ('goTo' in shown) {
    void reply.header('Cache-Control', 'no-store').redirect(shown.goTo, 303);
    return;
  }
  if (shown.headers) void reply.headers(shown.headers);
  if (shown.cookie) writeCookie(reply, shown.cookie, '1');
  sendPage(reply, shown.status, shown.html);
}

/** A posted form as texts and lists of texts; whatever else a body may hold is left out. */
export function formOf(body: unknown): AnswerForm {
  if (typeof body !== 'object' || body === null) return {};
  if (isForm(body)) return body;
  const fields: [string, string | string[]][] = [];
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') fields.push([storable(name), storable(value)]);
    else if (Array.isArray(value))
      fields.push([storable(name), value.filter((item) => typeof item === 'string').map(storable)]);
  }
  return Object.fromEntries(fields);
}

/** Nothing but texts, as nearly every form that is posted. */
function isForm(body: object): body is Record<string, string | string[]> {
  return Object.entries(body).every(
    ([name, value]: [string, unknown]) =>
      isStorable(name) && (Array.isArray(value) ? value.every(isStorable) : isStorable(value)),
  );
}

function isStorable(value: unknown): boolean {
  return typeof value === 'string' && !value.includes('\0');
}

/** Postgres stores no NUL, and nobody types one. */
function storable(text: string): string {
  return text.replaceAll('\0', '');
}

/** A single text; the last one where a field came several times. */
export function textOf(value: unknown): string | null {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last : null;
}
