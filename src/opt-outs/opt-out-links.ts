import { linkEnds } from '../participants/personal-links.js';
import type { OptOutLinks } from './pages/opt-out-parts.js';

/** The pages of one person, as paths. */
export function optOutLinks(token: string, unsubscribeToken: string): OptOutLinks {
  const questionnaire = `/u/${token}`;
  return {
    questionnaire,
    decline: questionnaire + linkEnds.decline,
    snooze: questionnaire + linkEnds.snooze,
    unsubscribe: `/unsubscribe/${unsubscribeToken}`,
  };
}
