import { parsedUrl } from '../../../common/parsed-url.js';
import { parseEmailAddress } from '../../../common/email-address.js';
import type { Locale } from '../../../common/locale.js';

function decimalSignOf(locale: Locale): ',' | '.' {
  return locale === 'en' ? '.' : ',';
}

/** Writes a number so that `numberIn` of the same language reads it back. */
export function numberOut(value: number, locale: Locale): string {
  return String(value).replace('.', decimalSignOf(locale));
}

/** Before it few things are asked about, and browsers make the year 27 of `27`. */
const FIRST_YEAR = 1000;
/** From here on it is a slip of the finger. */
const FAR_YEAR = 2200;

/**
 * The year of an ISO date, if people have hardly meant it and the bounds, if there are any, do not reach so far.
 *
 * @param min ISO date
 * @param max ISO date
 */
export function unlikelyYear(date: string, min: Bound, max: Bound): number | null {
  const year = yearOf(date);
  const isEarly = year < FIRST_YEAR && (min === null || yearOf(min) >= FIRST_YEAR);
  const isFar = year >= FAR_YEAR && (max === null || yearOf(max) < FAR_YEAR);
  return isEarly || isFar ? year : null;
}

/** Whether it is a date but for a year of two digits. */
export function isShortOfYear(text: string): boolean {
  return /^\d{1,2}[./-] ?\d{1,2}[./-] ?['’]?\d{2}$/.test(text);
}

type Bound = string | number | null;

function yearOf(date: string | number): number {
  return Number(String(date).slice(0, 4));
}

/** Reads `2027-11-12`, `12.11.2027`, `12/11/2027` or `12-11-2027` (day first) as an ISO date; null if there is no such day. */
export function dateIn(text: string): string | null {
  const iso = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/.exec(text);
  const written = /^(?<day>\d{1,2})[./-] ?(?<month>\d{1,2})[./-] ?(?<year>\d{4})$/.exec(text);
  const { year = '', month = '', day = '' } = iso?.groups ?? written?.groups ?? {};
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null;
}

/** Reads `9:30`, `09:30`, `09.30 Uhr`, `9 h 30`, `9:30 uur` as `09:30`; null if there is no such time of day. */
export function timeIn(text: string): string | null {
  const match = /^(?<hour>\d{1,2})(?:[:.]|\s?h\s?)(?<minute>\d{2})(:00)?(\s?(?:Uhr|uur))?$/i.exec(text);
  const { hour = '', minute = '' } = match?.groups ?? {};
  return match && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null;
}

/** The address as it is kept, or null. */
export function emailIn(text: string): string | null {
  return parseEmailAddress(text)?.address ?? null;
}

/** A telephone number is kept as written; it must hold some digits and nothing that is no part of one. */
export function phoneIn(text: string): string | null {
  const digits = text.replaceAll(/\D/g, '').length;
  return /^[\d\s+()/.,;#*x–-]+$/iu.test(text) && digits >= 3 && digits <= 20 ? text : null;
}

/** A web address, completed by `https://` where people leave it out; only http and https. */
export function webAddressIn(text: string): string | null {
  const complete = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/:]+:\d+/.test(text) ? text : `https://${text}`;
  if (/\s/.test(complete) || !parsedUrl(complete)) return null;
  const url = new URL(complete);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.hostname.includes('.') && url.username === '' ? url.href : null;
}
