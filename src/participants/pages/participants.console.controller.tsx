import { textOf } from '../../common/coded-text.js';
import { Body, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Clock } from '../../common/clock.js';
import { idAfter, pageOf } from '../../common/page.js';
import { ConsoleController } from '../../staff/console-controller.js';
import { consoleContextOf, goTo, show } from '../../console/console-context.js';
import { count } from '../../console/formats.js';
import { Id } from '../../http/id.pipe.js';
import { ListsService } from '../../lists/lists.service.js';
import { SegmentsService } from '../../lists/segments/segments.service.js';
import { SurveysService } from '../../surveys/surveys.service.js';
import { enrolmentInputOf, readEnrolForm } from './enrol-form.js';
import { EnrolmentsService } from '../enrolment/enrolments.service.js';
import { ParticipantsPage } from './participants.page.js';
import { ParticipantsService } from '../participants.service.js';
import { texts } from '../../common/texts.js';

const ROWS = 50;
const cursorQuery = z.object({ cursor: z.string().max(200).optional().catch(undefined) });
const switched = z.object({ follows: z.enum(['yes', 'no']) });
/** More sources than that no page has to show. */
const SOURCES = 200;

/** Who is asked in a survey. */
@ConsoleController('surveys/:id')
export class ParticipantsConsoleController {
  constructor(
    private readonly participants: ParticipantsService,
    private readonly enrolments: EnrolmentsService,
    private readonly surveys: SurveysService,
    private readonly lists: ListsService,
    private readonly segments: SegmentsService,
    private readonly clock: Clock,
  ) {}

  @Get('participants')
  async page(@Id() id: string, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const survey = await this.surveys.get(id);
    const { cursor } = cursorQuery.parse(query);
    const form = survey.state === 'closed' ? null : readEnrolForm(query);
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
        context={consoleContextOf(reply)}
        survey={survey}
        now={this.clock.now()}
        total={await this.participants.count(id)}
        rows={page.items}
        next={page.next === null ? null : `${base}?cursor=${page.next}`}
        first={cursor === undefined ? null : base}
        sources={{ lists: await this.lists.all(), segments: await this.segments.all() }}
        enrolments={(await this.enrolments.page(id, { limit: SOURCES })).items}
        form={form}
        preview={form && (await this.enrolments.preview(id, enrolmentInputOf(form)))}
      />,
    );
  }

  @Post('participants')
  async enrol(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { locale } = consoleContextOf(reply);
    const form = readEnrolForm(body);
    if (!form) {
      goTo(reply, `/console/surveys/${id}/participants`);
      return;
    }
    const input = enrolmentInputOf(form);
    const result = await this.enrolments.enrol(id, input);
    const t = texts('participants', locale);
    const said = t.result({
      enrolled: count(result.enrolled, locale),
      already: count(result.already, locale),
      suppressed: count(result.suppressed, locale),
      unsubscribed: count(result.unsubscribed, locale),
    });
    const warnings = await this.surveys.warningsOf(await this.surveys.get(id));
    const warned = warnings.map((warning) => textOf(warning, locale));
    const text = [said, ...(form.follow ? [t.nowFollows] : []), ...warned].join(' ');
    goTo(reply, `/console/surveys/${id}/participants`, { tone: 'success', text });
  }

  @Post('enrolments/:enrolment')
  async setFollows(
    @Id() id: string,
    @Id('enrolment') enrolment: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const t = texts('participants', consoleContextOf(reply).locale);
    const follows = switched.parse(body).follows === 'yes';
    const row = await this.enrolments.setFollows(id, enrolment, follows);
    const name = [row.listName, row.segmentName].filter((part) => part !== null).join(' › ');
    const text = follows ? t.resumed({ source: name }) : t.stopped({ source: name });
    goTo(reply, `/console/surveys/${id}/participants`, { tone: 'success', text });
  }

  @Post('enrolments/:enrolment/delete')
  async forget(
    @Id() id: string,
    @Id('enrolment') enrolment: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.enrolments.remove(id, enrolment);
    const text = texts('participants', consoleContextOf(reply).locale).enrolments.forgotten;
    goTo(reply, `/console/surveys/${id}/participants`, { tone: 'success', text });
  }
}
