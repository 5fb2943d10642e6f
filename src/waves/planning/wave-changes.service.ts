import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Bells } from '../../queue/bells.js';
import type { Survey } from '../../surveys/survey.entity.js';
import { SurveysService } from '../../surveys/surveys.service.js';
import { WaveChecks } from './wave-checks.js';
import { WaveMoves } from './wave-moves.service.js';
import type { Wave } from '../../ledger/states/wave.entity.js';
import type { WaveWords } from '../../letters/wave-words.js';
import { changedWords, wordsIn } from './posted-words.js';
import { requireStep } from './wave.rules.js';
import type { WaveChange, WaveInput } from './wave.schema.js';
import { lockWave, saveWave } from '../../ledger/planning/waves.queries.js';

/** Changes a wave that has not begun, in part or as a whole; what counts from an invitation moves with it. */
@Injectable()
export class WaveChanges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly checks: WaveChecks,
    private readonly moves: WaveMoves,
    private readonly bells: Bells,
    private readonly audit: AuditService,
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
      await this.checks.require(tx, survey, wave, change.segmentId);
      if (change.sendAt) wave.dueAt = await this.checks.dueAt(tx, survey, wave);
      const saved = await saveWave(tx, wave);
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
