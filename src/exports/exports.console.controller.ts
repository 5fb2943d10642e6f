import { Readable } from 'node:stream';
import { Get, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AuditService } from '../audit/audit.service.js';
import { ConsoleController } from '../console/console-controller.js';
import type { ConsoleRequest } from '../console/desk.js';
import { Id } from '../http/id.pipe.js';
import { contentTypes, type ExportFormat, ExportsService } from './exports.service.js';

/** Responses as files for staff; who took them is written down. */
@ConsoleController('surveys/:id')
export class ExportsConsoleController {
  constructor(
    private readonly exports: ExportsService,
    private readonly audit: AuditService,
  ) {}

  @Get('responses.csv')
  async csv(@Id() id: string, @Req() request: ConsoleRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.download(id, 'csv', request, reply);
  }

  @Get('responses.ndjson')
  async ndjson(@Id() id: string, @Req() request: ConsoleRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.download(id, 'ndjson', request, reply);
  }

  private async download(
    id: string,
    format: ExportFormat,
    request: ConsoleRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const lines = await this.exports.open(id, format);
    await this.audit.record('responses.export', `survey:${id}`, { format });
    void reply
      .headers({
        'content-type': contentTypes[format],
        'content-disposition': `attachment; filename="survey-${id}-responses.${format}"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      .send(Readable.from(lines));
  }
}
