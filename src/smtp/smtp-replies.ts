import { judgeReply } from '../replies/judge-reply.rules.js';
import { readReply, type Reply, type ReplyStage } from '../replies/reply.js';
import type { HandOver } from './hand-over.js';

/** A server's final answer to a mail (RFC 5321 section 4.2). */
export interface SmtpReply extends Reply {
  code: number;
}

/** The command a reply answers; `CONTENT` is the reply to the last dot. */
export type AnsweredCommand = ReplyStage;

/** Reads a reply as text; null where it does not begin with a reply code. */
export function parseReply(response: string): SmtpReply | null {
  const reply = readReply(response);
  return reply.code === null ? null : { ...reply, code: reply.code };
}

/**
 * What a reply means for a mail with one recipient (RFC 5321 section 4.2.1): 2xx to the content is
 * accepted, 4xx deferred, 5xx refused; but a 5xx that asks for less mail is a quota or a limit, which
 * passes, and is deferred too. A server that turns us away at MAIL FROM, because it is closing (421) or
 * wants another log-in, has not been handed the mail. Null for a 2xx or 3xx that answers something else:
 * it settles nothing.
 */
export function outcomeOf(reply: SmtpReply, command: AnsweredCommand): HandOver | null {
  if (reply.code < 300 && command === 'CONTENT') return { outcome: 'accepted', reply: reply.text };
  if (reply.code < 400) return null;
  if (command === 'MAIL' && reply.code === 421) {
    return { outcome: 'not_handed_over', reason: reply.text, fault: 'connection' };
  }
  if (command === 'MAIL' && [530, 534, 535, 538].includes(reply.code)) {
    return { outcome: 'not_handed_over', reason: reply.text, fault: 'authentication' };
  }
  const judgement = judgeReply(reply, command);
  const passes = reply.code < 500 || judgement.slows !== null;
  return { outcome: passes ? 'deferred' : 'refused', reply: reply.text, judgement };
}
