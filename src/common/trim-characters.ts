/**
 * A text without the characters of a kind at its end. `/[.,]+$/` would look at every run of them that does not
 * stand at the end as often as it is long.
 *
 * @param kind matches one character
 */
export function withoutTrailing(text: string, kind: RegExp): string {
  let end = text.length;
  while (end > 0 && kind.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The same at its beginning. */
export function withoutLeading(text: string, kind: RegExp): string {
  let start = 0;
  while (start < text.length && kind.test(text.charAt(start))) start += 1;
  return text.slice(start);
}
