import { shownWarning } from './shown-warning.js';
import { isDeepStrictEqual } from 'node:util';
import { Get, Patch, Post } from '@nestjs/common';
import { ApiController } from '../http/api-controller.js';
import { Describes } from '../http/openapi/describes.js';
import { Id } from '../http/id.pipe.js';
import { ZodBody } from '../http/bodies/zod-body.js';
import { SenderCheck } from './sender-check.js';
import { publishedSurvey, survey, surveys, surveyWithQuestionnaire } from './survey-answer.schema.js';
import type { Survey } from './survey.entity.js';
import { isOpen } from './survey.rules.js';
import { type SurveyChange, surveyChange, type SurveyInput, surveyInput } from './survey.schema.js';
import { SurveysService } from './surveys.service.js';
import { Clock } from '../common/clock.js';
import { bodyRules, TakesBody } from '../http/bodies/takes-body.js';

@TakesBody(bodyRules.longJson)
@ApiController('surveys')
export class SurveysController {
  constructor(
    private readonly surveys: SurveysService,
    private readonly senderCheck: SenderCheck,
    private readonly clock: Clock,
  ) {}

  @Describes({
    id: 'createSurvey',
    summary: 'Create a survey',
    description: 'A draft: everything may change until it is published.',
    status: 201,
    answer: survey,
  })
  @Post()
  async create(@ZodBody(surveyInput) input: SurveyInput) {
    return this.shapeOf(await this.surveys.create(input));
  }

  @Describes({ id: 'listSurveys', summary: 'List the surveys', answer: surveys })
  @Get()
  async list() {
    const surveys = await this.surveys.list();
    return { items: surveys.map((survey) => this.shapeOf(survey)), next: null };
  }

  @Describes({ id: 'getSurvey', summary: 'Get a survey', answer: surveyWithQuestionnaire })
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

  @Describes({
    id: 'changeSurvey',
    summary: 'Change a survey',
    description: 'Everything or nothing. A moved closing date moves the waves that count from it.',
    answer: survey,
    problems: { 409: ['survey.fixed'], 422: ['wave.after_closing', 'wave.in_the_past'] },
  })
  @Patch(':id')
  async change(@Id() id: string, @ZodBody(surveyChange) change: SurveyChange) {
    return this.shapeOf(await this.surveys.change(id, change));
  }

  @Describes({
    id: 'publishSurvey',
    summary: 'Publish a survey',
    description: 'Checks the questionnaire and fixes it as a version. Whoever has begun keeps theirs.',
    answer: publishedSurvey,
    problems: { 409: ['survey.unchanged', 'survey.wrong_state'] },
  })
  @Post(':id/publish')
  async publish(@Id() id: string) {
    const survey = await this.surveys.publish(id);
    const warnings = [
      ...(await this.senderCheck.warnings(survey)),
      ...(await this.surveys.warningsOf(survey)),
    ];
    const published = { ...this.shapeOf(survey), version: survey.version?.number ?? null };
    return warnings.length > 0 ? { ...published, warnings: warnings.map(shownWarning) } : published;
  }

  @Describes({
    id: 'closeSurvey',
    summary: 'Close a survey',
    description: 'Before its closing date: nobody can answer, nothing is sent.',
    answer: survey,
    problems: { 409: ['survey.wrong_state'] },
  })
  @Post(':id/close')
  async close(@Id() id: string) {
    return this.shapeOf(await this.surveys.close(id));
  }

  @Describes({
    id: 'reopenSurvey',
    summary: 'Reopen a survey',
    description: 'It takes answers again, until the closing date.',
    answer: survey,
    problems: { 409: ['survey.wrong_state'] },
  })
  @Post(':id/reopen')
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
