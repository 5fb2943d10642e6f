import { formatLocaleOf, textIn } from '../common/locale.js';
import { browserPlanOf } from '../questionnaire/browser-plan.js';
import type { ExpressionQuestion, PlanQuestion } from '../questionnaire/plan-question.js';
import { questionsWithin } from '../questionnaire/questionnaire-plan.js';
import type { ScriptPlan } from '../questionnaire/script-plan.js';
import { controlId, type Sheet } from './field.js';
import { pipedNamesOn } from './piped-names.js';
import { LIMIT_WORTH_TELLING } from './rule-of.js';

/** Null where a script has nothing to do: then the page has none. */
export function scriptPlanOf(sheet: Sheet, pageIndex: number): ScriptPlan | null {
  const { standing, locale, texts } = sheet;
  const page = standing.plan.pages[pageIndex];
  if (!page) return null;
  const questions = questionsWithin(page);
  const plan = browserPlanOf(standing, pageIndex, pipedNamesOn(page));
  if (plan === null && !questions.some(isEased)) return null;
  return {
    language: formatLocaleOf(locale),
    plan,
    outputs: Object.fromEntries(
      questions
        .filter((question) => question.kind === 'expression')
        .map((question) => [question.name.toLowerCase(), outputOf(question, sheet)]),
    ),
    texts: texts.script,
  };
}

/** Most pages do without conditions, and then without what works them out. */
export function fileOf({ plan }: ScriptPlan): string {
  return plan === null ? 'survey.js' : 'survey-conditions.js';
}

/** A data block: browsers do not run it, so the content policy need not allow it. */
export function PageScript({ plan }: { plan: ScriptPlan | null }) {
  if (plan === null) return null;
  const json = JSON.stringify(plan).replaceAll('<', '\\u003c');
  return <script type="application/json" id="plan" dangerouslySetInnerHTML={{ __html: json }} />;
}

/** Questions that a script makes easier: boxes that exclude others, lists to search or to put in order, limits to keep. */
function isEased(question: PlanQuestion): boolean {
  switch (question.kind) {
    case 'ranking':
    case 'tagbox':
      return true;
    case 'checkbox':
      return question.none !== null || question.selectAll !== null;
    case 'comment':
      return question.maxLength <= LIMIT_WORTH_TELLING;
    default:
      return false;
  }
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
