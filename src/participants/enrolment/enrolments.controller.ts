import { Delete, Get, Patch } from '@nestjs/common';
import type { z } from 'zod';
import { ApiController } from '../../http/api-controller.js';
import { Describes } from '../../http/openapi/describes.js';
import { Id } from '../../http/id.pipe.js';
import { pageQuery, type PageQuery } from '../../http/page-query.js';
import { ZodBody, ZodQuery } from '../../http/bodies/zod-body.js';
import { EnrolmentsService } from './enrolments.service.js';
import { enrolment, enrolments, following } from '../participant.schema.js';

/** Where a survey's participants come from. */
@ApiController('surveys/:id/enrolments', 'participants')
export class EnrolmentsController {
  constructor(private readonly enrolments: EnrolmentsService) {}

  @Describes({ id: 'listEnrolments', summary: 'List where participants come from', answer: enrolments })
  @Get()
  page(@Id() id: string, @ZodQuery(pageQuery) page: PageQuery) {
    return this.enrolments.page(id, page);
  }

  @Describes({
    id: 'changeEnrolment',
    summary: 'Follow a list, or no longer',
    description: 'Whoever joined meanwhile is taken in; who is in stays.',
    answer: enrolment,
  })
  @Patch(':enrolment')
  change(
    @Id() id: string,
    @Id('enrolment') which: string,
    @ZodBody(following) { follows }: z.output<typeof following>,
  ) {
    return this.enrolments.setFollows(id, which, follows);
  }

  /** Stops following; anyone who was taken in stays. */
  @Describes({
    id: 'deleteEnrolment',
    summary: 'Forget where participants come from',
    description: 'Ends the following; participants stay.',
    answer: null,
  })
  @Delete(':enrolment')
  remove(@Id() id: string, @Id('enrolment') which: string): Promise<void> {
    return this.enrolments.remove(id, which);
  }
}
