import type { HandOver, NotHandedOver } from './hand-over.js';
import { type AnsweredCommand, outcomeOf, parseReply } from './smtp-replies.js';

/** Its time ran out; neither the server nor the person is to blame. */
export function late(): NotHandedOver {
  return { outcome: 'not_handed_over', reason: 'it took too long to get this far', fault: 'late' };
}

/** Whether a time of `performance.now()` has passed; false without one. */
export function isPast(moment: number | undefined): boolean {
  return moment !== undefined && performance.now() > moment;
}

/** What the reply to a whole message means. */
export function contentOutcome(answer: string): HandOver {
  const reply = parseReply(answer);
  const outcome = reply && outcomeOf(reply, 'CONTENT');
  return (
    outcome ?? { outcome: 'uncertain', reason: `the server gave no clear answer: ${answer.slice(0, 200)}` }
  );
}

/** What a reply that does not let a mail go on means; no message has been sent then. */
export function refusalOf(answer: string, command: AnsweredCommand): HandOver {
  const reply = parseReply(answer);
  const outcome = reply && outcomeOf(reply, command);
  return (
    outcome ?? {
      outcome: 'not_handed_over',
      reason: `the server gave no clear answer: ${answer.slice(0, 200)}`,
      fault: 'connection',
    }
  );
}
