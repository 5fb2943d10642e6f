import { Readable } from 'node:stream';
import { Get, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { ApiController } from '../http/api-controller.js';
import { HeavyCall } from '../http/call-rate.guard.js';
import { Id } from '../http/id.pipe.js';
import { ZodQuery } from '../http/zod-body.js';
import { contentTypes, exportFormats, ExportsService } from './exports.service.js';

const exportQuery = z.object({
  format: z.enum(exportFormats, { error: `must be one of ${exportFormats.join(', ')}` }).default('ndjson'),
});

@ApiController('surveys/:id/responses', 'responses')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  /** Streamed. */
  @Get()
  @HeavyCall()
  async responses(@Id() id: string, @ZodQuery(exportQuery) { format }: z.output<typeof exportQuery>) {
    const lines = await this.exports.open(id, format);
    return new StreamableFile(Readable.from(lines), {
      type: contentTypes[format],
      disposition: `attachment; filename="survey-${id}-responses.${format}"`,
    });
  }
}
