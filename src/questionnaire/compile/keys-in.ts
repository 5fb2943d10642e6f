import { isJsonObject } from './questionnaire-json.js';

/** Values of rows, names of items and columns. */
export function keysIn(list: unknown): string[] {
  return (Array.isArray(list) ? (list as unknown[]) : []).flatMap((item) => {
    const value = isJsonObject(item) ? (item['value'] ?? item['name']) : item;
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  });
}
