import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ParticipationService, type Shown } from './participation.service.js';
import { formOf, sendPage, textOf } from './respondent-http.js';

/** The personal link. GET and HEAD only look (P5); every change is a POST the person makes. */
@ApiExcludeController()
@Controller('u/:token')
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
    });
    answer(reply, shown);
  }
}

function answer(reply: FastifyReply, shown: Shown): void {
  if ('goTo' in shown) void reply.header('Cache-Control', 'no-store').redirect(shown.goTo, 303);
  else sendPage(reply, shown.status, shown.html);
}
