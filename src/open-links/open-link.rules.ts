import { randomInt } from 'node:crypto';
import type { OwnCookie } from '../http/own-cookies.js';

/** Letters and digits of made codes: none that is taken for another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 8;

/** A short code that people can type from a letter. */
export function makeSlug(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** As it is stored: capital letters, spaces and what stands between groups make no difference to made codes. */
export function slugOf(typed: string): string {
  return typed.trim().toLowerCase().replaceAll(/\s/g, '');
}

/** What staff may choose: 3 to 40 letters, digits and hyphens, none at an end. */
export function isSlug(slug: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]$/.test(slug);
}

/** The cookie that says that this device has answered; it is sent to this link alone. */
export function answeredCookie(slug: string): OwnCookie {
  return { name: `answered-${slug}`, path: `/o/${slug}`, seconds: 180 * 24 * 3600, signed: false };
}
