import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { Bells } from '../queue/bells.js';
import type { Survey } from '../surveys/survey.entity.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { LettersService } from '../letters/letters.service.js';
import { WaveMoves } from './wave-moves.service.js';
import { WaveSegments } from './wave-segments.service.js';
import type { Wave } from '../ledger/wave.entity.js';
import type { WaveWords } from '../letters/wave-words.js';
import { changedWords, wordsIn } from './posted-words.js';
import { requireDueAt, requireReminders, requireRolling, requireStep } from './wave.rules.js';
import type { WaveChange, WaveInput } from './wave.schema.js';
import { invitedAt, lockWave, wavesOf } from './waves.queries.js';

/** Changes a wave that has not begun, in part or as a whole; what counts from an invitation moves with it. */
@Injectable()
export class WaveChanges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly letters: LettersService,
    private readonly segments: WaveSegments,
    private readonly moves: WaveMoves,
    private readonly bells: Bells,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** What is left out stays. @throws DomainError `wave.wrong_state` */
  async change(id: string, change: WaveChange): Promise<Wave> {
    return this.rewrite(id, change, (wave, { languages }) => changedWords(wave.words, change, languages));
  }

  /** Puts something else in its place: what is left out is as for a new one. @throws DomainError `wave.wrong_state` */
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
    const wave = await this.dataSource.transaction(async (tx) => {
      const wave = await lockWave(tx, id);
      requireStep(wave, 'change');
      if (wave.startedAt) requireStep({ id, state: 'sending' }, 'change');
      const survey = await this.surveys.get(wave.surveyId);
      wave.words = words(wave, survey);
      const others = Object.entries({ ...change, subject: undefined, body: undefined, kind: undefined });
      Object.assign(wave, Object.fromEntries(others.filter(([, value]) => value !== undefined)));
      await this.letters.requireAll(survey, wave.kind, wave.words);
      requireRolling(wave);
      await this.segments.require(survey, wave.kind, change.segmentId);
      requireReminders(survey, await wavesOf(tx, wave.surveyId), wave);
      if (change.sendAt) {
        const invited = await invitedAt(tx, wave.surveyId);
        wave.dueAt = requireDueAt(survey, change.sendAt, invited, this.clock.now(), wave.rolling);
      }
      const saved = await tx.save(wave);
      const details = { survey: wave.surveyId, kind: wave.kind, segment: wave.segmentId };
      await this.audit.record('wave.change', `wave:${id}`, details, tx);
      if (change.sendAt && wave.kind === 'invitation') ring = await this.moves.follow(tx, survey, 'sendAt');
      return saved;
    });
    if (change.sendAt) await this.bells.ring('start-wave', { wave: id }, { at: wave.dueAt });
    await ring();
    return wave;
  }
}
