import { Readable } from 'node:stream';
import { Get, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { ApiController } from '../http/api-controller.js';
import { Describes } from '../http/openapi/describes.js';
import { HeavyCall } from '../http/tokens/call-rate.guard.js';
import { Id } from '../http/id.pipe.js';
import { ZodQuery } from '../http/bodies/zod-body.js';
import { contentTypes, type Exported, exportFormats, ExportsService } from './exports.service.js';

const exportQuery = z.object({
  format: z.enum(exportFormats).default('ndjson').describe('A JSON object in each line, or a table.'),
});
type ExportQuery = z.output<typeof exportQuery>;

@ApiController('surveys/:id', 'responses')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  /** Streamed. */
  @Describes({
    id: 'exportResponses',
    summary: 'Export the responses',
    description: 'Streamed. In surveys that promise something, answers are exported once they are released.',
    answer: {
      description: 'One response a line; with `format=csv` a table.',
      examples: {
        'application/x-ndjson':
          '{"id":"1","version":1,"via":"personal","screenedOut":false,"answers":{"wish":"Mehr Austausch"}}\n',
        'text/csv': 'id,version,wish\n1,1,Mehr Austausch\n',
      },
    },
    problems: { 422: ['responses.too_few'] },
  })
  @Get('responses')
  @HeavyCall()
  async responses(@Id() id: string, @ZodQuery(exportQuery) query: ExportQuery) {
    return this.file('responses', id, query);
  }

  /** The free texts of an anonymous survey, which leave apart from its answers. */
  @Describes({
    id: 'exportTexts',
    summary: 'Export the free texts of an anonymous survey',
    description: 'They leave apart from its answers, each question in an order of its own.',
    answer: {
      description: 'One text a line, with its question.',
      examples: {
        'application/x-ndjson': '{"question":"wish","text":"Mehr Austausch"}\n',
        'text/csv': 'question,text\nwish,Mehr Austausch\n',
      },
    },
    problems: { 422: ['texts.with_answers', 'responses.too_few'] },
  })
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
