import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { renderHome } from './home.page.js';
import { languageOf } from './language-of.js';
import { operatorOf } from './operator.js';
import { sendPage, textOf } from './respondent-http.js';

/** The address alone, as somebody types it from a mail: where their link is, and the way for staff. */
@Controller()
export class HomeController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get()
  home(@Query('lang') lang: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const browserLanguage = request.headers['accept-language'];
    const locale = languageOf(null, { language: textOf(lang), browserLanguage });
    sendPage(reply, 200, renderHome({ locale, operator: operatorOf(this.config) }));
  }
}
