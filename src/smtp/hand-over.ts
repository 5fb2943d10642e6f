import type { Judgement } from '../replies/judgement.js';

/** One mail as it goes to the server: the envelope passed explicitly, exactly one recipient. */
export interface OutgoingMail {
  /** Envelope sender (MAIL FROM), one addr-spec. */
  from: string;
  /** Envelope recipient (RCPT TO), one addr-spec. */
  to: string;
  /** The whole message, headers and body; dot-stuffing is done on the way out. */
  raw: Buffer;
  /** Every line ends with CRLF and none begins with a dot, as `fillMessage` makes it: nothing is left to stuff. */
  isInOrder?: boolean;
  /**
   * Past this moment (`performance.now()`, milliseconds) the mail must not be completed any more: what
   * was checked when it was claimed may no longer hold.
   */
  notAfter?: number;
}

/**
 * What became of handing one mail to the mail server. `accepted` is not *delivered*: it is all that
 * the next server said. `reply` is that server's text, for people to read.
 */
export type HandOver = (
  | { outcome: 'accepted'; reply: string }
  | { outcome: 'deferred'; reply: string; judgement: Judgement }
  | { outcome: 'refused'; reply: string; judgement: Judgement }
  | NotHandedOver
  /** The final dot may have been sent, but no reply came: nobody knows whether the mail was accepted. */
  | { outcome: 'uncertain'; reason: string }
) & {
  /** Host and port of the server it was handed to. */
  server?: string;
};

/**
 * The end of the message was provably never sent, so the server must not deliver it (RFC 5321
 * section 4.1.1.4) and the mail may be planned again; except for `address`, which no repetition cures.
 */
export interface NotHandedOver {
  outcome: 'not_handed_over';
  reason: string;
  /**
   * `late`: its time ran out before it could go; neither the server nor the person is to blame. `address`:
   * nothing can be sent to this person's address. `letter`: we could not put the mail together.
   */
  fault: 'connection' | 'authentication' | 'address' | 'late' | 'letter';
}
