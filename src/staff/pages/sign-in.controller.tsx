import { Body, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { logSecurityEvent } from '../../audit/security-log.js';
import { Busy } from '../../common/errors.js';
import { isLocale } from '../../common/locale.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { LANGUAGE_COOKIE, writeCookie } from '../../http/own-cookies.js';
import { Throttles } from '../../throttle/throttles.service.js';
import { OpenConsoleController } from '../console-controller.js';
import { consoleContextOf, goTo, show } from '../../console/console-context.js';
import { localPath } from '../../console/local-path.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { SignInAttempts } from '../sessions/sign-in-attempts.js';
import { SignInPage } from './sign-in.page.js';
import { StaffService } from '../staff.service.js';
import { StaffSessions } from '../sessions/staff-sessions.service.js';

const credentials = z.object({
  email: z.string().max(254).catch(''),
  password: z.string().max(400).catch(''),
  next: z.unknown().optional().transform(localPath),
});

const languageChoice = z.object({
  lang: z.string().catch(''),
  back: z.unknown().optional().transform(localPath),
});

/** The door: signing in and out, and the choice of language, which is there before. */
@OpenConsoleController()
export class SignInController {
  constructor(
    private readonly staff: StaffService,
    private readonly sessions: StaffSessions,
    private readonly cookie: SessionCookie,
    private readonly attempts: SignInAttempts,
    private readonly throttles: Throttles,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('sign-in')
  form(@Query('next') next: unknown, @Res() reply: FastifyReply): void {
    show(
      reply,
      <SignInPage context={consoleContextOf(reply)} next={localPath(next)} trial={this.config.trial} />,
    );
  }

  @Post('sign-in')
  async signIn(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { email, password, next } = credentials.parse(body ?? {});
    const again = { context: consoleContextOf(reply), next, email, trial: this.config.trial };
    const claims = this.attempts.claimsOf(request, email);
    const refusal = await this.throttles.refusalOf(claims);
    if (refusal) {
      logSecurityEvent(this.attempts.locksAccount(refusal) ? 'sign_in.locked' : 'sign_in.throttled', request);
      void reply.header('retry-after', String(refusal.seconds));
      show(reply, <SignInPage {...again} failure={{ waitSeconds: refusal.seconds }} />, 429);
      return;
    }
    let member;
    try {
      member = await this.staff.withPassword(email, password, this.attempts.isKnownDevice(request, email));
    } catch (error) {
      if (!(error instanceof Busy)) throw error;
      await this.throttles.giveBack(claims);
      void reply.header('retry-after', String(error.retryAfterSeconds));
      show(reply, <SignInPage {...again} failure="busy" />, 503);
      return;
    }
    if (!member) {
      logSecurityEvent('sign_in.failed', request);
      show(reply, <SignInPage {...again} failure="wrong" />, 422);
      return;
    }
    await this.attempts.succeeded(reply, email, claims);
    const before = this.cookie.read(request);
    if (before) await this.sessions.end(before);
    this.cookie.set(reply, await this.sessions.open(member, request.headers['user-agent']));
    goTo(reply, next);
  }

  @Post('sign-out')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = this.cookie.read(request);
    if (token) await this.sessions.signOut(token);
    this.cookie.clear(reply);
    // Cookies are left: the language, and that this device has signed in before.
    void reply.header('clear-site-data', '"cache", "storage"');
    goTo(reply, '/console/sign-in');
  }

  @Post('language')
  chooseLanguage(@Body() body: unknown, @Res() reply: FastifyReply): void {
    const { lang, back } = languageChoice.parse(body ?? {});
    if (isLocale(lang)) writeCookie(reply, LANGUAGE_COOKIE, lang);
    goTo(reply, back);
  }
}
