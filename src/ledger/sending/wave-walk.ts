import type { DataSource } from 'typeorm';
import type { PreparedStatements } from '../../database/prepared-statements.js';
import { claimOfWave } from '../claims/claim.queries.js';
import type { ClaimedRound, Turn } from '../claims/claimed-round.js';
import type { Pace } from '../../pace/pace.js';
import { markFullyClaimed } from '../claims/settle.queries.js';

/** Greater than any participant's id. */
const AFTER_LAST_PARTICIPANT = '9223372036854775807';

/**
 * One worker's cursor through a wave, in the order of participants. At its end it starts over once, because
 * rows that were locked by others were skipped; after that only retries are claimed.
 */
export class WaveWalk {
  private after: string;

  constructor(
    private readonly dataSource: DataSource,
    private readonly statements: PreparedStatements,
    private readonly pace: Pace,
    private readonly wave: string,
    fullyClaimed: boolean,
  ) {
    this.after = fullyClaimed ? AFTER_LAST_PARTICIPANT : '0';
  }

  /** @param canarySize how many messages of the wave may be begun at all; null: all of them */
  async claim(turn: Turn, canarySize: number | null): Promise<ClaimedRound> {
    for (let { finished } = turn; ; finished = []) {
      const from = this.after;
      const { providers } = await this.pace.now();
      const next = { ...turn, finished };
      const round = await claimOfWave(this.statements, this.wave, from, next, providers, canarySize);
      if (round.fresh > 0) this.after = round.after;
      else if (round.messages.length + round.putAside < turn.limit) await this.reachedEnd(from);
      const isEmpty = round.messages.length + round.putAside === 0;
      if (!isEmpty || this.after !== '0' || from === '0') return round;
    }
  }

  /** No unclaimed message is left after `from`. */
  private async reachedEnd(from: string): Promise<void> {
    if (from === AFTER_LAST_PARTICIPANT) return;
    if (from !== '0') this.after = '0';
    else if (await markFullyClaimed(this.dataSource, this.wave)) this.after = AFTER_LAST_PARTICIPANT;
  }
}
