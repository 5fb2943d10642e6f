import type { ConsoleLocale } from '../../common/locale.js';
import { ownValue } from '../../common/own-value.js';
import { texts } from '../../common/texts.js';

/** A label, and what may have to be explained. */
export type Label = readonly [label: string, hint?: string];

/** Label and hint of a property, in the words that suit the type: `type.property` goes before `property`. */
export function fieldLabel(locale: ConsoleLocale, type: string, property: string): Label {
  const labels: Record<string, Label> = texts('question-fields', locale);
  return ownValue(labels, `${type}.${property}`) ?? ownValue(labels, property) ?? [property];
}
