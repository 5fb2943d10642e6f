import { textOfPacked } from '../../common/coded-text.js';
import { Readable } from 'node:stream';
import {
  Get,
  Header,
  PayloadTooLargeException,
  Post,
  Req,
  StreamableFile,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ApiController } from '../../http/api-controller.js';
import { Describes } from '../../http/openapi/describes.js';
import { HeavyCall } from '../../http/tokens/call-rate.guard.js';
import { Id } from '../../http/id.pipe.js';
import { ZodQuery } from '../../http/bodies/zod-body.js';
import { bodyRules, TakesBody } from '../../http/bodies/takes-body.js';
import { ImportIntake, MAX_UPLOAD_BYTES } from './import-intake.js';
import { importQuery, importStatus, receivedImport } from './import.schema.js';
import { ImportService } from './import.service.js';
import { rejectsCsv } from './rejects-csv.js';

@ApiController('', 'imports')
export class ImportsController {
  constructor(
    private readonly intake: ImportIntake,
    private readonly imports: ImportService,
  ) {}

  /** Receives a CSV file; it is read after the answer was sent. */
  @Describes({
    id: 'receiveImport',
    summary: 'Send a file for a list',
    description:
      'Reading it goes on after the answer: ask for the import until its state is `finished` or `failed`. All rows are taken in, or none.',
    status: 202,
    takesFile: {
      description: 'A CSV file of at most 512 MB, also with `Content-Encoding: gzip`.',
      examples: { 'text/csv': 'email,name,role\nerika@example.org,Erika Mustermann,ehrenamtlich\n' },
    },
    answer: receivedImport,
    problems: { 409: ['list.being_emptied'], 422: ['import.too_large'] },
  })
  @TakesBody(bodyRules.csv)
  @Post('lists/:id/imports')
  @HeavyCall()
  receive(
    @Id() id: string,
    @ZodQuery(importQuery) { mode }: z.output<typeof importQuery>,
    @Req() request: FastifyRequest,
  ) {
    if (Number(request.headers['content-length'] ?? 0) > MAX_UPLOAD_BYTES) {
      throw new PayloadTooLargeException('The file is larger than 512 MB.');
    }
    if (!(request.body instanceof Readable)) {
      throw new UnsupportedMediaTypeException('Send the file as the body, with Content-Type: text/csv.');
    }
    return this.intake.receiveUpload(id, mode, request.body);
  }

  @Describes({ id: 'getImport', summary: 'Get an import', answer: importStatus })
  @Get('imports/:id')
  async get(@Id() id: string) {
    const found = await this.imports.get(id);
    return { ...found, error: found.error === null ? null : textOfPacked(found.error, 'en') };
  }

  @Describes({
    id: 'getImportRejects',
    summary: 'Get the rows a file was turned away for',
    description: 'The first ten thousand are kept.',
    answer: {
      description: 'Row, column, value and reason of each rejected row.',
      examples: { 'text/csv': 'row,column,value,reason\n17,email,erika@,is not an e-mail address\n' },
    },
  })
  @Get('imports/:id/rejects.csv')
  @HeavyCall()
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="rejects.csv"')
  async rejects(@Id() id: string): Promise<StreamableFile> {
    await this.imports.get(id);
    return new StreamableFile(Readable.from(rejectsCsv(await this.imports.rejects(id))), {
      type: 'text/csv; charset=utf-8',
    });
  }
}
