import type { ReplyStage } from '../../../src/replies/reply.js';

/** What a reply is to be judged as; `slower` where it asks for less mail as well. */
export type Expected =
  | 'hard'
  | 'soft'
  | 'sender'
  | 'sender, slower'
  | 'letter'
  | 'provider'
  | 'provider, slower'
  | 'server'
  | 'server, slower'
  | 'unknown';

/** What was answered (null: it is not known to what, as in a returned mail), the reply, and whose fault it is. */
export type KnownReply = [stage: ReplyStage | null, reply: string, expected: Expected];

/** Replies of one server or provider, and where they are documented. */
export interface KnownReplies {
  of: string;
  /** Documentation, source or report they were taken from; `memory` where none was looked up. */
  source: string;
  replies: KnownReply[];
}
