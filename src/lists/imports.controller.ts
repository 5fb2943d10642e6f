import { Readable } from 'node:stream';
import {
  Get,
  Header,
  HttpCode,
  PayloadTooLargeException,
  Post,
  Req,
  StreamableFile,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ApiController } from '../http/api-controller.js';
import { HeavyCall } from '../http/call-rate.guard.js';
import { Id } from '../http/id.pipe.js';
import { ZodQuery } from '../http/zod-body.js';
import { bodyRules, TakesBody } from '../http/takes-body.js';
import { ImportIntake, MAX_UPLOAD_BYTES } from './import-intake.js';
import { importModes } from './import.entity.js';
import { ImportService } from './import.service.js';
import { rejectsCsv } from './rejects-csv.js';

const importQuery = z.object({ mode: z.enum(importModes).default('apply') });

@ApiController('', 'imports')
export class ImportsController {
  constructor(
    private readonly intake: ImportIntake,
    private readonly imports: ImportService,
  ) {}

  /** Takes a CSV file in; reading it goes on after the answer. */
  @TakesBody(bodyRules.csv)
  @Post('lists/:id/imports')
  @HeavyCall()
  @HttpCode(202)
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
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

  @Get('imports/:id')
  get(@Id() id: string) {
    return this.imports.get(id);
  }

  @Get('imports/:id/rejects.csv')
  @HeavyCall()
  @ApiProduces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="rejects.csv"')
  async rejects(@Id() id: string): Promise<StreamableFile> {
    await this.imports.get(id);
    return new StreamableFile(Readable.from(rejectsCsv(await this.imports.rejects(id))), {
      type: 'text/csv; charset=utf-8',
    });
  }
}
