import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import type { Wave } from '../../ledger/states/wave.entity.js';
import { invitedAt, wavesOf } from '../../ledger/planning/waves.queries.js';
import { LettersService } from '../../letters/letters.service.js';
import type { Survey } from '../../surveys/survey.entity.js';
import { WaveSegments } from './wave-segments.service.js';
import { requireDueAt, requireReminders, requireRolling } from './wave.rules.js';
import type { WaveInput } from './wave.schema.js';

/** Whether a wave can go out as it is to be; asked before it is planned and when it is changed. */
@Injectable()
export class WaveChecks {
  constructor(
    private readonly letters: LettersService,
    private readonly segments: WaveSegments,
    private readonly clock: Clock,
  ) {}

  /**
   * When it is due.
   *
   * @throws DomainError `wave.after_closing`
   * @throws InvalidInput for a time in the past
   */
  async dueAt(
    tx: EntityManager,
    survey: Survey,
    { sendAt, rolling }: Pick<WaveInput, 'sendAt' | 'rolling'>,
  ): Promise<Date> {
    return requireDueAt(survey, sendAt, await invitedAt(tx, survey.id), this.clock.now(), rolling);
  }

  /**
   * That its letter, its segment and the number of reminders are in order.
   *
   * @param wave `id` null: a new one
   * @param segmentId the segment that is chosen now; undefined: the one it has stays
   * @throws DomainError `wave.too_many_reminders`
   * @throws InvalidInput for a letter that could not be written or a segment that reaches nobody
   */
  async require(
    tx: EntityManager,
    survey: Survey,
    wave: Pick<Wave, 'words'> & Parameters<typeof requireRolling>[0] & Parameters<typeof requireReminders>[2],
    segmentId: string | null | undefined,
  ): Promise<void> {
    await this.letters.requireAll(survey, wave.kind, wave.words);
    requireRolling(wave);
    await this.segments.require(survey, wave.kind, segmentId);
    requireReminders(survey, await wavesOf(tx, survey.id), wave);
  }
}
