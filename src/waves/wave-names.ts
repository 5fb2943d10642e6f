import type { ConsoleLocale } from '../common/locale.js';
import { texts } from '../common/texts.js';
import type { Wave } from '../ledger/states/wave.entity.js';

type NamedWave = Pick<Wave, 'id' | 'kind' | 'state' | 'dueAt' | 'startedAt' | 'onRequestOf'>;

/** The name of one of a survey's waves. */
export type NameOf = (wave: Pick<Wave, 'id'>) => string;

/**
 * What the waves of a survey are called: each by its kind, with a number in the order of their time where
 * there are several of it. Reminders people have asked for are apart, and what was cancelled before it began
 * counts for none.
 *
 * @param waves all of one survey
 */
export function waveNames(waves: readonly NamedWave[], locale: ConsoleLocale): NameOf {
  const t = texts('mailing', locale);
  const counted = waves
    .filter(
      ({ state, startedAt, onRequestOf }) => onRequestOf === null && !(state === 'cancelled' && !startedAt),
    )
    .toSorted((a, b) => timeOf(a) - timeOf(b));
  return ({ id }) => {
    const wave = waves.find((one) => one.id === id);
    if (!wave) throw new Error(`wave ${id} is not among those to be named`);
    if (wave.onRequestOf !== null) return t.onRequest;
    const alike = counted.filter(({ kind }) => kind === wave.kind);
    const name = t.kinds[wave.kind];
    return alike.length > 1 && alike.includes(wave)
      ? t.numbered({ kind: name, n: alike.indexOf(wave) + 1 })
      : name;
  };
}

function timeOf({ startedAt, dueAt }: NamedWave): number {
  return (startedAt ?? dueAt).getTime();
}
