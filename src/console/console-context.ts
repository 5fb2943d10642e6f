import { parsedUrl } from '../common/parsed-url.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { RequestOfActor } from '../audit/actor.interceptor.js';
import type { ConsoleLocale } from '../common/locale.js';
import { LANGUAGE_COOKIE, readCookie, removeCookie, writeCookie } from '../http/own-cookies.js';
import { localPath } from './local-path.js';
import { localeOfRequest } from './locale-of-request.js';
import { readNotice, type Notice, NOTICE_COOKIE, writeNotice } from './notice.js';
import type { Hold } from '../safeguards/sending-guard.queries.js';

/** The staff member who is signed in. */
export interface SignedInMember {
  id: string;
  name: string;
  email: string;
}

/**
 * A request to the console. The session guard adds who is signed in, whether mails are caught instead of
 * sent, and what is held.
 */
export type ConsoleRequest = FastifyRequest &
  RequestOfActor & { member?: SignedInMember; catchesMail?: boolean; hold?: Hold | null };

/** What every console page needs to know about the request. */
export interface ConsoleContext {
  locale: ConsoleLocale;
  /** Who is signed in; null on the sign-in page. */
  member: { name: string; email: string } | null;
  /** Whether mails are caught in the inbox of a trial instead of being sent. */
  catchesMail: boolean;
  /** What is held back because the database was restored or copied; null while everything may be sent. */
  hold: Hold | null;
  /** Path and query to come back to: of this page, or of the form it answers. */
  path: string;
  /** The message the previous step left, shown once. */
  notice: Notice | null;
}

export function consoleContextOf(reply: FastifyReply): ConsoleContext {
  const request = reply.request as ConsoleRequest;
  return {
    locale: localeOfRequest(readCookie(request, LANGUAGE_COOKIE), request.headers['accept-language']),
    member: request.member ? { name: request.member.name, email: request.member.email } : null,
    catchesMail: request.catchesMail ?? false,
    hold: request.hold ?? null,
    path: pathToComeBackTo(request),
    notice: readNotice(readCookie(request, NOTICE_COOKIE)),
  };
}

function pathToComeBackTo(request: FastifyRequest): string {
  if (request.method === 'GET') return request.url;
  const { referer } = request.headers;
  const form = referer !== undefined && parsedUrl(referer);
  return localPath(form && form.pathname + form.search);
}

const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** @param referrers the page's Referrer-Policy */
export function show(reply: FastifyReply, page: VNode, status = 200, referrers = 'same-origin'): void {
  sendHtml(reply, `<!doctype html>${renderToString(page)}`, status, referrers);
}

/** Sends a page with the headers every console page carries. */
export function sendHtml(reply: FastifyReply, html: string, status = 200, referrers = 'same-origin'): void {
  if (readCookie(reply.request, NOTICE_COOKIE) !== undefined) removeCookie(reply, NOTICE_COOKIE);
  void reply
    .status(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CONTENT_POLICY,
      'cross-origin-opener-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'referrer-policy': referrers,
      'cache-control': 'no-store',
    })
    .send(html);
}

/** Goes on to another page after a form was carried out (303), leaving it a notice to show. */
export function goTo(reply: FastifyReply, path: string, notice?: Notice): void {
  if (notice) writeCookie(reply, NOTICE_COOKIE, writeNotice(notice));
  void reply.header('cache-control', 'no-store').redirect(path, 303);
}
