import type { Privacy } from '../surveys/survey.entity.js';
import type { Participation } from './participant.entity.js';

/**
 * How far somebody is, as far as staff are shown it; null where nobody is.
 *
 * Exports of a pseudonymous survey say beside each code whether it was screened out. If the list of
 * participants said so too, then where only few were, the two together would lead from a code to a person:
 * there, anyone who was screened out stands among those who have completed.
 */
export function shownParticipation<P extends Participation>(
  participation: P,
  privacy: Privacy,
): P | 'completed' | null {
  if (privacy === 'identified') return participation;
  if (privacy === 'anonymous') return null;
  return participation === 'screened_out' ? 'completed' : participation;
}
