import { shownWarning } from '../surveys/shown-warning.js';
import { Get, Post } from '@nestjs/common';
import type { z } from 'zod';
import { idAfter, pageOf } from '../common/page.js';
import { ApiController } from '../http/api-controller.js';
import { Describes } from '../http/openapi/describes.js';
import { Id } from '../http/id.pipe.js';
import { pageQuery, type PageQuery } from '../http/page-query.js';
import { ZodBody, ZodQuery } from '../http/bodies/zod-body.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { EnrolmentsService } from './enrolment/enrolments.service.js';
import { enrolled, newEnrolment, participants } from './participant.schema.js';
import { ParticipantsService } from './participants.service.js';

@ApiController('surveys/:id/participants', 'participants')
export class ParticipantsController {
  constructor(
    private readonly participants: ParticipantsService,
    private readonly enrolments: EnrolmentsService,
    private readonly surveys: SurveysService,
  ) {}

  @Describes({
    id: 'enrol',
    summary: "Take a list's people into a survey",
    description: 'Again later for those who joined, or with `follow` by itself.',
    answer: enrolled,
    problems: { 409: ['survey.closed'] },
  })
  @Post()
  async enrol(@Id() id: string, @ZodBody(newEnrolment) body: z.output<typeof newEnrolment>) {
    const { listId, segmentId, follow } = body;
    const result = await this.enrolments.enrol(id, { listId, segmentId: segmentId ?? undefined, follow });
    const warnings = await this.surveys.warningsOf(await this.surveys.get(id));
    const said = warnings.length > 0 ? { ...result, warnings: warnings.map(shownWarning) } : result;
    return segmentId ? said : { ...said, outside: undefined };
  }

  @Describes({
    id: 'listParticipants',
    summary: 'List the participants of a survey',
    description: 'With personal links in identified surveys; reading them is recorded.',
    answer: participants,
  })
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
