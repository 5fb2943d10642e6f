import { coded } from '../../common/coded-text.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/errors.js';
import type { Survey } from '../../surveys/survey.entity.js';
import { lockSurvey, SurveysService } from '../../surveys/surveys.service.js';
import type { Wave } from '../../ledger/states/wave.entity.js';
import { wordsIn } from './posted-words.js';
import type { WaveInput } from './wave.schema.js';
import { addWave } from '../../ledger/planning/waves.queries.js';
import { WaveBells } from '../wave-bells.js';
import { WaveChecks } from './wave-checks.js';

/** Puts waves on a survey's plan, checked so that each can go out when its time has come. */
@Injectable()
export class WaveScheduling {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly checks: WaveChecks,
    private readonly bells: WaveBells,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Schedules a wave; one for now begins at once.
   *
   * @throws DomainError `survey.not_published`, `wave.after_closing`, `wave.too_many_reminders`
   * @throws InvalidInput for a time in the past or a letter with unknown merge fields
   */
  async schedule(surveyId: string, input: WaveInput): Promise<Wave> {
    const [wave] = await this.scheduleTogether(surveyId, [input], (_, step) => step());
    if (!wave) throw new Error('a wave was not scheduled');
    return wave;
  }

  /**
   * Schedules several waves together, the invitation first; all or none.
   *
   * @throws what `schedule` throws, with the number of the wave in the path
   */
  async scheduleAll(surveyId: string, inputs: readonly WaveInput[]): Promise<Wave[]> {
    return this.scheduleTogether(surveyId, inputs, numbered);
  }

  private async scheduleTogether(
    surveyId: string,
    inputs: readonly WaveInput[],
    each: (index: number, step: () => Promise<Wave>) => Promise<Wave>,
  ): Promise<Wave[]> {
    const now = this.clock.now();
    const waves = await this.dataSource.transaction(async (tx) => {
      // Anyone who moves the closing date moves the waves there are: none comes between.
      await lockSurvey(tx, surveyId);
      const survey = await this.surveys.get(surveyId);
      requirePublished(survey);
      const added: Wave[] = [];
      for (const [index, input] of inputs.entries())
        added.push(await each(index, () => this.add(tx, survey, input, now)));
      return added;
    });
    await this.bells.announce(surveyId, waves, now);
    return waves;
  }

  private async add(tx: EntityManager, survey: Survey, input: WaveInput, now: Date): Promise<Wave> {
    const dueAt = await this.checks.dueAt(tx, survey, input);
    const words = wordsIn(input, survey.languages);
    await this.checks.require(tx, survey, { id: null, ...input, words }, input.segmentId);
    const wave = await addWave(tx, { ...input, surveyId: survey.id, dueAt, words, createdAt: now });
    const details = { survey: survey.id, kind: wave.kind, segment: wave.segmentId };
    await this.audit.record('wave.schedule', `wave:${wave.id}`, details, tx);
    return wave;
  }
}

function requirePublished(survey: Survey): void {
  if (survey.state === 'published') return;
  throw new DomainError(
    'conflict',
    coded(survey.state === 'draft' ? 'survey.not_published' : 'survey.not_published/closed'),
  );
}

/** Puts the number of a wave in front of what is wrong with it. */
async function numbered<T>(index: number, step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof DomainError) || error.problems.length === 0) throw error;
    const problems = error.problems.map((found) => ({ ...found, path: `waves[${index}].${found.path}` }));
    throw new DomainError(error.kind, error.said, problems, error.message);
  }
}
