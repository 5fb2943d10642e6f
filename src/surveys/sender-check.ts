import { coded, type CodedText } from '../common/coded-text.js';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressInMailbox } from '../common/email-address.js';
import { withoutAddresses } from '../common/without-addresses.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { MailServers } from '../smtp/mail-servers.js';
import type { Survey } from './survey.entity.js';

/** Nobody waits longer than this for a warning. */
const TIMEOUT_MS = 4000;

/** Finds out whether the mail server takes mails of a survey's sender. */
@Injectable()
export class SenderCheck {
  private readonly log = new Logger(SenderCheck.name);

  constructor(
    private readonly servers: MailServers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What the mail server says against the sender. Empty also where the server cannot be asked now: that may be different when mails go out. */
  async warnings(survey: Pick<Survey, 'senderEmail'>): Promise<CodedText[]> {
    const fixed = this.config.mailFrom === undefined ? null : addressInMailbox(this.config.mailFrom);
    const address = fixed ?? survey.senderEmail;
    const reply = await Promise.race([this.ask(address), sleep(TIMEOUT_MS, null, { ref: false })]);
    return reply === null ? [] : [coded('sender.rejected', { address, reply })];
  }

  private async ask(address: string): Promise<string | null> {
    try {
      return await this.servers.trySender(address);
    } catch (error) {
      this.log.warn({ event: 'sender.not-checked', reason: withoutAddresses((error as Error).message) });
      return null;
    }
  }
}
