import { Get, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { idAfter, pageOf } from '../common/page.js';
import { AuditService } from '../audit/audit.service.js';
import { ApiController } from '../http/api-controller.js';
import type { ApiToken } from '../http/api-token.entity.js';
import { CallingToken } from '../http/api-token.guard.js';
import { Id } from '../http/id.pipe.js';
import { pageQuery, type PageQuery } from '../http/page-query.js';
import { ZodBody, ZodQuery } from '../http/zod-body.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { EnrolmentsService } from './enrolments.service.js';
import { ParticipantsService } from './participants.service.js';
import { PersonalLinks } from './personal-links.js';

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
    private readonly links: PersonalLinks,
    private readonly audit: AuditService,
  ) {}

  @Post()
  @HttpCode(200)
  async enrol(@Id() id: string, @ZodBody(enrolment) body: z.output<typeof enrolment>) {
    const { listId, segmentId, follow } = body;
    const result = await this.enrolments.enrol(id, { listId, segmentId: segmentId ?? undefined, follow });
    return segmentId ? result : { ...result, outside: undefined };
  }

  /**
   * Whoever can read links can answer in other people's names: reading them is written down, and never
   * possible in surveys that are not identified, where a link would open what is kept from staff.
   */
  @Get()
  async list(@Id() id: string, @ZodQuery(pageQuery) page: PageQuery, @CallingToken() token: ApiToken) {
    const { privacy } = await this.surveys.get(id);
    const rows = await this.participants.page(id, idAfter(page.cursor), page.limit + 1);
    if (privacy === 'identified')
      await this.audit.record('links.read', `survey:${id}`, {
        participants: rows.length,
      });
    return pageOf(
      rows,
      page.limit,
      (row) => [row.id],
      (row) => (privacy === 'identified' ? { ...row, link: this.links.survey(row.id) } : row),
    );
  }
}
