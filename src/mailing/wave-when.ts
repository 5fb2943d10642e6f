import type { ConsoleLocale } from '../common/locale.js';
import { instantOf, inShort } from '../common/local-time.js';
import { mailingTexts } from './mailing.texts.js';
import type { SendAt } from './send-at.js';
import type { Wave } from './wave.entity.js';
import { wavesTexts } from './waves.texts.js';

/** When a wave goes out, as staff said it. */
export function sendAtInWords(sendAt: SendAt, timeZone: string, locale: ConsoleLocale): string {
  const t = wavesTexts(locale).sendAt;
  switch (sendAt.at) {
    case 'now':
      return t.now;
    case 'local':
      return t.local(inShort(instantOf(sendAt.local, timeZone), timeZone, locale));
    case 'before_closing':
      return t.beforeClosing(sendAt.days, sendAt.time);
    case 'after_invitation':
      return t.afterInvitation(sendAt.days, sendAt.time);
  }
}

/** What a wave is called: its kind, and apart from it the reminders people have asked for. */
export function waveName(wave: Pick<Wave, 'kind' | 'onRequestOf'>, locale: ConsoleLocale): string {
  const t = mailingTexts(locale);
  return wave.onRequestOf === null ? t.kinds[wave.kind] : t.onRequest;
}
