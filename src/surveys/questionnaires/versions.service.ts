import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFound } from '../../common/errors.js';
import { planOfVersion } from '../../questionnaire/compile/plan-of-version.js';
import type { QuestionnairePlan } from '../../questionnaire/plan/questionnaire-plan.js';
import { QuestionnaireVersion } from './questionnaire-version.entity.js';
import { Survey } from '../survey.entity.js';

const KEPT = 100;

/** A published version, as pages and exports need it. */
export interface Version {
  id: string;
  surveyId: string;
  number: number;
  plan: QuestionnairePlan;
}

/** Published versions with their plans, read once: a version never changes. */
@Injectable()
export class VersionsService {
  private readonly versions = new Map<string, Promise<Version>>();

  constructor(private readonly dataSource: DataSource) {}

  /** @throws NotFound */
  async planOf(versionId: string): Promise<QuestionnairePlan> {
    return (await this.get(versionId)).plan;
  }

  /** Whether somebody may go on with a version that a form names; anything may have been sent. */
  async isOf(versionId: string, surveyId: string): Promise<boolean> {
    if (!/^[1-9]\d{0,17}$/.test(versionId)) return false;
    try {
      return (await this.get(versionId)).surveyId === surveyId;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  }

  /** All versions of a survey, the first one first. */
  async ofSurvey(surveyId: string): Promise<Version[]> {
    const versions = await this.dataSource.manager.find(QuestionnaireVersion, {
      where: { surveyId },
      select: { id: true },
      order: { number: 'ASC' },
    });
    return Promise.all(versions.map(({ id }) => this.get(id)));
  }

  /** @throws NotFound */
  private async get(versionId: string): Promise<Version> {
    const known = this.versions.get(versionId);
    if (known) return known;
    const version = this.read(versionId);
    this.versions.set(versionId, version);
    version.catch(() => this.versions.delete(versionId));
    const oldest = this.versions.keys().next().value;
    if (this.versions.size > KEPT && oldest !== undefined) this.versions.delete(oldest);
    return version;
  }

  /** Plans that an earlier build has compiled are compiled anew from what was published. */
  private async read(id: string): Promise<Version> {
    const { manager } = this.dataSource;
    const version = await manager.findOneBy(QuestionnaireVersion, { id });
    if (!version) throw new NotFound('questionnaire version', id);
    const { surveyId, number } = version;
    const survey = await manager.findOneByOrFail(Survey, { id: surveyId });
    return { id, surveyId, number, plan: planOfVersion(version, survey.languages, survey.privacy) };
  }
}
