import { coded } from '../common/coded-text.js';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/errors.js';
import { AuditService } from '../audit/audit.service.js';
import { WaveStarter } from '../waves/wave-starter.js';
import { releaseReminders, releaseSending } from '../safeguards/sending-guard.queries.js';
import { SendingGuard } from '../safeguards/sending-guard.service.js';
import { JournalReplay, type Replayed } from './journal-replay.js';
import { takeOpenAsUncertain } from '../ledger/claims/lost-time.queries.js';
import { wavesToPlan } from './recovery.queries.js';

/** What becomes of mails that may have gone out since the state that was restored. */
export type OpenMails = 'uncertain' | 'send';

export interface Confirmed {
  /** How many mails staff have to decide about. */
  uncertain: number;
  replayed: Replayed;
}

/** What staff decide about a database that was restored or copied, before anything is sent from it again. */
@Injectable()
export class RecoveryService {
  private readonly log = new Logger(RecoveryService.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly guard: SendingGuard,
    private readonly replay: JournalReplay,
    private readonly starter: WaveStarter,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets invitations and thank-yous go again; reminders stay held. What people asked for since then is done
   * again first, as far as it was kept outside the database. Broken off anywhere, everything is still held.
   *
   * @throws DomainError `sending.not_held`
   */
  async confirm(open: OpenMails): Promise<Confirmed> {
    const hold = await this.guard.look();
    if (!hold?.heldAt) throw notHeld();
    const replayed = await this.replay.run(hold.lostFrom);
    // Waves that became due in the time that is lost have gone out then, too.
    if (open === 'uncertain')
      for (const wave of await wavesToPlan(this.dataSource, this.clock.now())) await this.starter.start(wave);

    const uncertain = await this.dataSource.transaction(async (tx) => {
      const taken = open === 'uncertain' ? await takeOpenAsUncertain(tx, this.clock.now()) : 0;
      if (!(await releaseSending(tx))) throw notHeld();
      const detail = { because: hold.because, open, uncertain: taken, ...replayed };
      await this.audit.record('sending.confirm', 'database:restored', detail, tx);
      return taken;
    });
    await this.guard.look();
    this.log.log({ event: 'sending.confirmed', open, uncertain, ...replayed });
    return { uncertain, replayed };
  }

  /**
   * Lets reminders go again: their own decision, for anyone who answered or opted out since then would get
   * one.
   *
   * @throws DomainError `sending.not_held` where they are not held, or everything still is
   */
  async confirmReminders(): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      if (!(await releaseReminders(tx))) throw notHeld();
      await this.audit.record('sending.confirm_reminders', 'database:restored', {}, tx);
    });
    this.log.log({ event: 'sending.reminders-confirmed' });
  }

  /** Holds everything on somebody's word, as after a restore that leaves no trace. */
  async hold(): Promise<void> {
    await this.guard.holdByHand();
    await this.audit.record('sending.hold', 'database:restored');
  }
}

function notHeld(): DomainError {
  return new DomainError('conflict', coded('sending.not_held'));
}
