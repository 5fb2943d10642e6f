import { coded } from '../../common/coded-text.js';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { parseEmailAddress } from '../../common/email-address.js';
import { SignedTokens } from '../../common/signed-token.js';
import { CannotCompose } from '../../composer/cannot-compose.js';
import type { OutgoingMail } from '../../smtp/hand-over.js';
import { fillMessage, messageIdFor } from '../../composer/mime/prepared-message.js';
import type { ClaimedMessage } from '../claims/claimed-round.js';
import { LettersService, type PreparedLetters } from '../../letters/letters.service.js';
import { WrongRecipient } from './wrong-recipient.js';

/** Fills a survey's letters for single people. */
@Injectable()
export class MailComposer {
  constructor(
    private readonly letters: LettersService,
    private readonly tokens: SignedTokens,
    private readonly clock: Clock,
  ) {}

  /**
   * One person's mail. Names are encoded whatever they hold, so of the person only the address can be wrong;
   * everything else is ours.
   *
   * @throws WrongRecipient where the address is not exactly one address
   * @throws CannotCompose where the letter, its links or its sender fit in no mail
   */
  compose({ survey, byLocale }: PreparedLetters, message: ClaimedMessage): OutgoingMail {
    if (parseEmailAddress(message.email) === null)
      throw new WrongRecipient('5.1.3 this is not one mail address');
    const locale = this.letters.languageFor(survey, message.language);
    const letter = byLocale.get(locale);
    if (!letter) throw new CannotCompose(coded('letter.missing', { language: locale }));
    const { from, domain } = this.letters.originOf(survey);
    const raw = fillMessage(letter, {
      ...this.letters.fieldsOf(message, locale),
      address: message.email,
      toName: message.name,
      messageId: messageIdFor(this.tokens.sign('return-path', message.id), domain),
      date: this.clock.now(),
    });
    return { from: from.address, to: message.email, raw, isInOrder: true };
  }
}
