import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project-folder.js';

/** Languages that the people asked can read: pages, letters and messages come in each of them. */
export const locales = ['de', 'en', 'fr', 'pl', 'nl'] as const;
export type Locale = (typeof locales)[number];

/** A language of the console, which staff read. */
export type ConsoleLocale = Locale;

/** The languages of the console: those whose folder in `messages/` holds its texts. */
export const consoleLocales: readonly ConsoleLocale[] = locales.filter((locale) =>
  existsSync(join(projectFolder, 'messages', locale, 'console')),
);

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

export function isConsoleLocale(value: unknown): value is ConsoleLocale {
  return consoleLocales.some((locale) => locale === value);
}

const formatLocales: Record<Locale, string> = {
  de: 'de-DE',
  en: 'en-GB',
  fr: 'fr-FR',
  pl: 'pl-PL',
  nl: 'nl-NL',
};

/** The region whose way of writing dates and numbers a language follows here, as `Intl` takes it. */
export function formatLocaleOf(locale: Locale): string {
  return formatLocales[locale];
}

const rightToLeftScripts = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** Which way a language (BCP 47) is written, by the script it is most likely in; `ltr` if it is not a language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  try {
    const { script } = new Intl.Locale(language).maximize();
    return script !== undefined && rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

/** A text by language (BCP 47), for example `{ de: 'Umfrage', en: 'Survey' }`; `default` serves all others. */
export type LocalizedText = Readonly<Record<string, string>>;

/** The text in the wanted language, else its default, else whichever there is. */
export function textIn(text: LocalizedText, language: string): string {
  return text[language] ?? text['default'] ?? Object.values(text)[0] ?? '';
}
