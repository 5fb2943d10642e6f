import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../common/clock.js';
import { ConsoleController } from '../staff/console-controller.js';
import { type ConsoleRequest, consoleContextOf, goTo, show } from '../console/console-context.js';
import { count } from '../console/formats.js';
import { type ConsoleLocale } from '../common/locale.js';
import { RECOVERY_PATH } from '../console/hold-banner.js';
import { SendingGuard } from '../safeguards/sending-guard.service.js';
import { waveNames } from '../waves/wave-names.js';
import { WavesService } from '../waves/waves.service.js';
import { JournalReplay } from './journal-replay.js';
import { RecoveryPage, type ShownMails } from './recovery.page.js';
import { type Affected, findAffected, findUndecided } from './recovery.queries.js';
import { RecoveryService } from './recovery.service.js';
import { texts } from '../common/texts.js';

/** Anything but an explicit wish to send leaves it to staff to decide mail by mail. */
const confirmation = z.object({ open: z.enum(['uncertain', 'send']).catch('uncertain') });

/** A restored or copied database, confirmed by staff. */
@ConsoleController('recovery')
export class RecoveryConsoleController {
  constructor(
    private readonly recovery: RecoveryService,
    private readonly guard: SendingGuard,
    private readonly replay: JournalReplay,
    private readonly waves: WavesService,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get()
  async page(@Res() reply: FastifyReply): Promise<void> {
    const hold = await this.guard.hold();
    const affected = hold?.heldAt
      ? await findAffected(this.dataSource, this.clock.now())
      : await findUndecided(this.dataSource);
    const journal = hold?.heldAt ? await this.replay.waiting(hold.lostFrom) : 0;
    const context = consoleContextOf(reply);
    const mails = await this.named(affected, context.locale);
    show(reply, <RecoveryPage context={context} hold={hold} mails={mails} journal={journal} />);
  }

  private async named({ waves, thankYous }: Affected, locale: ConsoleLocale): Promise<ShownMails> {
    const shown: ShownMails['waves'] = [];
    for (const wave of waves) {
      const nameOf = waveNames(await this.waves.ofSurvey(wave.surveyId), locale);
      shown.push({ ...wave, name: nameOf(wave) });
    }
    return { waves: shown, thankYous };
  }

  @Post()
  async confirm(
    @Body() body: unknown,
    @Req() request: ConsoleRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { open } = confirmation.parse(body ?? {});
    const { uncertain, replayed } = await this.recovery.confirm(open);
    const { locale } = consoleContextOf(reply);
    const t = texts('recovery', locale);
    const said = t.confirmed({ uncertain: count(uncertain, locale) });
    const isReplayed = Object.values(replayed).some((n) => n > 0);
    goTo(reply, RECOVERY_PATH, {
      tone: 'success',
      text: isReplayed ? `${said} ${t.replayed(replayed)}` : said,
    });
  }

  @Post('reminders')
  async confirmReminders(@Req() request: ConsoleRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.recovery.confirmReminders();
    goTo(reply, '/console/surveys', {
      tone: 'success',
      text: texts('recovery', consoleContextOf(reply).locale).remindersConfirmed,
    });
  }
}
