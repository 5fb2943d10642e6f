import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Breaker, type OpenBreaker, type Passage } from '../../src/pace/breaker.js';
import type { Trouble } from '../../src/pace/trouble.rules.js';
import { startApp, type TestApp } from '../support/app.js';
import { FixedClock } from '../support/fixed-clock.js';

const began = new Date('2027-11-05T09:00:00Z');
const first = { id: '1', from: 'buero@example.org' };
const second = { id: '2', from: 'amt@example.org' };
let app: TestApp;
let clock: FixedClock;
let breaker: Breaker;

beforeAll(async () => {
  app = await startApp({ clock: new FixedClock(began), env: { ROLES: 'web' } });
});

afterAll(async () => {
  await app.close();
});

beforeEach(async () => {
  await app.rows('DELETE FROM breakers');
  clock = new FixedClock(began);
  breaker = new Breaker(app.database, clock);
});

const noReply: Trouble = {
  what: 'server',
  reason: 'connection refused',
  survey: first.id,
  sender: first.from,
  isReply: false,
};
const rejected: Trouble = { ...noReply, reason: '550 not from you', isReply: true };
const ownSender: Trouble = { ...rejected, what: 'sender' };
const ownLetter: Trouble = { ...rejected, what: 'letter', sender: null };

const after = (seconds: number) => new Date(began.getTime() + seconds * 1000);
const asks = (survey: typeof first | null = first) => breaker.ask(survey, ['sender']);

/** The breakers a caller may probe; it is an error if it may not. */
function aboutOf(passage: Passage): OpenBreaker[] {
  if (passage.may !== 'probe') throw new Error(`may ${passage.may}, not probe`);
  return passage.about;
}

describe('while the mail server does not answer', () => {
  test('nobody sends for five seconds, and then one probes for all', async () => {
    expect(await asks()).toEqual({ may: 'send' });
    await breaker.open(noReply, false);
    for (const survey of [first, second, null]) {
      expect(await asks(survey)).toMatchObject({ may: 'wait', for: { kind: 'server', until: after(5) } });
    }
    clock.advance(4_999);
    expect(await asks()).toMatchObject({ may: 'wait' });
    clock.advance(1);
    const passages = await Promise.all(Array.from({ length: 6 }, (_, i) => asks(i % 2 ? first : second)));
    expect(passages.map(({ may }) => may).sort()).toEqual([
      ...Array<string>(1).fill('probe'),
      ...Array<string>(5).fill('wait'),
    ]);
  });

  test('a worker that dies with its probe keeps the others for half a minute', async () => {
    await breaker.open(noReply, false);
    clock.advance(5_000);
    expect(await asks()).toMatchObject({ may: 'probe' });
    expect(await asks(second)).toMatchObject({ may: 'wait', for: { until: after(35) } });
    clock.advance(30_000);
    expect(await asks(second)).toMatchObject({ may: 'probe' });
  });

  test('each failed probe doubles the pause, to a minute at most', async () => {
    await breaker.open(noReply, false);
    const pauses: number[] = [];
    for (let probe = 0; probe < 12; probe += 1) {
      const { until } = await breaker.open(noReply, true);
      pauses.push((until.getTime() - clock.now().getTime()) / 1000);
      clock.advance(until.getTime() - clock.now().getTime());
    }
    expect(pauses).toEqual([10, 20, 40, ...Array<number>(9).fill(60)]);
  });

  test('further failures of the same moment add nothing', async () => {
    await breaker.open(noReply, false);
    clock.advance(1_000);
    expect(await breaker.open({ ...noReply, reason: 'timeout' }, false)).toMatchObject({
      until: after(5),
      reason: 'timeout',
    });
  });

  test('a probe without a message leaves its turn to the next who has one', async () => {
    await breaker.open(noReply, false);
    clock.advance(5_000);
    await breaker.giveBack(aboutOf(await asks()));
    expect(await asks(second)).toMatchObject({ may: 'probe' });
  });

  test('a mail that is taken opens the way for all, and blames no survey', async () => {
    await breaker.open(noReply, false);
    clock.advance(5_000);
    await breaker.passed(aboutOf(await asks(second)), true, second.id);
    expect(await breaker.all()).toEqual([]);
    expect(await asks()).toEqual({ may: 'send' });
  });
});

describe('a reply against everybody may be the fault of one survey (P11)', () => {
  beforeEach(async () => {
    await breaker.open(rejected, false);
    clock.advance(5_000);
  });

  test('so others probe before the one whose mails it was said of', async () => {
    expect(await asks(first)).toMatchObject({ may: 'wait', for: { until: after(10) } });
    expect(await asks(second)).toMatchObject({ may: 'probe', avoid: first.id });
  });

  test('which probes itself where nobody else has, five seconds later', async () => {
    clock.advance(5_000);
    expect(await asks(first)).toMatchObject({ may: 'probe', avoid: null });
  });

  test('a mail of another survey that is taken leaves the first alone with it', async () => {
    await breaker.passed(aboutOf(await asks(second)), true, second.id);
    expect(await asks(second)).toEqual({ may: 'send' });
    expect(await asks(first)).toMatchObject({
      may: 'wait',
      for: { kind: 'sender', name: first.id, sender: first.from, reason: rejected.reason },
    });
  });

  test.each([
    ['its own', true, first.id],
    ['one that nobody knows', false, null],
  ])('a mail that is taken and is %s clears it', async (_, isKnown, survey) => {
    await breaker.passed(aboutOf(await asks(second)), isKnown, survey);
    expect(await breaker.all()).toEqual([]);
  });

  test('once a second survey hears the same it is nobody’s in particular', async () => {
    await breaker.open({ ...rejected, survey: second.id, sender: second.from }, true);
    expect(await breaker.all()).toMatchObject([{ kind: 'server', openedWith: null, sender: null }]);
  });
});

describe('a sender that is rejected (P11)', () => {
  beforeEach(async () => {
    await breaker.open(ownSender, false);
  });

  test('keeps its own survey, and no other', async () => {
    expect(await asks(first)).toMatchObject({ may: 'wait', for: { kind: 'sender', name: first.id } });
    expect(await asks(second)).toEqual({ may: 'send' });
    expect(await asks(null)).toEqual({ may: 'send' });
  });

  test('that staff have changed is tried at once', async () => {
    expect(await asks({ ...first, from: 'neu@example.org' })).toEqual({ may: 'send' });
    expect(await breaker.all()).toEqual([]);
  });

  test('is probed together with the server where both are open', async () => {
    await breaker.open(noReply, false);
    clock.advance(10_000);
    expect(aboutOf(await asks(first)).map(({ kind }) => kind)).toEqual(['server', 'sender']);
  });

  test('waits for the later of its own breakers', async () => {
    await breaker.open(ownLetter, false);
    await breaker.open(ownLetter, true);
    const passage = await breaker.ask(first, ['sender', 'letter']);
    expect(passage).toMatchObject({ may: 'wait', for: { kind: 'letter', until: after(10) } });
  });

  test('does not keep mails that do not depend on it', async () => {
    await app.rows("UPDATE breakers SET kind = 'letter', sender = NULL");
    expect(await breaker.ask(first, ['sender'])).toEqual({ may: 'send' });
    expect(await breaker.ask(first, ['sender', 'letter'])).toMatchObject({ may: 'wait' });
  });
});
