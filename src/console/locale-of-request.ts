import { type ConsoleLocale, isConsoleLocale } from '../common/locale.js';

/**
 * The language to answer in: the one chosen (cookie `lang`), else the first of the browser's
 * preferences (Accept-Language, RFC 9110 §12.5.4) that we speak, else German.
 */
export function localeOfRequest(
  chosen: string | undefined,
  acceptLanguage: string | undefined,
): ConsoleLocale {
  if (isConsoleLocale(chosen)) return chosen;

  const preferences = (acceptLanguage ?? '')
    .split(',')
    .map((part, position) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight), position };
    })
    .filter((preference) => preference.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.position - b.position);

  return preferences.map((preference) => preference.language).find(isConsoleLocale) ?? 'de';
}
