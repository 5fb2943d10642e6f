import { formatLocaleOf, type Locale } from './locale.js';

/** The days of a window as people say them: „Mo–Sa“, “Mon–Fri, Sun”. */
export function daysInWords(days: readonly number[], locale: Locale): string {
  const runs: number[][] = [];
  for (const day of [...days].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const names = (run: number[]) => {
    const [first = 1] = run;
    const last = run.at(-1) ?? first;
    if (first === last) return dayName(first, locale);
    return `${dayName(first, locale)}${last === first + 1 ? ', ' : '–'}${dayName(last, locale)}`;
  };
  return runs.map(names).join(', ');
}

/** A day of the week from Monday, 1, to Sunday, 7, in short. */
export function dayName(day: number, locale: Locale, weekday: 'short' | 'long' = 'short'): string {
  // 1 January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, day));
  return new Intl.DateTimeFormat(formatLocaleOf(locale), { weekday, timeZone: 'UTC' }).format(date);
}
