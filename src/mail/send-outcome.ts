import type { HandOver } from './hand-over.js';
import { type AnsweredCommand, outcomeOf, parseReply } from './smtp-replies.js';

/** What a failed send tells: nodemailer's error fields, of which only these are read. */
export interface SendError {
  message: string;
  code?: unknown;
  command?: unknown;
  response?: unknown;
}

/** What the server's reply to a whole message means. */
export function afterReply(response: string): HandOver {
  const reply = parseReply(response);
  const outcome = reply && outcomeOf(reply, 'CONTENT');
  return (
    outcome ?? { outcome: 'uncertain', reason: `the server gave no clear answer: ${response.slice(0, 200)}` }
  );
}

/** What a failure means, by how far the mail had come: `endSent` says whether the last dot may have left. */
export function afterFailure(error: SendError, endSent: boolean): HandOver {
  const reply = typeof error.response === 'string' ? parseReply(error.response) : null;
  const command = answeredCommand(error, endSent);
  const outcome = reply && command && outcomeOf(reply, command);
  if (outcome) return outcome;

  if (endSent) return { outcome: 'uncertain', reason: error.message };
  if (error.code === 'EMESSAGE') {
    // The size announced at EHLO is smaller than this message (RFC 1870); nothing was sent.
    return { outcome: 'refused', reply: `5.3.4 ${error.message}`, senderFault: true };
  }
  return { outcome: 'not_handed_over', reason: error.message, fault: 'connection' };
}

/**
 * Which command a failure's reply answers, or null where the text is no complete reply to one: the
 * rest of a line on a connection that broke settles nothing.
 */
function answeredCommand(error: SendError, endSent: boolean): AnsweredCommand | null {
  if (endSent) return error.code === 'EMESSAGE' ? 'CONTENT' : null;
  switch (error.command) {
    case 'MAIL FROM':
      return 'MAIL';
    case 'RCPT TO':
      return 'RCPT';
    case 'DATA':
      return 'DATA';
    // With pipelining a 421 ends the envelope under way, whichever of its commands it answers.
    case 'CONN':
      return typeof error.response === 'string' && error.response.startsWith('421') ? 'RCPT' : null;
    default:
      return null;
  }
}
