import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/config.js';
import { renderAccessibility } from './accessibility.page.js';
import { languageOf } from './language-of.js';
import { operatorOf } from './operator.js';
import { sendPage, textOf } from './respondent-http.js';

/** The statement on accessibility that every respondent's page leads to. */
@Controller('accessibility')
export class AccessibilityController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get()
  show(@Query('lang') lang: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const browserLanguage = request.headers['accept-language'];
    const locale = languageOf(null, { language: textOf(lang), browserLanguage });
    sendPage(reply, 200, renderAccessibility({ locale, operator: operatorOf(this.config) }));
  }
}
