import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { SignedTokens } from '../common/signed-token.js';
import { rowsOf } from '../database/rows.js';
import { SubscriptionsService } from '../lists/subscriptions.service.js';
import { languageOf } from './language-of.js';
import { formOf, sendPage, textOf } from './respondent-http.js';
import type { Sender } from './respondent-survey.js';
import { renderUnsubscribe } from './unsubscribe.page.js';
import { renderWrongLink } from './wrong-link.page.js';

/**
 * Leaving a list. GET asks; POST acts, whether it is the page's own form or the one-click POST of a
 * mail program (RFC 8058), which brings no cookie and gets 200 and no redirect. Both may be repeated.
 */
@ApiExcludeController()
@Controller('unsubscribe/:token')
export class UnsubscribeController {
  constructor(
    private readonly tokens: SignedTokens,
    private readonly subscriptions: SubscriptionsService,
    private readonly dataSource: DataSource,
  ) {}

  @Get()
  async ask(
    @Param('token') token: string,
    @Query('lang') lang: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.show(token, 'ask', textOf(lang), request, reply);
  }

  @Post()
  async act(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = formOf(request.isMultipart() ? await fieldsOf(request) : request.body);
    const step = textOf(form['go']) === 'undo' ? 'undone' : 'done';
    await this.show(token, step, textOf(form['lang']), request, reply);
  }

  private async show(
    token: string,
    step: 'ask' | 'done' | 'undone',
    language: string | null,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const subscriber = this.tokens.read('unsubscribe', token);
    const sender = subscriber === null ? null : await this.senderFor(subscriber);
    const locale = languageOf(null, { language, browserLanguage: request.headers['accept-language'] });
    if (subscriber === null || sender === null) {
      sendPage(reply, 404, renderWrongLink({ locale, isSurvey: false }));
      return;
    }
    if (step === 'done') await this.subscriptions.unsubscribe(subscriber);
    if (step === 'undone') await this.subscriptions.resubscribe(subscriber);
    sendPage(reply, 200, renderUnsubscribe({ step, sender, action: `/unsubscribe/${token}`, locale }));
  }

  /** Whoever wrote to this person last; a list without a survey yet is named by itself. */
  private async senderFor(subscriber: string): Promise<Sender | null> {
    const [sender] = await rowsOf<Sender>(
      this.dataSource,
      `SELECT coalesce(v.sender_name, l.name) AS "senderName", coalesce(v.sender_email, '') AS "senderEmail",
         v.privacy_url AS "privacyUrl", v.imprint_url AS "imprintUrl"
       FROM subscribers s JOIN lists l ON l.id = s.list_id
       LEFT JOIN participants p ON p.subscriber_id = s.id LEFT JOIN surveys v ON v.id = p.survey_id
       WHERE s.id = $1 ORDER BY p.id DESC NULLS LAST LIMIT 1`,
      [subscriber],
    );
    return sender ?? null;
  }
}

async function fieldsOf(request: FastifyRequest): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  for await (const part of request.parts()) {
    if (part.type === 'field' && typeof part.value === 'string') fields[part.fieldname] = part.value;
    else if (part.type === 'file') part.file.resume();
  }
  return fields;
}
