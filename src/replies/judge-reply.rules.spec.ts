import { describe, expect, test } from '@jest/globals';
import { gateways } from '../../test/support/known-replies/gateways.js';
import type { Expected } from '../../test/support/known-replies/known-reply.js';
import { mailboxProviders } from '../../test/support/known-replies/mailbox-providers.js';
import { relays } from '../../test/support/known-replies/relays.js';
import { servers } from '../../test/support/known-replies/servers.js';
import { judgeReply } from './judge-reply.rules.js';
import type { Judgement } from './judgement.js';
import { readReply, type ReplyStage } from './reply.js';

const known = [...servers, ...mailboxProviders, ...relays, ...gateways];
const rows = known.flatMap(({ of, replies }) =>
  replies.map(([stage, reply, expected]) => [of, stage, reply, expected] as const),
);

function inWords({ blame, severity, slows }: Judgement): Expected {
  return `${severity ?? blame}${slows === null ? '' : ', slower'}` as Expected;
}

function judge(reply: string, stage: ReplyStage | null): Judgement {
  return judgeReply(readReply(reply), stage);
}

test('more than 200 known replies of at least 25 servers and providers are judged', () => {
  expect(rows.length).toBeGreaterThan(200);
  expect(known.length).toBeGreaterThanOrEqual(25);
});

describe('a known reply is judged by whose fault it is', () => {
  test.each(rows)('%s: %s %s is %s', (_of, stage, reply, expected) => {
    expect(inWords(judge(reply, stage))).toBe(expected);
  });
});
