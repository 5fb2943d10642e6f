import { Injectable, Logger } from '@nestjs/common';
import { packed } from '../../common/coded-text.js';
import { CannotCompose } from '../../composer/cannot-compose.js';
import { Breaker } from '../../pace/breaker.js';
import { EVERYTHING, Pace } from '../../pace/pace.js';
import { SendingRates } from '../../pace/sending-rates.js';
import { SeenSurveys, type Trouble, troubleIn } from '../../pace/trouble.rules.js';
import type { HandOver, OutgoingMail } from '../../smtp/hand-over.js';
import { MailServers } from '../../smtp/mail-servers.js';
import type { ClaimedMessage } from '../claims/claimed-round.js';
import type { HandOverOptions, JudgedOutcome, Lane } from './lane.js';
import { WrongRecipient } from './wrong-recipient.js';

/** What is known of a hand-over besides its outcome. */
interface Circumstances {
  /** The sender address; null where no mail was composed. */
  sender: string | null;
  /** By `performance.now()`. */
  begunAt: number;
  probing: boolean;
}

/** Composes a message, hands it to the mail server, and finds out whose fault it is where that fails. */
@Injectable()
export class MailHandOver {
  private readonly log = new Logger(MailHandOver.name);
  private readonly rates = new SendingRates();
  private readonly seen = new SeenSurveys();

  constructor(
    private readonly servers: MailServers,
    private readonly breaker: Breaker,
    private readonly pace: Pace,
  ) {}

  /** Never rejects. */
  async handOver(
    lane: Lane,
    message: ClaimedMessage,
    { notAfter, probing }: HandOverOptions,
  ): Promise<JudgedOutcome> {
    const begunAt = performance.now();
    const { mail, outcome } = await this.composeAndSend(lane, message, notAfter);
    if (outcome.outcome === 'accepted') this.seen.taken(message.surveyId);
    let trouble: Trouble | null = null;
    try {
      trouble = await this.judge(lane, message, outcome, { sender: mail?.from ?? null, begunAt, probing });
    } catch (error) {
      this.log.warn({ event: 'breaker.not-opened', reason: (error as Error).message });
    }
    this.adjustPace(message, outcome);
    return { outcome, trouble };
  }

  private async composeAndSend(
    lane: Lane,
    message: ClaimedMessage,
    notAfter: number,
  ): Promise<{ mail: OutgoingMail | null; outcome: HandOver }> {
    let mail: OutgoingMail | null = null;
    try {
      mail = await lane.compose(message);
      return { mail, outcome: await this.servers.handOver({ ...mail, notAfter }) };
    } catch (error) {
      return { mail, outcome: this.notComposed(message, error) };
    }
  }

  /** Nothing has left this process. Only a fault of the person's own address counts against the person. */
  private notComposed(message: ClaimedMessage, error: unknown): HandOver {
    if (error instanceof WrongRecipient)
      return { outcome: 'not_handed_over', fault: 'address', reason: error.message };
    this.log.error({ event: 'message.not-composed', message: message.id, error: (error as Error).name });
    return error instanceof CannotCompose
      ? { outcome: 'not_handed_over', fault: 'letter', reason: packed(error.said) }
      : { outcome: 'not_handed_over', fault: 'late', reason: 'the letter could not be made' };
  }

  /** What is at fault beyond this message; of a lane of several surveys only the one concerned has to wait. */
  private async judge(
    lane: Lane,
    { surveyId }: ClaimedMessage,
    outcome: HandOver,
    { sender, begunAt, probing }: Circumstances,
  ): Promise<Trouble | null> {
    const found = troubleIn(outcome);
    if (!found) return null;
    const trouble: Trouble = { ...found, survey: surveyId, sender };
    if (trouble.what === 'letter') {
      if (lane.holdLetter) return (await lane.holdLetter(trouble)) ? trouble : null;
    } else {
      if (!this.seen.isBelieved(trouble, outcome.outcome) && !probing) return null;
      if (trouble.isReply && this.seen.tookOfOthersSince(begunAt, surveyId)) trouble.what = 'sender';
    }
    if (lane.survey === null && trouble.what !== 'server') await this.breaker.open(trouble, false);
    return trouble;
  }

  /**
   * Anyone who asks for less gets less; where that is about one survey's sender, its breaker waits and others
   * go on.
   */
  private adjustPace({ provider }: ClaimedMessage, outcome: HandOver): void {
    for (const name of [provider, EVERYTHING]) this.rates.note(name);
    if (!('judgement' in outcome) || outcome.judgement.slows === null) return;
    const name = outcome.judgement.slows === 'provider' ? provider : EVERYTHING;
    if (name === EVERYTHING && outcome.judgement.blame === 'sender') return;
    this.pace.slowDown(name, this.rates.of(name), outcome.reply).catch((error: unknown) => {
      this.log.warn({ event: 'pace.not-slowed', reason: (error as Error).message });
    });
  }
}
