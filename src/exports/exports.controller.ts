import { Readable } from 'node:stream';
import { Get, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { ApiController } from '../http/api-controller.js';
import type { ApiToken } from '../http/api-token.entity.js';
import { CallingToken } from '../http/api-token.guard.js';
import { Id } from '../http/id.pipe.js';
import { ZodQuery } from '../http/zod-body.js';
import { contentTypes, exportFormats, ExportsService } from './exports.service.js';

const exportQuery = z.object({
  format: z.enum(exportFormats, { error: `must be one of ${exportFormats.join(', ')}` }).default('ndjson'),
});

@ApiController('surveys/:id/responses', 'responses')
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly audit: AuditService,
  ) {}

  /** Streamed; who exported what is written down. */
  @Get()
  async responses(
    @Id() id: string,
    @ZodQuery(exportQuery) { format }: z.output<typeof exportQuery>,
    @CallingToken() token: ApiToken,
  ) {
    const lines = await this.exports.open(id, format);
    await this.audit.record('responses.export', `survey:${id}`, { format });
    return new StreamableFile(Readable.from(lines), {
      type: contentTypes[format],
      disposition: `attachment; filename="survey-${id}-responses.${format}"`,
    });
  }
}
