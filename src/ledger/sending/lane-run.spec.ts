import { describe, expect, test } from '@jest/globals';
import { SystemClock } from '../../common/clock.js';
import type { PreparedStatements } from '../../database/prepared-statements.js';
import { Permits } from '../../pace/permits.js';
import type { Trouble } from '../../pace/trouble.rules.js';
import type { ClaimedMessage, ClaimedRound, Turn } from '../claims/claimed-round.js';
import { LaneRun } from './lane-run.js';
import type { JudgedOutcome, Lane, LaneRuntime, StopReason } from './lane.js';

const accepted: JudgedOutcome = { outcome: { outcome: 'accepted', reply: '250 ok' }, trouble: null };

function message(id: string): ClaimedMessage {
  return {
    id,
    surveyId: '1',
    kind: 'invitation',
    attempts: 1,
    plannedAt: new Date('2027-11-01T08:00:00Z'),
    participantId: id,
    subscriberId: id,
    email: `p${id}@example.org`,
    provider: 'example.org',
    name: null,
    salutation: null,
    language: null,
  };
}

const nobody: ClaimedRound = { messages: [], putAside: 0, fresh: 0, after: '0' };

/** A lane with this many messages; its turns are noted. */
class ListLane implements Lane {
  readonly survey: Lane['survey'] = { id: '1', from: 'buero@example.org' };
  readonly obeys = [] as const;
  readonly turns: Turn[] = [];
  readonly recorded: string[] = [];
  brake?: NonNullable<Lane['brake']>;
  holdLetter?: NonNullable<Lane['holdLetter']>;

  constructor(
    private left: number,
    private readonly instead: (turn: number) => (ClaimedRound & { stop?: StopReason }) | null = () => null,
  ) {}

  claim(turn: Turn): Promise<ClaimedRound & { stop?: StopReason }> {
    this.turns.push(turn);
    this.recorded.push(...turn.finished.map(({ id }) => id));
    const given = this.instead(this.turns.length);
    if (given) return Promise.resolve(given);
    const count = Math.min(turn.limit, this.left);
    const messages = Array.from({ length: count }, (_, i) => message(String(this.left - i)));
    this.left -= count;
    return Promise.resolve({ ...nobody, messages });
  }

  compose(): never {
    throw new Error('the runtime composes');
  }
}

/** A process whose hand-overs end as `handOver` says; settlements that no claim records are counted. */
function runtimeWith(
  handOver: (message: ClaimedMessage) => Promise<JudgedOutcome>,
  { connections = 2, rate }: { connections?: number; rate?: number } = {},
) {
  const state = { underWay: 0, most: 0, settled: 0, unused: 0, isStopping: false };
  const runtime: LaneRuntime & { state: typeof state } = {
    state,
    statements: {
      rows: (_name: string, _text: string, values: readonly unknown[]) => {
        state.settled += (values[1] as string[]).length;
        return Promise.resolve([]);
      },
    } as unknown as PreparedStatements,
    permits: new Permits(connections),
    pace: {
      now: () => Promise.resolve({ rate, providers: false }),
      wait: (mails) => Promise.resolve(mails),
      unused: (mails) => {
        state.unused += mails;
        return Promise.resolve();
      },
    },
    clock: new SystemClock(),
    tokens: new Set(),
    isStopping() {
      return state.isStopping;
    },
    handOver: async (_lane, claimed) => {
      state.underWay += 1;
      state.most = Math.max(state.most, state.underWay);
      await new Promise((resolve) => setImmediate(resolve));
      const heard = await handOver(claimed);
      state.underWay -= 1;
      return heard;
    },
  };
  return runtime;
}

/** All permits are back and no round is left. */
function expectNothingLeft(runtime: LaneRuntime, connections = 2): void {
  expect(runtime.permits.takeFree(100)).toBe(connections);
  expect([...runtime.tokens]).toEqual([]);
}

const refusedSender: Trouble = {
  what: 'sender',
  reason: '550 not yours',
  survey: '1',
  sender: 'buero@example.org',
  isReply: true,
};

describe('a lane', () => {
  test('is worked off to its end, each outcome recorded once, with no more under way than connections', async () => {
    const lane = new ListLane(25);
    const runtime = runtimeWith(() => Promise.resolve(accepted));
    expect(await new LaneRun(lane, runtime, 2).workOff()).toEqual({ why: 'drained' });
    expect(runtime.state.most).toBe(2);
    expect(lane.recorded.length + runtime.state.settled).toBe(25);
    expect(new Set(lane.recorded).size).toBe(lane.recorded.length);
    expectNothingLeft(runtime);
  });

  test('stops at once for a fault of its sender, and records what was under way', async () => {
    const lane = new ListLane(25);
    const runtime = runtimeWith(({ id }) =>
      Promise.resolve(id === '25' ? { ...accepted, trouble: refusedSender } : accepted),
    );
    expect(await new LaneRun(lane, runtime, 2).workOff()).toEqual({ why: 'failed', trouble: refusedSender });
    expect(lane.recorded.length + runtime.state.settled).toBeLessThan(6);
    expectNothingLeft(runtime);
  });

  test('of several surveys goes on where one of them is at fault, and stops where the server is', async () => {
    class SharedLane extends ListLane {
      override readonly survey = null;
    }
    const withTrouble = (trouble: Trouble) => runtimeWith(() => Promise.resolve({ ...accepted, trouble }));
    const goesOn = await new LaneRun(new SharedLane(5), withTrouble(refusedSender), 2).workOff();
    expect(goesOn).toEqual({ why: 'drained' });
    const server: Trouble = { ...refusedSender, what: 'server' };
    const stops = await new LaneRun(new SharedLane(5), withTrouble(server), 2).workOff();
    expect(stops).toEqual({ why: 'failed', trouble: server });
  });

  test('stops when its brake says so, and goes on when the brake itself fails', async () => {
    const braked = new ListLane(25);
    braked.brake = () => Promise.resolve(true);
    const runtime = runtimeWith(() => Promise.resolve(accepted));
    expect(await new LaneRun(braked, runtime, 2).workOff()).toEqual({ why: 'braked' });

    const broken = new ListLane(5);
    broken.brake = () => Promise.reject(new Error('no database'));
    expect(await new LaneRun(broken, runtime, 2).workOff()).toEqual({ why: 'drained' });
    expectNothingLeft(runtime);
  });

  test('that holds its own letter opens no breaker', async () => {
    const lane = new ListLane(5);
    lane.holdLetter = () => Promise.resolve(true);
    const letter: Trouble = { ...refusedSender, what: 'letter' };
    const runtime = runtimeWith(() => Promise.resolve({ ...accepted, trouble: letter }));
    expect(await new LaneRun(lane, runtime, 2).workOff()).toEqual({ why: 'braked' });
  });

  test('stops for what a claim says', async () => {
    const until = new Date('2027-11-02T06:00:00Z');
    const stop: StopReason = { why: 'out_of_hours', until };
    const lane = new ListLane(25, (turn) => (turn === 2 ? { ...nobody, stop } : null));
    const runtime = runtimeWith(() => Promise.resolve(accepted));
    expect(await new LaneRun(lane, runtime, 2).workOff()).toEqual(stop);
    expectNothingLeft(runtime);
  });

  test('claims nothing more while the process ends', async () => {
    const lane = new ListLane(25);
    const runtime = runtimeWith(() => {
      runtime.state.isStopping = true;
      return Promise.resolve(accepted);
    });
    expect(await new LaneRun(lane, runtime, 2).workOff()).toEqual({ why: 'stopping' });
    expect(lane.turns).toHaveLength(1);
    expectNothingLeft(runtime);
  });

  test('records what came back although a claim failed', async () => {
    const lane = new ListLane(25, (turn) => {
      if (turn === 3) throw new Error('no database');
      return null;
    });
    const runtime = runtimeWith(() => Promise.resolve(accepted));
    await expect(new LaneRun(lane, runtime, 1).workOff()).rejects.toThrow('no database');
    expect(runtime.state.settled).toBe(1);
    expectNothingLeft(runtime);
  });

  test('gives back the time it had waited for and does not need', async () => {
    const runtime = runtimeWith(() => Promise.resolve(accepted), { connections: 10, rate: 5 });
    await new LaneRun(new ListLane(3), runtime, 10).workOff();
    expect(runtime.state.unused).toBeGreaterThanOrEqual(7);
  });
});

describe('a probe', () => {
  test('hands over one message, and says that the way is free', async () => {
    const lane = new ListLane(25);
    const runtime = runtimeWith(() => Promise.resolve(accepted));
    expect(await new LaneRun(lane, runtime, 1).probe('7')).toBeNull();
    expect(lane.turns.map(({ limit, probing, avoid }) => [limit, probing, avoid])).toEqual([[1, true, '7']]);
    expect(runtime.state.settled).toBe(1);
    expectNothingLeft(runtime);
  });

  test('goes past people who drop out, and proves nothing where nobody is left', async () => {
    const lane = new ListLane(0, (turn) => (turn === 1 ? { ...nobody, putAside: 1 } : null));
    const runtime = runtimeWith(() => Promise.resolve(accepted));
    expect(await new LaneRun(lane, runtime, 1).probe(null)).toEqual({ why: 'drained' });
    expect(lane.turns).toHaveLength(2);
  });

  test('says what is still in the way', async () => {
    const runtime = runtimeWith(() => Promise.resolve({ ...accepted, trouble: refusedSender }));
    const stop = await new LaneRun(new ListLane(1), runtime, 1).probe(null);
    expect(stop).toEqual({ why: 'failed', trouble: refusedSender });
  });
});
