import type { FastifyReply } from 'fastify';
import { show } from '../../console/console-context.js';
import { ConflictPage } from './conflict.page.js';
import type { EditorFactsService } from '../frame/editor-facts.service.js';
import { EditedMeanwhile } from '../draft/questionnaire-edits.service.js';

/** What was sent to one of the editor's pages. */
interface Sent {
  typed: readonly (readonly [name: string, value: string])[];
  /** The address it was sent to, for sending it again. */
  action: string;
}

/**
 * Takes a step that no other can have made pointless, and answers itself where somebody was faster: with what
 * they did, and with what was typed.
 *
 * @returns whether the step was taken
 */
export async function takenOrConflict(
  step: () => Promise<unknown>,
  { typed, action }: Sent,
  facts: EditorFactsService,
  survey: string,
  reply: FastifyReply,
): Promise<boolean> {
  try {
    await step();
    return true;
  } catch (error) {
    if (!(error instanceof EditedMeanwhile)) throw error;
    const conflict = { since: error.since, typed, action, isGone: false };
    show(reply, <ConflictPage facts={await facts.of(survey, reply)} {...conflict} />, 409);
    return false;
  }
}
