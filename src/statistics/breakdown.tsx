import type { ConsoleLocale } from '../common/locale.js';
import { count, percent } from '../console/formats.js';
import { Bar, type BarPart } from '../console/tiles.js';
import { texts } from '../common/texts.js';
import { deliveries, type Delivery } from '../ledger/states/message.entity.js';
import { type Participation, participations } from '../participants/participant.entity.js';

const participationTones: Record<Participation, BarPart['tone']> = {
  completed: 'good',
  partial: 'busy',
  opened: 'busy-light',
  not_started: 'off',
  declined: 'warn',
  screened_out: 'bad',
};

const participationOrder = [...participations].sort(
  (a, b) => Object.keys(participationTones).indexOf(a) - Object.keys(participationTones).indexOf(b),
);

const deliveryTones: Record<Delivery, BarPart['tone']> = {
  accepted: 'good',
  handing_over: 'busy',
  planned: 'busy-light',
  deferred: 'warn',
  uncertain: 'warn',
  refused: 'bad',
  skipped: 'off',
};

/** How far the participants are: a bar to scale and its numbers. */
export function ParticipationBreakdown({
  counts,
  locale,
}: {
  counts: Record<Participation, number>;
  locale: ConsoleLocale;
}) {
  const t = texts('participants', locale).participation;
  const parts = participationOrder.map((state) => ({
    label: t[state],
    count: counts[state],
    tone: participationTones[state],
  }));
  return <Breakdown label={texts('overview', locale).participationLabel} parts={parts} locale={locale} />;
}

/** What became of all mails of all waves. */
export function DeliveryBreakdown({
  counts,
  locale,
}: {
  counts: Record<Delivery, number>;
  locale: ConsoleLocale;
}) {
  const t = texts('mailing', locale);
  const meanings: Partial<Record<Delivery, string>> = t.deliveryMeanings;
  const parts = deliveries
    .filter((state) => counts[state] > 0)
    .map((state) => ({
      label: t.deliveries[state],
      hint: meanings[state],
      count: counts[state],
      tone: deliveryTones[state],
    }));
  if (parts.length === 0) return <p class="muted">{texts('overview', locale).nothingSent}</p>;
  return <Breakdown label={texts('overview', locale).delivery} parts={parts} locale={locale} />;
}

interface BreakdownProps {
  label: string;
  parts: readonly (BarPart & { hint?: string | undefined })[];
  locale: ConsoleLocale;
}

function Breakdown({ label, parts, locale }: BreakdownProps) {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  return (
    <>
      <Bar label={label} parts={parts} total={total} />
      <ul class="legend">
        {parts.map((part) => (
          <li key={part.label}>
            <svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">
              <rect class={`bar-${part.tone}`} width="12" height="12" rx="3" />
            </svg>
            <span>
              {part.label}
              {part.hint && <span class="cell-sub">{part.hint}</span>}
            </span>
            <span class="number strong">{count(part.count, locale)}</span>
            <span class="share">{percent(total > 0 ? part.count / total : null, locale)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
