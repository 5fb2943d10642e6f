import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../common/clock.js';
import { type LocalDateTime, localTimeOf } from '../../common/local-time.js';
import { opensAt } from '../../common/sending-window.js';
import { SurveysService } from '../../surveys/surveys.service.js';
import { letterPeople } from '../../letters/letter-people.queries.js';
import {
  countParticipations,
  type ParticipationCounts,
} from '../../ledger/messages/participation-totals.queries.js';
import {
  type Moment,
  previewAudience,
  previewPeople,
  type ProposedWave,
} from '../../ledger/planning/plan.queries.js';
import { dueLocal } from './send-at.js';
import { type ShownAudience, shownCounts, showsTotalOnly } from '../../ledger/messages/shown-reason.rules.js';
import { WaveSegments } from './wave-segments.service.js';
import { requireDueAt, requireReminders } from './wave.rules.js';
import type { WaveInput } from './wave.schema.js';
import { invitedAt, isInvitedBefore, wavesOf } from '../../ledger/planning/waves.queries.js';

/** A wave that is only thought of: when, and whom it would reach. */
export interface WavePreview extends ShownAudience {
  dueAt: Date;
  /** When its first mail may go out: later than it is due outside the sending window. */
  begins: Date;
  /** The wall-clock time that staff asked for, which a change of clocks may have moved. */
  local: LocalDateTime;
}

/** Waves before they are scheduled: when they would go out, and whom they would reach. */
@Injectable()
export class WavePreviews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly segments: WaveSegments,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * When a wave would be due if it were scheduled now, when its mails could begin to go, and whom they would
   * reach. Who looked is written down.
   *
   * @param own the wave that this would change; null: a new one
   */
  async of(surveyId: string, input: WaveInput, own: string | null = null): Promise<WavePreview> {
    const survey = await this.surveys.get(surveyId);
    await this.segments.require(survey, input.kind, input.segmentId);
    requireReminders(survey, await wavesOf(this.dataSource.manager, surveyId), { id: own, ...input });
    const invited = await invitedAt(this.dataSource, surveyId);
    const due = requireDueAt(survey, input.sendAt, invited, this.clock.now(), input.rolling);
    const { kind, audience = 'not_completed', ignoreGap = false } = input;
    const { segmentId = null, exceedsBecause = null, ignoreWindow = false } = input;
    const proposed = { kind, audience, ignoreGap, segmentId, exceedsBecause };
    const begins = ignoreWindow ? due : opensAt(survey.sendingWindow, due, survey.timeZone);
    const { closesAtLocal, timeZone } = survey;
    const anchors = { closesAtLocal, timeZone, invitedAt: invited };
    const local = dueLocal(input.sendAt, anchors, this.clock.now()) ?? localTimeOf(due, timeZone);
    const reached = await this.audience(surveyId, proposed, due);
    await this.audit.record('wave.preview', `survey:${surveyId}`, { kind, segmentId, wave: own });
    return { ...reached, dueAt: due, begins, local };
  }

  /**
   * How many a wave would reach at an instant if nobody did anything until then, and why not the others.
   * Whom an invitation that is due before will have reached counts as invited.
   */
  async audience(surveyId: string, wave: Omit<ProposedWave, 'surveyId'>, at: Date): Promise<ShownAudience> {
    const { privacy } = await this.surveys.get(surveyId);
    if (showsTotalOnly(wave.kind, privacy)) return this.byTotals(surveyId, wave, at);
    const { total, recipients, skipped } = await previewAudience(
      this.dataSource,
      { surveyId, ...wave },
      this.moment(at),
    );
    const { not_invited: uninvited = 0, ...others } = skipped;
    if (uninvited === 0 || !(await isInvitedBefore(this.dataSource, surveyId, at))) {
      return { total, recipients, skipped: shownCounts(skipped, privacy) };
    }
    return { total, recipients: recipients + uninvited, skipped: shownCounts(others, privacy) };
  }

  /**
   * A reminder of an anonymous survey before it is scheduled: those invited less those who are through. No
   * rule is asked about single people, so that nothing done to one of them changes the number (P8). How many
   * of a segment or of those who have begun it would reach is told to nobody.
   */
  private async byTotals(
    surveyId: string,
    { segmentId, audience }: Omit<ProposedWave, 'surveyId'>,
    at: Date,
  ): Promise<ShownAudience> {
    const { all, invited } = await countParticipations(this.dataSource, surveyId);
    const total = sumOf(all);
    if (segmentId !== null || audience !== 'not_completed') return { total, recipients: null, skipped: {} };
    const reached = (await isInvitedBefore(this.dataSource, surveyId, at)) ? all : invited;
    const through = reached.completed + reached.screened_out;
    const uninvited = total - sumOf(reached);
    return {
      total,
      recipients: sumOf(reached) - through,
      skipped: {
        ...(through > 0 && { completed: through }),
        ...(uninvited > 0 && { not_invited: uninvited }),
      },
    };
  }

  /** The first people such a wave would reach; of an anonymous survey any of its participants. */
  async people(surveyId: string, wave: Omit<ProposedWave, 'surveyId'>, at: Date, limit: number) {
    const { privacy } = await this.surveys.get(surveyId);
    if (showsTotalOnly(wave.kind, privacy)) return letterPeople(this.dataSource, surveyId, limit);
    const invitedBefore = await isInvitedBefore(this.dataSource, surveyId, at);
    return previewPeople(this.dataSource, { surveyId, ...wave }, this.moment(at), limit, invitedBefore);
  }

  private moment(at: Date): Moment {
    return { at, isNow: at <= this.clock.now() };
  }
}

function sumOf(counts: ParticipationCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
