import { formatLocaleOf, type Locale } from '../../common/locale.js';
import { timeInWords } from '../../common/local-time.js';
import type { TextRules } from '../plan/text-rules.js';
import type { Validator } from '../plan/question-basics.js';
import { numberOut } from '../answers/read/typed-values.js';
import { respondentTexts, type RespondentTexts } from './respondent-texts.js';

/** Longer limits are met by nobody who was not told. */
export const LIMIT_WORTH_TELLING = 5000;

/** The most that may be chosen, be it by the question's own bound or by a check. */
export function mostSelected({
  maxSelected,
  validators,
}: {
  maxSelected: number | null;
  validators: readonly Validator[];
}): number | null {
  return maxSelected ?? validatorOf(validators, 'answercount')?.max ?? null;
}

/** What one line of text has to keep to. A bound that is calculated from answers is told when it is crossed. */
export function textHint(rules: TextRules, validators: readonly Validator[], locale: Locale): string | null {
  const texts = respondentTexts[locale];
  const { inputType } = rules;
  const min = rules.minIf === null ? rules.min : null;
  const max = rules.maxIf === null ? rules.max : null;
  if (inputType === 'number') {
    const numeric = validatorOf(validators, 'numeric');
    const written = (bound: number | string | null | undefined) =>
      typeof bound === 'number' ? numberOut(bound, locale) : (bound ?? null);
    return rangeRule(written(min ?? numeric?.min), written(max ?? numeric?.max), texts.numbers);
  }
  if (inputType === 'date') return rangeRule(writtenDate(min, locale), writtenDate(max, locale), texts.times);
  if (inputType === 'time') {
    return rangeRule(writtenTime(min, locale), writtenTime(max, locale), texts.times);
  }
  const length = validatorOf(validators, 'text');
  return length?.minLength ? texts.atLeastCharacters({ count: length.minLength }) : null;
}

function writtenDate(date: string | number | null, locale: Locale): string | null {
  if (date === null) return null;
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return String(date);
  return new Intl.DateTimeFormat(formatLocaleOf(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

function writtenTime(time: string | number | null, locale: Locale): string | null {
  return time === null ? null : timeInWords(String(time), locale);
}

export function countRule(
  min: number | null,
  max: number | null,
  say: RespondentTexts['choose'],
): string | null {
  if (min !== null && max !== null)
    return min === max ? say.exactly({ count: min }) : say.between({ min, max });
  if (min !== null) return say.atLeast({ count: min });
  return max === null ? null : say.upTo({ count: max });
}

export function rankRule(min: number | null, max: number | null, say: RespondentTexts['rank']): string {
  if (min !== null && max !== null) return say.between({ min, max });
  if (min !== null) return say.atLeast({ count: min });
  return max === null ? say.some : say.upTo({ count: max });
}

function rangeRule(
  min: string | null,
  max: string | null,
  say: RespondentTexts['numbers' | 'times'],
): string | null {
  if (min !== null && max !== null) return say.between({ min, max });
  if (min !== null) return say.from({ min });
  return max === null ? null : say.upTo({ max });
}

export function validatorOf<Kind extends Validator['kind']>(
  validators: readonly Validator[],
  kind: Kind,
): Extract<Validator, { kind: Kind }> | undefined {
  return validators.find((validator): validator is Extract<Validator, { kind: Kind }> => {
    return validator.kind === kind;
  });
}

export function sentences(...parts: (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.join(' ');
}
