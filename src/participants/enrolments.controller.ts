import { Delete, Get, HttpCode, Patch } from '@nestjs/common';
import { z } from 'zod';
import { ApiController } from '../http/api-controller.js';
import { Id } from '../http/id.pipe.js';
import { pageQuery, type PageQuery } from '../http/page-query.js';
import { ZodBody, ZodQuery } from '../http/zod-body.js';
import { EnrolmentsService } from './enrolments.service.js';

const following = z.object({ follows: z.boolean() });

/** Where a survey's participants come from. */
@ApiController('surveys/:id/enrolments', 'participants')
export class EnrolmentsController {
  constructor(private readonly enrolments: EnrolmentsService) {}

  @Get()
  page(@Id() id: string, @ZodQuery(pageQuery) page: PageQuery) {
    return this.enrolments.page(id, page);
  }

  @Patch(':enrolment')
  change(
    @Id() id: string,
    @Id('enrolment') enrolment: string,
    @ZodBody(following) { follows }: z.output<typeof following>,
  ) {
    return this.enrolments.setFollows(id, enrolment, follows);
  }

  /** Stops following; whoever was taken in stays. */
  @Delete(':enrolment')
  @HttpCode(204)
  remove(@Id() id: string, @Id('enrolment') enrolment: string): Promise<void> {
    return this.enrolments.remove(id, enrolment);
  }
}
