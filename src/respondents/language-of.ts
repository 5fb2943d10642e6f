import { isLocale, type Locale, locales } from '../common/locale.js';
import type { Visit } from '../responses/visit.queries.js';

interface Asked {
  language: string | null;
  browserLanguage: string | undefined;
}

/**
 * The language of a page: what was asked for, what the person went on in before, what their list says,
 * what their browser says; always one the survey speaks.
 */
export function languageOf(
  visit: Pick<Visit, 'languages' | 'language' | 'saved'> | null,
  asked: Asked,
): Locale {
  const spoken: readonly Locale[] = visit?.languages ?? locales;
  const own = firstSpoken([asked.language, visit?.saved?.language, visit?.language], spoken);
  return own ?? firstSpoken(browserLanguages(asked.browserLanguage), spoken) ?? spoken[0] ?? 'de';
}

function firstSpoken(
  preferences: readonly (string | null | undefined)[],
  spoken: readonly Locale[],
): Locale | undefined {
  for (const preference of preferences) {
    const locale = preference?.slice(0, 2).toLowerCase();
    if (isLocale(locale) && spoken.includes(locale)) return locale;
  }
  return undefined;
}

/** Tags of an Accept-Language header (RFC 9110 §12.5.4), as they stand; weights are as good as always in order. */
function browserLanguages(header: string | undefined): string[] {
  return (header ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? '');
}
