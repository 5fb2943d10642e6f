import type { ConsoleLocale } from '../../common/locale.js';
import { instantOf, inShort } from '../../common/local-time.js';
import type { SendAt } from '../../ledger/states/wave.entity.js';
import { texts } from '../../common/texts.js';

/** When a wave goes out, as staff said it. */
export function sendAtInWords(sendAt: SendAt, timeZone: string, locale: ConsoleLocale): string {
  const t = texts('waves', locale).sendAt;
  switch (sendAt.at) {
    case 'now':
      return t.now;
    case 'local':
      return inShort(instantOf(sendAt.local, timeZone), timeZone, locale);
    case 'before_closing':
      return t.beforeClosing({ days: sendAt.days, time: sendAt.time });
    case 'after_invitation':
      return t.afterInvitation({ days: sendAt.days, time: sendAt.time });
  }
}
