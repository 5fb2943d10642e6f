import type { Participation } from './participant.entity.js';

/** Whether somebody has been through the questionnaire. */
export function isDone(participation: Participation): boolean {
  return participation === 'completed' || participation === 'screened_out';
}
