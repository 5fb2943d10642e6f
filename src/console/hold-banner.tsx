import type { ConsoleLocale } from '../common/locale.js';
import type { Hold } from '../safeguards/sending-guard.queries.js';
import { LinkButton } from './actions.js';
import { texts } from '../common/texts.js';
import { lostSpan } from './hold-span.js';
import { Notice } from './notices.js';

/** Where staff decide about a restored database. */
export const RECOVERY_PATH = '/console/recovery';

interface Props {
  hold: Hold;
  /** Of the page it stands on: the one where it is decided needs no way there. */
  path: string;
  locale: ConsoleLocale;
}

/** On top of every page while something is held: what, why, and what is lost. */
export function HoldBanner({ hold, path, locale }: Props) {
  const t = texts('hold', locale);
  const isByHand = hold.because === 'by_hand';
  const isThere = path.startsWith(RECOVERY_PATH);
  return (
    <div class="page-notice">
      <Notice tone={hold.heldAt ? 'error' : 'warning'}>
        <p class="strong">{titleOf(hold, locale)}</p>
        <p>{isByHand && !hold.lostFrom ? t.perhapsLost : t.lost({ span: lostSpan(hold, locale) })}</p>
        {!isThere && (
          <div class="actions">
            <LinkButton href={RECOVERY_PATH} look="secondary">
              {t.decide}
            </LinkButton>
          </div>
        )}
      </Notice>
    </div>
  );
}

function titleOf({ heldAt, because }: Hold, locale: ConsoleLocale): string {
  const t = texts('hold', locale);
  if (because === 'by_hand') return heldAt ? t.everythingByHand : t.remindersByHand;
  return heldAt ? t.everything : t.reminders;
}
