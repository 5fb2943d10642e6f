import { Readable } from 'node:stream';
import { Get, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { ApiController } from '../http/api-controller.js';
import { HeavyCall } from '../http/call-rate.guard.js';
import { Id } from '../http/id.pipe.js';
import { ZodQuery } from '../http/zod-body.js';
import { contentTypes, type Exported, exportFormats, ExportsService } from './exports.service.js';

const exportQuery = z.object({
  format: z.enum(exportFormats, { error: `must be one of ${exportFormats.join(', ')}` }).default('ndjson'),
});
type ExportQuery = z.output<typeof exportQuery>;

@ApiController('surveys/:id', 'responses')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  /** Streamed. */
  @Get('responses')
  @HeavyCall()
  async responses(@Id() id: string, @ZodQuery(exportQuery) query: ExportQuery) {
    return this.file('responses', id, query);
  }

  /** The free texts of an anonymous survey, which leave apart from its answers. */
  @Get('texts')
  @HeavyCall()
  async texts(@Id() id: string, @ZodQuery(exportQuery) query: ExportQuery) {
    return this.file('texts', id, query);
  }

  private async file(what: Exported, id: string, { format }: ExportQuery) {
    const lines = await this.exports.open(what, id, format);
    return new StreamableFile(Readable.from(lines), {
      type: contentTypes[format],
      disposition: `attachment; filename="survey-${id}-${what}.${format}"`,
    });
  }
}
