import { Body, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Clock } from '../../../common/clock.js';
import { opensAt } from '../../../common/sending-window.js';
import { texts } from '../../../common/texts.js';
import { consoleContextOf, goTo, show } from '../../../console/console-context.js';
import { Id } from '../../../http/id.pipe.js';
import { ParticipantsService } from '../../../participants/participants.service.js';
import { ConsoleController } from '../../../staff/console-controller.js';
import type { Survey } from '../../../surveys/survey.entity.js';
import { phaseOf } from '../../../surveys/pages/survey-frame.js';
import { SurveysService } from '../../../surveys/surveys.service.js';
import { timelineOf } from './plan-timeline.js';
import { tomorrowFor } from '../../planning/suggested-plan.js';
import { SuggestedPlans } from '../../planning/suggested-plans.service.js';
import { waveNames } from '../../wave-names.js';
import { WaveStatuses } from '../../wave-status.js';
import { WavesService } from '../../waves.service.js';
import { PlanPage } from './plan.page.js';
import type { Suggestion } from './suggested-plan-card.js';

const startChoice = z.object({ start: z.enum(['now', 'tomorrow']).catch('now') });

/** All waves of a survey on its plan, and a plan to take over if there is none. */
@ConsoleController('surveys/:id')
export class PlanConsoleController {
  constructor(
    private readonly waves: WavesService,
    private readonly plans: SuggestedPlans,
    private readonly statuses: WaveStatuses,
    private readonly surveys: SurveysService,
    private readonly participants: ParticipantsService,
    private readonly clock: Clock,
  ) {}

  @Get('waves')
  async ofSurvey(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const survey = await this.surveys.get(id);
    const waves = await this.waves.ofSurvey(id);
    const statuses = await this.statuses.ofAll(waves);
    const shown = waves.flatMap((wave) => {
      const status = statuses.get(wave.id);
      return status ? [{ wave, status }] : [];
    });
    const participants = await this.participants.count(id);
    const now = this.clock.now();
    const isEmpty = waves.every(({ state }) => state === 'cancelled');
    const canBegin = isEmpty && participants > 0 && phaseOf(survey, now) === 'open';
    const suggestion = canBegin ? await this.suggestion(survey, now) : null;
    const thoughtOf = (suggestion?.stages ?? []).map(({ id: stage, kind, dueAt }) => ({
      id: stage,
      kind,
      state: 'scheduled' as const,
      dueAt: dueAt ?? now,
      startedAt: null,
      onRequestOf: null,
    }));
    const answers = await this.participants.answersByDay(id);
    const all = [...waves, ...thoughtOf];
    const timeline = timelineOf(survey, all, answers, now);
    const nameOf = waveNames(all, consoleContextOf(reply).locale);
    const state = { survey, now, waves: shown, nameOf, participants, timeline, suggestion };
    show(reply, <PlanPage context={consoleContextOf(reply)} {...state} />);
  }

  /** Takes the suggested plan over; an invitation that is not wanted at once goes out tomorrow. */
  @Post('plan')
  async takeOver(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { start } = startChoice.parse(body ?? {});
    await this.plans.takeOver(id, start);
    const text = texts('plan', consoleContextOf(reply).locale).suggested.taken;
    goTo(reply, `/console/surveys/${id}/waves`, { tone: 'success', text });
  }

  private async suggestion(survey: Survey, now: Date): Promise<Suggestion> {
    const stages = await this.plans.for(survey.id);
    const opens = opensAt(survey.sendingWindow, now, survey.timeZone);
    return {
      stages: stages.map(({ kind, sendAt, dueAt, recipients }, index) => ({
        id: `suggested-${index}`,
        kind,
        sendAt,
        dueAt: sendAt.at === 'now' ? null : dueAt,
        recipients,
      })),
      tomorrow: tomorrowFor(survey, now),
      opensAt: opens > now ? opens : null,
    };
  }
}
