import type { HandOver } from '../smtp/hand-over.js';

/** A fault that concerns more than one mail, and whose mail showed it. */
export interface Trouble {
  what: 'server' | 'sender' | 'letter';
  reason: string;
  /** Id of the survey whose mail it was. */
  survey: string;
  /** Its sender address; null if it was not sent yet. */
  sender: string | null;
  /** True if the server said so in its reply to this mail; false if the connection or the login failed. */
  isReply: boolean;
}

/**
 * Whose fault it is that a mail was not accepted, if that concerns other mails too. Null if it concerns this
 * mail only: it was accepted, or its recipient or their provider refused it, or its fate is unknown.
 */
export function troubleIn(outcome: HandOver): Pick<Trouble, 'what' | 'reason' | 'isReply'> | null {
  switch (outcome.outcome) {
    case 'accepted':
    case 'uncertain':
      return null;
    case 'not_handed_over':
      if (outcome.fault === 'letter') return { what: 'letter', reason: outcome.reason, isReply: false };
      if (outcome.fault === 'connection' || outcome.fault === 'authentication')
        return { what: 'server', reason: outcome.reason, isReply: false };
      return null;
    case 'deferred':
    case 'refused': {
      const { blame, slows } = outcome.judgement;
      if (blame !== 'sender' && blame !== 'letter' && blame !== 'server') return null;
      // A server that asks for fewer mails gets fewer; a breaker would only add pauses.
      const isPaced = slows === 'provider' || (slows === 'everything' && blame === 'server');
      if (outcome.outcome === 'deferred' && isPaced) return null;
      return { what: blame, reason: outcome.reply, isReply: true };
    }
  }
}

/**
 * Which surveys the server takes mail from, as this process has seen it. A single mail that is rejected as
 * if its sender or the server were at fault, among others of the same sender that are taken, has a fault of
 * its own, whatever the reply says: only several in a row are believed (P11).
 */
export class SeenSurveys {
  /** Mails in a row that failed by the sender's or the server's fault, by survey; missing: nothing seen yet. */
  private readonly failures = new Map<string, number>();
  /** When a mail of a survey was accepted last, by `performance.now()`. */
  private readonly takenAt = new Map<string, number>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  taken(survey: string): void {
    this.failures.set(survey, 0);
    this.takenAt.set(survey, this.now());
  }

  /** Notes that a mail failed. @returns whether that says something about other mails too */
  isBelieved(trouble: Trouble, outcome: HandOver['outcome']): boolean {
    if (!trouble.isReply) return true;
    const before = this.failures.get(trouble.survey);
    // A server that defers a first mail may have been busy for a moment.
    const isWeak = outcome === 'deferred' && trouble.what === 'server';
    const failures = (before ?? (isWeak ? 0 : 1)) + 1;
    this.failures.set(trouble.survey, failures);
    return failures >= 2;
  }

  /** Whether the server has accepted a mail of another survey since then. */
  tookOfOthersSince(moment: number, survey: string): boolean {
    return [...this.takenAt].some(([other, at]) => other !== survey && at >= moment);
  }
}
