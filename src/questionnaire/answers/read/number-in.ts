/*
 * Numbers as people write them. Imported by the scripts of pages too, so that both read the same: nothing in
 * here may need more than they have.
 */

/** What follows a point is a group of three: thousands in these languages, a decimal or a doubt in others. */
const THOUSANDS_BY_POINT = ['de', 'nl'];

const PLAIN = /^[+-]?\d{1,15}([.,]\d{1,6})?$/;
/** Blanks (French and Polish have narrow ones) and the Swiss apostrophe part groups of three and nothing else. */
const BY_BLANKS = /^[+-]?\d{1,3}([\s'’]\d{3}){1,4}([.,]\d{1,6})?$/;
const BY_POINTS = /^[+-]?[1-9]\d{0,2}(\.\d{3}){1,4}(,\d{1,6})?$/;
const BY_COMMAS = /^[+-]?[1-9]\d{0,2}(,\d{3}){1,4}(\.\d{1,6})?$/;

/** Null if the text is no number, or a doubtful one: ask rather than guess. */
export function numberIn(text: string, language: string): number | null {
  const signed = text
    .trim()
    .replace('−', '-')
    .replace(/^([+-])\s/, '$1');
  if (BY_POINTS.test(signed) && language !== 'en')
    return THOUSANDS_BY_POINT.indexOf(language) < 0 ? null : asNumber(signed.replace(/\./g, ''));
  if (BY_COMMAS.test(signed) && language === 'en') return null;
  return PLAIN.test(signed) || BY_BLANKS.test(signed) ? asNumber(signed.replace(/[\s'’]/g, '')) : null;
}

/** The numbers that a text holds among other signs, as they are written. */
export function numbersWithin(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*/g) ?? [];
}

function asNumber(digits: string): number {
  return Number(digits.replace(',', '.'));
}
