import { bodyRules, type BodyRoom } from '../http/bodies/takes-body.js';
import type { Room } from '../questionnaire/kinds/question-kind.js';
import { kindOf, type PlanQuestion } from '../questionnaire/kinds/registry.js';
import { otherChoiceOf } from '../questionnaire/plan/plan-choices.js';
import { questionsOf, type QuestionnairePlan } from '../questionnaire/plan/questionnaire-plan.js';

/** An emoji in a posted form: four bytes, each as `%F0`. */
const BYTES_PER_CHARACTER = 12;
/** A field's name, what is chosen in it, and the same again where answers travel along as JSON. */
const BYTES_PER_FIELD = 2000;
const LARGEST = bodyRules.longForm.bytes;

/**
 * How much the forms of a survey may bring: every question answered as long as it may be, at most 5 MB.
 *
 * @param versions all versions of it; somebody may have begun with an early one
 */
export function roomFor(versions: readonly { plan: QuestionnairePlan }[]): BodyRoom {
  const room: BodyRoom = { ...bodyRules.answers };
  for (const { plan } of versions) {
    const needs = questionsOf(plan).map(needsOf);
    const fields = needs.reduce((sum, need) => sum + need.fields, 0);
    const characters = needs.reduce((sum, need) => sum + need.characters, 0);
    room.fields = Math.max(room.fields, bodyRules.answers.fields + fields);
    const bytes = bodyRules.answers.bytes + fields * BYTES_PER_FIELD + characters * BYTES_PER_CHARACTER;
    room.bytes = Math.min(LARGEST, Math.max(room.bytes, bytes));
  }
  return { bytes: room.bytes, fields: room.fields };
}

function needsOf(question: PlanQuestion): Room {
  const needs = kindOf(question).room?.(question) ?? { fields: 2, characters: 0 };
  const other = otherChoiceOf(question);
  return other === null
    ? needs
    : { fields: needs.fields + 1, characters: needs.characters + other.maxLength };
}
