import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type ConsoleLocale, isConsoleLocale } from '../common/locale.js';
import { LANGUAGE_COOKIE, readCookie, writeCookie } from '../http/own-cookies.js';

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A mail may show itself and link away; it loads nothing, runs nothing, sends nothing. */
const PREVIEW_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; " +
  "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

const SHARED = {
  'content-type': 'text/html; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

export function sendPage(reply: FastifyReply, page: VNode): void {
  void reply
    .headers({ ...SHARED, 'referrer-policy': 'same-origin', 'content-security-policy': PAGE_POLICY })
    .send(`<!doctype html>${renderToString(page)}`);
}

export function sendPreview(reply: FastifyReply, html: string): void {
  void reply.headers({ ...SHARED, 'content-security-policy': PREVIEW_POLICY }).send(html);
}

/** `?lang=` if given, which is then remembered; else what was remembered; else what the browser prefers. */
export function inboxLocale(reply: FastifyReply): ConsoleLocale {
  const { query, headers } = reply.request;
  const asked = (query as { lang?: unknown }).lang;
  if (isConsoleLocale(asked)) {
    writeCookie(reply, LANGUAGE_COOKIE, asked);
    return asked;
  }
  const remembered = readCookie(reply.request, LANGUAGE_COOKIE);
  if (isConsoleLocale(remembered)) return remembered;
  const preferred = /\b(de|en)\b/i.exec(headers['accept-language'] ?? '')?.[1]?.toLowerCase();
  return isConsoleLocale(preferred) ? preferred : 'de';
}
