import { textOfPacked } from '../../common/coded-text.js';
import { Get, Patch, Post } from '@nestjs/common';
import { z } from 'zod';
import { ApiController } from '../../http/api-controller.js';
import { Describes } from '../../http/openapi/describes.js';
import { Id } from '../../http/id.pipe.js';
import { ZodBody } from '../../http/bodies/zod-body.js';
import { bodyRules, TakesBody } from '../../http/bodies/takes-body.js';
import { MessagesService } from '../../ledger/messages/messages.service.js';
import { resolution } from '../../ledger/messages/message.schema.js';
import { TestMails } from '../../letters/test-mails.service.js';
import { resolvedWave, scheduledWaves, sentTest, wave, waves } from './wave-answer.schema.js';
import { WaveChanges } from '../planning/wave-changes.service.js';
import { WaveScheduling } from '../planning/wave-scheduling.service.js';
import type { Wave } from '../../ledger/states/wave.entity.js';
import { type WaveChange, waveChange, type WaveInput, waveInput } from '../planning/wave.schema.js';
import type { WaveStatus } from '../wave-status.rules.js';
import { WaveStatuses } from '../wave-status.js';
import { WavesService } from '../waves.service.js';

/** Why a wave may not be scheduled so. */
const refusals = ['wave.after_closing', 'wave.too_many_reminders'];

const planInput = z
  .strictObject({ waves: z.array(waveInput).min(1).max(20) })
  .meta({ id: 'NewPlan', examples: [{ waves: [{ kind: 'invitation', sendAt: 'now', rolling: true }] }] });

const testInput = z
  .object({
    to: z.email(),
    language: z.string().optional(),
  })
  .meta({ id: 'NewTest', examples: [{ to: 'anna@example.org', language: 'de' }] });

@TakesBody(bodyRules.longJson)
@ApiController('', 'waves')
export class WavesController {
  constructor(
    private readonly waves: WavesService,
    private readonly scheduling: WaveScheduling,
    private readonly changes: WaveChanges,
    private readonly statuses: WaveStatuses,
    private readonly testMails: TestMails,
    private readonly messages: MessagesService,
  ) {}

  @Describes({
    id: 'scheduleWave',
    summary: 'Schedule a wave',
    description: 'At once with `sendAt: "now"`, otherwise at its time.',
    status: 201,
    answer: wave,
    problems: { 409: ['survey.not_published'], 422: refusals },
  })
  @Post('surveys/:id/waves')
  async schedule(@Id() id: string, @ZodBody(waveInput) input: WaveInput) {
    return this.shapeOf(await this.scheduling.schedule(id, input));
  }

  @Describes({ id: 'listWaves', summary: 'List the waves of a survey', answer: waves })
  @Get('surveys/:id/waves')
  async list(@Id() id: string) {
    const waves = await this.waves.ofSurvey(id);
    return { items: await Promise.all(waves.map((wave) => this.shapeOf(wave))), next: null };
  }

  /** Schedules several waves together; all or none. */
  @Describes({
    id: 'scheduleWaves',
    summary: 'Schedule several waves together',
    description: 'All of them or none.',
    status: 201,
    answer: scheduledWaves,
    problems: { 409: ['survey.not_published'], 422: refusals },
  })
  @Post('surveys/:id/plan')
  async plan(@Id() id: string, @ZodBody(planInput) { waves }: z.output<typeof planInput>) {
    const scheduled = await this.scheduling.scheduleAll(id, waves);
    return { items: await Promise.all(scheduled.map((wave) => this.shapeOf(wave))) };
  }

  @Describes({ id: 'getWave', summary: 'Get a wave', answer: wave })
  @Get('waves/:id')
  async get(@Id() id: string) {
    return this.shapeOf(await this.waves.get(id));
  }

  @Describes({
    id: 'changeWave',
    summary: 'Change a wave that has not begun',
    answer: wave,
    problems: { 409: ['wave.wrong_state'], 422: [...refusals, 'wave.in_the_past'] },
  })
  @Patch('waves/:id')
  async change(@Id() id: string, @ZodBody(waveChange) change: WaveChange) {
    return this.shapeOf(await this.changes.change(id, change));
  }

  @Describes({
    id: 'pauseWave',
    summary: 'Pause a wave',
    description: 'Takes effect within a second.',
    answer: wave,
    problems: { 409: ['wave.wrong_state'] },
  })
  @Post('waves/:id/pause')
  async pause(@Id() id: string) {
    return this.shapeOf(await this.waves.pause(id));
  }

  @Describes({
    id: 'resumeWave',
    summary: 'Resume a wave',
    description: 'One that was paused, or held by a brake.',
    answer: wave,
    problems: { 409: ['wave.wrong_state'] },
  })
  @Post('waves/:id/resume')
  async resume(@Id() id: string) {
    return this.shapeOf(await this.waves.resume(id));
  }

  @Describes({
    id: 'cancelWave',
    summary: 'Cancel a wave',
    description: 'What is not yet handed over is never sent.',
    answer: wave,
    problems: { 409: ['wave.wrong_state'] },
  })
  @Post('waves/:id/cancel')
  async cancel(@Id() id: string) {
    return this.shapeOf(await this.waves.cancel(id));
  }

  /** Decides about all of its uncertain messages at once; `resolved` says how many. */
  @Describes({
    id: 'resolveWave',
    summary: 'Decide about all uncertain messages of a wave',
    answer: resolvedWave,
    problems: { 409: ['wave.wrong_state'] },
  })
  @Post('waves/:id/resolve')
  async resolve(@Id() id: string, @ZodBody(resolution) { as }: z.output<typeof resolution>) {
    const resolved = await this.messages.resolveAll(id, as);
    return { ...(await this.shapeOf(await this.waves.get(id))), resolved };
  }

  /** Sends the wave's letter once, marked as a test, to an address of one's own. */
  @Describes({
    id: 'sendTest',
    summary: "Send a wave's letter as a test",
    description: "Once, marked as a test, to an address of one's own; its personal link opens nothing.",
    answer: sentTest,
    problems: { 422: ['test.not_accepted'] },
  })
  @Post('waves/:id/test')
  async test(@Id() id: string, @ZodBody(testInput) { to, language }: z.output<typeof testInput>) {
    const wave = await this.waves.get(id);
    return this.testMails.send(wave.surveyId, wave.kind, wave.words, to, language ?? null);
  }

  private async shapeOf(wave: Wave) {
    return {
      id: wave.id,
      surveyId: wave.surveyId,
      kind: wave.kind,
      state: wave.state,
      dueAt: wave.dueAt,
      audience: wave.audience,
      words: wave.words,
      sendAt: wave.sendAt,
      rolling: wave.rolling,
      segmentId: wave.segmentId,
      onRequestOf: wave.onRequestOf,
      exceedsBecause: wave.exceedsBecause,
      ignoreWindow: wave.ignoreWindow,
      ignoreGap: wave.ignoreGap,
      ignoreCanary: wave.ignoreCanary,
      startedAt: wave.startedAt,
      finishedAt: wave.finishedAt,
      ...inEnglish(await this.statuses.of(wave)),
    };
  }
}

/** What a wave waits for is kept without words, where it is ours to say. */
function inEnglish(status: WaveStatus): WaveStatus {
  const { waitingFor } = status;
  if (!waitingFor || !('reason' in waitingFor) || waitingFor.reason === null) return status;
  return { ...status, waitingFor: { ...waitingFor, reason: textOfPacked(waitingFor.reason, 'en') } };
}
