import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { packed, textOfPacked } from '../../common/coded-text.js';
import { InvalidInput } from '../../common/errors.js';
import { withoutAddresses } from '../../common/without-addresses.js';
import { CannotCompose } from '../../composer/cannot-compose.js';
import type { PreparedStatements } from '../../database/prepared-statements.js';
import type { AskingSurvey } from '../../pace/breaker.js';
import type { Trouble } from '../../pace/trouble.rules.js';
import type { SendingGuard } from '../../safeguards/sending-guard.service.js';
import type { HandOver, OutgoingMail } from '../../smtp/hand-over.js';
import { passCanary, tallyOfWave } from '../claims/canary.queries.js';
import type { ClaimedMessage, ClaimedRound, Turn } from '../claims/claimed-round.js';
import type { CurrentLetters } from './current-letters.js';
import type { Lane, StopReason } from './lane.js';
import type { MailComposer } from './mail-composer.js';
import { opensFor } from './sending-hours.rules.js';
import { settle, type Settlement } from '../claims/settle.queries.js';
import { canaryVerdict, type WaveBrake } from '../claims/wave-brake.js';
import type { HeldBy, Wave } from '../states/wave.entity.js';
import type { WaveWalk } from './wave-walk.js';
import { holdWave } from '../planning/waves.queries.js';

/** What lanes of waves share. */
export interface WaveLaneTools {
  dataSource: DataSource;
  statements: PreparedStatements;
  guard: SendingGuard;
  composer: MailComposer;
}

/** What has come of a canary: nothing to decide (null), or what the lane does next. */
export type CanaryState = 'passed' | 'held' | 'under way' | null;

/** One wave as this process sends it: claimed in the order of participants, watched by its brake. */
export class WaveLane implements Lane {
  readonly obeys = ['sender'] as const;
  private readonly log = new Logger(WaveLane.name);
  private claimed = 0;

  constructor(
    private readonly wave: Wave,
    readonly survey: AskingSurvey,
    private readonly letters: CurrentLetters,
    private readonly walk: WaveWalk,
    private readonly watch: WaveBrake,
    private readonly tools: WaveLaneTools,
  ) {}

  /** How many rows were claimed since this was asked last. */
  takeClaimed(): number {
    const { claimed } = this;
    this.claimed = 0;
    return claimed;
  }

  /** A letter that became impossible after scheduling holds its wave, with the reason. */
  async canBeWritten(): Promise<boolean> {
    try {
      await this.letters.get();
      return true;
    } catch (error) {
      if (!(error instanceof InvalidInput || error instanceof CannotCompose)) throw error;
      const reasons = error instanceof CannotCompose ? [error.said] : error.problems;
      await this.hold('letter', packed(...reasons));
      return false;
    }
  }

  async claim(turn: Turn): Promise<ClaimedRound & { stop?: StopReason }> {
    await this.letters.refresh();
    const stop = await this.outOfHours(turn.now);
    if (stop) {
      await settle(this.tools.statements, turn.finished, turn.now);
      return { messages: [], putAside: 0, fresh: 0, after: '0', stop };
    }
    const canarySize = this.watch.isCanary ? this.watch.canarySize : null;
    const round = await this.walk.claim({ ...turn, seen: this.tools.guard.seen }, canarySize);
    this.claimed += round.messages.length + round.putAside;
    return round;
  }

  async compose(message: ClaimedMessage): Promise<OutgoingMail> {
    return this.tools.composer.compose(await this.letters.get(), message);
  }

  async brake({ state }: Pick<Settlement, 'state'>, outcome: HandOver): Promise<boolean> {
    const isLate = outcome.outcome === 'not_handed_over' && outcome.fault === 'late';
    const reason = this.watch.settled(state, isLate);
    if (reason === null) return false;
    await this.hold('brake', packed(reason));
    return true;
  }

  async holdLetter({ reason, isReply }: Pick<Trouble, 'reason' | 'isReply'>): Promise<boolean> {
    if (isReply && !this.watch.letterFailed()) return false;
    await this.hold('letter', reason);
    return true;
  }

  /**
   * When nothing more may be begun: whether that is the canary's doing, and what has come of it over all
   * workers. Null where it has nothing to do with a canary.
   */
  async decideCanary(now: Date): Promise<CanaryState> {
    if (!this.watch.isCanary) return null;
    const { dataSource } = this.tools;
    const { passed, ...tally } = await tallyOfWave(dataSource, this.wave.id);
    const verdict = canaryVerdict({ ...tally, size: this.watch.canarySize });
    if (passed || verdict.is === 'passed') {
      this.watch.pass();
      if (await passCanary(dataSource, this.wave.id, now))
        this.log.log({ event: 'wave.canary-passed', wave: this.wave.id });
      return 'passed';
    }
    if (verdict.is === 'held') {
      await this.hold('brake', packed(verdict.reason));
      return 'held';
    }
    return tally.underWay > 0 ? 'under way' : null;
  }

  /** Stops before more people are tried, until staff decide. */
  private async hold(by: HeldBy, reason: string): Promise<void> {
    if (!(await holdWave(this.tools.dataSource, this.wave.id, by, reason))) return;
    const words = withoutAddresses(textOfPacked(reason, 'en'));
    this.log.error({ event: 'wave.held', wave: this.wave.id, by, reason: words });
  }

  /** Whether the survey's sending window has closed meanwhile, as it reads now. */
  private async outOfHours(now: Date): Promise<StopReason | null> {
    const { survey } = await this.letters.get();
    const until = opensFor(this.wave, survey, now);
    if (until) this.log.log({ event: 'wave.out-of-hours', wave: this.wave.id, until });
    return until && { why: 'out_of_hours', until };
  }
}
