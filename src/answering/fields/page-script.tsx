import type { ScriptPlan } from '../../questionnaire/browser/script-plan.js';

/** A data block: browsers do not run it, so the content policy need not allow it. */
export function PageScript({ plan }: { plan: ScriptPlan | null }) {
  if (plan === null) return null;
  const json = JSON.stringify(plan).replaceAll('<', '\\u003c');
  return <script type="application/json" id="plan" dangerouslySetInnerHTML={{ __html: json }} />;
}
