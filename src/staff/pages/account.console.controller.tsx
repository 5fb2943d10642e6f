import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { logSecurityEvent } from '../../audit/security-log.js';
import { InvalidInput } from '../../common/errors.js';
import { ConsoleController } from '../console-controller.js';
import { consoleContextOf, goTo, show } from '../../console/console-context.js';
import type { FieldErrors } from '../../console/notices.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { SignInFirst, type StaffRequest } from '../sessions/session.guard.js';
import type { StaffMember } from '../staff-member.entity.js';
import { StaffSessions } from '../sessions/staff-sessions.service.js';
import { texts } from '../../common/texts.js';
import { errorText } from '../../console/error-text.js';
import { Id } from '../../http/id.pipe.js';
import { AccountPage } from './account.page.js';
import { AccountsService } from '../accounts.service.js';
import { readNewPassword } from './new-password-fields.js';

const presentPassword = z.object({ present: z.string().max(400).catch('') });

/** One's own account. */
@ConsoleController('account')
export class AccountConsoleController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: StaffSessions,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  async own(@Req() request: StaffRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.show(request, reply);
  }

  /** A form that was shown again has no address of its own. */
  @Get('password')
  beginAgain(@Res() reply: FastifyReply): void {
    goTo(reply, '/console/account');
  }

  @Post('password')
  async changePassword(
    @Body() body: unknown,
    @Req() request: StaffRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { locale } = consoleContextOf(reply);
    const t = texts('accounts', locale).account.password;
    const { member, session } = this.whoAsks(request);
    const { present } = presentPassword.parse(body ?? {});
    const { password: next, errors } = readNewPassword(body, locale);
    if (Object.keys(errors).length > 0) {
      await this.show(request, reply, errors);
      return;
    }
    if (!(await this.sessions.mayTryPassword(session))) {
      logSecurityEvent('sign_in.locked', request);
      this.cookie.clear(reply);
      goTo(reply, '/console/sign-in', { tone: 'error', text: t.ended });
      return;
    }
    try {
      if (await this.accounts.changePassword(member, session, { present, next })) {
        goTo(reply, '/console/account', { tone: 'success', text: t.changed });
        return;
      }
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      await this.show(request, reply, { password: errorText(locale, error) });
      return;
    }
    logSecurityEvent('sign_in.failed', request);
    await this.show(request, reply, { present: t.wrong });
  }

  @Post('sessions/end-others')
  async endOthers(@Req() request: StaffRequest, @Res() reply: FastifyReply): Promise<void> {
    const { member, session } = this.whoAsks(request);
    const ended = await this.accounts.endOtherSessions(member.id, session);
    const text = texts('accounts', consoleContextOf(reply).locale).account.sessions.othersEnded({ n: ended });
    goTo(reply, '/console/account', { tone: 'success', text });
  }

  @Post('sessions/:id/end')
  async end(@Id() id: string, @Req() request: StaffRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.sessions.endOne(this.whoAsks(request).member.id, id);
    const text = texts('accounts', consoleContextOf(reply).locale).account.sessions.ended;
    goTo(reply, '/console/account', { tone: 'success', text });
  }

  private async show(request: StaffRequest, reply: FastifyReply, errors: FieldErrors = {}): Promise<void> {
    const { member, session } = this.whoAsks(request);
    const sessions = await this.sessions.ofMember(member.id, session);
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    show(
      reply,
      <AccountPage context={consoleContextOf(reply)} sessions={sessions} errors={errors} />,
      status,
    );
  }

  private whoAsks(request: StaffRequest): { member: StaffMember; session: string } {
    const session = this.cookie.read(request);
    if (!request.member || !session) throw new SignInFirst();
    return { member: request.member, session };
  }
}
