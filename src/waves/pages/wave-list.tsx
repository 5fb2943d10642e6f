import type { ConsoleLocale } from '../../common/locale.js';
import { inShort } from '../../common/local-time.js';
import { texts } from '../../common/texts.js';
import { WaveBadge } from '../../ledger/pages/mailing-badges.js';
import type { NameOf } from '../wave-names.js';
import { type ShownWave, WaveProgress } from './wave-progress.js';
import { sendAtInWords } from './wave-when.js';

interface Props {
  waves: readonly ShownWave[];
  nameOf: NameOf;
  timeZone: string;
  locale: ConsoleLocale;
}

/** Every wave of a survey with its time, its state and how far it has come. */
export function WaveList({ waves, nameOf, timeZone, locale }: Props) {
  return (
    <ul class="wave-list">
      {waves.map((shown) => (
        <li key={shown.wave.id}>
          <WaveLine shown={shown} nameOf={nameOf} timeZone={timeZone} locale={locale} />
        </li>
      ))}
    </ul>
  );
}

function WaveLine({ shown, nameOf, timeZone, locale }: Omit<Props, 'waves'> & { shown: ShownWave }) {
  const { wave } = shown;
  const due = inShort(wave.startedAt ?? wave.dueAt, timeZone, locale);
  const when = sendAtInWords(wave.sendAt, timeZone, locale);
  const rolls = wave.rolling ? `${when}, ${texts('waves', locale).rolling}` : when;
  const said = wave.onRequestOf === null ? rolls : texts('plan', locale).onRequestOf;
  return (
    <>
      <div>
        <h3>
          <a href={`/console/waves/${wave.id}`}>{nameOf(wave)}</a>
        </h3>
        <p class="muted">{due}</p>
        {wave.sendAt.at !== 'local' && <p class="muted">{said}</p>}
        {wave.kind === 'reminder' && wave.onRequestOf === null && (
          <p class="muted">{texts('mailing', locale).audiences[wave.audience]}</p>
        )}
      </div>
      <div>
        <WaveBadge state={wave.state} uncertain={shown.status.counts.uncertain ?? 0} locale={locale} />
      </div>
      <WaveProgress shown={shown} timeZone={timeZone} locale={locale} />
    </>
  );
}
