/** In the order in which they are to be looked for: each names those behind it too. */
const BROWSERS: readonly (readonly [pattern: string, name: string])[] = [
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser/', 'Samsung Internet'],
  ['Firefox/', 'Firefox'],
  ['FxiOS/', 'Firefox'],
  ['CriOS/', 'Chrome'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
];

const SYSTEMS: readonly (readonly [pattern: string, name: string])[] = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['CrOS', 'ChromeOS'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
];

/**
 * The families of a browser and its system, `Firefox, Windows`: enough to know one's own devices again,
 * too little to tell people apart. Null where neither is known.
 *
 * @param userAgent the header (RFC 9110, section 10.1.5)
 */
export function browserName(userAgent: string | undefined): string | null {
  const nameOf = (families: typeof BROWSERS) =>
    families.find(([pattern]) => userAgent?.includes(pattern) === true)?.[1];
  const known = [nameOf(BROWSERS), nameOf(SYSTEMS)].filter((name) => name !== undefined);
  return known.length > 0 ? known.join(', ') : null;
}
