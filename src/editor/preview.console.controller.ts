import { Body, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { assetUrl } from '../common/assets.js';
import { Clock } from '../common/clock.js';
import type { ConsoleLocale } from '../common/locale.js';
import { ConsoleController } from '../staff/console-controller.js';
import { consoleContextOf } from '../console/console-context.js';
import { Id } from '../http/id.pipe.js';
import { bodyRules, TakesBody } from '../http/bodies/takes-body.js';
import {
  type Preview,
  previewAsked,
  previewLocale,
  previewState,
  renderPreview,
  turnedPreview,
} from '../answering/preview-pages.js';
import { previewable } from './draft/draft-problems.js';
import { texts } from '../common/texts.js';
import { QuestionnaireEdits } from './draft/questionnaire-edits.service.js';

const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

/** The respondents' pages of a draft, in the frame beside the form; answers travel in their form. */
@TakesBody(bodyRules.longForm)
@ConsoleController('surveys/:id/editor/preview')
export class EditorPreviewController {
  constructor(
    private readonly edits: QuestionnaireEdits,
    private readonly clock: Clock,
  ) {}

  /** @param query `page` counts the pages of the draft, also those that cannot be shown yet */
  @Get()
  async first(@Id() id: string, @Query() query: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { page, lang } = previewAsked.parse(query);
    const { survey, draft } = await this.edits.stateOf(id);
    const own = consoleContextOf(reply).locale;
    const { plan, pageOf } = previewable(draft, survey.languages, survey.privacy);
    const pageIndex = pageOf(page);
    if (!plan || pageIndex === null) {
      send(reply, nothing(own));
      return;
    }
    const state = previewState(plan, survey, {}, this.clock.now());
    show(reply, { survey, state, pageIndex, locale: previewLocale(survey, own, lang) });
  }

  @Post()
  async turn(@Id() id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { survey, draft } = await this.edits.stateOf(id);
    const own = consoleContextOf(reply).locale;
    const { plan } = previewable(draft, survey.languages, survey.privacy);
    if (plan) show(reply, turnedPreview(body, plan, survey, own, this.clock.now()));
    else send(reply, nothing(own));
  }
}

function show(reply: FastifyReply, preview: Preview): void {
  send(reply, renderPreview(preview, `/console/surveys/${preview.survey.id}/editor/preview`, null));
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

/** What is in the frame while no page can be shown: a document of its own, with heading and main part. */
function nothing(locale: ConsoleLocale): string {
  const { preview } = texts('editor', locale);
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${preview.title}</title><link rel="stylesheet" href="${assetUrl('survey.css')}">`;
  const main = `<main class="column"><div class="message"><h1>${preview.title}</h1><p class="lead">${preview.none}</p></div></main>`;
  return `<!doctype html><html lang="${locale}"><head>${head}</head><body>${main}</body></html>`;
}
