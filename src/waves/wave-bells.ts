import { Injectable } from '@nestjs/common';
import type { Wave } from '../ledger/states/wave.entity.js';
import { MailProviders } from '../pace/mail-providers.js';
import { Bells } from '../queue/bells.js';

/** Rings waves at their times. */
@Injectable()
export class WaveBells {
  constructor(
    private readonly bells: Bells,
    private readonly providers: MailProviders,
  ) {}

  /** To be called once the waves of a survey stand in the database. */
  async announce(surveyId: string, waves: readonly Wave[], now: Date): Promise<void> {
    for (const { id, dueAt: at } of waves) await this.bells.ring('start-wave', { wave: id }, { at });
    // There is time until then to find out who takes these people's mail.
    if (waves.some((wave) => wave.dueAt > now)) await this.providers.noteDomains(surveyId);
  }
}
