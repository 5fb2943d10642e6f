import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { LaneRuntime } from './lane.js';
import { settle, type Settlement } from '../claims/settle.queries.js';

const MAX_ATTEMPTS = 8;
const LONGEST_PAUSE_MS = 10_000;

/** What has come back of a lane's rounds and is not recorded yet, and which rounds are under way at all. */
export class PendingSettlements {
  private readonly log = new Logger(PendingSettlements.name);
  /** Messages of each round that are not recorded. */
  private readonly rounds = new Map<string, number>();
  private settlements: Settlement[] = [];

  constructor(private readonly runtime: Pick<LaneRuntime, 'statements' | 'clock' | 'tokens'>) {}

  get isEmpty(): boolean {
    return this.settlements.length === 0;
  }

  /** A round of this many messages is under way. */
  begin(token: string, messages: number): void {
    this.rounds.set(token, messages);
    this.runtime.tokens.add(token);
  }

  add(settlement: Settlement): void {
    this.settlements.push(settlement);
  }

  /** Hands out what is to be recorded, for a claim that records it along; `recorded` or `putBack` has to follow. */
  take(): Settlement[] {
    return this.settlements.splice(0);
  }

  putBack(settlements: readonly Settlement[]): void {
    this.settlements.unshift(...settlements);
  }

  /** Forgets rounds that are completely settled; the statement has deleted their rows. */
  recorded(settlements: readonly Settlement[]): void {
    for (const { token } of settlements) {
      const left = (this.rounds.get(token) ?? 0) - 1;
      if (left > 0) this.rounds.set(token, left);
      else {
        this.rounds.delete(token);
        this.runtime.tokens.delete(token);
      }
    }
  }

  /** Settles with retries: what the server said must reach the ledger even if Postgres is away for a moment. */
  async record(): Promise<void> {
    const settlements = this.take();
    if (settlements.length === 0) return;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await settle(this.runtime.statements, settlements, this.runtime.clock.now());
        this.recorded(settlements);
        return;
      } catch (error) {
        this.log.warn({ event: 'round.not-settled', attempt, reason: (error as Error).message });
        if (attempt === MAX_ATTEMPTS) {
          this.putBack(settlements);
          throw error;
        }
        await sleep(Math.min(250 * 2 ** attempt, LONGEST_PAUSE_MS));
      }
    }
  }

  /** Leaves what could not be recorded to the sweep: its leases run out. */
  abandon(): void {
    for (const token of this.rounds.keys()) this.runtime.tokens.delete(token);
  }
}
