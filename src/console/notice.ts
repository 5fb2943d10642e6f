import type { OwnCookie } from '../http/own-cookies.js';

/** One sentence that the next page shows once: what was done, or why not. */
export interface Notice {
  tone: 'success' | 'info' | 'error';
  text: string;
}

/** Signed: what is in it is shown on the console's pages as ours. */
export const NOTICE_COOKIE: OwnCookie = { name: 'notice', path: '/console', seconds: 60, signed: true };

export function writeNotice(notice: Notice): string {
  return Buffer.from(JSON.stringify([notice.tone, notice.text.slice(0, 600)])).toString('base64url');
}

/** The notice in a cookie, or null for anything else. */
export function readNotice(cookie: string | undefined): Notice | null {
  if (!cookie) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cookie, 'base64url').toString());
    if (!Array.isArray(parsed)) return null;
    const [tone, text] = parsed as unknown[];
    const known = tone === 'success' || tone === 'info' || tone === 'error';
    return known && typeof text === 'string' ? { tone, text } : null;
  } catch {
    return null;
  }
}
