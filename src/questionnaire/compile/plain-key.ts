/** Whether a text can serve as a name or value in forms, JSON and column heads. */
export function isPlainKey(text: string, maxLength: number): boolean {
  if (text.trim() !== text || text === '' || text.length > maxLength) return false;
  // What every object has already (`constructor`, `toString`) would look like an answer.
  return !/[\p{Cc}\p{Cs}]/u.test(text) && text !== 'prototype' && !(text in {});
}
