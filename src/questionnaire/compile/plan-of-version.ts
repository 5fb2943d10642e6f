import { compileQuestionnaire } from './compile-questionnaire.js';
import type { Privacy } from './questionnaire-json.js';
import type { QuestionnairePlan } from '../plan/questionnaire-plan.js';

/** A version as it was stored, perhaps by an earlier release whose plans had another shape. */
export interface StoredVersion {
  source: object;
  plan: { format: number };
}

/** The plan of a published version: the stored one, or compiled anew if its shape is no longer ours. */
export function planOfVersion(
  { source, plan }: StoredVersion,
  languages: readonly string[],
  privacy: Privacy,
): QuestionnairePlan {
  return isPresent(plan) ? plan : compileQuestionnaire(source, languages, { privacy });
}

function isPresent(plan: StoredVersion['plan']): plan is QuestionnairePlan {
  return plan.format === 2;
}
