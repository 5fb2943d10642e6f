import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../respondents/language-of.js';
import { readCookie } from '../http/own-cookies.js';
import { BehindOpenLink } from './open-link.guard.js';
import { answeredCookie, slugOf } from './open-link.rules.js';
import { renderEnterCode } from './pages/open-link.page.js';
import { type Caller, OpenParticipationService } from './open-participation.service.js';
import { answer, formOf, sendPage, textOf } from '../respondents/respondent-http.js';

/** The open link. GET and HEAD only look (P5). */
@Controller('o')
@BehindOpenLink()
export class OpenParticipationController {
  constructor(private readonly participation: OpenParticipationService) {}

  /** Where the short code of a letter is typed, and the way from there. */
  @Get()
  enter(
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const language = textOf(query['lang']);
    const typed = textOf(query['code']);
    const code = slugOf(typed ?? '');
    if (code !== '') {
      const lang = language === null ? '' : `?lang=${encodeURIComponent(language)}`;
      answer(reply, { goTo: `/o/${encodeURIComponent(code)}${lang}` });
      return;
    }
    const locale = languageOf(null, { language, browserLanguage: request.headers['accept-language'] });
    if (typed === null) sendPage(reply, 200, renderEnterCode({ locale, typed: null }));
    else sendPage(reply, 422, renderEnterCode({ locale, typed: '' }));
  }

  @Get(':slug')
  async open(
    @Param('slug') slug: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const caller = callerOf(slug, textOf(query['lang']), request);
    answer(reply, await this.participation.open(caller, textOf(query['again']) !== null));
  }

  @Post(':slug')
  async post(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const caller = callerOf(slug, textOf((request.query as Record<string, unknown>)['lang']), request);
    answer(reply, await this.participation.post(caller, formOf(request.body)));
  }
}

function callerOf(slug: string, language: string | null, request: FastifyRequest): Caller {
  return {
    slug,
    language,
    browserLanguage: request.headers['accept-language'],
    page: null,
    chosen: {},
    ip: request.ip,
    hasAnswered: readCookie(request, answeredCookie(slugOf(slug))) !== undefined,
  };
}
