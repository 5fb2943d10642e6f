import { Body, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../common/clock.js';
import { texts } from '../common/texts.js';
import { ConsoleController } from '../staff/console-controller.js';
import { consoleContextOf, sendHtml } from '../console/console-context.js';
import { Id } from '../http/id.pipe.js';
import { bodyRules, TakesBody } from '../http/bodies/takes-body.js';
import { compileQuestionnaire } from '../questionnaire/compile/compile-questionnaire.js';
import type { QuestionnairePlan } from '../questionnaire/plan/questionnaire-plan.js';
import { planOfVersion } from '../questionnaire/compile/plan-of-version.js';
import type { Survey } from '../surveys/survey.entity.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { shownPage } from './page-turn.js';
import { type Preview, previewLocale, previewState, renderPreview, turnedPreview } from './preview-pages.js';

/** The questionnaire as participants will see it, before and after publication. */
@TakesBody(bodyRules.longForm)
@ConsoleController('surveys/:id/preview')
export class PreviewConsoleController {
  constructor(
    private readonly surveys: SurveysService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async first(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const survey = await this.surveys.get(id);
    const state = previewState(planOf(survey), survey, {}, this.clock.now());
    const locale = previewLocale(survey, consoleContextOf(reply).locale);
    show(reply, { survey, state, pageIndex: shownPage(state, 0), locale });
  }

  @Post()
  async turn(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const survey = await this.surveys.get(id);
    show(
      reply,
      turnedPreview(body, planOf(survey), survey, consoleContextOf(reply).locale, this.clock.now()),
    );
  }
}

function planOf({ version, questionnaire, languages, privacy }: Survey): QuestionnairePlan {
  return version
    ? planOfVersion(version, languages, privacy)
    : compileQuestionnaire(questionnaire, languages, { privacy });
}

function show(reply: FastifyReply, preview: Preview): void {
  const { locale } = consoleContextOf(reply);
  const action = `/console/surveys/${preview.survey.id}/preview`;
  sendHtml(reply, renderPreview(preview, action, { [locale]: texts('preview', locale).notice }));
}
