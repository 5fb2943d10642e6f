import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DomainError, InvalidInput } from '../../common/errors.js';
import { ConsoleController } from '../console-controller.js';
import { type ConsoleRequest, consoleContextOf, goTo, show } from '../../console/console-context.js';
import type { FieldErrors } from '../../console/notices.js';
import type { StaffMember } from '../staff-member.entity.js';
import { StaffMemberExists } from '../staff.service.js';
import { texts } from '../../common/texts.js';
import { errorText } from '../../console/error-text.js';
import { Id } from '../../http/id.pipe.js';
import { ShownOncePage } from './account-frame.js';
import { AccountsService } from '../accounts.service.js';
import { type NewAccount, StaffPage } from './staff.page.js';

const newAccount = z.object({
  email: z.string().max(254).catch(''),
  name: z
    .string()
    .max(100)
    .catch('')
    .transform((name) => name.trim()),
});

/** Everybody's accounts: made, locked, removed, and given a link for a new password. */
@ConsoleController('staff')
export class StaffConsoleController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  async all(@Req() request: ConsoleRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.showAll(request, reply);
  }

  @Post()
  async add(
    @Body() body: unknown,
    @Req() request: ConsoleRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { locale } = consoleContextOf(reply);
    const typed = newAccount.parse(body ?? {});
    try {
      this.showLink(reply, await this.accounts.invite(typed.email, typed.name));
    } catch (error) {
      if (!(error instanceof InvalidInput || error instanceof StaffMemberExists)) throw error;
      const wrong = error instanceof InvalidInput ? texts('accounts', locale).staff.add.emailWrong : null;
      await this.showAll(request, reply, typed, { email: wrong ?? errorText(locale, error) });
    }
  }

  /** A link has no address on which it could be shown again. */
  @Get(':id/link')
  beginAgain(@Res() reply: FastifyReply): void {
    goTo(reply, '/console/staff');
  }

  @Post(':id/link')
  async link(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const made = await this.accounts.passwordLink(id);
    this.showLink(reply, made, texts('accounts', consoleContextOf(reply).locale).staff.link.effect);
  }

  @Post(':id/lock')
  async lock(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.done(reply, () => this.accounts.lock(id), 'locked');
  }

  @Post(':id/unlock')
  async unlock(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.done(reply, () => this.accounts.unlock(id), 'unlocked');
  }

  @Post(':id/remove')
  async remove(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.done(reply, () => this.accounts.remove(id), 'removed');
  }

  private async done(
    reply: FastifyReply,
    step: () => Promise<StaffMember>,
    what: 'locked' | 'unlocked' | 'removed',
  ): Promise<void> {
    const { locale } = consoleContextOf(reply);
    try {
      const { name } = await step();
      goTo(reply, '/console/staff', {
        tone: 'success',
        text: texts('accounts', locale).staff[what]({ name }),
      });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error;
      goTo(reply, '/console/staff', { tone: 'error', text: errorText(locale, error) });
    }
  }

  private showLink(
    reply: FastifyReply,
    { member, link }: { member: StaffMember; link: string },
    effect?: string,
  ): void {
    const context = consoleContextOf(reply);
    const t = texts('accounts', context.locale).staff.link;
    const shown = { ...t, title: t.title({ name: member.name }) };
    show(
      reply,
      <ShownOncePage context={context} tab="staff" texts={shown} secret={link} {...(effect && { effect })} />,
    );
  }

  private async showAll(
    request: ConsoleRequest,
    reply: FastifyReply,
    typed: NewAccount = { email: '', name: '' },
    errors: FieldErrors = {},
  ): Promise<void> {
    const state = { own: request.member?.id ?? '', accounts: await this.accounts.all(), typed, errors };
    show(
      reply,
      <StaffPage context={consoleContextOf(reply)} {...state} />,
      Object.keys(errors).length > 0 ? 422 : 200,
    );
  }
}
