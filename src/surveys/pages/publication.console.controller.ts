import { Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { InvalidInput } from '../../common/errors.js';
import { ConsoleController } from '../../staff/console-controller.js';
import { consoleContextOf, goTo } from '../../console/console-context.js';
import { texts } from '../../common/texts.js';
import { errorText } from '../../console/error-text.js';
import { Id } from '../../http/id.pipe.js';
import { SenderCheck } from '../sender-check.js';
import { SurveysService } from '../surveys.service.js';
import type { Survey } from '../survey.entity.js';

/** The steps that open and end a survey. */
@ConsoleController('surveys/:id')
export class PublicationConsoleController {
  constructor(
    private readonly surveys: SurveysService,
    private readonly senderCheck: SenderCheck,
  ) {}

  @Post('publish')
  async publish(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    let survey: Survey;
    try {
      survey = await this.surveys.publish(id);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const text = errorText(consoleContextOf(reply).locale, error);
      goTo(reply, `/console/surveys/${id}/questionnaire`, { tone: 'error', text });
      return;
    }
    const [warning] = await this.senderCheck.warnings(survey);
    const t = this.texts(reply);
    goTo(
      reply,
      `/console/surveys/${id}`,
      warning
        ? {
            tone: 'error',
            text: `${t.published} ${t.senderRejected({ problem: warning.values['reply'] ?? '' })}`,
          }
        : { tone: 'success', text: t.published },
    );
  }

  @Post('close')
  async close(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.surveys.close(id);
    goTo(reply, `/console/surveys/${id}`, { tone: 'success', text: this.texts(reply).closed });
  }

  @Post('reopen')
  async reopen(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.surveys.reopen(id);
    goTo(reply, `/console/surveys/${id}`, { tone: 'success', text: this.texts(reply).reopened });
  }

  private texts(reply: FastifyReply) {
    return texts('questionnaire', consoleContextOf(reply).locale);
  }
}
