import { coded, type CodedText } from '../common/coded-text.js';
import { inShort } from '../common/local-time.js';
import type { Survey } from '../surveys/survey.entity.js';
import { hasEnded, smallestGroup } from '../surveys/survey.rules.js';
import { missingToRelease } from './disclosure.rules.js';
import type { Pool } from './release.queries.js';

/** Why no answers are shown, how many wait, and when they will be shown. */
export function whyTooFew(
  { personal, open }: Record<Pool, number>,
  survey: Pick<Survey, 'state' | 'closesAt' | 'graceMinutes' | 'timeZone'>,
  now: Date,
): CodedText {
  const waiting = { smallest: smallestGroup, personal };
  if (hasEnded(survey, now))
    return open > 0
      ? coded('responses.too_few/ended_with_open_link', { ...waiting, open })
      : coded('responses.too_few/ended', waiting);
  const closing = inShort(survey.closesAt, survey.timeZone, 'en');
  const missing = { missing: missingToRelease(personal), closing };
  return open > 0
    ? coded('responses.too_few/with_open_link', {
        ...waiting,
        ...missing,
        open,
        missingOpen: missingToRelease(open),
      })
    : coded('responses.too_few', { ...waiting, ...missing });
}
