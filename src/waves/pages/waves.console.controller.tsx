import { Body, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Clock } from '../../common/clock.js';
import { localTimeOf } from '../../common/local-time.js';
import { idAfter, pageOf } from '../../common/page.js';
import { opensAt } from '../../common/sending-window.js';
import { ConsoleController } from '../../staff/console-controller.js';
import { deskOf, goTo, show } from '../../console/desk.js';
import { Id } from '../../http/id.pipe.js';
import { ParticipantsService } from '../../participants/participants.service.js';
import type { Survey } from '../../surveys/survey.entity.js';
import { phaseOf } from '../../surveys/survey-frame.js';
import { SurveysService } from '../../surveys/surveys.service.js';
import { deliveries } from '../../ledger/message.entity.js';
import { MessagesService } from '../../ledger/messages.service.js';
import { WavePage } from './wave.page.js';
import { waveNames } from '../wave-names.js';
import { WaveStatuses } from '../wave-status.js';
import { PlanPage } from './plan.page.js';
import { texts } from '../../common/texts.js';
import { timelineOf } from '../plan-timeline.js';
import { suggestedPlan, tomorrowFor } from '../suggested-plan.js';
import type { Suggestion } from './suggested-plan-card.js';
import { SuggestedPlans } from '../suggested-plans.service.js';
import { WaveScheduling } from '../wave-scheduling.service.js';
import type { WaveInput } from '../wave.schema.js';
import { WavesService } from '../waves.service.js';

const ROWS = 50;
const startChoice = z.object({ start: z.enum(['now', 'tomorrow']).catch('now') });
const ledgerQuery = z.object({
  state: z.enum(deliveries).optional().catch(undefined),
  address: z.string().max(254).catch(''),
  cursor: z.string().max(200).optional().catch(undefined),
});

/** The waves of a survey, each with its messages and the steps staff may take. */
@ConsoleController()
export class WavesConsoleController {
  constructor(
    private readonly waves: WavesService,
    private readonly scheduling: WaveScheduling,
    private readonly plans: SuggestedPlans,
    private readonly statuses: WaveStatuses,
    private readonly messages: MessagesService,
    private readonly surveys: SurveysService,
    private readonly participants: ParticipantsService,
    private readonly clock: Clock,
  ) {}

  @Get('surveys/:id/waves')
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
      state: 'draft' as const,
      dueAt: dueAt ?? now,
      startedAt: null,
      onRequestOf: null,
    }));
    const answers = await this.participants.answersByDay(id);
    const all = [...waves, ...thoughtOf];
    const timeline = timelineOf(survey, all, answers, now);
    const nameOf = waveNames(all, deskOf(reply).locale);
    const state = { survey, now, waves: shown, nameOf, participants, timeline, suggestion };
    show(reply, <PlanPage desk={deskOf(reply)} {...state} />);
  }

  /** Takes the suggested plan over; an invitation that is not wanted at once goes out tomorrow. */
  @Post('surveys/:id/plan')
  async takeOver(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { start } = startChoice.parse(body ?? {});
    const survey = await this.surveys.get(id);
    const now = this.clock.now();
    const begins = start === 'tomorrow' ? tomorrowFor(survey, now) : now;
    const tomorrow = localTimeOf(begins, survey.timeZone);
    const inputs = suggestedPlan(survey, begins).map(({ kind, sendAt }): WaveInput => ({
      kind,
      sendAt: kind === 'invitation' && start === 'tomorrow' ? { at: 'local', local: tomorrow } : sendAt,
    }));
    await this.scheduling.scheduleAll(id, inputs);
    const text = texts('plan', deskOf(reply).locale).suggested.taken;
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

  @Get('waves/:id')
  async one(@Id() id: string, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const wave = await this.waves.get(id);
    const { state, address, cursor } = ledgerQuery.parse(query);
    const filter = { waveId: id, state, address: address.trim() || undefined };
    const rows = await this.messages.page(filter, idAfter(cursor), ROWS + 1);
    const page = pageOf(
      rows,
      ROWS,
      (row) => [row.id],
      (row) => row,
    );
    const ledger = {
      rows: page.items,
      state: state ?? null,
      address: address.trim(),
      next: page.next,
      isFirst: cursor === undefined,
    };
    const survey = await this.surveys.get(wave.surveyId);
    const shown = { wave, status: await this.statuses.of(wave) };
    const desk = deskOf(reply);
    const nameOf = waveNames(await this.waves.ofSurvey(survey.id), desk.locale);
    show(reply, <WavePage desk={desk} survey={survey} shown={shown} name={nameOf(wave)} ledger={ledger} />);
  }

  @Post('waves/:id/pause')
  async pause(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.waves.pause(id);
    this.taken(reply, id, texts('waves', deskOf(reply).locale).paused);
  }

  @Post('waves/:id/resume')
  async resume(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.waves.resume(id);
    this.taken(reply, id, texts('waves', deskOf(reply).locale).resumed);
  }

  @Post('waves/:id/cancel')
  async cancel(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.waves.cancel(id);
    this.taken(reply, id, texts('waves', deskOf(reply).locale).cancelled);
  }

  private taken(reply: FastifyReply, id: string, text: string): void {
    goTo(reply, `/console/waves/${id}`, { tone: 'success', text });
  }
}
