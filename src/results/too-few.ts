import { inShort } from '../common/local-time.js';
import type { Survey } from '../surveys/survey.entity.js';
import { hasEnded, smallestGroup } from '../surveys/survey.rules.js';
import { missingToRelease } from './disclosure.rules.js';
import { type Pool, pools } from './release.queries.js';

const through: Record<Pool, string> = { personal: 'personal links', open: 'the open link' };

/** Why no answers are shown, how many wait, and when they will be shown; for people, in English. */
export function whyTooFew(
  waiting: Record<Pool, number>,
  survey: Pick<Survey, 'state' | 'closesAt' | 'graceMinutes' | 'timeZone'>,
  now: Date,
): string {
  const used = pools.filter((pool) => pool === 'personal' || waiting[pool] > 0);
  const lines = used.map((pool) => `${waiting[pool]} through ${through[pool]}`);
  const promise = `This survey promises that nobody is recognised, so answers are shown ${smallestGroup} or more at a time.`;
  const present = `Waiting: ${lines.join(', ')}.`;
  if (hasEnded(survey, now))
    return `${promise} ${present} It takes no more answers; fewer than ${smallestGroup} of a kind stay hidden.`;
  const missing = used.map((pool) => `${missingToRelease(waiting[pool])} more through ${through[pool]}`);
  const closing = inShort(survey.closesAt, survey.timeZone, 'en');
  return `${promise} ${present} The first ${smallestGroup} are shown with ${missing.join(' or ')}, and what waits when it closes (${closing}) if it is ${smallestGroup} or more of a kind.`;
}
