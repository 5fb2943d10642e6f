import { Body, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ConsoleController } from '../../staff/console-controller.js';
import { consoleContextOf, goTo } from '../../console/console-context.js';
import { count } from '../../console/formats.js';
import { Id } from '../../http/id.pipe.js';
import { texts } from '../../common/texts.js';
import { resolution } from '../messages/message.schema.js';
import { MessagesService } from '../messages/messages.service.js';

/** What staff decide about messages of which nobody knows whether they went out. */
@ConsoleController()
export class LedgerConsoleController {
  constructor(private readonly messages: MessagesService) {}

  @Post('messages/:id/resolve')
  async resolve(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { as } = resolution.parse(body);
    const row = await this.messages.resolve(id, as);
    const t = texts('ledger', consoleContextOf(reply).locale);
    const text = as === 'accepted' ? t.resolvedAccepted : t.resolvedResend;
    const back = row.waveId === null ? `/console/surveys/${row.surveyId}` : uncertainOf(row.waveId, reply);
    goTo(reply, back, { tone: 'success', text });
  }

  @Post('waves/:id/uncertain')
  async resolveAll(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { as } = resolution.parse(body);
    const resolved = await this.messages.resolveAll(id, as);
    const { locale } = consoleContextOf(reply);
    const t = texts('ledger', locale);
    const n = count(resolved, locale);
    const text = as === 'accepted' ? t.allResolvedAccepted({ n }) : t.allResolvedResend({ n });
    goTo(reply, `/console/waves/${id}#mails`, { tone: 'success', text });
  }
}

/** Back to the list the decision was made in, as it was filtered; else to the wave's uncertain messages. */
function uncertainOf(wave: string, reply: FastifyReply): string {
  const { path } = consoleContextOf(reply);
  const filtered = path.startsWith(`/console/waves/${wave}?`)
    ? path
    : `/console/waves/${wave}?state=uncertain`;
  return `${filtered}#mails`;
}
