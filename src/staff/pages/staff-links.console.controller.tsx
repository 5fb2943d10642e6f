import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { z } from 'zod';
import { logSecurityEvent } from '../../audit/security-log.js';
import { parseEmailAddress } from '../../common/email-address.js';
import { InvalidInput } from '../../common/errors.js';
import { OpenConsoleController } from '../console-controller.js';
import { type ConsoleRequest, consoleContextOf, goTo, show } from '../../console/console-context.js';
import type { FieldErrors } from '../../console/notices.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import type { StaffMember } from '../staff-member.entity.js';
import { StaffSessions } from '../sessions/staff-sessions.service.js';
import { texts } from '../../common/texts.js';
import { errorText } from '../../console/error-text.js';
import { AccountsService, AlreadySetUp } from '../accounts.service.js';
import { readNewPassword } from './new-password-fields.js';
import type { StaffLinkPurpose } from '../staff-link.entity.js';
import { ChoosePasswordPage, LinkGonePage, SetUpPage } from './staff-link.page.js';
import { StaffLinkGone, StaffLinks } from '../staff-links.service.js';

/** The address of these pages lets somebody in: no request from them tells it. Form posts still name the origin. */
const REFERRERS = 'strict-origin';

const firstAccount = z.object({
  email: z.string().max(254).catch(''),
  name: z
    .string()
    .max(100)
    .catch('')
    .transform((name) => name.trim()),
});

/** What one-time links open. Looking uses nothing up; the form does. */
@OpenConsoleController()
export class StaffLinksConsoleController {
  constructor(
    private readonly links: StaffLinks,
    private readonly accounts: AccountsService,
    private readonly sessions: StaffSessions,
    private readonly cookie: SessionCookie,
  ) {}

  @Get('set-up/:token')
  async setUpForm(
    @Param('token') token: string,
    @Req() request: ConsoleRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.unlessGone('set-up', request, reply, async () => {
      await this.links.look('set-up', token);
      this.showSetUp(reply, { email: '', name: '' });
    });
  }

  @Post('set-up/:token')
  async setUp(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: ConsoleRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { locale } = consoleContextOf(reply);
    const t = texts('accounts', locale).setUp;
    const typed = firstAccount.parse(body ?? {});
    await this.unlessGone('set-up', request, reply, async () => {
      await this.links.look('set-up', token);
      const { password, errors } = readNewPassword(body, locale);
      if (!parseEmailAddress(typed.email)) errors['email'] = t.emailWrong;
      if (Object.keys(errors).length > 0) {
        this.showSetUp(reply, typed, errors);
        return;
      }
      try {
        const member = await this.accounts.setUp(token, typed.email, typed.name, password);
        await this.letIn(member, request, reply, t.done);
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        this.showSetUp(reply, typed, { password: errorText(locale, error) });
      }
    });
  }

  @Get('password/:token')
  async passwordForm(
    @Param('token') token: string,
    @Req() request: ConsoleRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.unlessGone('password', request, reply, async () => {
      const { member } = await this.links.look('password', token);
      this.showChoice(reply, member);
    });
  }

  @Post('password/:token')
  async choosePassword(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: ConsoleRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { locale } = consoleContextOf(reply);
    await this.unlessGone('password', request, reply, async () => {
      const { member } = await this.links.look('password', token);
      const { password, errors } = readNewPassword(body, locale);
      if (Object.keys(errors).length > 0) {
        this.showChoice(reply, member, errors);
        return;
      }
      try {
        const owner = await this.accounts.choosePassword(token, password);
        await this.letIn(owner, request, reply, texts('accounts', locale).choose.done);
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        this.showChoice(reply, member, { password: errorText(locale, error) });
      }
    });
  }

  private showSetUp(
    reply: FastifyReply,
    typed: z.output<typeof firstAccount>,
    errors: FieldErrors = {},
  ): void {
    const form = { context: consoleContextOf(reply), action: reply.request.url, errors, typed };
    this.show(reply, <SetUpPage {...form} />, errors);
  }

  private showChoice(reply: FastifyReply, member: StaffMember | null, errors: FieldErrors = {}): void {
    const form = {
      context: consoleContextOf(reply),
      action: reply.request.url,
      errors,
      email: member?.email ?? '',
    };
    this.show(reply, <ChoosePasswordPage {...form} />, errors);
  }

  private show(reply: FastifyReply, page: VNode, errors: FieldErrors): void {
    show(reply, page, Object.keys(errors).length > 0 ? 422 : 200, REFERRERS);
  }

  /** Signs in who has just chosen a password, in place of the person who was. */
  private async letIn(
    member: StaffMember,
    request: ConsoleRequest,
    reply: FastifyReply,
    text: string,
  ): Promise<void> {
    const before = this.cookie.read(request);
    if (before) await this.sessions.end(before);
    this.cookie.set(reply, await this.sessions.open(member, request.headers['user-agent']));
    goTo(reply, '/console', { tone: 'success', text });
  }

  private async unlessGone(
    purpose: StaffLinkPurpose,
    request: ConsoleRequest,
    reply: FastifyReply,
    step: () => Promise<void>,
  ): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof StaffLinkGone || error instanceof AlreadySetUp)) throw error;
      logSecurityEvent('link.refused', request);
      show(reply, <LinkGonePage context={consoleContextOf(reply)} purpose={purpose} />, 410, REFERRERS);
    }
  }
}
