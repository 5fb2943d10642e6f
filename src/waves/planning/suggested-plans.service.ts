import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { SurveysService } from '../../surveys/surveys.service.js';
import { dueAt } from './send-at.js';
import { type SuggestedWave, suggestedPlan, tomorrowFor } from './suggested-plan.js';
import { localTimeOf } from '../../common/local-time.js';
import { WaveScheduling } from './wave-scheduling.service.js';
import type { WaveInput } from './wave.schema.js';
import { WavePreviews } from './wave-previews.service.js';

/** One stage of a suggested plan. */
export interface SuggestedStage extends SuggestedWave {
  dueAt: Date;
  /** Null: may not be told. */
  recipients: number | null;
}

/** A plan that could be taken over as it is, with its dates and whom each stage would reach as things stand. */
@Injectable()
export class SuggestedPlans {
  constructor(
    private readonly surveys: SurveysService,
    private readonly previews: WavePreviews,
    private readonly scheduling: WaveScheduling,
    private readonly clock: Clock,
  ) {}

  async for(surveyId: string): Promise<SuggestedStage[]> {
    const survey = await this.surveys.get(surveyId);
    const now = this.clock.now();
    const { closesAtLocal, timeZone } = survey;
    const stages: SuggestedStage[] = [];
    for (const { kind, sendAt } of suggestedPlan(survey, now)) {
      const due = dueAt(sendAt, { closesAtLocal, timeZone, invitedAt: now }, now) ?? now;
      const proposed = {
        kind,
        audience: 'not_completed',
        ignoreGap: false,
        segmentId: null,
        exceedsBecause: null,
      } as const;
      const { recipients, skipped } = await this.previews.audience(surveyId, proposed, due);
      const uninvited = kind === 'reminder' ? (skipped.not_invited ?? 0) : 0;
      stages.push({
        kind,
        sendAt,
        dueAt: due,
        recipients: recipients === null ? null : recipients + uninvited,
      });
    }
    return stages;
  }

  /** Schedules the suggested plan; an invitation that is not wanted at once goes out tomorrow. */
  async takeOver(surveyId: string, start: 'now' | 'tomorrow'): Promise<void> {
    const survey = await this.surveys.get(surveyId);
    const now = this.clock.now();
    const begins = start === 'tomorrow' ? tomorrowFor(survey, now) : now;
    const tomorrow = localTimeOf(begins, survey.timeZone);
    const inputs = suggestedPlan(survey, begins).map(({ kind, sendAt }): WaveInput => ({
      kind,
      sendAt: kind === 'invitation' && start === 'tomorrow' ? { at: 'local', local: tomorrow } : sendAt,
    }));
    await this.scheduling.scheduleAll(surveyId, inputs);
  }
}
