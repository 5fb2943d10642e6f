const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

/** A formatter for each locale and its options, made once: making one costs a hundred times as much as using it. */
export function dateFormatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return made(dates, [locale, options], () => new Intl.DateTimeFormat(locale, options));
}

/** The same for numbers. */
export function numberFormatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return made(numbers, [locale, options], () => new Intl.NumberFormat(locale, options));
}

function made<Formatter>(known: Map<string, Formatter>, key: unknown, make: () => Formatter): Formatter {
  const name = JSON.stringify(key);
  const formatter = known.get(name) ?? make();
  known.set(name, formatter);
  return formatter;
}
