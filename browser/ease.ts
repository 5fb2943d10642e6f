import type { ScriptPlan } from '../src/responses/page-script.js';

/** Something that makes a page easier to fill in. */
export type Help = (form: HTMLFormElement, given: ScriptPlan) => void;

/** Everything works without a script, so whatever fails here fails alone and in silence. */
export function ease(helps: readonly Help[]): void {
  const form = document.querySelector<HTMLFormElement>('#questionnaire');
  const data = document.getElementById('plan')?.textContent;
  if (!form || !data) return;
  const given = JSON.parse(data) as ScriptPlan;
  for (const help of helps) {
    try {
      help(form, given);
    } catch {
      // The page goes on as it was sent.
    }
  }
}
