/** A mail server's words as they may stand in a log: with whatever looks like an address left out (P10). */
export function withoutAddresses(text: string): string {
  return text
    .split(/(\s+)/)
    .map((word) => (word.slice(1, -1).includes('@') ? '…@…' : word))
    .join('');
}
