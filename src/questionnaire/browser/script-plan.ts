import { formatLocaleOf, textIn } from '../../common/locale.js';
import { browserPlanOf, type BrowserPlan } from './browser-plan.js';
import type { ExpressionQuestion } from '../kinds/expression/expression.plan.js';
import { kindOf } from '../kinds/registry.js';
import { isCalculated } from '../plan/calculated.js';
import { questionsWithin } from '../plan/questionnaire-plan.js';
import { controlId, type Sheet } from '../view/field.js';
import { pipedNamesOn } from '../view/piped-names.js';
import type { RespondentTexts } from '../view/respondent-texts.js';

/** All that the script of a page is told; what it does is only a convenience. */
export interface ScriptPlan {
  /** BCP 47, for numbers. */
  language: string;
  /** Null where nothing on the page depends on its own answers. */
  plan: BrowserPlan | null;
  /** How calculated questions are written, by name in lower case. */
  outputs: Record<string, { id: string; number: Intl.NumberFormatOptions; format: string }>;
  texts: RespondentTexts['script'];
}

/**
 * Null if the page needs no script.
 *
 * @param hasAddress whether the page can be led back to, which the script sees to
 */
export function scriptPlanOf(sheet: Sheet, pageIndex: number, hasAddress: boolean): ScriptPlan | null {
  const { state, locale, texts, errors } = sheet;
  const page = state.plan.pages[pageIndex];
  if (!page) return null;
  const questions = questionsWithin(page);
  const plan = browserPlanOf(state, pageIndex, pipedNamesOn(page));
  const isEnhanced =
    hasAddress || errors.size > 0 || questions.some((question) => kindOf(question).isEnhanced?.(question));
  if (plan === null && !isEnhanced) return null;
  return {
    language: formatLocaleOf(locale),
    plan,
    outputs: Object.fromEntries(
      questions
        .filter(isCalculated)
        .map((question) => [question.name.toLowerCase(), outputOf(question, sheet)]),
    ),
    texts: texts.script,
  };
}

/** Most pages have no conditions and so do not need the script that evaluates them. */
export function fileOf({ plan }: ScriptPlan): string {
  return plan === null ? 'survey.js' : 'survey-conditions.js';
}

function outputOf(question: ExpressionQuestion, { locale }: Sheet): ScriptPlan['outputs'][string] {
  const { display, currency, maximumFractionDigits, minimumFractionDigits, format } = question;
  const isPlain = display === 'none' || display === 'date';
  return {
    id: controlId(question),
    format: format ? textIn(format, locale) : '',
    number: isPlain
      ? { maximumFractionDigits: 10 }
      : {
          style: display,
          ...(display === 'currency' ? { currency } : {}),
          ...(maximumFractionDigits >= 0 ? { maximumFractionDigits } : {}),
          ...(minimumFractionDigits >= 0 ? { minimumFractionDigits } : {}),
        },
  };
}
