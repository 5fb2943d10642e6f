import { dateFormatter, numberFormatter } from '../common/formatters.js';
import { formatLocaleOf as tag, type ConsoleLocale } from '../common/locale.js';

/** „1.234“ */
export function count(n: number, locale: ConsoleLocale): string {
  return numberFormatter(tag(locale), { useGrouping: true }).format(n);
}

/** A share from 0 to 1 as „7,5 %“; null, where there is nothing to divide by, as a dash. */
export function percent(share: number | null, locale: ConsoleLocale): string {
  if (share === null) return '–';
  return numberFormatter(tag(locale), { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** „12. Nov.“ in a time zone, with the year where it is not that of another instant. */
export function shortDay(
  instant: Date,
  timeZone: string,
  locale: ConsoleLocale,
  besides: Date = instant,
): string {
  const year = dateFormatter('en', { timeZone, year: 'numeric' });
  return dateFormatter(tag(locale), {
    timeZone,
    day: 'numeric',
    month: 'short',
    ...(year.format(instant) !== year.format(besides) && { year: 'numeric' }),
  }).format(instant);
}

/** „12.11., 23:59“ in a time zone. */
export function shortTime(instant: Date, timeZone: string, locale: ConsoleLocale): string {
  return dateFormatter(tag(locale), {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant);
}

/** The names of languages in one of ours: „Deutsch, Englisch“. */
export function languageNames(languages: readonly string[], locale: ConsoleLocale): string {
  const names = new Intl.DisplayNames(tag(locale), { type: 'language' });
  return languages.map((language) => names.of(language) ?? language).join(', ');
}

/** „12. November 2027“, the day by universal time. */
export function longDay(instant: Date, locale: ConsoleLocale): string {
  return dateFormatter(tag(locale), { timeZone: 'UTC', dateStyle: 'long' }).format(instant);
}

/** „09:30“ in a time zone. */
export function timeOfDay(instant: Date, timeZone: string, locale: ConsoleLocale): string {
  return dateFormatter(tag(locale), { timeZone, hour: '2-digit', minute: '2-digit' }).format(instant);
}

/** „12.11.2027, 23:59 MEZ“ in the zone of this server, for what belongs to no survey. */
export function serverTime(instant: Date, locale: ConsoleLocale): string {
  return dateFormatter(tag(locale), {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(instant);
}
