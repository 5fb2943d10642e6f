import type { ConsoleLocale } from '../../common/locale.js';
import { count } from '../../console/formats.js';
import { texts } from '../../common/texts.js';
import type { SkipReason } from '../planning/reason-to-skip.js';
import type { SkippedCounts } from '../messages/shown-reason.rules.js';

/** Why some get no mail of a wave, most frequent reason first. */
export function SkippedReasons({ skipped, locale }: { skipped: SkippedCounts; locale: ConsoleLocale }) {
  const t = texts('mailing', locale);
  const reasons = (Object.entries(skipped) as [SkipReason, number][]).sort(([, a], [, b]) => b - a);
  if (reasons.length === 0) return null;
  return (
    <div>
      <h3>{t.skippedTitle}</h3>
      <ul class="reasons">
        {reasons.map(([reason, n]) => (
          <li key={reason}>
            <span class="number strong">{count(n, locale)}</span> {t.skipReasons[reason]}
          </li>
        ))}
      </ul>
    </div>
  );
}
