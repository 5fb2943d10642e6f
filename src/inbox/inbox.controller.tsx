import type {} from '@fastify/cookie';
import { Controller, ForbiddenException, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { logSecurityEvent } from '../audit/security-log.js';
import { NotFound } from '../common/errors.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { isOwnOrigin } from '../http/host.rules.js';
import { type MailView, CaughtMailPage, mailViews } from './caught-mail.page.js';
import {
  countCaughtMails,
  deleteCaughtMails,
  findCaughtMail,
  findCaughtMails,
  type WholeCaughtMail,
} from './caught-mails.queries.js';
import { inboxLocale, sendPage, sendPreview } from './inbox-answers.js';
import { InboxPage } from './inbox.page.js';
import { previewHtml, readMail } from './read-mail.js';

const PAGE = 50;
const MAX_AS_JSON = 50_000;

/** The pages of the trial inbox, and the same as JSON for scripts. Only there when no SMTP_URL is set. */
@Controller()
export class InboxController {
  private readonly timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('inbox')
  async list(
    @Res() reply: FastifyReply,
    @Query('q') q?: unknown,
    @Query('before') from?: unknown,
  ): Promise<void> {
    const words = textOf(q).trim();
    const before = idOf(textOf(from));
    const [mails, { all, found }] = await Promise.all([
      findCaughtMails(this.dataSource, { words, before: before ?? undefined, limit: PAGE + 1 }),
      countCaughtMails(this.dataSource, words),
    ]);
    sendPage(
      reply,
      <InboxPage
        locale={inboxLocale(reply)}
        timeZone={this.timeZone}
        words={words}
        mails={mails.slice(0, PAGE)}
        all={all}
        found={found}
        before={before}
        hasOlder={mails.length > PAGE}
      />,
    );
  }

  /** Newest first; `?to=` names a recipient exactly, `?q=` finds in recipient and subject, `?limit=` keeps it short. */
  @Get('inbox.json')
  async listAsJson(
    @Res() reply: FastifyReply,
    @Query('to') to?: unknown,
    @Query('q') q?: unknown,
    @Query('limit') limit?: unknown,
  ): Promise<void> {
    const mails = await findCaughtMails(this.dataSource, {
      words: textOf(q).trim(),
      to: textOf(to) || undefined,
      limit: Math.min(Number(idOf(textOf(limit))) || MAX_AS_JSON, MAX_AS_JSON),
    });
    await reply.header('cache-control', 'no-store').send(
      mails.map(({ id, receivedAt, envelopeFrom, envelopeTo, subject }) => ({
        id,
        receivedAt,
        from: envelopeFrom,
        to: envelopeTo,
        subject,
      })),
    );
  }

  @Post('inbox/delete')
  async deleteAll(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    refuseOtherSites(request, this.config.publicUrl);
    await deleteCaughtMails(this.dataSource);
    await reply.header('cache-control', 'no-store').redirect('/inbox', 303);
  }

  /** `/inbox/7` is the page, `/inbox/7.json` the same for scripts, `/inbox/7.eml` the bytes. */
  @Get('inbox/:name')
  async one(
    @Res() reply: FastifyReply,
    @Param('name') name: string,
    @Query('view') view?: unknown,
  ): Promise<void> {
    const [, id = '', ending = 'page'] = /^(\d+)(?:\.(json|eml))?$/.exec(name) ?? [];
    const caught = await this.find(id);
    if (ending === 'eml') {
      await reply
        .headers({
          'content-type': 'message/rfc822',
          'content-disposition': `attachment; filename="mail-${caught.id}.eml"`,
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        })
        .send(caught.raw);
    } else if (ending === 'json') {
      await this.sendAsJson(reply, caught);
    } else {
      const mail = await readMail(caught.raw);
      const wanted: MailView =
        mailViews.find((one) => one === view) ?? (mail.html === null ? 'text' : 'html');
      const locale = inboxLocale(reply);
      sendPage(
        reply,
        <CaughtMailPage locale={locale} timeZone={this.timeZone} caught={caught} mail={mail} view={wanted} />,
      );
    }
  }

  @Get('inbox/:id/html')
  async html(@Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const caught = await this.find(id);
    const { html } = await readMail(caught.raw);
    if (html === null) throw new NotFound('mail', id);
    sendPreview(reply, previewHtml(html));
  }

  private async sendAsJson(reply: FastifyReply, caught: WholeCaughtMail): Promise<void> {
    const { headers, html, text, messageId } = await readMail(caught.raw);
    await reply.header('cache-control', 'no-store').send({
      id: caught.id,
      receivedAt: caught.receivedAt,
      from: caught.envelopeFrom,
      to: caught.envelopeTo,
      subject: caught.subject,
      messageId,
      html,
      text,
      headers,
    });
  }

  private async find(id: string): Promise<WholeCaughtMail> {
    const known = idOf(id);
    const mail = known === null ? null : await findCaughtMail(this.dataSource, known);
    if (!mail) throw new NotFound('mail', id.slice(0, 20));
    return mail;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function idOf(text: string): string | null {
  return /^\d{1,18}$/.test(text) ? text : null;
}

/** A browser says where a form came from; a script says nothing and may. */
function refuseOtherSites(request: FastifyRequest, publicUrl: string): void {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const elsewhere = origin !== undefined && !isOwnOrigin(origin, request.headers.host, publicUrl);
  if (site === undefined ? !elsewhere : site === 'same-origin') return;
  logSecurityEvent('origin.refused', request);
  throw new ForbiddenException();
}
