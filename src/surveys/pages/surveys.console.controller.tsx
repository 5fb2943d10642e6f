import { textOf } from '../../common/coded-text.js';
import { Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Clock } from '../../common/clock.js';
import { DomainError, InvalidInput, type Problem } from '../../common/errors.js';
import type { ConsoleLocale } from '../../common/locale.js';
import { ConsoleController } from '../../staff/console-controller.js';
import { type ConsoleRequest, consoleContextOf, goTo, show } from '../../console/console-context.js';
import { readPostedForm } from '../../console/posted-form.js';
import { Id } from '../../http/id.pipe.js';
import { bodyRules, TakesBody } from '../../http/bodies/takes-body.js';
import { compileQuestionnaire } from '../../questionnaire/compile/compile-questionnaire.js';
import { planOfVersion } from '../../questionnaire/compile/plan-of-version.js';
import { lssNotesInText } from '../../limesurvey/lss-notes.js';
import { QuestionnairePage } from './questionnaire.page.js';
import type { QuestionnairePlan } from '../../questionnaire/plan/questionnaire-plan.js';
import type { Survey } from '../survey.entity.js';
import {
  changeOf,
  draftChangeOf,
  emptySurveyForm,
  errorsOf,
  pastClosingErrors,
  readQuestionnaire,
  readSurveyChange,
  readSurveyForm,
  surveyFormOf,
  type SurveyFormValues,
  surveyInputOf,
} from './survey-form.js';
import { ClosingMovePage } from './closing-move.page.js';
import { sendingHoursErrors } from './sending-hours.js';
import { texts } from '../../common/texts.js';
import { SurveyFormPage } from './survey-form.page.js';
import { SurveysPage } from './surveys.page.js';
import { SurveysService } from '../surveys.service.js';

const movedChoice = z.object({ moved: z.enum(['seen', 'back']).nullable().catch(null) });

/** Surveys as staff meet them: the list, the form, the questionnaire and its publication. */
@ConsoleController()
export class SurveysConsoleController {
  constructor(
    private readonly surveys: SurveysService,
    private readonly clock: Clock,
  ) {}

  @Get()
  home(@Res() reply: FastifyReply): void {
    goTo(reply, '/console/surveys');
  }

  @Get('surveys')
  async all(@Res() reply: FastifyReply): Promise<void> {
    const surveys = await this.surveys.list();
    show(reply, <SurveysPage context={consoleContextOf(reply)} surveys={surveys} now={this.clock.now()} />);
  }

  @Get('surveys/new')
  newForm(@Res() reply: FastifyReply): void {
    this.showForm(reply, emptySurveyForm, null);
  }

  @TakesBody(bodyRules.formWithFile)
  @Post('surveys')
  async create(@Req() request: ConsoleRequest, @Res() reply: FastifyReply): Promise<void> {
    const t = texts('survey-form', consoleContextOf(reply).locale);
    const values = readSurveyForm(await this.readFields(request));
    const read = readQuestionnaire(values, t);
    const hours = sendingHoursErrors(values, texts('sending-hours', consoleContextOf(reply).locale));
    const past = pastClosingErrors(values, t, this.clock.now());
    const errors = { ...errorsOf(values, t), ...past, ...hours, ...read.errors };
    if (Object.keys(errors).length > 0) {
      this.showForm(reply, values, null, errors, read.problems);
      return;
    }
    const survey = await this.surveys.create(surveyInputOf(values, read.questionnaire), {
      notes: lssNotesInText(values.notes),
    });
    goTo(reply, `/console/surveys/${survey.id}/editor`, { tone: 'success', text: t.created });
  }

  @Get('surveys/:id/settings')
  async settings(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const survey = await this.surveys.get(id);
    this.showForm(reply, surveyFormOf(survey), survey);
  }

  @TakesBody(bodyRules.formWithFile)
  @Post('surveys/:id/settings')
  async change(@Id() id: string, @Req() request: ConsoleRequest, @Res() reply: FastifyReply): Promise<void> {
    const t = texts('survey-form', consoleContextOf(reply).locale);
    const survey = await this.surveys.get(id);
    const isDraft = survey.state === 'draft';
    const fields = await this.readFields(request);
    const values = readSurveyChange(fields, survey);
    const hours = sendingHoursErrors(values, texts('sending-hours', consoleContextOf(reply).locale));
    const errors = { ...errorsOf(values, t), ...hours };
    const moved = movedChoice.parse(fields).moved;
    if (Object.keys(errors).length > 0 || moved === 'back') {
      this.showForm(reply, values, survey, errors);
      return;
    }
    const isMoved =
      values.closesAt !== survey.closesAtLocal.slice(0, 16) || values.timeZone !== survey.timeZone;
    if (isMoved && !isDraft && moved !== 'seen') {
      const moves = await this.surveys.previewMove(id, values);
      const state = { survey, now: this.clock.now(), values, moves };
      show(reply, <ClosingMovePage context={consoleContextOf(reply)} {...state} />);
      return;
    }
    try {
      await this.surveys.change(id, isDraft ? draftChangeOf(values) : changeOf(values));
    } catch (error) {
      const problems = closingProblemsOf(error, consoleContextOf(reply).locale);
      if (!problems) throw error;
      this.showForm(reply, values, survey, problems);
      return;
    }
    goTo(reply, `/console/surveys/${id}/settings`, { tone: 'success', text: t.saved });
  }

  @Get('surveys/:id/questionnaire')
  async questionnaire(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const survey = await this.surveys.get(id);
    const { plan, problems } = compiled(survey);
    show(
      reply,
      <QuestionnairePage
        context={consoleContextOf(reply)}
        survey={survey}
        now={this.clock.now()}
        plan={plan}
        problems={problems}
        warnings={survey.state === 'draft' ? await this.surveys.warningsOf(survey) : []}
      />,
    );
  }

  /** A file that was chosen takes the place of the text. */
  private async readFields(request: ConsoleRequest): Promise<Record<string, unknown>> {
    const { fields, file } = await readPostedForm(request);
    return file.trim() ? { ...fields, questionnaire: file } : fields;
  }

  private showForm(
    reply: FastifyReply,
    values: SurveyFormValues,
    survey: Survey | null,
    errors: Record<string, string> = {},
    problems: readonly Problem[] = [],
  ): void {
    const state = { values, survey, errors, problems, now: this.clock.now() };
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    show(reply, <SurveyFormPage context={consoleContextOf(reply)} {...state} />, status);
  }
}

function compiled(survey: Survey): { plan: QuestionnairePlan | null; problems: readonly Problem[] } {
  const { version, languages, privacy } = survey;
  if (version) return { plan: planOfVersion(version, languages, privacy), problems: [] };
  try {
    return { plan: compileQuestionnaire(survey.questionnaire, languages, { privacy }), problems: [] };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { plan: null, problems: error.problems };
  }
}

/** A closing date that a wave forbids is shown next to the closing date; anything else is null. */
function closingProblemsOf(error: unknown, locale: ConsoleLocale): Record<string, string> | null {
  if (!(error instanceof DomainError)) return null;
  const about = error.problems.filter(({ path }) => path === 'closesAt');
  return about.length > 0 ? { closesAt: about.map((problem) => textOf(problem, locale)).join(' ') } : null;
}
