import type {} from '@fastify/multipart';
import { Body, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ConsoleController } from '../../staff/console-controller.js';
import { type ConsoleRequest, consoleContextOf, goTo, show } from '../../console/console-context.js';
import { CallRateGuard, HeavyCall } from '../../http/tokens/call-rate.guard.js';
import { Id } from '../../http/id.pipe.js';
import { bodyRules, TakesBody } from '../../http/bodies/takes-body.js';
import { ImportIntake, MAX_UPLOAD_BYTES } from '../imports/import-intake.js';
import { ListPage } from './list.page.js';
import { ListsPage } from './lists.page.js';
import { ListsService } from '../lists.service.js';
import { texts } from '../../common/texts.js';

const ROWS = 50;
const newList = z.object({
  name: z
    .string()
    .max(100)
    .catch('')
    .transform((name) => name.trim()),
});
const listQuery = z.object({
  cursor: z.string().max(200).optional().catch(undefined),
  search: z
    .string()
    .max(320)
    .catch('')
    .transform((search) => search.trim()),
});

/** Lists as staff meet them: all of them, one of them, a file for one. */
@ConsoleController('lists')
export class ListsConsoleController {
  constructor(
    private readonly lists: ListsService,
    private readonly intake: ImportIntake,
  ) {}

  @Get()
  async all(@Res() reply: FastifyReply): Promise<void> {
    show(reply, <ListsPage context={consoleContextOf(reply)} lists={await this.lists.all()} />);
  }

  @Post()
  async create(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const context = consoleContextOf(reply);
    const t = texts('lists', context.locale);
    const { name } = newList.parse(body);
    if (name === '') {
      show(reply, <ListsPage context={context} lists={await this.lists.all()} error={t.nameMissing} />, 422);
      return;
    }
    const list = await this.lists.create(name);
    goTo(reply, `/console/lists/${list.id}`, { tone: 'success', text: t.created });
  }

  @Get(':id')
  async one(@Id() id: string, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    await this.showList(reply, id, listQuery.parse(query));
  }

  /** Takes a file in as it comes, to be checked; nothing of it is kept in memory. */
  @TakesBody(bodyRules.formWithList)
  @Post(':id/imports')
  @HeavyCall()
  @UseGuards(CallRateGuard)
  async upload(@Id() id: string, @Req() request: ConsoleRequest, @Res() reply: FastifyReply): Promise<void> {
    const file = await request.file({ limits: { fileSize: MAX_UPLOAD_BYTES } });
    if (!file?.filename) {
      file?.file.resume();
      await this.showList(
        reply,
        id,
        { search: '' },
        texts('lists', consoleContextOf(reply).locale).upload.fileMissing,
      );
      return;
    }
    const { id: run } = await this.intake.receiveUpload(id, 'dry-run', file.file);
    goTo(reply, `/console/imports/${run}`);
  }

  private async showList(
    reply: FastifyReply,
    id: string,
    { cursor, search }: z.output<typeof listQuery>,
    error?: string,
  ): Promise<void> {
    const list = await this.lists.get(id);
    const erasure = await this.lists.listErasureOf(id);
    const { items, next } = await this.lists.subscribers(id, { cursor, limit: ROWS }, search);
    show(
      reply,
      <ListPage
        context={consoleContextOf(reply)}
        list={list}
        view={{ rows: items, search, next, isFirst: cursor === undefined }}
        erasure={erasure?.finishedAt === null ? erasure : null}
        {...(error !== undefined && { error })}
      />,
      error === undefined ? 200 : 422,
    );
  }
}
