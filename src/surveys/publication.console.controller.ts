import { Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { InvalidInput } from '../common/errors.js';
import { AuditService } from '../console/audit.service.js';
import { actorOf, ConsoleController } from '../console/console-controller.js';
import { type ConsoleRequest, deskOf, goTo } from '../console/desk.js';
import { errorText } from '../console/texts.js';
import { Id } from '../http/id.pipe.js';
import { SurveysService } from './surveys.service.js';
import { questionnaireTexts } from './questionnaire.texts.js';

/** The steps that open and end a survey. */
@ConsoleController('surveys/:id')
export class PublicationConsoleController {
  constructor(
    private readonly surveys: SurveysService,
    private readonly audit: AuditService,
  ) {}

  @Post('publish')
  async publish(@Id() id: string, @Req() request: ConsoleRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      await this.surveys.publish(id);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const text = errorText(deskOf(reply).locale, error);
      goTo(reply, `/console/surveys/${id}/questionnaire`, { tone: 'error', text });
      return;
    }
    await this.record(request, 'survey.publish', id);
    goTo(reply, `/console/surveys/${id}`, { tone: 'success', text: this.texts(reply).published });
  }

  @Post('close')
  async close(@Id() id: string, @Req() request: ConsoleRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.surveys.close(id);
    await this.record(request, 'survey.close', id);
    goTo(reply, `/console/surveys/${id}`, { tone: 'success', text: this.texts(reply).closed });
  }

  @Post('reopen')
  async reopen(@Id() id: string, @Req() request: ConsoleRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.surveys.reopen(id);
    await this.record(request, 'survey.reopen', id);
    goTo(reply, `/console/surveys/${id}`, { tone: 'success', text: this.texts(reply).reopened });
  }

  private texts(reply: FastifyReply) {
    return questionnaireTexts(deskOf(reply).locale);
  }

  private record(request: ConsoleRequest, action: string, id: string): Promise<void> {
    return this.audit.record(actorOf(request), action, `survey:${id}`);
  }
}
