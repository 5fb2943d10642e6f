/**
 * What stands between `{{` and `}}`, blanks included: they are taken off afterwards, since neighbouring
 * repetitions that all match blanks take a time that grows with the cube of their number.
 */
export const FIELD = /\{\{([^{}]*)\}\}/g;

/** The names of all fields in a text, in order. */
export function fieldsIn(text: string): string[] {
  return [...text.matchAll(FIELD)].map(([, field = '']) => field.trim());
}
