import { Body, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AuditService } from '../console/audit.service.js';
import { actorOf, ConsoleController } from '../console/console-controller.js';
import { type ConsoleRequest, deskOf, goTo } from '../console/desk.js';
import { Id } from '../http/id.pipe.js';
import { mailingTexts } from './mailing.texts.js';
import { MessagesService } from './messages.service.js';

const decision = z.object({ as: z.enum(['accepted', 'resend']) });

/** What staff decide about messages of which nobody knows whether they went out. */
@ConsoleController('messages')
export class LedgerConsoleController {
  constructor(
    private readonly messages: MessagesService,
    private readonly audit: AuditService,
  ) {}

  @Post(':id/resolve')
  async resolve(
    @Id() id: string,
    @Body() body: unknown,
    @Req() request: ConsoleRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { as } = decision.parse(body);
    const row = await this.messages.resolve(id, as);
    await this.audit.record(actorOf(request), 'message.resolve', `message:${id}`, { as });
    const t = mailingTexts(deskOf(reply).locale).ledger;
    const back = row.waveId === null ? `/console/surveys/${row.surveyId}` : `/console/waves/${row.waveId}`;
    goTo(reply, back, { tone: 'success', text: as === 'accepted' ? t.resolvedAccepted : t.resolvedResend });
  }
}
