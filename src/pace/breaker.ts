import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { withoutAddresses } from '../common/without-addresses.js';
import { rowsOf } from '../database/rows.js';
import type { Trouble } from './trouble.rules.js';

const FIRST_PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 60;
/** How long a worker may take for its probe before another may probe. */
const PROBE_SECONDS = 30;
/** Others may probe the server before the survey whose mails opened its breaker. */
const OTHERS_FIRST_SECONDS = 5;

/** What can fail independently: the mail server, the sender of a survey, the thank-you letter of a survey. */
export type BreakerKind = Trouble['what'];

/** The survey whose mails are to be sent. */
export interface AskingSurvey {
  id: string;
  /** Its sender address; a breaker for an earlier address is void. */
  from: string;
}

/** A breaker that is open: what failed, why, and when the next attempt may be made. */
export interface OpenBreaker {
  kind: BreakerKind;
  /** Id of the survey; `smtp` for the mail server. */
  name: string;
  reason: string;
  until: Date;
  /** The sender address that failed; null where that is not what failed. */
  sender: string | null;
  /**
   * For the server's breaker: the one survey whose mails the server refused; null if there are several, or if
   * there was no reply.
   */
  openedWith: string | null;
}

/** Send, or probe these breakers with a single message, or wait for this one. */
export type Passage =
  | { may: 'send' }
  | { may: 'probe'; about: OpenBreaker[]; avoid: string | null }
  | { may: 'wait'; for: OpenBreaker };

const SMTP = 'smtp';
const COLUMNS = 'kind, name, reason, open_until AS until, sender, opened_with AS "openedWith"';

/**
 * Circuit breakers: all sending stops while the mail server cannot be reached or rejects our login, one
 * survey while its sender is rejected (P11). A single message at a time probes whether sending works again.
 * Each breaker is one row, shared by all workers; meanwhile no message loses an attempt, and no person is
 * blamed.
 *
 * A rejection by the server may still be the fault of one survey. So the survey whose mails opened the
 * server's breaker probes it last; when another survey's mail is accepted, the breaker is turned into one of
 * the first survey's sender.
 */
@Injectable()
export class Breaker {
  private readonly log = new Logger(Breaker.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks whether mails may be sent. When a pause is over, one of the callers may probe.
   *
   * @param survey null: mails of several surveys, of which the claim leaves out those in doubt
   * @param obeys breakers of the survey that its mails depend on
   */
  async ask(survey: AskingSurvey | null, obeys: readonly BreakerKind[]): Promise<Passage> {
    const now = this.clock.now();
    const rows = await this.rows(survey?.id ?? null);
    const server = rows.find(({ kind }) => kind === 'server');
    const own: OpenBreaker[] = [];
    for (const row of rows.filter(({ kind }) => kind !== 'server' && obeys.includes(kind))) {
      if (row.kind === 'sender' && row.sender !== null && row.sender !== survey?.from) await this.close(row);
      else own.push(row);
    }

    const last = own.toSorted((a, b) => b.until.getTime() - a.until.getTime())[0];
    if (last && last.until > now) return { may: 'wait', for: last };
    if (server) {
      const othersFirst = secondsAfter(server.until, OTHERS_FIRST_SECONDS);
      const isInDoubt = survey !== null && (own.length > 0 || server.openedWith === survey.id);
      const until = isInDoubt ? othersFirst : server.until;
      if (until > now) return { may: 'wait', for: { ...server, until } };
      if (!(await this.takeProbe(server, now))) return { may: 'wait', for: this.probed(server, now) };
      return { may: 'probe', about: [server, ...own], avoid: othersFirst > now ? server.openedWith : null };
    }
    for (const row of own) {
      if (!(await this.takeProbe(row, now))) return { may: 'wait', for: this.probed(row, now) };
    }
    return own.length > 0 ? { may: 'probe', about: own, avoid: null } : { may: 'send' };
  }

  /** All open breakers. */
  async all(): Promise<OpenBreaker[]> {
    return rowsOf<OpenBreaker>(this.dataSource, `SELECT ${COLUMNS} FROM breakers`);
  }

  /**
   * Opens the breaker of what failed. Each failed probe doubles the pause; further failures of the same time
   * add nothing.
   *
   * @returns when the next attempt may be made
   */
  async open(trouble: Trouble, probed: boolean): Promise<OpenBreaker> {
    const now = this.clock.now();
    const { what, reason, survey, sender, isReply } = trouble;
    const isServer = what === 'server';
    const [row] = await rowsOf<OpenBreaker & { failures: number }>(
      this.dataSource,
      `INSERT INTO breakers AS b (kind, name, failures, reason, opened_at, open_until, sender, opened_with)
       VALUES ($4, $5, 1, $1, $2, $2::timestamptz + make_interval(secs => ${FIRST_PAUSE_SECONDS}), $6, $7)
       ON CONFLICT (kind, name) DO UPDATE SET failures = b.failures + $3::int, reason = excluded.reason,
         sender = CASE WHEN b.kind <> 'server' OR b.opened_with = excluded.opened_with THEN excluded.sender END,
         opened_with = CASE WHEN b.opened_with = excluded.opened_with THEN b.opened_with END,
         open_until = CASE WHEN $3 = 0 THEN b.open_until ELSE $2::timestamptz + make_interval(
           secs => least(${LONGEST_PAUSE_SECONDS}, ${FIRST_PAUSE_SECONDS} * 2 ^ least(b.failures, 10))) END
       RETURNING ${COLUMNS}, failures`,
      [
        reason,
        now,
        probed ? 1 : 0,
        what,
        isServer ? SMTP : survey,
        isReply || !isServer ? sender : null,
        isServer && isReply ? survey : null,
      ],
    );
    if (!row) throw new Error('the breaker did not open');
    this.log.warn({
      event: 'breaker.open',
      kind: what,
      survey,
      reason: withoutAddresses(reason),
      failures: row.failures,
      until: row.until,
    });
    return row;
  }

  /** There was no message to probe with: the next caller that has one may probe. */
  async giveBack(probed: readonly OpenBreaker[]): Promise<void> {
    for (const { kind, name } of probed) {
      await rowsOf(this.dataSource, 'UPDATE breakers SET open_until = $3 WHERE kind = $1 AND name = $2', [
        kind,
        name,
        this.clock.now(),
      ]);
    }
  }

  /**
   * A mail of this survey was accepted: these breakers close. If the server refused only another survey's
   * mails, that is the other survey's fault.
   *
   * @param isKnown whether it is known whose mail it was, or, if `survey` is null, that it was of none to be
   * avoided
   */
  async passed(probed: readonly OpenBreaker[], isKnown: boolean, survey: string | null): Promise<void> {
    for (const row of probed) {
      await this.close(row);
      const { openedWith, reason, sender } = row;
      if (row.kind !== 'server' || openedWith === null || sender === null) continue;
      if (!isKnown || openedWith === survey) continue;
      await this.open({ what: 'sender', reason, survey: openedWith, sender, isReply: true }, false);
    }
  }

  /** Closes a breaker. */
  async close({ kind, name }: Pick<OpenBreaker, 'kind' | 'name'>): Promise<void> {
    const closed = await rowsOf(
      this.dataSource,
      'DELETE FROM breakers WHERE kind = $1 AND name = $2 RETURNING 1',
      [kind, name],
    );
    if (closed.length > 0) this.log.log({ event: 'breaker.closed', kind, name });
  }

  /** The server's and those of one survey, in one statement. */
  private rows(survey: string | null): Promise<OpenBreaker[]> {
    return rowsOf<OpenBreaker>(
      this.dataSource,
      `SELECT ${COLUMNS} FROM breakers WHERE kind = 'server' OR name = $1`,
      [survey],
    );
  }

  private async takeProbe({ kind, name }: OpenBreaker, now: Date): Promise<boolean> {
    const mine = await rowsOf(
      this.dataSource,
      'UPDATE breakers SET open_until = $2 WHERE kind = $3 AND name = $4 AND open_until <= $1 RETURNING 1',
      [now, secondsAfter(now, PROBE_SECONDS), kind, name],
    );
    return mine.length > 0;
  }

  /** Another worker is probing it. */
  private probed(row: OpenBreaker, now: Date): OpenBreaker {
    return { ...row, until: secondsAfter(now, PROBE_SECONDS) };
  }
}

function secondsAfter(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
