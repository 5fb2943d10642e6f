import type { Locale } from '../common/locale.js';
import type { PlanQuestion, TextRules, Validator } from '../questionnaire/questionnaire-plan.js';
import { numberOut } from '../questionnaire/typed-values.js';
import { respondentTexts } from './respondent-texts.js';

/** Longer limits are met by nobody who was not told. */
export const LIMIT_WORTH_TELLING = 5000;

/** What a question asks for besides its words, told before anything can go wrong (WCAG 3.3.2). */
export function ruleOf(question: PlanQuestion, locale: Locale): string | null {
  const texts = respondentTexts[locale];
  switch (question.kind) {
    case 'comment': {
      const length = validatorOf(question.validators, 'text');
      return sentences(
        length?.minLength ? texts.atLeastCharacters(length.minLength) : null,
        question.maxLength <= LIMIT_WORTH_TELLING ? texts.atMostCharacters(question.maxLength) : null,
      );
    }
    case 'text':
      return ruleOfText(question, question.validators, locale);
    case 'checkbox':
    case 'tagbox': {
      const count = validatorOf(question.validators, 'answercount');
      return texts.chooseCount(
        question.minSelected ?? count?.min ?? null,
        question.maxSelected ?? count?.max ?? null,
      );
    }
    case 'imagepicker':
      return question.multiple ? texts.chooseCount(question.minSelected, question.maxSelected) : null;
    case 'ranking':
      return question.partial ? texts.rankSome(question.minSelected, question.maxSelected) : texts.rankAll;
    case 'matrix':
      return question.eachColumnOnce ? texts.eachColumnOnce : null;
    default:
      return null;
  }
}

/** What one line of text has to keep to. */
export function ruleOfText(
  rules: TextRules,
  validators: readonly Validator[],
  locale: Locale,
): string | null {
  const texts = respondentTexts[locale];
  const { inputType, min, max } = rules;
  if (inputType === 'number') {
    const numeric = validatorOf(validators, 'numeric');
    const written = (bound: number | string | null | undefined) =>
      typeof bound === 'number' ? numberOut(bound, locale) : (bound ?? null);
    return texts.numberBetween(written(min ?? numeric?.min), written(max ?? numeric?.max));
  }
  if (inputType === 'date') return texts.fromTo(writtenDate(min, locale), writtenDate(max, locale));
  if (inputType === 'time') {
    return texts.fromTo(min === null ? null : String(min), max === null ? null : String(max));
  }
  const length = validatorOf(validators, 'text');
  return length?.minLength ? texts.atLeastCharacters(length.minLength) : null;
}

function writtenDate(date: string | number | null, locale: Locale): string | null {
  if (date === null) return null;
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return String(date);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

function validatorOf<Kind extends Validator['kind']>(
  validators: readonly Validator[],
  kind: Kind,
): Extract<Validator, { kind: Kind }> | undefined {
  return validators.find((validator): validator is Extract<Validator, { kind: Kind }> => {
    return validator.kind === kind;
  });
}

function sentences(...parts: (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.join(' ');
}
