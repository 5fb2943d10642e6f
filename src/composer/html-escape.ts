const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '{': '&#123;',
  '}': '&#125;',
};

/**
 * A value as HTML text or as the inside of a quoted attribute. Braces are written as character references
 * too, so that no value can look like a merge field.
 */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"'{}]/g, (character) => ENTITIES[character] ?? character);
}
