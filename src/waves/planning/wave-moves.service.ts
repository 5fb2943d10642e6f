import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { instantOf } from '../../common/local-time.js';
import { Bells } from '../../queue/bells.js';
import type { Survey } from '../../surveys/survey.entity.js';
import { type ProposedClosing, SurveysService } from '../../surveys/surveys.service.js';
import type { Wave } from '../../ledger/states/wave.entity.js';
import { movedDueAt, moveOf, type WaveMove } from './wave.rules.js';
import {
  invitedAt,
  moveWave,
  reopenRollingWaves,
  wavesNotBegun,
} from '../../ledger/planning/waves.queries.js';

/** Waves that have not begun follow what they count from: the closing date, its zone, the invitation. */
@Injectable()
export class WaveMoves implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly bells: Bells,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.surveys.onMovePreview((id, change) => this.preview(id, change));
    this.surveys.onClosingDateMoved((tx, survey) => this.follow(tx, survey, 'closesAt'));
  }

  /** What a closing date, or another zone, would move if it were saved. */
  async preview(surveyId: string, change: ProposedClosing): Promise<WaveMove[]> {
    const survey = await this.surveys.get(surveyId);
    const closesAtLocal = change.closesAt ?? survey.closesAtLocal;
    const timeZone = change.timeZone ?? survey.timeZone;
    const moved = { closesAtLocal, timeZone, closesAt: instantOf(closesAtLocal, timeZone) };
    const invited = await invitedAt(this.dataSource, surveyId);
    const waves = await wavesNotBegun(this.dataSource.manager, surveyId);
    return waves.map((wave) => moveOf(wave, moved, invited, this.clock.now()));
  }

  /**
   * Resolves the times of waves that have not begun anew: after the closing date, its zone or the
   * invitation has moved. All of them or none.
   *
   * @param path what was changed, for the refusal
   * @returns rings them at their new times; to be called once the change stands
   * @throws DomainError `wave.after_closing`, `wave.in_the_past`
   */
  async follow(tx: EntityManager, survey: Survey, path: string): Promise<() => Promise<void>> {
    const now = this.clock.now();
    const moved: Pick<Wave, 'id' | 'dueAt'>[] = [];
    for (const wave of await wavesNotBegun(tx, survey.id)) {
      const due = movedDueAt(wave, survey, await invitedAt(tx, survey.id), now, path);
      if (due.getTime() === wave.dueAt.getTime()) continue;
      if (await moveWave(tx, wave.id, due)) moved.push({ id: wave.id, dueAt: due });
    }
    // A rolling wave ended with the survey; anyone who has joined since has their turn.
    if (survey.closesAt > now) await reopenRollingWaves(tx, survey.id);
    return async () => {
      for (const { id, dueAt } of moved) await this.bells.ring('start-wave', { wave: id }, { at: dueAt });
    };
  }
}
