import { Readable } from 'node:stream';
import { Get, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ConsoleController } from '../staff/console-controller.js';
import { CallRateGuard, HeavyCall } from '../http/tokens/call-rate.guard.js';
import { Id } from '../http/id.pipe.js';
import { contentTypes, type Exported, type ExportFormat, ExportsService } from './exports.service.js';

/** Responses as files for staff; who took them is written down. */
@ConsoleController('surveys/:id')
export class ExportsConsoleController {
  constructor(private readonly exports: ExportsService) {}

  @Get('responses.csv')
  @HeavyCall()
  @UseGuards(CallRateGuard)
  async csv(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.download('responses', id, 'csv', reply);
  }

  @Get('responses.ndjson')
  @HeavyCall()
  @UseGuards(CallRateGuard)
  async ndjson(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.download('responses', id, 'ndjson', reply);
  }

  @Get('texts.csv')
  @HeavyCall()
  @UseGuards(CallRateGuard)
  async textsCsv(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.download('texts', id, 'csv', reply);
  }

  @Get('texts.ndjson')
  @HeavyCall()
  @UseGuards(CallRateGuard)
  async textsNdjson(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.download('texts', id, 'ndjson', reply);
  }

  private async download(
    what: Exported,
    id: string,
    format: ExportFormat,
    reply: FastifyReply,
  ): Promise<void> {
    const lines = await this.exports.open(what, id, format);
    void reply
      .headers({
        'content-type': contentTypes[format],
        'content-disposition': `attachment; filename="survey-${id}-${what}.${format}"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .send(Readable.from(lines));
  }
}
