/** Whose fault it is that a mail was not taken. */
export type Blame =
  /** Something about this one mailbox; only this is ever held against anybody. */
  | 'person'
  /** Ours: the sender address, its rights and reputation, our log-in, a quota of ours. */
  | 'sender'
  /** This letter: its size, its form, its content. */
  | 'letter'
  /** The mail provider of the person asks for less mail, or has trouble of its own. */
  | 'provider'
  /** The mail server we speak to: it has trouble, or does not understand us. */
  | 'server'
  /** Nobody's clear fault. */
  | 'unknown';

/** What a reply to a mail means, whenever and however it came. */
export interface Judgement {
  blame: Blame;
  /**
   * Only with `person`: `hard` – the mailbox does not exist, is closed or has moved, so that nothing will
   * ever reach it; `soft` – it is full, over a limit of its own, or does not take mail from everybody.
   */
  severity?: 'hard' | 'soft';
  /** Whether the reply asks for less mail, of this provider's people or altogether. */
  slows: 'provider' | 'everything' | null;
}
