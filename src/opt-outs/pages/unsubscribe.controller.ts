import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { Locale } from '../../common/locale.js';
import { SignedTokens } from '../../common/signed-token.js';
import { rowsOf } from '../../database/rows.js';
import { bodyRules, TakesBody } from '../../http/bodies/takes-body.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { operatorOf } from '../../respondents/operator.js';
import { languageOf } from '../../respondents/language-of.js';
import { BehindUnsubscribeLink } from '../../respondents/link.guards.js';
import { formOf, sendPage, textOf } from '../../respondents/respondent-http.js';
import type { Sender } from '../../respondents/respondent-survey.js';
import { renderUnsubscribe } from './unsubscribe.page.js';
import { OptOutsService } from '../opt-outs.service.js';
import { renderNotOnList, renderWrongLink } from '../../respondents/wrong-link.page.js';

/** Whose link it is, and in which language they are answered. */
interface Found {
  subscriber: string;
  sender: Sender;
  isUnsubscribed: boolean;
  locale: Locale;
}

/**
 * Leaving a list. GET asks; POST acts, whether it is the page's own form or the one-click POST of a
 * mail program (RFC 8058), which brings no cookie and gets 200 and no redirect. Both may be repeated.
 */
@Controller('unsubscribe/:token')
@BehindUnsubscribeLink()
export class UnsubscribeController {
  constructor(
    private readonly tokens: SignedTokens,
    private readonly optOuts: OptOutsService,
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async ask(
    @Param('token') token: string,
    @Query('lang') lang: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.find(token, textOf(lang), request, reply);
    if (found) this.show(token, found, found.isUnsubscribed ? 'done' : 'ask', reply);
  }

  @Post()
  @TakesBody({ ...bodyRules.shortForm, kinds: ['form', 'multipart', 'text'] })
  async act(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = formOf(request.isMultipart() ? await fieldsOf(request) : request.body);
    const found = await this.find(token, textOf(form['lang']), request, reply);
    if (!found) return;
    const step = textOf(form['go']) === 'undo' ? 'undone' : 'done';
    if (step === 'done') await this.optOuts.unsubscribe(found.subscriber);
    else await this.optOuts.resubscribe(found.subscriber);
    this.show(token, found, step, reply);
  }

  private show(
    token: string,
    { sender, locale }: Found,
    step: 'ask' | 'done' | 'undone',
    reply: FastifyReply,
  ): void {
    sendPage(reply, 200, renderUnsubscribe({ step, sender, action: `/unsubscribe/${token}`, locale }));
  }

  /** Whose link it is; null where they have been erased, which has been said then. */
  private async find(
    token: string,
    language: string | null,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Found | null> {
    const subscriber = this.tokens.read('unsubscribe', token);
    const found = subscriber === null ? null : await this.senderFor(subscriber);
    const locale = languageOf(null, { language, browserLanguage: request.headers['accept-language'] });
    if (subscriber !== null && found !== null) {
      const { isUnsubscribed, ...sender } = found;
      return { subscriber, sender, isUnsubscribed, locale };
    }
    // The letters of a test mail are nobody's; any other link that is signed is of somebody who has been erased.
    if (subscriber === null || subscriber === '0') {
      sendPage(reply, 404, renderWrongLink({ locale, isSurvey: false, operator: operatorOf(this.config) }));
      return null;
    }
    sendPage(reply, 200, renderNotOnList({ locale, operator: operatorOf(this.config) }));
    return null;
  }

  /** Anyone who wrote to this person last; a list without a survey yet is named by itself. */
  private async senderFor(subscriber: string): Promise<(Sender & { isUnsubscribed: boolean }) | null> {
    const [sender] = await rowsOf<Sender & { isUnsubscribed: boolean }>(
      this.dataSource,
      `SELECT coalesce(v.sender_name, l.name) AS "senderName", coalesce(v.sender_email, '') AS "senderEmail",
         v.privacy_url AS "privacyUrl", v.imprint_url AS "imprintUrl",
         s.unsubscribed_at IS NOT NULL AS "isUnsubscribed"
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
  for await (const part of request.parts({ limits: { fields: 10, fieldSize: 1000, fileSize: 1000 } })) {
    if (part.type === 'field' && typeof part.value === 'string') fields[part.fieldname] = part.value;
    else if (part.type === 'file') part.file.resume();
  }
  return fields;
}
