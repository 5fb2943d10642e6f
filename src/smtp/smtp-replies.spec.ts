import { describe, expect, test } from '@jest/globals';
import { type AnsweredCommand, outcomeOf, parseReply } from './smtp-replies.js';

function whatIs(response: string, command: AnsweredCommand): string {
  const reply = parseReply(response);
  const outcome = reply && outcomeOf(reply, command);
  if (!outcome) return 'nothing';
  if (outcome.outcome === 'not_handed_over') return `not handed over: ${outcome.fault}`;
  return 'judgement' in outcome ? `${outcome.outcome}, ${outcome.judgement.blame}` : outcome.outcome;
}

describe('a reply of the mail server', () => {
  test.each<[string, AnsweredCommand, string]>([
    ['250 2.0.0 Ok: queued as 4F1', 'CONTENT', 'accepted'],
    ['250-2.0.0 Ok\n250 queued', 'CONTENT', 'accepted'],
    ['250 2.1.5 Ok', 'RCPT', 'nothing'],
    ['354 go on', 'CONTENT', 'nothing'],

    ['421 4.3.2 shutting down', 'MAIL', 'not handed over: connection'],
    ['421 4.3.2 shutting down', 'CONTENT', 'deferred, server'],
    ['421 4.7.28 unusual rate of mail', 'RCPT', 'deferred, provider'],
    ['450 4.2.1 mailbox busy', 'RCPT', 'deferred, person'],
    ['450 4.7.1 Greylisted, come again', 'RCPT', 'deferred, provider'],
    ['451 4.3.0 try later', 'MAIL', 'deferred, server'],
    ['452 4.2.2 over quota', 'RCPT', 'deferred, person'],
    ['454 4.7.0 temporary authentication failure', 'RCPT', 'deferred, sender'],

    ['550 5.1.1 no such user', 'RCPT', 'refused, person'],
    ['550 no such user here', 'RCPT', 'refused, person'],
    ['550 No such user', 'CONTENT', 'refused, person'],
    ['550 5.5.0 Requested action not taken: mailbox unavailable', 'RCPT', 'refused, person'],
    ['552 5.2.2 mailbox full', 'CONTENT', 'refused, person'],
    ['552 exceeded storage allocation', 'CONTENT', 'refused, person'],
    ['553 5.1.3 bad address', 'RCPT', 'refused, person'],
    ['553 5.6.7 no SMTPUTF8', 'RCPT', 'refused, person'],
    ['556 5.1.10 null MX', 'RCPT', 'refused, person'],
    ['501 bad address syntax', 'RCPT', 'refused, person'],

    ['550 5.1.8 sender domain does not exist', 'RCPT', 'refused, sender'],
    ['550 5.7.1 blocked', 'RCPT', 'refused, sender'],
    ['550 5.7.26 unauthenticated mail is not accepted', 'CONTENT', 'refused, sender'],
    ['550 5.7.515 access denied, sending domain', 'CONTENT', 'refused, sender'],
    ['554 5.6.0 content refused', 'CONTENT', 'refused, letter'],
    ['554 this looks like spam', 'CONTENT', 'refused, letter'],
    ['554 transaction failed', 'CONTENT', 'refused, unknown'],
    ['550 relaying denied', 'RCPT', 'refused, sender'],
    ['552 5.3.4 message too big', 'MAIL', 'refused, letter'],
    ['550 you may not send here', 'MAIL', 'refused, sender'],
    ['502 5.5.1 not implemented', 'RCPT', 'refused, server'],
    ['503 bad sequence', 'DATA', 'refused, server'],
    ['521 5.3.2 this host takes no mail', 'RCPT', 'refused, server'],

    ['530 5.7.0 authentication required', 'MAIL', 'not handed over: authentication'],
    ['535 5.7.8 bad credentials', 'MAIL', 'not handed over: authentication'],
    ['530 5.7.0 authentication required', 'RCPT', 'refused, sender'],

    ['hello', 'CONTENT', 'nothing'],
  ])('%s to %s is %s', (response, command, expected) => {
    expect(whatIs(response, command)).toBe(expected);
  });

  test.each([
    ['421 4.7.0 too many messages', 'RCPT', 'provider'],
    ['421 closing', 'CONTENT', 'provider'],
    ['451 4.7.500 server busy', 'CONTENT', 'provider'],
    ['450 4.2.1 the user is receiving mail at a rate that …', 'RCPT', 'provider'],
    ['450 too many connections', 'RCPT', 'provider'],
    ['454 4.7.0 sending rate exceeded', 'MAIL', 'everything'],
    ['450 4.7.1 greylisted, come again', 'RCPT', null],
    ['450 4.2.1 mailbox busy', 'RCPT', null],
    ['452 4.2.2 mailbox full', 'CONTENT', null],
    ['451 4.3.0 try again', 'CONTENT', null],
  ])('%s to %s asks for less: %s', (response, command, slows) => {
    const reply = parseReply(response);
    expect(reply && outcomeOf(reply, command as AnsweredCommand)).toMatchObject({
      outcome: 'deferred',
      judgement: { slows },
    });
  });

  test('is kept as one printable text', () => {
    const reply = parseReply('550-5.1.1 first\r\n550 5.1.1 a\u0000b\u001b[31mc');
    expect(reply).toEqual({ code: 550, enhanced: '5.1.1', text: '550-5.1.1 first\n550 5.1.1 a b [31mc' });
    expect(parseReply(`250 ${'x'.repeat(5000)}`)?.text).toHaveLength(1000);
  });
});
