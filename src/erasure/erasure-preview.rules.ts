import type { Participation } from '../participants/participant.entity.js';
import { shownParticipation } from '../participants/shown-participation.rules.js';
import type { Privacy } from '../surveys/survey.entity.js';

/** What becomes of the answers of somebody who is erased, as far as staff may know. */
export type FateOfAnswers = 'erased' | 'kept_under_code' | 'kept_unknown' | 'not_submitted';

/** One participation of a person who is to be erased. */
export interface AskedIn {
  privacy: Privacy;
  /** Null in an anonymous survey, where it is not even read. */
  participation: Participation | null;
  /** Whether a response bears them, as only those of identified surveys do. */
  hasResponse: boolean;
}

/**
 * What is said of an anonymous survey is the same for everybody. In a pseudonymous one it follows what the list
 * of participants shows already, and not whether there is a response or something kept under the code.
 */
export function fateOfAnswers({ privacy, participation, hasResponse }: AskedIn): FateOfAnswers {
  if (privacy === 'anonymous' || participation === null) return 'kept_unknown';
  if (privacy === 'identified') return hasResponse ? 'erased' : 'not_submitted';
  return shownParticipation(participation, privacy) === 'completed' ? 'kept_under_code' : 'not_submitted';
}
