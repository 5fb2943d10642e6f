import { Inject, Injectable } from '@nestjs/common';
import { SignedTokens } from '../common/signed-token.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';

/** What a person may ask for instead of answering, as the end of their personal link. */
export const linkEnds = { decline: '/decline', snooze: '/snooze' } as const;

/** The addresses that stand in a person's letters, made from ids alone. */
@Injectable()
export class PersonalLinks {
  constructor(
    private readonly tokens: SignedTokens,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** `PUBLIC_URL/u/<token>`: the same in every wave, on every device, before and after answering. */
  survey(participantId: string): string {
    return `${this.config.publicUrl}/u/${this.tokens.sign('participation', participantId)}`;
  }

  /** `PUBLIC_URL/unsubscribe/<token>`: leaves the list; also the one-click address of RFC 8058. */
  unsubscribe(subscriberId: string): string {
    return `${this.config.publicUrl}/unsubscribe/${this.tokens.sign('unsubscribe', subscriberId)}`;
  }
}
