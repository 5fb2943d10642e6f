import type { ConsoleLocale } from '../common/locale.js';
import { texts } from '../common/texts.js';
import type { Hold } from '../safeguards/sending-guard.queries.js';
import { serverTime } from './formats.js';

/** The time whose events a restored database lacks, as part of a sentence. */
export function lostSpan({ lostFrom, lostUntil }: Hold, locale: ConsoleLocale): string {
  const t = texts('hold', locale).span;
  if (!lostFrom) return t.unknown;
  const from = serverTime(lostFrom, locale);
  if (!lostUntil) return t.since({ from });
  const until = serverTime(lostUntil, locale);
  return from === until ? t.shortly({ from }) : t.between({ from, until });
}
