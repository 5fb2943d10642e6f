import type { ConsoleLocale } from '../common/locale.js';
import { ownValue } from '../common/own-value.js';
import { texts } from '../common/texts.js';
import type { LssNote } from './lss-notes.js';

type Values = Readonly<Record<string, string>>;

/** One sentence on what a file could not bring as it was. */
export function lssNoteInWords({ code, values }: LssNote, locale: ConsoleLocale): string {
  const t = texts('lss-notes', locale);
  const say: string | ((values: never) => string) = t.notes[code];
  if (typeof say === 'string') return say;
  const { type = '' } = values;
  const inWords = ownValue<string>(t.types, type) ?? t.otherType({ type });
  return (say as (values: Values) => string)({ ...values, type: inWords });
}
