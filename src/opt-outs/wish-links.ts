import { linkEnds } from '../participants/personal-links.js';
import type { WishLinks } from './pages/wish-parts.js';

/** The pages of one person, as paths. */
export function wishLinks(token: string, unsubscribeToken: string): WishLinks {
  const questionnaire = `/u/${token}`;
  return {
    questionnaire,
    decline: questionnaire + linkEnds.decline,
    snooze: questionnaire + linkEnds.snooze,
    unsubscribe: `/unsubscribe/${unsubscribeToken}`,
  };
}
