import { Get, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { idAfter, pageOf } from '../common/page.js';
import { ApiController } from '../http/api-controller.js';
import { Id } from '../http/id.pipe.js';
import { pageQuery } from '../http/page-query.js';
import { ZodBody, ZodQuery } from '../http/zod-body.js';
import { deliveries } from './message.entity.js';
import { resolution, settlementFromOutside } from './message.schema.js';
import { MessagesService } from './messages.service.js';

const id = z.string().regex(/^[1-9]\d{0,17}$/, 'must be an id');
const ledgerQuery = pageQuery.extend({
  wave: id.optional(),
  survey: id.optional(),
  state: z.enum(deliveries, { error: `must be one of ${deliveries.join(', ')}` }).optional(),
  address: z.string().max(320).optional(),
});

@ApiController('messages')
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Get()
  async list(@ZodQuery(ledgerQuery) query: z.output<typeof ledgerQuery>) {
    const filter = { waveId: query.wave, surveyId: query.survey, state: query.state, address: query.address };
    const rows = await this.messages.page(filter, idAfter(query.cursor), query.limit + 1);
    return pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => row,
    );
  }

  @Post(':id/resolve')
  @HttpCode(200)
  async resolve(@Id() id: string, @ZodBody(resolution) { as }: z.output<typeof resolution>) {
    return this.messages.resolve(id, as);
  }

  /** What a mail server's log or a bounce tells of an uncertain message. */
  @Post('settle')
  @HttpCode(200)
  async settle(
    @ZodBody(settlementFromOutside) { messageId, as, reply }: z.output<typeof settlementFromOutside>,
  ) {
    return this.messages.settleByMessageId(messageId, as, reply ?? null);
  }
}
