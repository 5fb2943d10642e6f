import Holidays from 'date-holidays';
import type { Temporal } from 'temporal-polyfill';
import type { ConsoleLocale } from './locale.js';

/** Public holidays of a region by day, `2027-10-03`; kept, as working out a year takes some milliseconds. */
const known = new Map<string, Map<string, string>>();
const MAX_KNOWN = 200;

/** Whether we know holidays for it: an ISO 3166 country or one of its states, `DE`, `DE-BW`, `PL`. */
export function isHolidayRegion(region: string): boolean {
  const [country = '', state, ...more] = region.split('-');
  if (more.length > 0) return false;
  const holidays = new Holidays();
  if (!Object.hasOwn(holidays.getCountries(), country)) return false;
  if (state === undefined) return true;
  const states = holidays.getStates(country) as object | undefined;
  return states !== undefined && Object.hasOwn(states, state);
}

/** The states of a country whose holidays differ, by code with its country, `DE-BW`, in the given language. */
export function statesOf(country: string, locale: ConsoleLocale): { code: string; name: string }[] {
  const states = new Holidays().getStates(country, locale) as Record<string, string> | undefined;
  return Object.entries(states ?? {})
    .map(([code, name]) => ({ code: `${country}-${code}`, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
}

/** What people call a region: „Nordrhein-Westfalen“; its code where nobody has told us. */
export function regionName(region: string, locale: ConsoleLocale): string {
  const [country = ''] = region.split('-');
  const state = statesOf(country, locale).find(({ code }) => code === region);
  const countries = new Holidays().getCountries(locale) as Record<string, string>;
  return state?.name ?? countries[region] ?? region;
}

/** The name of the public holiday that a day is in a region; null for any other day. */
export function holidayOn(region: string, day: Temporal.PlainDate): string | null {
  const key = `${region} ${day.year}`;
  let ofYear = known.get(key);
  if (!ofYear) {
    if (known.size >= MAX_KNOWN) known.clear();
    ofYear = holidaysOf(region, day.year);
    known.set(key, ofYear);
  }
  return ofYear.get(day.toString()) ?? null;
}

function holidaysOf(region: string, year: number): Map<string, string> {
  const [country = '', state] = region.split('-');
  const holidays = state === undefined ? new Holidays(country) : new Holidays(country, state);
  return new Map(
    holidays
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date, name }) => [date.slice(0, 10), name]),
  );
}
