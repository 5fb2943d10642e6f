import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { NotFound } from '../../common/errors.js';
import { ConsoleController } from '../../staff/console-controller.js';
import { type ConsoleRequest, consoleContextOf, goTo, show } from '../../console/console-context.js';
import { Id } from '../../http/id.pipe.js';
import { ListsService } from '../../lists/lists.service.js';
import { ListErasurePage } from './list-erasure.page.js';
import { ListErasureProgressPage } from './list-erasure-progress.page.js';
import { surveysOfList } from '../list-erasure-preview.queries.js';
import { ListErasureService } from '../list-erasure.service.js';

const confirmation = z.object({ name: z.string().max(1000).catch('') });

/** A list emptied by staff: asked first, then followed for as long as they like. */
@ConsoleController('lists/:id/emptying')
export class ListErasureConsoleController {
  constructor(
    private readonly erasures: ListErasureService,
    private readonly lists: ListsService,
    private readonly dataSource: DataSource,
  ) {}

  @Get()
  async ask(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const latest = await this.lists.listErasureOf(id);
    if (latest?.finishedAt === null) goTo(reply, progressOf(id));
    else await this.showQuestion(reply, id);
  }

  @Post()
  async begin(
    @Id() id: string,
    @Body() body: unknown,
    @Req() request: ConsoleRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name } = confirmation.parse(body);
    const list = await this.lists.get(id);
    if (asRead(name) !== asRead(list.name)) {
      await this.showQuestion(reply, id, name);
      return;
    }
    await this.erasures.ask(id);
    goTo(reply, progressOf(id));
  }

  @Get('progress')
  async progress(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const list = await this.lists.get(id);
    const erasure = await this.lists.listErasureOf(id);
    if (!erasure) throw new NotFound('emptying', id);
    show(reply, <ListErasureProgressPage context={consoleContextOf(reply)} list={list} erasure={erasure} />);
  }

  private async showQuestion(reply: FastifyReply, id: string, typed?: string): Promise<void> {
    const list = await this.lists.get(id);
    const surveys = await surveysOfList(this.dataSource, id);
    const view = { list, surveys, ...(typed !== undefined && { typed }) };
    show(
      reply,
      <ListErasurePage context={consoleContextOf(reply)} {...view} />,
      typed === undefined ? 200 : 422,
    );
  }
}

function progressOf(list: string): string {
  return `/console/lists/${list}/emptying/progress`;
}

/** A page shows several spaces as one, so that nobody can type what they do not see. */
function asRead(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
}
