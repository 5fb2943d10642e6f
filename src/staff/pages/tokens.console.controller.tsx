import { Body, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Clock } from '../../common/clock.js';
import { ConsoleController } from '../console-controller.js';
import { consoleContextOf, goTo, show } from '../../console/console-context.js';
import type { FieldErrors } from '../../console/notices.js';
import { ApiTokens } from '../../http/tokens/api-tokens.service.js';
import { Id } from '../../http/id.pipe.js';
import { ShownOncePage } from './account-frame.js';
import { AccountsService } from '../accounts.service.js';
import { texts } from '../../common/texts.js';
import { TokensPage, validDays } from './tokens.page.js';

const newToken = z.object({
  name: z
    .string()
    .max(100)
    .catch('')
    .transform((name) => name.trim()),
  days: z.enum(validDays).catch('never'),
});

/** The tokens of the API. */
@ConsoleController('tokens')
export class TokensConsoleController {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly accounts: AccountsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async all(@Res() reply: FastifyReply): Promise<void> {
    await this.showAll(reply);
  }

  @Post()
  async add(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const context = consoleContextOf(reply);
    const t = texts('accounts', context.locale).tokens;
    const typed = newToken.parse(body ?? {});
    if (typed.name === '') {
      await this.showAll(reply, typed, { name: t.add.nameMissing });
      return;
    }
    const secret = await this.tokens.create(typed.name, typed.days === 'never' ? null : Number(typed.days));
    const shown = { ...t.shownOnce, title: t.shownOnce.title({ name: typed.name }) };
    show(reply, <ShownOncePage context={context} tab="tokens" texts={shown} secret={secret} />);
  }

  @Post(':id/remove')
  async remove(@Id() id: string, @Res() reply: FastifyReply): Promise<void> {
    const { name } = await this.tokens.remove(id);
    const text = texts('accounts', consoleContextOf(reply).locale).tokens.removed({ name });
    goTo(reply, '/console/tokens', { tone: 'success', text });
  }

  private async showAll(
    reply: FastifyReply,
    typed: z.output<typeof newToken> = { name: '', days: 'never' },
    errors: FieldErrors = {},
  ): Promise<void> {
    const [tokens, accounts] = [await this.tokens.all(), await this.accounts.all()];
    const state = { tokens, accounts, now: this.clock.now(), typed, errors };
    show(
      reply,
      <TokensPage context={consoleContextOf(reply)} {...state} />,
      Object.keys(errors).length > 0 ? 422 : 200,
    );
  }
}
