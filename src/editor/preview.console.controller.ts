import { Body, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { assetUrl } from '../common/assets.js';
import { Clock } from '../common/clock.js';
import { type ConsoleLocale, isLocale, type Locale, locales } from '../common/locale.js';
import { writtenOut } from '../common/local-time.js';
import { ConsoleController } from '../console/console-controller.js';
import { deskOf } from '../console/desk.js';
import { Id } from '../http/id.pipe.js';
import { answersOfOtherPages } from '../questionnaire/answer-form.js';
import { checkKeptAnswers, checkPage } from '../questionnaire/check-answers.js';
import { pageBefore, stepAfter } from '../questionnaire/flow.js';
import type { Standing } from '../questionnaire/questionnaire-state.js';
import { standingOf } from '../questionnaire/standing.js';
import { renderQuestionnaire } from '../responses/questionnaire.page.js';
import { formOf, textOf } from '../responses/respondent-http.js';
import { carriedJson, readCarried } from '../responses/unfinished.js';
import type { Survey } from '../surveys/survey.entity.js';
import { previewable } from './draft-problems.js';
import { editorTexts } from './editor.texts.js';
import { QuestionnaireEdits } from './questionnaire-edits.service.js';

const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

const asked = z.object({
  page: z.coerce.number().int().min(0).catch(0),
  go: z.enum(['next', 'back', 'submit']).catch('next'),
  lang: z.enum(locales).optional().catch(undefined),
});

/** The respondents' pages of a draft, in the frame beside the form; answers travel in their form. */
@ConsoleController('surveys/:id/editor/preview')
export class EditorPreviewController {
  constructor(
    private readonly edits: QuestionnaireEdits,
    private readonly clock: Clock,
  ) {}

  /** @param query `page` counts the pages of the draft, also those that cannot be shown yet */
  @Get()
  async first(@Id() id: string, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { page, lang } = asked.parse(query);
    const { survey, draft } = await this.edits.stateOf(id);
    const shown = previewable(draft, survey.languages, survey.privacy);
    const locale = localeOf(survey, reply, lang);
    const pageIndex = shown.pageOf(page);
    if (!shown.plan || pageIndex === null) {
      send(reply, nothing(deskOf(reply).locale));
      return;
    }
    this.show(reply, survey, this.standing(shown.plan, survey, {}), pageIndex, locale);
  }

  @Post()
  async turn(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const form = formOf(body);
    const { page, go, lang } = asked.parse(body);
    const { survey, draft } = await this.edits.stateOf(id);
    const { plan } = previewable(draft, survey.languages, survey.privacy);
    const locale = localeOf(survey, reply, lang);
    if (!plan) {
      send(reply, nothing(deskOf(reply).locale));
      return;
    }
    const begun = this.standing(plan, survey, {});
    const pageIndex = Math.min(page, plan.pages.length - 1);
    const carried = readCarried(textOf(form['carried'])).answers;
    const known = checkKeptAnswers(plan, carried, locale, begun.surroundings);
    const { standing } = checkPage(this.standing(plan, survey, known), pageIndex, form, locale);
    const next = lang === undefined ? turnedTo(standing, pageIndex, go) : pageIndex;
    this.show(reply, survey, standing, next, locale);
  }

  private standing(plan: Standing['plan'], survey: Survey, answers: Standing['answers']): Standing {
    const surroundings = { person: {}, now: this.clock.now(), timeZone: survey.timeZone, seed: survey.id };
    return standingOf(plan, answers, surroundings);
  }

  private show(
    reply: FastifyReply,
    survey: Survey,
    standing: Standing,
    pageIndex: number,
    locale: Locale,
  ): void {
    const { title, privacy, languages, senderName, senderEmail, privacyUrl, imprintUrl } = survey;
    const closingDate = writtenOut(survey.closesAt, survey.timeZone, locale);
    const html = renderQuestionnaire({
      survey: { title, privacy, languages, senderName, senderEmail, privacyUrl, imprintUrl, closingDate },
      standing,
      pageIndex,
      errors: [],
      locale,
      action: `/console/surveys/${survey.id}/editor/preview`,
      carried: carriedJson(answersOfOtherPages(standing.plan, pageIndex, standing.answers), null),
      notice: null,
    });
    send(reply, html);
  }
}

function send(reply: FastifyReply, html: string): void {
  void reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CONTENT_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    .send(html);
}

/** What stands in the frame while no page can be shown: a document of its own, with heading and main part. */
function nothing(locale: ConsoleLocale): string {
  const { preview } = editorTexts(locale);
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${preview.title}</title><link rel="stylesheet" href="${assetUrl('survey.css')}">`;
  const main = `<main class="column"><div class="message"><h1>${preview.title}</h1><p class="lead">${preview.none}</p></div></main>`;
  return `<!doctype html><html lang="${locale}"><head>${head}</head><body>${main}</body></html>`;
}

function turnedTo(standing: Standing, pageIndex: number, go: 'next' | 'back' | 'submit'): number {
  if (go === 'back') return pageBefore(standing, pageIndex);
  const step = stepAfter(standing, pageIndex);
  return step.kind === 'page' ? step.pageIndex : 0;
}

function localeOf(survey: Survey, reply: FastifyReply, wanted?: Locale): Locale {
  const candidates = [wanted, deskOf(reply).locale, survey.languages[0]];
  return candidates.filter(isLocale).find((candidate) => survey.languages.includes(candidate)) ?? 'de';
}
