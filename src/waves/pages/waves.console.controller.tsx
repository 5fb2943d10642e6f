import { Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { idAfter, pageOf } from '../../common/page.js';
import { ConsoleController } from '../../staff/console-controller.js';
import { consoleContextOf, goTo, show } from '../../console/console-context.js';
import { Id } from '../../http/id.pipe.js';
import { deliveries } from '../../ledger/states/message.entity.js';
import { MessagesService } from '../../ledger/messages/messages.service.js';
import { SurveysService } from '../../surveys/surveys.service.js';
import { WavePage } from './wave.page.js';
import { waveNames } from '../wave-names.js';
import { WaveStatuses } from '../wave-status.js';
import { texts } from '../../common/texts.js';
import { WavesService } from '../waves.service.js';

const ROWS = 50;
const ledgerQuery = z.object({
  state: z.enum(deliveries).optional().catch(undefined),
  address: z.string().max(254).catch(''),
  cursor: z.string().max(200).optional().catch(undefined),
});

/** One wave with its messages and the steps staff may take. */
@ConsoleController('waves/:id')
export class WavesConsoleController {
  constructor(
    private readonly waves: WavesService,
    private readonly statuses: WaveStatuses,
    private readonly messages: MessagesService,
    private readonly surveys: SurveysService,
  ) {}

  @Get()
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
    const context = consoleContextOf(reply);
    const nameOf = waveNames(await this.waves.ofSurvey(survey.id), context.locale);
    show(
      reply,
      <WavePage context={context} survey={survey} shown={shown} name={nameOf(wave)} ledger={ledger} />,
    );
  }

  @Post('pause')
  async pause(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.waves.pause(id);
    this.taken(reply, id, texts('waves', consoleContextOf(reply).locale).paused);
  }

  @Post('resume')
  async resume(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.waves.resume(id);
    this.taken(reply, id, texts('waves', consoleContextOf(reply).locale).resumed);
  }

  @Post('cancel')
  async cancel(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.waves.cancel(id);
    this.taken(reply, id, texts('waves', consoleContextOf(reply).locale).cancelled);
  }

  private taken(reply: FastifyReply, id: string, text: string): void {
    goTo(reply, `/console/waves/${id}`, { tone: 'success', text });
  }
}
