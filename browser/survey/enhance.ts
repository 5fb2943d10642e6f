import type { ScriptPlan } from '../../src/questionnaire/browser/script-plan.js';

/** Something that makes a page easier to fill in. */
export type Enhancement = (form: HTMLFormElement, given: ScriptPlan) => void;

/** Everything works without a script, so whatever fails here fails alone and in silence. */
export function enhance(enhancements: readonly Enhancement[]): void {
  const form = document.querySelector<HTMLFormElement>('#questionnaire');
  const data = document.getElementById('plan')?.textContent;
  if (!form || !data) return;
  const given = JSON.parse(data) as ScriptPlan;
  for (const enhancement of enhancements) {
    try {
      enhancement(form, given);
    } catch {
      // The page goes on as it was sent.
    }
  }
}
