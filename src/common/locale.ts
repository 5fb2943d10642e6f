/** Languages the pages, letters and console are written in. */
export const locales = ['de', 'en'] as const;
export type Locale = (typeof locales)[number];

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** A text by language (BCP 47), for example `{ de: 'Umfrage', en: 'Survey' }`; `default` serves all others. */
export type LocalizedText = Readonly<Record<string, string>>;

/** The text in the wanted language, else its default, else whichever there is. */
export function textIn(text: LocalizedText, language: string): string {
  return text[language] ?? text['default'] ?? Object.values(text)[0] ?? '';
}

const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'ur', 'yi']);

/** Which way a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
