import { coded } from '../common/coded-text.js';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { Bells } from '../queue/bells.js';
import type { Survey } from '../surveys/survey.entity.js';
import { lockSurvey, SurveysService } from '../surveys/surveys.service.js';
import { LettersService } from '../letters/letters.service.js';
import { MailProviders } from '../pace/mail-providers.js';
import { WaveSegments } from './wave-segments.service.js';
import { Wave } from '../ledger/wave.entity.js';
import { wordsIn } from './posted-words.js';
import { requireDueAt, requireReminders, requireRolling } from './wave.rules.js';
import type { WaveInput } from './wave.schema.js';
import { invitedAt, wavesOf } from './waves.queries.js';

/** Puts waves on a survey's plan, checked so that each can go out when its time has come. */
@Injectable()
export class WaveScheduling {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly letters: LettersService,
    private readonly segments: WaveSegments,
    private readonly bells: Bells,
    private readonly providers: MailProviders,
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
      // Whoever moves the closing date moves the waves there are: none comes between.
      await lockSurvey(tx, surveyId);
      const survey = await this.surveys.get(surveyId);
      requirePublished(survey);
      const added: Wave[] = [];
      for (const [index, input] of inputs.entries())
        added.push(await each(index, () => this.add(tx, survey, input, now)));
      return added;
    });
    for (const { id, dueAt: at } of waves) await this.bells.ring('start-wave', { wave: id }, { at });
    // There is time until then to find out who takes these people's mail.
    if (waves.some((wave) => wave.dueAt > now)) await this.providers.noteDomains(surveyId);
    return waves;
  }

  private async add(tx: EntityManager, survey: Survey, input: WaveInput, now: Date): Promise<Wave> {
    const { id: surveyId } = survey;
    const invited = await invitedAt(tx, surveyId);
    const due = requireDueAt(survey, input.sendAt, invited, now, input.rolling);
    const words = wordsIn(input, survey.languages);
    await this.letters.requireAll(survey, input.kind, words);
    requireRolling(input);
    await this.segments.require(survey, input.kind, input.segmentId);
    requireReminders(survey, await wavesOf(tx, surveyId), { id: null, ...input });
    const wave = await tx.save(
      tx.create(Wave, {
        surveyId,
        kind: input.kind,
        state: 'scheduled',
        sendAt: input.sendAt,
        dueAt: due,
        audience: input.audience ?? 'not_completed',
        words,
        segmentId: input.segmentId ?? null,
        rolling: input.rolling ?? false,
        onRequestOf: null,
        lookedAt: null,
        exceedsBecause: input.exceedsBecause ?? null,
        ignoreWindow: input.ignoreWindow ?? false,
        ignoreGap: input.ignoreGap ?? false,
        ignoreCanary: input.ignoreCanary ?? false,
        heldBy: null,
        heldReason: null,
        canaryPassedAt: null,
        pickedOver: false,
        createdAt: now,
        startedAt: null,
        finishedAt: null,
      }),
    );
    const details = { survey: surveyId, kind: wave.kind, segment: wave.segmentId };
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
