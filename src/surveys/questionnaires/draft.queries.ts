import type { EntityManager } from 'typeorm';
import { Survey } from '../survey.entity.js';

/**
 * Makes another questionnaire the draft of a survey that is locked.
 *
 * @param editNumber the step of the editor it is
 */
export async function setDraft(
  tx: EntityManager,
  id: string,
  editNumber: number,
  questionnaire: object,
): Promise<void> {
  await tx.update(Survey, { id }, { editNumber, questionnaire });
}
