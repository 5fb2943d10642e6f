import type { PlanPage } from '../plan/questionnaire-plan.js';

const known = new WeakMap<PlanPage, readonly string[]>();

/** Root names of the answers that texts of a page show, such as `role` in „Warum {role}?“. */
export function pipedNamesOn(page: PlanPage): readonly string[] {
  const names = known.get(page) ?? [...new Set(namesIn(page))];
  known.set(page, names);
  return names;
}

/** Every text with braces is searched; an unknown name changes nothing. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [...value.matchAll(/\{([^{}]*)\}/g)].flatMap(([, path = '']) => {
      const name = path.split(/[.[\]]/, 1)[0]?.trim();
      return name ? [name] : [];
    });
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namesIn) : [];
}
