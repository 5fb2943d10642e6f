import { Readable } from 'node:stream';
import { Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ConsoleController } from '../../staff/console-controller.js';
import { consoleContextOf, goTo, show } from '../../console/console-context.js';
import { Id } from '../../http/id.pipe.js';
import { CheckedImports } from '../imports/checked-imports.service.js';
import { ImportPage } from './import.page.js';
import { ImportService } from '../imports/import.service.js';
import { ListsService } from '../lists.service.js';
import { rejectsCsv } from '../imports/rejects-csv.js';

const REJECTS_SHOWN = 50;

/** A file on its way into a list, as staff follow it. */
@ConsoleController('imports')
export class ImportsConsoleController {
  constructor(
    private readonly imports: ImportService,
    private readonly checked: CheckedImports,
    private readonly lists: ListsService,
  ) {}

  @Get(':id')
  async one(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const run = await this.imports.get(id);
    const list = await this.lists.get(run.listId);
    const rejects = await this.imports.rejects(id, REJECTS_SHOWN);
    show(reply, <ImportPage context={consoleContextOf(reply)} list={list} import={run} rejects={rejects} />);
  }

  @Post(':id/apply')
  async apply(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const { id: applying } = await this.checked.apply(id);
    goTo(reply, `/console/imports/${applying}`);
  }

  @Get(':id/rejects.csv')
  async rejects(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.imports.get(id);
    void reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="import-${id}-rejects.csv"`,
        'cache-control': 'no-store',
      })
      .send(Readable.from(rejectsCsv(await this.imports.rejects(id), consoleContextOf(reply).locale)));
  }
}
