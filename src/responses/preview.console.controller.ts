import { Body, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Clock } from '../common/clock.js';
import { isLocale, type Locale, locales } from '../common/locale.js';
import { writtenOut } from '../common/local-time.js';
import { ConsoleController } from '../console/console-controller.js';
import { deskOf, sendHtml } from '../console/desk.js';
import { Id } from '../http/id.pipe.js';
import { answersOfOtherPages } from '../questionnaire/answer-form.js';
import { checkKeptAnswers, checkPage } from '../questionnaire/check-answers.js';
import { compileQuestionnaire } from '../questionnaire/compile-questionnaire.js';
import { pageBefore, stepAfter } from '../questionnaire/flow.js';
import type { Answers } from '../questionnaire/questionnaire-plan.js';
import type { Standing } from '../questionnaire/questionnaire-state.js';
import { standingOf } from '../questionnaire/standing.js';
import { planOfVersion } from '../questionnaire/plan-of-version.js';
import type { Survey } from '../surveys/survey.entity.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { shownPage } from './page-turn.js';
import { renderQuestionnaire } from './questionnaire.page.js';
import { formOf, textOf } from './respondent-http.js';
import { carriedJson, readCarried } from './unfinished.js';

const notices = {
  de: 'Vorschau: Nichts davon wird geprüft oder gespeichert.',
  en: 'Preview: nothing of this is checked or stored.',
};

const turned = z.object({
  page: z.coerce.number().int().min(0).catch(0),
  go: z.enum(['next', 'back', 'submit']).catch('next'),
  lang: z.enum(locales).optional().catch(undefined),
});

/** The questionnaire as participants will see it, before and after publication; answers travel in its form. */
@ConsoleController('surveys/:id/preview')
export class PreviewConsoleController {
  constructor(
    private readonly surveys: SurveysService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async first(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const survey = await this.surveys.get(id);
    const standing = this.standingAt(survey, {});
    this.show(reply, {
      survey,
      standing,
      pageIndex: shownPage(standing, 0),
      locale: localeOf(survey, reply),
    });
  }

  /** Turns the page, or changes the language; from the last page back to the first. */
  @Post()
  async turn(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const form = formOf(body);
    const { page, go, lang } = turned.parse(body);
    const survey = await this.surveys.get(id);
    const locale = localeOf(survey, reply, lang);
    const begun = this.standingAt(survey, {});
    const { plan, surroundings } = begun;
    const pageIndex = Math.min(page, plan.pages.length - 1);
    const known = checkKeptAnswers(plan, readCarried(textOf(form['carried'])).answers, locale, surroundings);
    const { standing } = checkPage(this.standingAt(survey, known), pageIndex, form, locale);
    this.show(reply, {
      survey,
      standing,
      pageIndex: lang === undefined ? turnedTo(standing, pageIndex, go) : pageIndex,
      locale,
    });
  }

  private standingAt(survey: Survey, answers: Answers): Standing {
    const { version, questionnaire, languages, privacy, timeZone } = survey;
    const plan = version
      ? planOfVersion(version, languages, privacy)
      : compileQuestionnaire(questionnaire, languages, { privacy });
    return standingOf(plan, answers, { person: {}, now: this.clock.now(), timeZone, seed: survey.id });
  }

  private show(reply: FastifyReply, { survey, standing, pageIndex, locale }: Preview): void {
    const { title, privacy, languages, senderName, senderEmail, privacyUrl, imprintUrl } = survey;
    const closingDate = writtenOut(survey.closesAt, survey.timeZone, locale);
    const html = renderQuestionnaire({
      survey: { title, privacy, languages, senderName, senderEmail, privacyUrl, imprintUrl, closingDate },
      standing,
      pageIndex,
      errors: [],
      locale,
      action: `/console/surveys/${survey.id}/preview`,
      carried: carriedJson(answersOfOtherPages(standing.plan, pageIndex, standing.answers), null),
      notice: notices[locale],
    });
    sendHtml(reply, html);
  }
}

interface Preview {
  survey: Survey;
  standing: Standing;
  pageIndex: number;
  locale: Locale;
}

function turnedTo(standing: Standing, pageIndex: number, go: 'next' | 'back' | 'submit'): number {
  if (go === 'back') return pageBefore(standing, pageIndex);
  const step = stepAfter(standing, pageIndex);
  return step.kind === 'page' ? step.pageIndex : shownPage(standing, 0);
}

function localeOf(survey: Survey, reply: FastifyReply, wanted?: Locale): Locale {
  const candidates = [wanted, deskOf(reply).locale, survey.languages[0]];
  return candidates.filter(isLocale).find((candidate) => survey.languages.includes(candidate)) ?? 'de';
}
