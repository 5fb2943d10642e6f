import { textOfPacked } from '../../common/coded-text.js';
import type { ConsoleLocale } from '../../common/locale.js';
import { inShort } from '../../common/local-time.js';
import { count } from '../../console/formats.js';
import { Bar, type BarPart } from '../../console/tiles.js';
import { texts } from '../../common/texts.js';
import { deliveries, type Delivery } from '../../ledger/states/message.entity.js';
import type { Wave } from '../../ledger/states/wave.entity.js';
import type { WaitingFor, WaveStatus } from '../wave-status.rules.js';

/** A wave with how it stands, as the pages show it. */
export interface ShownWave {
  wave: Wave;
  status: WaveStatus;
}

const tones: Partial<Record<Delivery, BarPart['tone']>> = {
  accepted: 'good',
  handing_over: 'busy',
  deferred: 'warn',
  uncertain: 'warn',
  refused: 'bad',
  skipped: 'off',
};

interface Props {
  shown: ShownWave;
  timeZone: string;
  locale: ConsoleLocale;
}

/** How far a wave has come: a bar to scale, the numbers beside it, and what it waits for. */
export function WaveProgress({ shown, timeZone, locale }: Props) {
  const { wave, status } = shown;
  const isOver = wave.state === 'finished' || wave.state === 'cancelled';
  const t = texts('wave-progress', locale);
  const isPaused = wave.state === 'paused';
  const unplanned = isOver ? t.nothingSent : isPaused ? t.notPlannedPaused : t.notPlanned;
  if (status.settled !== undefined) return <TotalOnly shown={shown} timeZone={timeZone} locale={locale} />;
  const counts = told(status.counts);
  const asked = status.total - counts.skipped;
  const time = (at: Date) => inShort(at, timeZone, locale);
  const parts = deliveries.flatMap((state) => {
    const tone = tones[state];
    return tone ? [{ label: texts('mailing', locale).deliveries[state], count: counts[state], tone }] : [];
  });
  const speed =
    status.rate > 0
      ? [t.rate({ perSecond: status.rate }), status.eta ? t.eta({ when: time(status.eta) }) : null]
      : [];
  return (
    <div class="progress">
      {status.total > 0 ? (
        <>
          <Bar label={countsInWords(counts, locale)} parts={parts} total={status.total} />
          <p>
            <span class="strong number">
              {t.progress({ accepted: count(counts.accepted, locale), total: count(asked, locale) })}
            </span>
            <span class="muted"> {othersInWords(counts, locale)}</span>
          </p>
        </>
      ) : (
        <p class="muted">{unplanned}</p>
      )}
      {status.waitingFor && <p class="muted">{waitingInWords(status.waitingFor, time, locale)}</p>}
      {status.lines.length > 0 && status.waitingFor?.what !== 'provider' && (
        <p class="muted">
          {t.inLine({
            providers: status.lines
              .slice(0, 3)
              .map((line) => `${line.provider} (${count(line.waiting, locale)})`)
              .join(', '),
          })}
        </p>
      )}
      {speed.length > 0 && <p class="muted">{speed.filter(Boolean).join(' · ')}</p>}
    </div>
  );
}

/** A wave of which nothing may be shown that goes by who has answered. */
function TotalOnly({ shown: { wave, status }, timeZone, locale }: Props) {
  const t = texts('wave-progress', locale);
  const time = (at: Date) => inShort(at, timeZone, locale);
  const isPaused = wave.state === 'paused';
  const isOver = wave.state === 'finished' || wave.state === 'cancelled';
  const unplanned = isOver ? t.nothingSent : isPaused ? t.notPlannedPaused : t.notPlanned;
  const people = status.total;
  return (
    <div class="progress">
      <p class={status.total > 0 ? 'strong' : 'muted'}>
        {status.total === 0 ? unplanned : isOver ? t.settledTogether({ people }) : t.underWay({ people })}
      </p>
      {status.waitingFor && <p class="muted">{waitingInWords(status.waitingFor, time, locale)}</p>}
    </div>
  );
}

/** Counts of a wave all of whose counts may be shown. */
function told(counts: WaveStatus['counts']): Record<Delivery, number> {
  return Object.fromEntries(deliveries.map((state) => [state, counts[state] ?? 0])) as Record<
    Delivery,
    number
  >;
}

function countsInWords(counts: Record<Delivery, number>, locale: ConsoleLocale): string {
  const t = texts('mailing', locale).deliveries;
  return deliveries
    .filter((state) => counts[state] > 0)
    .map((state) => `${t[state]}:\u00a0${count(counts[state], locale)}`)
    .join(', ');
}

function othersInWords(counts: Record<Delivery, number>, locale: ConsoleLocale): string {
  const others = countsInWords({ ...counts, accepted: 0 }, locale);
  return others ? `· ${others}` : '';
}

function waitingInWords(waiting: WaitingFor, time: (at: Date) => string, locale: ConsoleLocale): string {
  const t = texts('wave-progress', locale);
  switch (waiting.what) {
    case 'due_time':
      return t.waitsUntil({ when: time(waiting.until) });
    case 'window':
      return t.waitsForWindow({ when: time(waiting.until) });
    case 'people':
      return t.waitsForPeople;
    case 'resume':
      return t.waitsForResume;
    case 'staff':
      return t.waitsForStaff({ why: textOfPacked(waiting.reason, locale) });
    case 'confirmation':
      return t.waitsForConfirmation;
    case 'mail_server':
      return t.waitsForMailServer({ why: waiting.reason, when: time(waiting.until) });
    case 'sender':
      return t.waitsForSender({ why: waiting.reason, when: time(waiting.until) });
    case 'letter':
      return t.waitsForLetter({ why: textOfPacked(waiting.reason, locale) });
    case 'provider':
      return waiting.rate === null
        ? t.waitsForProvider.provider({ provider: waiting.provider })
        : t.waitsForProvider.atPace({ provider: waiting.provider, pace: perSecond(waiting.rate, locale) });
    case 'pace':
      return t.waitsForPace({ pace: perSecond(waiting.rate, locale) });
    case 'next_attempt':
      return t.waitsForAttempt({ when: time(waiting.until) });
  }
}

/** Mails a second, or a minute where that is easier to read. */
function perSecond(rate: number, locale: ConsoleLocale): string {
  const { rate: aSecond, ratePerMinute } = texts('wave-progress', locale);
  const rounded = (value: number) => Math.round(value * 10) / 10;
  return rate < 1 ? ratePerMinute({ n: rounded(rate * 60) }) : aSecond({ perSecond: rounded(rate) });
}
