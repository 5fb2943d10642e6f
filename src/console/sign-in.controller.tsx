import { Body, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { logSecurityEvent } from '../audit/security-log.js';
import { Clock } from '../common/clock.js';
import { isLocale } from '../common/locale.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { LANGUAGE_COOKIE, writeCookie } from '../http/own-cookies.js';
import { OpenConsoleController } from './console-controller.js';
import { deskOf, goTo, show } from './desk.js';
import { localPath } from './local-path.js';
import { SessionCookie } from './session-cookie.js';
import { SignInPage } from './sign-in.page.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { StaffService } from './staff.service.js';
import { StaffSessions } from './staff-sessions.service.js';

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
  /** One account from one network address. */
  private readonly fromOnePlace = new SignInThrottle(5);
  /** One account from anywhere: addresses are many, and some servers in front of us let them be made up. */
  private readonly fromAnywhere = new SignInThrottle(50);

  constructor(
    private readonly staff: StaffService,
    private readonly sessions: StaffSessions,
    private readonly cookie: SessionCookie,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('sign-in')
  form(@Query('next') next: unknown, @Res() reply: FastifyReply): void {
    show(reply, <SignInPage desk={deskOf(reply)} next={localPath(next)} trial={this.config.trial} />);
  }

  @Post('sign-in')
  async signIn(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { email, password, next } = credentials.parse(body ?? {});
    const again = { desk: deskOf(reply), next, email, trial: this.config.trial };
    const account = email.trim().toLowerCase();
    const place = `${account}|${request.ip}`;
    const now = this.clock.now();

    const locked = this.fromAnywhere.secondsToWait(account, now);
    const seconds = Math.max(this.fromOnePlace.secondsToWait(place, now), locked);
    if (seconds > 0) {
      logSecurityEvent(locked > 0 ? 'sign_in.locked' : 'sign_in.throttled', request);
      void reply.header('retry-after', String(seconds));
      show(reply, <SignInPage {...again} failure={{ waitSeconds: seconds }} />, 429);
      return;
    }
    // Counted before it is checked, so that many attempts at once are not one attempt.
    this.fromOnePlace.failed(place, now);
    this.fromAnywhere.failed(account, now);
    const member = await this.staff.withPassword(email, password);
    if (!member) {
      logSecurityEvent('sign_in.failed', request);
      show(reply, <SignInPage {...again} failure="wrong" />, 422);
      return;
    }
    this.fromOnePlace.succeeded(place);
    this.fromAnywhere.succeeded(account);
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
