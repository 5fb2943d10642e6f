import type { Clock } from '../../common/clock.js';
import type { PreparedStatements } from '../../database/prepared-statements.js';
import type { AskingSurvey, BreakerKind } from '../../pace/breaker.js';
import type { Pace } from '../../pace/pace.js';
import type { Permits } from '../../pace/permits.js';
import type { Trouble } from '../../pace/trouble.rules.js';
import type { HandOver, OutgoingMail } from '../../smtp/hand-over.js';
import type { ClaimedMessage, ClaimedRound, Turn } from '../claims/claimed-round.js';
import type { Settlement } from '../claims/settle.queries.js';

/** Where rounds claim their messages from, and how a message is composed. */
export interface Lane {
  /** The survey that all its mails are of; null: mails of several surveys. */
  readonly survey: AskingSurvey | null;
  /** The breakers its mails depend on, besides the server's. */
  readonly obeys: readonly BreakerKind[];
  /** Records the outcomes so far and claims a round of due messages, or returns why it may not. */
  claim(turn: Turn): Promise<ClaimedRound & { stop?: StopReason }>;
  compose(message: ClaimedMessage): Promise<OutgoingMail>;
  /** Looks at what became of a message, before it is settled; true stops the lane. */
  brake?(settlement: Pick<Settlement, 'state'>, outcome: HandOver): Promise<boolean>;
  /** Called when its letter cannot be sent; true if it holds the lane for that. Without it a breaker opens. */
  holdLetter?(trouble: Pick<Trouble, 'reason' | 'isReply'>): Promise<boolean>;
}

/** Why a lane stopped. `drained`: nothing is due; otherwise what kept it from going on. */
export type StopReason =
  | { why: 'drained' }
  /** The process is ending. */
  | { why: 'stopping' }
  /** The lane itself wants to stop. */
  | { why: 'braked' }
  /** Something that several mails depend on has failed; its breaker is about to open. */
  | { why: 'failed'; trouble: Trouble }
  | { why: 'held_off'; reason: string; until: Date }
  /** Mails may not go out at this hour. */
  | { why: 'out_of_hours'; until: Date };

/** The outcome of one message. */
export interface JudgedOutcome {
  outcome: HandOver;
  /** The fault that concerns more than this message; null if only this message failed. */
  trouble: Trouble | null;
}

/** How one message is handed over. */
export interface HandOverOptions {
  /** By `performance.now()`; what is not under way by then is not begun. */
  notAfter: number;
  /** It finds out whether an open breaker may close, so that what the server says of it is believed. */
  probing: boolean;
}

/** What runs of lanes need of the process. */
export interface LaneRuntime {
  readonly statements: PreparedStatements;
  readonly permits: Permits;
  readonly pace: Pick<Pace, 'now' | 'wait' | 'unused'>;
  readonly clock: Clock;
  /** Tokens of the rounds under way; their leases are extended regularly. */
  readonly tokens: Set<string>;
  isStopping(): boolean;
  /** Hands a mail over and judges the outcome; never rejects. */
  handOver(lane: Lane, message: ClaimedMessage, options: HandOverOptions): Promise<JudgedOutcome>;
}
