import { Get, Post } from '@nestjs/common';
import type { z } from 'zod';
import { idAfter, pageOf } from '../../common/page.js';
import { ApiController } from '../../http/api-controller.js';
import { Describes } from '../../http/openapi/describes.js';
import { Id } from '../../http/id.pipe.js';
import { ZodBody, ZodQuery } from '../../http/bodies/zod-body.js';
import { ledgerQuery, message, messages, resolution, settlementFromOutside } from './message.schema.js';
import { MessagesService } from './messages.service.js';

@ApiController('messages')
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Describes({
    id: 'listMessages',
    summary: 'List messages',
    description:
      'By ascending id. Of anonymous surveys the invitations alone, of pseudonymous ones no settled thank-yous.',
    answer: messages,
  })
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

  @Describes({
    id: 'resolveMessage',
    summary: 'Decide about an uncertain message',
    description: 'Taken as sent, or sent again. What was refused can be sent again too.',
    answer: message,
    problems: { 409: ['message.not_uncertain', 'wave.wrong_state'] },
  })
  @Post(':id/resolve')
  async resolve(@Id() id: string, @ZodBody(resolution) { as }: z.output<typeof resolution>) {
    return this.messages.resolve(id, as);
  }

  /** What a mail server's log or a bounce tells of an uncertain message. */
  @Describes({
    id: 'settleMessage',
    summary: 'Settle a message by its Message-ID',
    description:
      "What a mail server's log or a bounce tells of an uncertain message; one that is not uncertain stays as it is.",
    answer: message,
    problems: { 404: ['message.not_found'] },
  })
  @Post('settle')
  async settle(
    @ZodBody(settlementFromOutside) { messageId, as, reply }: z.output<typeof settlementFromOutside>,
  ) {
    return this.messages.settleByMessageId(messageId, as, reply ?? null);
  }
}
