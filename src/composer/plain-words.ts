/**
 * A stored value as one line of a mail: every run of white space, line breaks and control characters
 * (CR, LF, NUL and the rest of Unicode Cc, Zl, Zp) becomes one space, halves of surrogate pairs become U+FFFD.
 */
export function oneLine(value: string): string {
  if (!UNEVEN.test(value)) return value;
  return value.replace(LONE_SURROGATE, '\ufffd').replace(BREAKS, ' ').trim();
}

/** The same for a text of several lines: its line breaks are kept as LF, everything else is one line each. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map(oneLine)
    .join('\n')
    .trim();
}

const UNEVEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|[^\S ]|^ | $| {2}/u;
const BREAKS = /[\p{Cc}\s]+/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
