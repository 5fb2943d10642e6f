import { isDeepStrictEqual } from 'node:util';
import { Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiController } from '../http/api-controller.js';
import { Id } from '../http/id.pipe.js';
import { ZodBody } from '../http/zod-body.js';
import { SenderCheck } from './sender-check.js';
import type { Survey } from './survey.entity.js';
import { isOpen } from './survey.rules.js';
import { type SurveyChange, surveyChange, type SurveyInput, surveyInput } from './survey.schema.js';
import { SurveysService } from './surveys.service.js';
import { Clock } from '../common/clock.js';
import { bodyRules, TakesBody } from '../http/takes-body.js';

@TakesBody(bodyRules.longJson)
@ApiController('surveys')
export class SurveysController {
  constructor(
    private readonly surveys: SurveysService,
    private readonly senderCheck: SenderCheck,
    private readonly clock: Clock,
  ) {}

  @Post()
  async create(@ZodBody(surveyInput) input: SurveyInput) {
    return this.shapeOf(await this.surveys.create(input));
  }

  @Get()
  async list() {
    const surveys = await this.surveys.list();
    return { items: surveys.map((survey) => this.shapeOf(survey)), next: null };
  }

  @Get(':id')
  async get(@Id() id: string) {
    const survey = await this.surveys.get(id);
    const { version, questionnaire } = survey;
    return {
      ...this.shapeOf(survey),
      version: version?.number ?? null,
      /** Whether the questionnaire has been edited since it was last published. */
      changed: version !== null && !isDeepStrictEqual(version.source, questionnaire),
      questionnaire,
    };
  }

  @Patch(':id')
  async change(@Id() id: string, @ZodBody(surveyChange) change: SurveyChange) {
    return this.shapeOf(await this.surveys.change(id, change));
  }

  @Post(':id/publish')
  @HttpCode(200)
  async publish(@Id() id: string) {
    const survey = await this.surveys.publish(id);
    const warnings = [
      ...(await this.senderCheck.warnings(survey)),
      ...(await this.surveys.warningsOf(survey)),
    ];
    const published = { ...this.shapeOf(survey), version: survey.version?.number ?? null };
    return warnings.length > 0 ? { ...published, warnings } : published;
  }

  @Post(':id/close')
  @HttpCode(200)
  async close(@Id() id: string) {
    return this.shapeOf(await this.surveys.close(id));
  }

  @Post(':id/reopen')
  @HttpCode(200)
  async reopen(@Id() id: string) {
    return this.shapeOf(await this.surveys.reopen(id));
  }

  private shapeOf(survey: Survey) {
    return {
      id: survey.id,
      title: survey.title,
      languages: survey.languages,
      state: survey.state,
      open: isOpen(survey, this.clock.now()),
      closesAt: survey.closesAtLocal,
      timeZone: survey.timeZone,
      closesAtInstant: survey.closesAt,
      graceMinutes: survey.graceMinutes,
      uncertainPolicy: survey.uncertainPolicy,
      sendingWindow: survey.sendingWindow,
      gapDays: survey.gapDays,
      mostReminders: survey.mostReminders,
      mayChangeAnswers: survey.mayChangeAnswers,
      textsStayWithAnswers: survey.textsStayWithAnswers,
      groupColumns: survey.groupColumns,
      privacy: survey.privacy,
      sender: { name: survey.senderName, email: survey.senderEmail, address: survey.senderAddress },
      privacyUrl: survey.privacyUrl,
      imprintUrl: survey.imprintUrl,
      letters: survey.letters,
      createdAt: survey.createdAt,
      publishedAt: survey.publishedAt,
    };
  }
}
