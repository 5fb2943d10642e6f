import { opensAt } from '../../common/sending-window.js';
import type { Survey } from '../../surveys/survey.entity.js';
import { isOpen } from '../../surveys/survey.rules.js';
import type { Wave } from '../states/wave.entity.js';

/** When a wave may send again; null where it may now. */
export function opensFor(
  wave: Pick<Wave, 'ignoreWindow'>,
  survey: Pick<Survey, 'state' | 'closesAt' | 'graceMinutes' | 'sendingWindow' | 'timeZone'>,
  now: Date,
): Date | null {
  // Once the survey is closed nobody is written to, and that can be entered at any hour.
  if (wave.ignoreWindow || !isOpen(survey, now)) return null;
  const opens = opensAt(survey.sendingWindow, now, survey.timeZone);
  return opens > now ? opens : null;
}
