import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BehindPersonalLink } from '../respondents/link.guards.js';
import { ParticipationService } from './participation.service.js';
import { answer, formOf, textOf } from '../respondents/respondent-http.js';
import { typedFields } from '../responses/unfinished.js';

/** The personal link. GET and HEAD only look (P5); every change is a POST the person makes. */
@Controller('u/:token')
@BehindPersonalLink()
export class ParticipationController {
  constructor(private readonly participation: ParticipationService) {}

  @Get()
  async open(
    @Param('token') token: string,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const shown = await this.participation.open(token, {
      language: textOf(query['lang']),
      browserLanguage: request.headers['accept-language'],
      page: textOf(query['page']),
      view: textOf(query['view']),
      chosen: typedFields(formOf(query)),
    });
    answer(reply, shown);
  }

  @Post()
  async post(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const shown = await this.participation.post(token, formOf(request.body), {
      language: textOf((request.query as Record<string, unknown>)['lang']),
      browserLanguage: request.headers['accept-language'],
      page: null,
      chosen: {},
    });
    answer(reply, shown);
  }
}
