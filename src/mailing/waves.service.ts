import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { DomainError, NotFound } from '../common/errors.js';
import { rowsOf } from '../database/rows.js';
import { Bells } from '../queue/bells.js';
import type { Survey } from '../surveys/survey.entity.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { LettersService } from './letters.service.js';
import { previewAudience } from './plan.queries.js';
import { dueAt, movesWithClosing } from './send-at.js';
import { Wave } from './wave.entity.js';
import { requireDueAt, requireStep } from './wave.rules.js';
import type { WaveChange, WaveInput } from './wave.schema.js';

/** What staff do with waves. Sending them is the work of WaveSender. */
@Injectable()
export class WavesService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly letters: LettersService,
    private readonly bells: Bells,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.surveys.onClosingDateMoved((tx, survey) => this.moveWithClosing(tx, survey));
  }

  /** @throws NotFound */
  async get(id: string): Promise<Wave> {
    const wave = await this.dataSource.manager.findOneBy(Wave, { id });
    if (!wave) throw new NotFound('wave', id);
    return wave;
  }

  async ofSurvey(surveyId: string): Promise<Wave[]> {
    return this.dataSource.manager.find(Wave, { where: { surveyId }, order: { dueAt: 'ASC', id: 'ASC' } });
  }

  /**
   * Schedules a wave; one for now begins at once.
   *
   * @throws DomainError `survey.not_published`, `wave.after_closing`
   * @throws InvalidInput for a time in the past or a letter with unknown merge fields
   */
  async schedule(surveyId: string, input: WaveInput): Promise<Wave> {
    const survey = await this.surveys.get(surveyId);
    requirePublished(survey);
    const now = this.clock.now();
    const due = requireDueAt(
      survey,
      input.sendAt,
      await this.invitedAt(this.dataSource.manager, surveyId),
      now,
    );
    await this.checkLetters(survey, input.kind, input);

    const wave = await this.dataSource.manager.save(
      this.dataSource.manager.create(Wave, {
        surveyId,
        kind: input.kind,
        state: 'scheduled',
        sendAt: input.sendAt,
        dueAt: due,
        audience: input.audience ?? 'not_completed',
        subject: input.subject ?? null,
        body: input.body ?? null,
        ignoreWindow: input.ignoreWindow ?? false,
        ignoreGap: input.ignoreGap ?? false,
        ignoreCanary: input.ignoreCanary ?? false,
        heldReason: null,
        createdAt: now,
        startedAt: null,
        finishedAt: null,
      }),
    );
    await this.bells.ring('start-wave', { wave: wave.id }, { at: due });
    return wave;
  }

  /** Changes a wave that has not begun. @throws DomainError `wave.wrong_state` */
  async change(id: string, change: WaveChange): Promise<Wave> {
    const wave = await this.withWave(id, async (tx, wave) => {
      requireStep(wave, 'change');
      if (wave.startedAt) requireStep({ id, state: 'sending' }, 'change');
      const survey = await this.surveys.get(wave.surveyId);
      Object.assign(
        wave,
        Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
      );
      if (change.sendAt) {
        wave.dueAt = requireDueAt(
          survey,
          change.sendAt,
          await this.invitedAt(tx, wave.surveyId),
          this.clock.now(),
        );
      }
      await this.checkLetters(survey, wave.kind, wave);
      return tx.save(wave);
    });
    if (change.sendAt) await this.bells.ring('start-wave', { wave: id }, { at: wave.dueAt });
    return wave;
  }

  /** Stops claiming within a moment; what is under way is finished. */
  async pause(id: string): Promise<Wave> {
    return this.withWave(id, (tx, wave) => {
      requireStep(wave, 'pause');
      wave.state = 'paused';
      return tx.save(wave);
    });
  }

  /** Goes on where it stopped; a wave that had not begun waits for its time again. */
  async resume(id: string): Promise<Wave> {
    const wave = await this.withWave(id, async (tx, wave) => {
      requireStep(wave, 'resume');
      // Planning again adds only who was missed, so it is the right way back wherever the wave stopped.
      wave.state = wave.startedAt === null ? 'scheduled' : 'planning';
      wave.heldReason = null;
      return tx.save(wave);
    });
    await this.bells.ring('start-wave', { wave: id }, { at: wave.dueAt });
    return wave;
  }

  /** Ends a wave: whoever has not been written to is skipped with the reason `cancelled`. */
  async cancel(id: string): Promise<Wave> {
    return this.withWave(id, async (tx, wave) => {
      requireStep(wave, 'cancel');
      const now = this.clock.now();
      wave.state = 'cancelled';
      wave.finishedAt = now;
      await rowsOf(
        tx,
        `UPDATE messages SET state = 'skipped', reason = 'cancelled', next_attempt_at = NULL, settled_at = $2
         WHERE wave_id = $1 AND state IN ('planned', 'deferred')`,
        [id, now],
      );
      return tx.save(wave);
    });
  }

  /** How many a wave would reach at an instant if nobody did anything until then, and why not the others. */
  async preview(
    surveyId: string,
    wave: { kind: string; audience: string; ignoreGap: boolean },
    at: Date = this.clock.now(),
  ) {
    await this.surveys.get(surveyId);
    return previewAudience(this.dataSource, { surveyId, ...wave }, at);
  }

  /** A letter with unknown merge fields is refused now and not when it is due. */
  private async checkLetters(
    survey: Survey,
    kind: Wave['kind'],
    words: Pick<WaveInput, 'subject' | 'body'> | Wave,
  ): Promise<void> {
    const own = { subject: words.subject ?? null, body: words.body ?? null };
    for (const locale of survey.languages) await this.letters.compile(survey, kind, locale, own);
  }

  private async moveWithClosing(tx: EntityManager, survey: Survey): Promise<void> {
    const waves = await tx.find(Wave, { where: { surveyId: survey.id, state: 'scheduled' } });
    const now = this.clock.now();
    for (const wave of waves) {
      const due =
        dueAt(
          wave.sendAt,
          {
            closesAtLocal: survey.closesAtLocal,
            timeZone: survey.timeZone,
            invitedAt: await this.invitedAt(tx, survey.id),
          },
          now,
        ) ?? wave.dueAt;
      const moved = movesWithClosing(wave.sendAt) ? due : wave.dueAt;
      if (moved >= survey.closesAt) {
        throw new DomainError(
          'refused',
          'wave.after_closing',
          `Wave ${wave.id} would fall after the new closing date; cancel or move it first.`,
          [{ path: 'closesAt', message: `wave ${wave.id} would fall after ${survey.closesAtLocal}` }],
        );
      }
      if (moved.getTime() === wave.dueAt.getTime()) continue;
      wave.dueAt = moved;
      await tx.save(wave);
      void this.bells.ring('start-wave', { wave: wave.id }, { at: moved });
    }
  }

  private async invitedAt(tx: EntityManager, surveyId: string): Promise<Date | null> {
    const [row] = await rowsOf<{ at: Date | null }>(
      tx,
      `SELECT min(coalesce(started_at, due_at)) AS at FROM waves
       WHERE survey_id = $1 AND kind = 'invitation' AND state <> 'cancelled'`,
      [surveyId],
    );
    return row?.at ?? null;
  }

  private async withWave(id: string, step: (tx: EntityManager, wave: Wave) => Promise<Wave>): Promise<Wave> {
    return this.dataSource.transaction(async (tx) => {
      const wave = await tx.findOne(Wave, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!wave) throw new NotFound('wave', id);
      return step(tx, wave);
    });
  }
}

function requirePublished(survey: Survey): void {
  if (survey.state === 'published') return;
  throw new DomainError(
    'conflict',
    'survey.not_published',
    survey.state === 'draft'
      ? 'Publish the survey before scheduling its mailings.'
      : 'This survey is closed; reopen it first.',
  );
}
