import { Get, HttpCode, Patch, Post } from '@nestjs/common';
import { z } from 'zod';
import { ApiController } from '../http/api-controller.js';
import { Id } from '../http/id.pipe.js';
import { ZodBody } from '../http/zod-body.js';
import { bodyRules, TakesBody } from '../http/takes-body.js';
import { MessagesService } from './messages.service.js';
import { resolution } from './message.schema.js';
import { TestMails } from './test-mails.service.js';
import { WaveChanges } from './wave-changes.service.js';
import { WaveScheduling } from './wave-scheduling.service.js';
import type { Wave } from './wave.entity.js';
import { type WaveChange, waveChange, type WaveInput, waveInput } from './wave.schema.js';
import { WaveStatuses } from './wave-status.js';
import { WavesService } from './waves.service.js';

const planInput = z.strictObject({ waves: z.array(waveInput).min(1).max(20) });

const testInput = z.object({
  to: z.email({ error: 'must be an e-mail address' }),
  language: z.string().optional(),
});

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

  @Post('surveys/:id/waves')
  async schedule(@Id() id: string, @ZodBody(waveInput) input: WaveInput) {
    return this.shapeOf(await this.scheduling.schedule(id, input));
  }

  @Get('surveys/:id/waves')
  async list(@Id() id: string) {
    const waves = await this.waves.ofSurvey(id);
    return { items: await Promise.all(waves.map((wave) => this.shapeOf(wave))), next: null };
  }

  /** Schedules several waves together; all or none. */
  @Post('surveys/:id/plan')
  async plan(@Id() id: string, @ZodBody(planInput) { waves }: z.output<typeof planInput>) {
    const scheduled = await this.scheduling.scheduleAll(id, waves);
    return { items: await Promise.all(scheduled.map((wave) => this.shapeOf(wave))) };
  }

  @Get('waves/:id')
  async get(@Id() id: string) {
    return this.shapeOf(await this.waves.get(id));
  }

  @Patch('waves/:id')
  async change(@Id() id: string, @ZodBody(waveChange) change: WaveChange) {
    return this.shapeOf(await this.changes.change(id, change));
  }

  @Post('waves/:id/pause')
  @HttpCode(200)
  async pause(@Id() id: string) {
    return this.shapeOf(await this.waves.pause(id));
  }

  @Post('waves/:id/resume')
  @HttpCode(200)
  async resume(@Id() id: string) {
    return this.shapeOf(await this.waves.resume(id));
  }

  @Post('waves/:id/cancel')
  @HttpCode(200)
  async cancel(@Id() id: string) {
    return this.shapeOf(await this.waves.cancel(id));
  }

  /** Decides about all of its uncertain messages at once; `resolved` says how many. */
  @Post('waves/:id/resolve')
  @HttpCode(200)
  async resolve(@Id() id: string, @ZodBody(resolution) { as }: z.output<typeof resolution>) {
    const resolved = await this.messages.resolveAll(id, as);
    return { ...(await this.shapeOf(await this.waves.get(id))), resolved };
  }

  /** Sends the wave's letter once, marked as a test, to an address of one's own. */
  @Post('waves/:id/test')
  @HttpCode(200)
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
      ...(await this.statuses.of(wave)),
    };
  }
}
