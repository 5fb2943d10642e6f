import { opensAt, type SendingWindow, sentBy } from '../common/sending-window.js';
import type { OpenBreaker } from '../pace/breaker.js';
import { deliveries, type Delivery } from '../ledger/states/message.entity.js';
import type { Line } from '../ledger/sending/lines.queries.js';
import type { SkipReason } from '../ledger/planning/reason-to-skip.js';
import { showsTotalOnly, shownCounts, type SkippedCounts } from '../ledger/messages/shown-reason.rules.js';
import type { Wave } from '../ledger/states/wave.entity.js';
import { type Hold, holds } from '../safeguards/sending-guard.queries.js';
import type { Privacy } from '../surveys/survey.entity.js';

/** What a wave waits for; null while it sends or when it is over. */
export type WaitingFor =
  | { what: 'due_time'; until: Date }
  /** The sending window is closed. */
  | { what: 'window'; until: Date }
  /** Nothing is open now; a rolling wave goes on when somebody's time comes. */
  | { what: 'people' }
  | { what: 'resume' }
  | { what: 'staff'; reason: string }
  /** The database was restored or copied, and staff have not confirmed that it may send. */
  | { what: 'confirmation' }
  /** The breaker is open: the mail server cannot be reached or rejects our login. */
  | { what: 'mail_server'; reason: string; until: Date }
  /** The mail server rejects the sender of this survey; others go on. */
  | { what: 'sender'; reason: string; until: Date }
  /** Held, as the letter cannot be sent like this; staff change it and resume. */
  | { what: 'letter'; reason: string }
  /** All that is left waits for the pace of a mail provider; the one that holds longest is named. */
  | { what: 'provider'; provider: string; rate: number | null; reason: string | null; until: Date }
  /** The mail server has asked for less, or staff have set a limit that holds it back. */
  | { what: 'pace'; rate: number }
  | { what: 'next_attempt'; until: Date };

/**
 * The state of a wave. `total` is always the sum of `counts` (P2). Of reminders of anonymous surveys `counts`
 * tells the uncertain ones alone; `settled` is there the sum of all others once the wave is over (P8).
 */
export interface WaveStatus {
  total: number;
  /** Null: may not be told apart. */
  counts: Record<Delivery, number | null>;
  /** Accepted, refused and skipped as one sum, where these may not be told apart; null while the wave is under way. */
  settled?: number | null;
  /** How many are skipped, by reason, as far as the survey's privacy lets staff know. */
  skipped: SkippedCounts;
  /** Messages settled per second over the last minute; 0 where it would tell who gets a reminder. */
  rate: number;
  /** When the open ones will be through at that rate. */
  eta: Date | null;
  waitingFor: WaitingFor | null;
  /** Messages in line for the pace of a mail provider, the longest wait first. */
  lines: { provider: string; waiting: number; rate: number | null; because: string | null }[];
}

/** Over how long the speed of a wave is measured. */
export const RATE_OVER_SECONDS = 60;

/** When mails of a survey may go out, and in which zone. */
export interface Hours {
  window: SendingWindow | null;
  timeZone: string;
}

/** Messages of a wave in one state, skipped ones by reason. */
export interface StateRow {
  state: Delivery;
  /** Of the skipped ones. */
  reason: SkipReason | null;
  count: number;
  next: Date | null;
  /** Messages that were never claimed. */
  untouched: number;
}

/** What else bears on a wave. */
export interface Circumstances {
  privacy: Privacy;
  /** Messages settled in the last minute. */
  settled: number;
  hold: Hold | null;
  /** Of its sender, else of the server. */
  breaker: OpenBreaker | undefined;
  /** Mails per second over everything; undefined: no limit. */
  rate: number | undefined;
  lines: readonly Line[];
  /** Null: at any time. */
  hours: Hours | null;
  now: Date;
}

/** What staff are told of a wave, made from what its messages and everything around it are like. */
export function statusOf(wave: Wave, rows: readonly StateRow[], around: Circumstances): WaveStatus {
  const { privacy, settled, lines, now } = around;
  const counts = Object.fromEntries(deliveries.map((state) => [state, 0])) as Record<Delivery, number>;
  const skipped: Partial<Record<SkipReason, number>> = {};
  for (const { state, reason, count } of rows) {
    counts[state] += count;
    if (reason) skipped[reason] = count;
  }
  if (showsTotalOnly(wave.kind, privacy)) return totalOnly(wave, counts, waitingFor(wave, rows, 1, around));
  const open = counts.planned + counts.handing_over + counts.deferred;
  const running = wave.startedAt ? (now.getTime() - wave.startedAt.getTime()) / 1000 : 0;
  const seconds = Math.max(1, Math.min(RATE_OVER_SECONDS, running));
  const rate = wave.state === 'sending' ? settled / seconds : 0;
  return {
    total: sumOf(counts),
    counts,
    skipped: shownCounts(skipped, privacy),
    rate: Math.round(rate * 10) / 10,
    eta: wave.state === 'sending' && open > 0 ? etaOf(open, rate, around) : null,
    waitingFor: waitingFor(wave, rows, open, around),
    lines: lines.map(({ provider, waiting, rate: allowed, because }) => ({
      provider,
      waiting,
      rate: allowed,
      because,
    })),
  };
}

/**
 * What may be shown of a wave that is sent or skipped by whether people have answered: how many there are, and
 * at the end that it is over. Anything in between tells by its pace how many are passed over, and what it waits
 * for would name who is left.
 */
function totalOnly(wave: Wave, counts: Record<Delivery, number>, waiting: WaitingFor | null): WaveStatus {
  const total = sumOf(counts);
  const isOver = wave.state === 'finished' || wave.state === 'cancelled';
  const tells = waiting?.what === 'provider' || waiting?.what === 'pace' || waiting?.what === 'next_attempt';
  return {
    total,
    counts: { ...notTold, uncertain: counts.uncertain },
    settled: isOver ? total - counts.uncertain : null,
    skipped: {},
    rate: 0,
    eta: null,
    waitingFor: tells ? null : waiting,
    lines: [],
  };
}

const notTold = Object.fromEntries(deliveries.map((state) => [state, null])) as Record<Delivery, null>;

function sumOf(counts: Record<Delivery, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** When the longest line and all the others will be through, as fast as they have gone and may go. */
function etaOf(open: number, rate: number, { lines, hours, now }: Circumstances): Date | null {
  const inLine = lines.reduce((sum, line) => sum + line.waiting, 0);
  const others = open - inLine;
  if (others > 0 && rate === 0) return null;
  const waits = lines.map(({ waiting, rate: allowed }) => (allowed === null ? 0 : waiting / allowed));
  const seconds = Math.max(others > 0 ? others / rate : 0, ...waits);
  return sentBy(hours?.window ?? null, now, seconds, hours?.timeZone ?? 'UTC');
}

function waitingFor(
  wave: Wave,
  rows: readonly StateRow[],
  open: number,
  around: Circumstances,
): WaitingFor | null {
  const { hold, breaker, lines, rate, hours, now } = around;
  if (wave.state === 'scheduled') return { what: 'due_time', until: wave.dueAt };
  if (wave.state === 'paused') return { what: 'resume' };
  if (wave.state === 'held') {
    return { what: wave.heldBy === 'letter' ? 'letter' : 'staff', reason: wave.heldReason ?? '' };
  }
  if (wave.state !== 'sending') return null;
  if (open === 0) return wave.rolling ? { what: 'people' } : null;
  if (holds(hold, wave.kind)) return { what: 'confirmation' };
  const opens = hours ? opensAt(hours.window, now, hours.timeZone) : now;
  if (opens > now) return { what: 'window', until: opens };
  if (breaker) {
    const { kind, reason, until } = breaker;
    return { what: kind === 'sender' ? 'sender' : 'mail_server', reason, until };
  }
  const [line] = lines;
  if (line && lines.reduce((sum, { waiting }) => sum + waiting, 0) === open) {
    return {
      what: 'provider',
      provider: line.provider,
      rate: line.rate,
      reason: line.because,
      until: line.nextAt > now ? line.nextAt : now,
    };
  }
  const untouched = rows.some(({ state, untouched: n }) => state === 'planned' && n > 0);
  const first = Math.min(...rows.flatMap(({ next }) => (next ? [next.getTime()] : [])));
  if (!untouched && Number.isFinite(first) && first > now.getTime()) {
    return { what: 'next_attempt', until: new Date(first) };
  }
  return rate === undefined ? null : { what: 'pace', rate };
}
