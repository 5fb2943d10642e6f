import { Get, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { idAfter, pageOf } from '../common/page.js';
import { ApiController } from '../http/api-controller.js';
import { Id } from '../http/id.pipe.js';
import { pageQuery, type PageQuery } from '../http/page-query.js';
import { ZodBody, ZodQuery } from '../http/zod-body.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { EnrolmentsService } from './enrolments.service.js';
import { ParticipantsService } from './participants.service.js';

const idOf = (what: string) =>
  z
    .union([z.string(), z.int()])
    .transform(String)
    .pipe(z.string().regex(/^[1-9]\d{0,17}$/, `must be the id of a ${what}`));

const enrolment = z.object({
  listId: idOf('list'),
  segmentId: idOf('segment').nullish(),
  follow: z.boolean().optional(),
});

@ApiController('surveys/:id/participants', 'participants')
export class ParticipantsController {
  constructor(
    private readonly participants: ParticipantsService,
    private readonly enrolments: EnrolmentsService,
    private readonly surveys: SurveysService,
  ) {}

  @Post()
  @HttpCode(200)
  async enrol(@Id() id: string, @ZodBody(enrolment) body: z.output<typeof enrolment>) {
    const { listId, segmentId, follow } = body;
    const result = await this.enrolments.enrol(id, { listId, segmentId: segmentId ?? undefined, follow });
    const warnings = await this.surveys.warningsOf(await this.surveys.get(id));
    const said = warnings.length > 0 ? { ...result, warnings } : result;
    return segmentId ? said : { ...said, outside: undefined };
  }

  @Get()
  async list(@Id() id: string, @ZodQuery(pageQuery) page: PageQuery) {
    const rows = await this.participants.pageWithLinks(id, idAfter(page.cursor), page.limit + 1);
    return pageOf(
      rows,
      page.limit,
      (row) => [row.id],
      (row) => row,
    );
  }
}
