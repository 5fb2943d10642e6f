import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { Clock } from '../common/clock.js';
import { instantOf, type LocalDateTime, localTimeOf } from '../common/local-time.js';
import { opensAt } from '../common/sending-window.js';
import { DomainError, InvalidInput, NotFound } from '../common/errors.js';
import { rowsOf } from '../database/rows.js';
import { Bells } from '../queue/bells.js';
import type { Survey } from '../surveys/survey.entity.js';
import { type ClosingInMind, lockSurvey, SurveysService } from '../surveys/surveys.service.js';
import { closeCancelled } from './settle.queries.js';
import { LettersService } from './letters.service.js';
import { dueAt, dueLocal } from './send-at.js';
import { type SuggestedWave, suggestedPlan } from './suggested-plan.js';
import { MailProviders } from './mail-providers.js';
import { previewAudience, previewPeople, type WaveInMind } from './plan.queries.js';
import { type ShownAudience, shownCounts } from './shown-reason.rules.js';
import { Wave, type WaveWords } from './wave.entity.js';
import { changedWords, wordsIn } from './wave-words.js';
import {
  movedDueAt,
  moveOf,
  requireDueAt,
  requireReminders,
  requireRolling,
  requireStep,
  type WaveMove,
} from './wave.rules.js';
import type { WaveChange, WaveInput } from './wave.schema.js';

/** What staff do with waves. Sending them is the work of WaveSender. */
@Injectable()
export class WavesService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly letters: LettersService,
    private readonly bells: Bells,
    private readonly providers: MailProviders,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.surveys.onMovePreview((id, change) => this.previewMove(id, change));
    this.surveys.onClosingDateMoved((tx, survey) => this.moveWaves(tx, survey, 'closesAt'));
  }

  /** @throws NotFound */
  async get(id: string): Promise<Wave> {
    const wave = await this.dataSource.manager.findOneBy(Wave, { id });
    if (!wave) throw new NotFound('wave', id);
    return wave;
  }

  async ofSurvey(surveyId: string): Promise<Wave[]> {
    return wavesOf(this.dataSource.manager, surveyId);
  }

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
    const invitedAt = await this.invitedAt(tx, surveyId);
    const due = requireDueAt(survey, input.sendAt, invitedAt, now, input.rolling);
    const words = wordsIn(input, survey.languages);
    await this.checkLetters(survey, input.kind, words);
    requireRolling(input);
    await this.requireSegment(surveyId, input.segmentId);
    requireReminders(survey, await wavesOf(tx, surveyId), { id: null, ...input });
    return tx.save(
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
        heldReason: null,
        canaryPassedAt: null,
        pickedOver: false,
        createdAt: now,
        startedAt: null,
        finishedAt: null,
      }),
    );
  }

  /** A plan that could be taken over as it is, with its dates and whom each stage would reach as things stand. */
  async suggest(surveyId: string): Promise<SuggestedStage[]> {
    const survey = await this.surveys.get(surveyId);
    const now = this.clock.now();
    const { closesAtLocal, timeZone } = survey;
    const stages: SuggestedStage[] = [];
    for (const { kind, sendAt } of suggestedPlan(survey, now)) {
      const due = dueAt(sendAt, { closesAtLocal, timeZone, invitedAt: now }, now) ?? now;
      const inMind = {
        kind,
        audience: 'not_completed',
        ignoreGap: false,
        segmentId: null,
        exceedsBecause: null,
      } as const;
      const { recipients, skipped } = await this.preview(surveyId, inMind, due);
      const uninvited = kind === 'reminder' ? (skipped.not_invited ?? 0) : 0;
      stages.push({ kind, sendAt, dueAt: due, recipients: recipients + uninvited });
    }
    return stages;
  }

  /** Changes a wave that has not begun. @throws DomainError `wave.wrong_state` */
  async change(id: string, change: WaveChange): Promise<Wave> {
    return this.rewrite(id, change, (wave, { languages }) => changedWords(wave.words, change, languages));
  }

  /** Puts something else in the place of a wave that has not begun: what is left out is as for a new one. */
  async replace(id: string, input: Omit<WaveInput, 'kind'>): Promise<Wave> {
    const usual = {
      audience: 'not_completed',
      segmentId: null,
      rolling: false,
      exceedsBecause: null,
    } as const;
    const ignores = { ignoreWindow: false, ignoreGap: false, ignoreCanary: false };
    return this.rewrite(id, { ...usual, ...ignores, ...input }, (_wave, { languages }) =>
      wordsIn(input, languages),
    );
  }

  private async rewrite(
    id: string,
    change: WaveChange,
    words: (wave: Wave, survey: Survey) => WaveWords,
  ): Promise<Wave> {
    let ring: () => Promise<void> = () => Promise.resolve();
    const wave = await this.withWave(id, async (tx, wave) => {
      requireStep(wave, 'change');
      if (wave.startedAt) requireStep({ id, state: 'sending' }, 'change');
      const survey = await this.surveys.get(wave.surveyId);
      wave.words = words(wave, survey);
      const others = Object.entries({ ...change, subject: undefined, body: undefined, kind: undefined });
      Object.assign(wave, Object.fromEntries(others.filter(([, value]) => value !== undefined)));
      await this.checkLetters(survey, wave.kind, wave.words);
      requireRolling(wave);
      await this.requireSegment(wave.surveyId, change.segmentId);
      requireReminders(survey, await wavesOf(tx, wave.surveyId), wave);
      if (change.sendAt) {
        const invitedAt = await this.invitedAt(tx, wave.surveyId);
        wave.dueAt = requireDueAt(survey, change.sendAt, invitedAt, this.clock.now(), wave.rolling);
      }
      const saved = await tx.save(wave);
      if (change.sendAt && wave.kind === 'invitation') ring = await this.moveWaves(tx, survey, 'sendAt');
      return saved;
    });
    if (change.sendAt) await this.bells.ring('start-wave', { wave: id }, { at: wave.dueAt });
    await ring();
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
      // Staff have seen why it was held; the rest may go.
      if (wave.heldReason !== null) wave.canaryPassedAt = this.clock.now();
      wave.heldReason = null;
      wave.pickedOver = false;
      return tx.save(wave);
    });
    await this.bells.ring('start-wave', { wave: id }, { at: wave.dueAt });
    return wave;
  }

  /** Ends a wave: whoever has not been written to is skipped with the reason `cancelled`. */
  async cancel(id: string): Promise<Wave> {
    const wave = await this.withWave(id, (tx, wave) => {
      requireStep(wave, 'cancel');
      wave.state = 'cancelled';
      wave.finishedAt = this.clock.now();
      wave.pickedOver = false;
      return tx.save(wave);
    });
    // Nobody claims any more; should this be cut short, the sweep goes on with it.
    await closeCancelled(this.dataSource, this.clock.now(), id);
    return wave;
  }

  /**
   * How many a wave would reach at an instant if nobody did anything until then, and why not the others.
   * Whom an invitation that is due before will have reached counts as invited.
   */
  async preview(
    surveyId: string,
    wave: Omit<WaveInMind, 'surveyId'>,
    at: Date = this.clock.now(),
  ): Promise<ShownAudience> {
    const { privacy } = await this.surveys.get(surveyId);
    const { total, recipients, skipped } = await previewAudience(
      this.dataSource,
      { surveyId, ...wave },
      this.moment(at),
    );
    const { not_invited: uninvited = 0, ...others } = skipped;
    if (uninvited === 0 || !(await this.isInvitedBefore(surveyId, at))) {
      return { total, recipients, skipped: shownCounts(skipped, privacy) };
    }
    return { total, recipients: recipients + uninvited, skipped: shownCounts(others, privacy) };
  }

  /** When a wave would be due if it were scheduled now, when its mails could begin to go, and whom they would reach. */
  async previewInput(surveyId: string, input: WaveInput, own: string | null = null): Promise<WavePreview> {
    const survey = await this.surveys.get(surveyId);
    requireReminders(survey, await this.ofSurvey(surveyId), { id: own, ...input });
    const invitedAt = await this.invitedAt(this.dataSource.manager, surveyId);
    const due = requireDueAt(survey, input.sendAt, invitedAt, this.clock.now(), input.rolling);
    const { kind, audience = 'not_completed', ignoreGap = false } = input;
    const { segmentId = null, exceedsBecause = null, ignoreWindow = false } = input;
    const inMind = { kind, audience, ignoreGap, segmentId, exceedsBecause };
    const begins = ignoreWindow ? due : opensAt(survey.sendingWindow, due, survey.timeZone);
    const { closesAtLocal, timeZone } = survey;
    const anchors = { closesAtLocal, timeZone, invitedAt };
    const local = dueLocal(input.sendAt, anchors, this.clock.now()) ?? localTimeOf(due, timeZone);
    return { ...(await this.preview(surveyId, inMind, due)), dueAt: due, begins, local };
  }

  /** The first people such a wave would reach. */
  async previewPeople(surveyId: string, wave: Omit<WaveInMind, 'surveyId'>, at: Date, limit: number) {
    const invitedBefore = await this.isInvitedBefore(surveyId, at);
    return previewPeople(this.dataSource, { surveyId, ...wave }, this.moment(at), limit, invitedBefore);
  }

  private moment(at: Date) {
    return { at, isNow: at <= this.clock.now() };
  }

  /** What a closing date, or another zone, would move if it were saved. */
  async previewMove(surveyId: string, change: ClosingInMind): Promise<WaveMove[]> {
    const survey = await this.surveys.get(surveyId);
    const closesAtLocal = change.closesAt ?? survey.closesAtLocal;
    const timeZone = change.timeZone ?? survey.timeZone;
    const moved = { closesAtLocal, timeZone, closesAt: instantOf(closesAtLocal, timeZone) };
    const invitedAt = await this.invitedAt(this.dataSource.manager, surveyId);
    const waves = await this.notBegun(this.dataSource.manager, surveyId);
    return waves.map((wave) => moveOf(wave, moved, invitedAt, this.clock.now()));
  }

  /** Segments of the lists that a survey's participants come from, for choosing one. */
  async segmentsFor(surveyId: string): Promise<{ id: string; name: string }[]> {
    return rowsOf(
      this.dataSource,
      `SELECT g.id, g.name FROM segments g WHERE EXISTS (
         SELECT FROM participants p JOIN subscribers s ON s.id = p.subscriber_id
         WHERE p.survey_id = $1 AND s.list_id = g.list_id) ORDER BY lower(g.name), g.id`,
      [surveyId],
    );
  }

  private async isInvitedBefore(surveyId: string, at: Date): Promise<boolean> {
    const rows = await rowsOf(
      this.dataSource,
      `SELECT FROM waves WHERE survey_id = $1 AND kind = 'invitation' AND due_at < $2
         AND state IN ('scheduled', 'planning', 'sending', 'paused') LIMIT 1`,
      [surveyId, at],
    );
    return rows.length > 0;
  }

  /** A segment of a list that nobody comes from would reach nobody. */
  private async requireSegment(surveyId: string, id: string | null | undefined): Promise<void> {
    if (id == null) return;
    const found = await rowsOf(
      this.dataSource,
      `SELECT FROM segments g WHERE g.id = $2 AND EXISTS (
         SELECT FROM participants p JOIN subscribers s ON s.id = p.subscriber_id
         WHERE p.survey_id = $1 AND s.list_id = g.list_id)`,
      [surveyId, id],
    );
    if (found.length > 0) return;
    throw new InvalidInput([
      {
        path: 'segmentId',
        message: `${id} is not a segment of a list that participants of this survey come from`,
      },
    ]);
  }

  /** A letter with unknown merge fields is refused now and not when it is due. */
  private async checkLetters(survey: Survey, kind: Wave['kind'], words: WaveWords): Promise<void> {
    for (const locale of survey.languages) await this.letters.compile(survey, kind, locale, words);
  }

  /**
   * Resolves the times of waves that have not begun anew: after the closing date, its zone or the
   * invitation has moved. All of them or none.
   *
   * @param path what was changed, for the refusal
   * @returns rings them at their new times; to be called once the change stands
   * @throws DomainError `wave.after_closing`, `wave.in_the_past`
   */
  private async moveWaves(tx: EntityManager, survey: Survey, path: string): Promise<() => Promise<void>> {
    const waves = await this.notBegun(tx, survey.id);
    const now = this.clock.now();
    const moved: Pick<Wave, 'id' | 'dueAt'>[] = [];
    for (const wave of waves) {
      const due = movedDueAt(wave, survey, await this.invitedAt(tx, survey.id), now, path);
      if (due.getTime() === wave.dueAt.getTime()) continue;
      // Nothing else of it: somebody may be pausing or cancelling it at this moment.
      const still = await rowsOf(
        tx,
        `UPDATE waves SET due_at = $2 WHERE id = $1 AND started_at IS NULL AND state IN ('scheduled', 'paused') RETURNING 1`,
        [wave.id, due],
      );
      if (still.length > 0) moved.push({ id: wave.id, dueAt: due });
    }
    // A rolling wave ended with the survey; whoever has joined since has their turn.
    if (survey.closesAt > now) {
      await rowsOf(
        tx,
        "UPDATE waves SET state = 'sending', finished_at = NULL WHERE survey_id = $1 AND rolling AND state = 'finished'",
        [survey.id],
      );
    }
    return async () => {
      for (const { id, dueAt } of moved) await this.bells.ring('start-wave', { wave: id }, { at: dueAt });
    };
  }

  private async notBegun(tx: EntityManager, surveyId: string): Promise<Wave[]> {
    return tx.find(Wave, {
      where: { surveyId, startedAt: IsNull(), state: In(['scheduled', 'paused']) },
      order: { kind: 'ASC', id: 'ASC' },
    });
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

/** A wave that is only thought of: when, and whom it would reach. */
export interface WavePreview extends ShownAudience {
  dueAt: Date;
  /** When its first mail may go out: later than it is due outside the sending window. */
  begins: Date;
  /** The wall-clock time that staff asked for, which a change of clocks may have moved. */
  local: LocalDateTime;
}

/** One stage of a suggested plan. */
export interface SuggestedStage extends SuggestedWave {
  dueAt: Date;
  recipients: number;
}

async function wavesOf(tx: EntityManager, surveyId: string): Promise<Wave[]> {
  return tx.find(Wave, { where: { surveyId }, order: { dueAt: 'ASC', id: 'ASC' } });
}

/** Puts the number of a wave in front of what is wrong with it. */
async function numbered<T>(index: number, step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof DomainError) || error.problems.length === 0) throw error;
    const problems = error.problems.map(({ path, message }) => ({
      path: `waves[${index}].${path}`,
      message,
    }));
    throw new DomainError(error.kind, error.code, error.message, problems);
  }
}
