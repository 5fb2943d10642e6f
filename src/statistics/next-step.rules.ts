import type { Wave } from '../ledger/states/wave.entity.js';
import type { Survey } from '../surveys/survey.entity.js';

export type NextStep = 'publish' | 'enrol' | 'invite' | 'remind';

interface Facts {
  survey: Pick<Survey, 'state' | 'closesAt'>;
  participants: number;
  waves: readonly Pick<Wave, 'kind' | 'state'>[];
}

/** What staff would do next with a survey, or null when nothing is waiting for them. */
export function nextStep({ survey, participants, waves }: Facts, now: Date): NextStep | null {
  if (survey.state === 'closed' || (survey.state === 'published' && now >= survey.closesAt)) return null;
  if (survey.state === 'draft') return 'publish';
  if (participants === 0) return 'enrol';

  const has = (kind: Wave['kind']) => waves.some((wave) => wave.kind === kind && wave.state !== 'cancelled');
  if (!has('invitation')) return 'invite';
  return has('reminder') ? null : 'remind';
}
