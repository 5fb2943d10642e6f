import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFound } from '../common/errors.js';
import { planOfVersion } from '../questionnaire/plan-of-version.js';
import type { QuestionnairePlan } from '../questionnaire/questionnaire-plan.js';
import { QuestionnaireVersion } from './questionnaire-version.entity.js';
import { Survey } from './survey.entity.js';

const KEPT = 100;

/** Plans of published versions, read once: a version never changes. */
@Injectable()
export class VersionsService {
  private readonly plans = new Map<string, Promise<QuestionnairePlan>>();

  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFound */
  async planOf(versionId: string): Promise<QuestionnairePlan> {
    const known = this.plans.get(versionId);
    if (known) return known;
    const plan = this.read(versionId);
    this.plans.set(versionId, plan);
    plan.catch(() => this.plans.delete(versionId));
    const oldest = this.plans.keys().next().value;
    if (this.plans.size > KEPT && oldest !== undefined) this.plans.delete(oldest);
    return plan;
  }

  private async read(id: string): Promise<QuestionnairePlan> {
    const version = await this.dataSource.manager.findOneBy(QuestionnaireVersion, { id });
    if (!version) throw new NotFound('questionnaire version', id);
    const survey = await this.dataSource.manager.findOneByOrFail(Survey, { id: version.surveyId });
    return planOfVersion(version, survey.languages, survey.privacy);
  }
}
