import { Body, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../common/clock.js';
import { instantOf, isLocalDateTime } from '../common/local-time.js';
import { textIn } from '../common/locale.js';
import { ConsoleController } from '../staff/console-controller.js';
import { consoleContextOf, goTo, show } from '../console/console-context.js';
import { Id } from '../http/id.pipe.js';
import { bodyRules, TakesBody } from '../http/bodies/takes-body.js';
import type { Survey } from '../surveys/survey.entity.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { texts } from '../common/texts.js';
import { postedValues } from './frame/posted-values.js';
import { TwinPage } from './twin.page.js';

/** A survey once more: its questionnaire, settings and letters, without people and answers. */
@TakesBody(bodyRules.longForm)
@ConsoleController('surveys/:id/duplicate')
export class TwinConsoleController {
  constructor(
    private readonly surveys: SurveysService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async form(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const survey = await this.surveys.get(id);
    const { copyOf } = texts('editor', 'de').twin;
    const titles = survey.languages.map((language) => [
      `title.${language}`,
      `${copyOf[language]}${textIn(survey.title, language)}`.slice(0, 200),
    ]);
    this.show(reply, survey, Object.fromEntries(titles) as Record<string, string>, {});
  }

  @Post()
  async create(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const survey = await this.surveys.get(id);
    const values = postedValues(body);
    const t = texts('editor', consoleContextOf(reply).locale).twin;
    const errors: Record<string, string> = {};
    for (const language of survey.languages) {
      if (!values[`title.${language}`]?.trim()) errors[`title.${language}`] = t.errors.title;
    }
    const closesAt = values['closesAt'] ?? '';
    const isFuture = isLocalDateTime(closesAt) && instantOf(closesAt, survey.timeZone) > this.clock.now();
    if (!isFuture) errors['closesAt'] = t.errors.closesAt;
    if (Object.keys(errors).length > 0) {
      this.show(reply, survey, values, errors, 422);
      return;
    }
    const title = Object.fromEntries(
      survey.languages.map((language) => [
        language,
        (values[`title.${language}`] ?? '').trim().slice(0, 200),
      ]),
    );
    const twin = await this.surveys.create(twinOf(survey, title, closesAt), { twinOf: id });
    goTo(reply, `/console/surveys/${twin.id}/editor`, { tone: 'success', text: t.created });
  }

  private show(
    reply: FastifyReply,
    survey: Survey,
    values: Readonly<Record<string, string>>,
    errors: Record<string, string>,
    status = 200,
  ): void {
    const state = { survey, now: this.clock.now(), values, errors };
    show(reply, <TwinPage context={consoleContextOf(reply)} {...state} />, status);
  }
}

function twinOf(survey: Survey, title: Record<string, string>, closesAt: string) {
  const { languages, timeZone, privacy, senderName, senderEmail, senderAddress, privacyUrl, imprintUrl } =
    survey;
  const { graceMinutes, sendingWindow, gapDays, mostReminders, uncertainPolicy, letters, mayChangeAnswers } =
    survey;
  const { textsStayWithAnswers, groupColumns } = survey;
  return {
    ...{ title, languages, closesAt, timeZone, privacy, graceMinutes, sendingWindow, gapDays, mostReminders },
    ...{ uncertainPolicy, letters, mayChangeAnswers, textsStayWithAnswers, groupColumns },
    sender: { name: senderName, email: senderEmail, ...(senderAddress && { address: senderAddress }) },
    questionnaire: structuredClone(survey.questionnaire) as Record<string, unknown>,
    ...(privacyUrl && { privacyUrl }),
    ...(imprintUrl && { imprintUrl }),
  };
}
