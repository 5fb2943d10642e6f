import { Body, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Clock } from '../common/clock.js';
import { idAfter, pageOf } from '../common/page.js';
import { AuditService } from '../console/audit.service.js';
import { actorOf, ConsoleController } from '../console/console-controller.js';
import { type ConsoleRequest, deskOf, goTo, show } from '../console/desk.js';
import { count } from '../console/formats.js';
import { Id } from '../http/id.pipe.js';
import { ListsService } from '../lists/lists.service.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { ParticipantsPage } from './participants.page.js';
import { ParticipantsService } from './participants.service.js';
import { participantsTexts } from './participants.texts.js';

const ROWS = 50;
const cursorQuery = z.object({ cursor: z.string().max(200).optional().catch(undefined) });
const chosenList = z.object({ list: z.string().regex(/^[1-9]\d{0,17}$/) });

/** Who is asked in a survey. */
@ConsoleController('surveys/:id/participants')
export class ParticipantsConsoleController {
  constructor(
    private readonly participants: ParticipantsService,
    private readonly surveys: SurveysService,
    private readonly lists: ListsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async page(@Id() id: string, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const survey = await this.surveys.get(id);
    const { cursor } = cursorQuery.parse(query);
    const rows = await this.participants.page(id, idAfter(cursor), ROWS + 1);
    const page = pageOf(
      rows,
      ROWS,
      (row) => [row.id],
      (row) => row,
    );
    const base = `/console/surveys/${id}/participants`;
    show(
      reply,
      <ParticipantsPage
        desk={deskOf(reply)}
        survey={survey}
        now={this.clock.now()}
        total={await this.participants.count(id)}
        rows={page.items}
        next={page.next === null ? null : `${base}?cursor=${page.next}`}
        first={cursor === undefined ? null : base}
        lists={await this.lists.all()}
      />,
    );
  }

  @Post()
  async enrol(
    @Id() id: string,
    @Body() body: unknown,
    @Req() request: ConsoleRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { locale } = deskOf(reply);
    const { list } = chosenList.parse(body);
    const result = await this.participants.enrol(id, list);
    await this.audit.record(actorOf(request), 'participants.enrol', `survey:${id}`, { list, ...result });
    const text = participantsTexts(locale).result({
      enrolled: count(result.enrolled, locale),
      already: count(result.already, locale),
      suppressed: count(result.suppressed, locale),
      unsubscribed: count(result.unsubscribed, locale),
    });
    goTo(reply, `/console/surveys/${id}/participants`, { tone: 'success', text });
  }
}
