import { coded } from '../../common/coded-text.js';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../common/errors.js';
import { compileQuestionnaire } from '../../questionnaire/compile/compile-questionnaire.js';
import { QuestionnaireVersion } from './questionnaire-version.entity.js';
import type { Survey } from '../survey.entity.js';

/**
 * The questionnaire as it is edited, fixed as the survey's next version; to be called under the survey's lock.
 *
 * @throws InvalidInput where it cannot be compiled
 * @throws DomainError `survey.unchanged`, `survey.wrong_state`
 */
export async function publishVersion(
  tx: EntityManager,
  survey: Survey,
  now: Date,
): Promise<QuestionnaireVersion> {
  const { id: surveyId, questionnaire: source, languages, privacy, state } = survey;
  if (state === 'closed') throw new DomainError('conflict', coded('survey.wrong_state/publishing'));
  const latest = await tx.findOne(QuestionnaireVersion, { where: { surveyId }, order: { number: 'DESC' } });
  const plan = compileQuestionnaire(source, languages, { privacy });
  if (latest && isDeepStrictEqual(latest.source, source) && isDeepStrictEqual(latest.plan, asStored(plan)))
    throw new DomainError('conflict', coded('survey.unchanged', { number: latest.number }));
  const number = (latest?.number ?? 0) + 1;
  return tx.save(tx.create(QuestionnaireVersion, { surveyId, number, source, plan, createdAt: now }));
}

/** A plan as it comes back from the database. */
function asStored(plan: object): unknown {
  return JSON.parse(JSON.stringify(plan));
}
