import { Body, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { isLocale, locales } from '../common/locale.js';
import { writtenOut } from '../common/local-time.js';
import { ConsoleController } from '../console/console-controller.js';
import { deskOf, sendHtml } from '../console/desk.js';
import { Id } from '../http/id.pipe.js';
import { compileQuestionnaire } from '../questionnaire/compile-questionnaire.js';
import { planOfVersion } from '../questionnaire/plan-of-version.js';
import type { Survey } from '../surveys/survey.entity.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { renderQuestionnaire } from './questionnaire.page.js';

const notices = {
  de: 'Vorschau: Nichts davon wird geprüft oder gespeichert.',
  en: 'Preview: nothing of this is checked or stored.',
};

const turned = z.object({
  page: z.coerce.number().int().min(0).catch(0),
  go: z.enum(['next', 'back', 'submit']).catch('next'),
  lang: z.enum(locales).optional().catch(undefined),
});

/** The questionnaire as participants will see it, before and after publication. */
@ConsoleController('surveys/:id/preview')
export class PreviewConsoleController {
  constructor(private readonly surveys: SurveysService) {}

  @Get()
  async first(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    this.show(reply, await this.surveys.get(id), 0);
  }

  /** Turns the page, or changes the language; from the last page back to the first. */
  @Post()
  async turn(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { page, go, lang } = turned.parse(body);
    const by = { next: 1, back: -1, submit: 1 }[go];
    this.show(reply, await this.surveys.get(id), lang === undefined ? page + by : page, lang);
  }

  private show(reply: FastifyReply, survey: Survey, page: number, wanted?: string): void {
    const { locale: own } = deskOf(reply);
    const candidates = [wanted, own, survey.languages[0]];
    const locale =
      candidates.filter(isLocale).find((candidate) => survey.languages.includes(candidate)) ?? 'de';
    const plan = survey.version
      ? planOfVersion(survey.version, survey.languages, survey.privacy)
      : compileQuestionnaire(survey.questionnaire, survey.languages, { privacy: survey.privacy });
    const { title, privacy, languages, senderName, senderEmail, privacyUrl, imprintUrl } = survey;
    const closingDate = writtenOut(survey.closesAt, survey.timeZone, locale);
    const html = renderQuestionnaire({
      survey: { title, privacy, languages, senderName, senderEmail, privacyUrl, imprintUrl, closingDate },
      plan,
      pageIndex: page >= 0 && page < plan.pages.length ? page : 0,
      answers: {},
      errors: [],
      locale,
      action: `/console/surveys/${survey.id}/preview`,
      carried: null,
      notice: notices[locale],
    });
    sendHtml(reply, html);
  }
}
