/** Whether a text can serve as a name or value in forms, JSON and column heads. */
export function isPlainKey(text: string, maxLength: number): boolean {
  if (text.trim() !== text || text === '' || text.length > maxLength) return false;
  return !/[\p{Cc}\p{Cs}]/u.test(text) && !['__proto__', 'constructor', 'prototype'].includes(text);
}
