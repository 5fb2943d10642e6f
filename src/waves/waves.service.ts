import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AuditAction } from '../audit/audit-actions.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { NotFound } from '../common/errors.js';
import { Bells } from '../queue/bells.js';
import { closeCancelled } from '../ledger/claims/settle.queries.js';
import { Wave } from '../ledger/states/wave.entity.js';
import { requireStep } from './planning/wave.rules.js';
import { lockWave, saveWave, wavesOf } from '../ledger/planning/waves.queries.js';

/** The waves there are, and how staff stop them and let them go on. Sending them is the work of WaveSender. */
@Injectable()
export class WavesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bells: Bells,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async get(id: string): Promise<Wave> {
    const wave = await this.dataSource.manager.findOneBy(Wave, { id });
    if (!wave) throw new NotFound('wave', id);
    return wave;
  }

  /** @throws NotFound for a wave of another survey */
  async getOf(surveyId: string, id: string): Promise<Wave> {
    const wave = await this.get(id);
    if (wave.surveyId !== surveyId) throw new NotFound('wave', id);
    return wave;
  }

  async ofSurvey(surveyId: string): Promise<Wave[]> {
    return wavesOf(this.dataSource.manager, surveyId);
  }

  /** Stops claiming within a moment; what is under way is finished. */
  async pause(id: string): Promise<Wave> {
    return this.withWave(id, 'wave.pause', (tx, wave) => {
      requireStep(wave, 'pause');
      wave.state = 'paused';
      return saveWave(tx, wave);
    });
  }

  /** Goes on where it stopped; a wave that had not begun waits for its time again. */
  async resume(id: string): Promise<Wave> {
    const wave = await this.withWave(id, 'wave.resume', async (tx, wave) => {
      requireStep(wave, 'resume');
      // Planning again adds only who was missed, so it is the right way back wherever the wave stopped.
      wave.state = wave.startedAt === null ? 'scheduled' : 'planning';
      // Staff have seen why it was held; the rest may go.
      if (wave.heldBy === 'brake') wave.canaryPassedAt = this.clock.now();
      wave.heldBy = null;
      wave.heldReason = null;
      wave.fullyClaimed = false;
      return saveWave(tx, wave);
    });
    await this.bells.ring('start-wave', { wave: id }, { at: wave.dueAt });
    return wave;
  }

  /** Ends a wave: anyone who has not been written to is skipped with the reason `cancelled`. */
  async cancel(id: string): Promise<Wave> {
    const wave = await this.withWave(id, 'wave.cancel', (tx, wave) => {
      requireStep(wave, 'cancel');
      wave.state = 'cancelled';
      wave.finishedAt = this.clock.now();
      wave.fullyClaimed = false;
      return saveWave(tx, wave);
    });
    // Nobody claims any more; should this be cut short, the sweep goes on with it.
    await closeCancelled(this.dataSource, this.clock.now(), id);
    return wave;
  }

  private async withWave(
    id: string,
    action: AuditAction,
    step: (tx: EntityManager, wave: Wave) => Promise<Wave>,
  ): Promise<Wave> {
    return this.dataSource.transaction(async (tx) => {
      const wave = await step(tx, await lockWave(tx, id));
      await this.audit.record(action, `wave:${id}`, {}, tx);
      return wave;
    });
  }
}
