import { locales, type Locale } from '../../common/locale.js';
import type { LssDocument } from './lss-xml.js';

/** Which of the file's languages are taken over as which of ours. */
export interface LssLanguages {
  /** Ours, the survey's main language first if it is among them. */
  locales: readonly Locale[];
  /** By LimeSurvey's code, for example `de-informal`. */
  byCode: ReadonlyMap<string, Locale>;
  /** LimeSurvey's codes that we do not speak. */
  unknown: readonly string[];
}

/** A language counts by its exact code first; `de-informal` or `fr-CA` stand in where that one is missing. */
export function languagesOf({ languages, tables }: LssDocument): LssLanguages {
  const survey = tables.get('surveys')?.[0];
  const main = survey?.get('language');
  const additional = (survey?.get('additional_languages') ?? '').split(/\s+/).filter((code) => code !== '');
  const codes = [...new Set([...(main === undefined ? [] : [main]), ...languages, ...additional])];

  const byCode = new Map<string, Locale>();
  const taken = new Set<Locale>();
  const take = (code: string, locale: Locale | undefined) => {
    if (locale === undefined || taken.has(locale)) return;
    byCode.set(code, locale);
    taken.add(locale);
  };
  codes.forEach((code) => {
    take(code, localeOf(code));
  });
  codes.forEach((code) => {
    if (!byCode.has(code)) take(code, localeOf(code.split('-')[0] ?? ''));
  });
  return {
    locales: codes.flatMap((code) => byCode.get(code) ?? []),
    byCode,
    unknown: codes.filter((code) => !byCode.has(code)),
  };
}

function localeOf(code: string): Locale | undefined {
  return locales.find((locale) => locale === code.toLowerCase());
}
