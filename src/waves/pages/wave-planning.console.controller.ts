import { Body, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { texts } from '../../common/texts.js';
import { consoleContextOf, goTo } from '../../console/console-context.js';
import { Id } from '../../http/id.pipe.js';
import { bodyRules, TakesBody } from '../../http/bodies/takes-body.js';
import { ConsoleController } from '../../staff/console-controller.js';
import { WaveChanges } from '../planning/wave-changes.service.js';
import { WaveScheduling } from '../planning/wave-scheduling.service.js';
import { WavesService } from '../waves.service.js';
import { WaveFormPages } from './wave-form-pages.js';
import { WavePreviewPages } from './wave-preview-pages.js';

/** What staff do with a filled form: look at what it means, test its letter, schedule it. */
@TakesBody(bodyRules.longForm)
@ConsoleController('surveys/:id')
export class WavePlanningConsoleController {
  constructor(
    private readonly forms: WaveFormPages,
    private readonly previews: WavePreviewPages,
    private readonly waves: WavesService,
    private readonly changes: WaveChanges,
    private readonly scheduling: WaveScheduling,
  ) {}

  @Post('waves/preview')
  async preview(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.forms.checked(reply, id, body, (input, values) =>
      this.previews.show(reply, id, input, values, body),
    );
  }

  @Post('waves/test')
  async test(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.forms.checked(reply, id, body, (input, values) =>
      this.previews.sendTest(reply, id, input, values, body),
    );
  }

  @Post('waves')
  async schedule(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.forms.checked(reply, id, body, async (input, values) => {
      const isChange = values.wave !== '';
      if (isChange) await this.waves.getOf(id, values.wave);
      const wave = await (isChange
        ? this.changes.replace(values.wave, input)
        : this.scheduling.schedule(id, input));
      const t = texts('wave-form', consoleContextOf(reply).locale).preview;
      const scheduled = values.when === 'now' ? t.scheduledNow : t.scheduledLater;
      const text = isChange && values.when !== 'now' ? t.saved : scheduled;
      goTo(reply, `/console/waves/${wave.id}`, { tone: 'success', text });
    });
  }

  @Get('letter')
  async letter(@Id() id: string, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.previews.sendLetter(reply, id, query);
  }
}
