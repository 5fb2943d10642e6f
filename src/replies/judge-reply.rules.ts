import type { Judgement } from './judgement.js';
import { isPermanent, type Reply, type ReplyStage } from './reply.js';
import { type Row, table } from './reply-table.js';
import { wordsOfReply } from './words-of-reply.js';
import { greylisting, speakOf } from './wordings.js';

/**
 * Whose fault a 4xx or 5xx is, whether it was said while a mail was handed over or later in a returned
 * mail. A temporary reply never says that a mailbox is gone for good.
 *
 * @param stage what was answered; null where that is not known
 */
export function judgeReply(reply: Reply, stage: ReplyStage | null): Judgement {
  const words = wordsOfReply(reply.text);
  const row = table.find((candidate) => matches(candidate, reply, stage, words));
  const judgement = row?.as ?? { blame: 'unknown', slows: null };
  const slows = judgement.slows ?? (asksForLess(reply, judgement, words) ? 'provider' : null);
  return {
    ...judgement,
    ...(judgement.severity === 'hard' && !isPermanent(reply) && { severity: 'soft' as const }),
    // What is answered to MAIL FROM was said before the server had heard of the person.
    slows: slows !== null && stage === 'MAIL' ? 'everything' : slows,
  };
}

function matches(row: Row, reply: Reply, stage: ReplyStage | null, words: string): boolean {
  if (row.stages && !row.stages.includes(stage)) return false;
  if (row.code && !(reply.code !== null && row.code.test(String(reply.code)))) return false;
  if (row.enhanced && !(reply.enhanced !== null && row.enhanced.test(reply.enhanced))) return false;
  if (row.words && !speakOf(words, row.words)) return false;
  return !(row.unless && speakOf(words, row.unless));
}

/**
 * Whether a temporary reply asks for less mail by its codes alone: the server is closing (421) or not
 * accepting (4.3.2), or has a policy against so much of it (4.7.x; RFC 3463 sections 3.4 and 3.8). Not so
 * greylisting, which asks to come again, nor what is said of one mailbox.
 */
function asksForLess(reply: Reply, { blame }: Judgement, words: string): boolean {
  if (isPermanent(reply) || speakOf(words, greylisting)) return false;
  if (reply.code === 421) return true;
  return blame !== 'person' && /^4\.(3\.2|7\.)/.test(reply.enhanced ?? '');
}
