import { packed, textOfPacked } from '../common/coded-text.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { InvalidInput } from '../common/errors.js';
import { opensAt } from '../common/sending-window.js';
import { withoutAddresses } from '../common/without-addresses.js';
import { rowOf, rowsOf } from '../database/rows.js';
import { PreparedStatements } from '../database/prepared-statements.js';
import { CannotCompose } from '../composer/cannot-compose.js';
import { Bells } from '../queue/bells.js';
import { holds } from '../safeguards/sending-guard.queries.js';
import { SendingGuard } from '../safeguards/sending-guard.service.js';
import type { Survey } from '../surveys/survey.entity.js';
import { isOpen } from '../surveys/survey.rules.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { countCanary, passCanary, tallyOfWave } from './canary.queries.js';
import type { ClaimedRound } from './claim.queries.js';
import { CurrentLetters } from './current-letters.js';
import { LettersService, type PreparedLetters } from '../letters/letters.service.js';
import { MailComposer } from './mail-composer.js';
import { Pace } from '../pace/pace.js';
import type { Lane, Rest } from './lane-run.js';
import type { MessageKind } from './message.entity.js';
import { Rounds } from './rounds.js';
import { nextTurnAt } from '../pace/paces.queries.js';
import { finishWave, settle } from './settle.queries.js';
import { canarySizeOf, canaryVerdict, WaveBrake } from './wave-brake.js';
import { type HeldBy, Wave } from './wave.entity.js';
import { WaveWalk } from './wave-walk.js';

/** What comes up within this time is waited for; a bell rings for what comes later. */
const A_MOMENT_MS = 3000;

const nobodyClaimed: ClaimedRound = { messages: [], putAside: 0, fresh: 0, after: '0' };

/** Sends what the ledger holds of a wave. */
@Injectable()
export class WaveSender {
  private readonly log = new Logger(WaveSender.name);
  /** Waves this process is sending; a second bell for one of them says nothing new. */
  private readonly atWork = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly statements: PreparedStatements,
    private readonly surveys: SurveysService,
    private readonly letters: LettersService,
    private readonly rounds: Rounds,
    private readonly guard: SendingGuard,
    private readonly pace: Pace,
    private readonly bells: Bells,
    private readonly composer: MailComposer,
    private readonly clock: Clock,
  ) {}

  /** Sends what is due in a wave, then finishes it if nothing is open. Returns at once if it is not sending. */
  async sendWave(id: string): Promise<void> {
    if (this.atWork.has(id)) return;
    this.atWork.add(id);
    try {
      await this.workOffWave(id);
      await this.guard.look();
    } finally {
      this.atWork.delete(id);
    }
  }

  /** A restored or copied database sends nothing until staff say so. What waits is found again by the sweep. */
  private async isHeld(kind: MessageKind): Promise<boolean> {
    return holds(await this.guard.look(), kind);
  }

  private async workOffWave(id: string): Promise<void> {
    const wave = await this.dataSource.manager.findOneBy(Wave, { id });
    if (wave?.state !== 'sending' || (await this.isHeld(wave.kind))) return;
    const survey = await this.surveys.get(wave.surveyId);
    const opens = opensFor(wave, survey, this.clock.now());
    if (opens) return this.ringAt(id, opens);
    const letters = new CurrentLetters(
      () => this.prepare(id),
      () => this.versionOf(id),
      this.clock,
    );
    if (!(await this.canBeWritten(id, letters))) return;

    const brake = await this.brakeOf(wave);
    const walk = new WaveWalk(this.dataSource, this.statements, this.pace, id, wave.pickedOver);
    const lap = { claimed: 0 };
    const lane: Lane = {
      survey: { id: wave.surveyId, from: this.letters.originOf(survey).from.address },
      obeys: ['sender'],
      claim: async (wanted) => {
        await letters.refresh();
        const rest = await this.outOfHours(wave, letters);
        if (rest) {
          await settle(this.statements, wanted.finished, wanted.now);
          return { ...nobodyClaimed, rest };
        }
        const turn = { ...wanted, seen: this.guard.seen };
        const round = await walk.claim(turn, brake.isCanary ? brake.canarySize : null);
        lap.claimed += round.messages.length + round.putAside;
        return round;
      },
      compose: async (message) => this.composer.compose(await letters.get(), message),
      brake: async ({ state }, outcome) => {
        const isLate = outcome.outcome === 'not_handed_over' && outcome.fault === 'late';
        const reason = brake.settled(state, isLate);
        if (reason !== null) await this.hold(id, 'brake', packed(reason));
        return reason !== null;
      },
      holdLetter: async ({ reason, isReply }) => {
        if (isReply && !brake.letterFailed()) return false;
        await this.hold(id, 'letter', reason);
        return true;
      },
    };

    const rest = await this.workOff(wave, lane, brake, lap);
    if (rest.why === 'held_off' || rest.why === 'out_of_hours') await this.ringAt(id, rest.until);
    if (rest.why !== 'drained') return;
    const next = await nextTurnAt(this.dataSource, id, this.clock.now());
    if (!next) return this.finish(id);
    await this.ringAt(id, next);
  }

  private async ringAt(id: string, at: Date): Promise<void> {
    const once = `send-wave-${id}-at-${Math.floor(at.getTime() / 1000)}`;
    await this.bells.ring('send-wave', { wave: id }, { at, once });
  }

  /** Whether the survey's sending window has closed meanwhile, as it reads now. */
  private async outOfHours(wave: Wave, letters: CurrentLetters): Promise<Rest | null> {
    const { survey } = await letters.get();
    const until = opensFor(wave, survey, this.clock.now());
    if (until) this.log.log({ event: 'wave.out-of-hours', wave: wave.id, until });
    return until && { why: 'out_of_hours', until };
  }

  /** Works the lane off again and again while there is more to do within moments. */
  private async workOff(
    { id, kind }: Wave,
    lane: Lane,
    brake: WaveBrake,
    lap: { claimed: number },
  ): Promise<Rest> {
    for (let idle = 0; ; idle = lap.claimed > 0 ? 0 : idle + 1) {
      lap.claimed = 0;
      const rest = await this.rounds.workOff(lane);
      if (rest.why !== 'drained') return rest;
      if (lap.claimed === 0 && holds(await this.guard.hold(), kind)) return { why: 'braked' };
      const canary = await this.decideCanary(id, brake);
      if (canary === 'passed') continue;
      if (canary === 'held') return { why: 'braked' };
      const now = this.clock.now();
      const next = await nextTurnAt(this.dataSource, id, now);
      const wait = canary === 'under way' ? 0 : next ? next.getTime() - now.getTime() : Infinity;
      if (wait > A_MOMENT_MS) return rest;
      // Somebody else may hold what is due; whoever comes back in vain comes back less often.
      await sleep(Math.max(wait, Math.min(10 * 2 ** idle, A_MOMENT_MS)));
    }
  }

  /** A wave's letters as they read now. */
  private async prepare(id: string): Promise<PreparedLetters> {
    const wave = await this.dataSource.manager.findOneByOrFail(Wave, { id });
    return this.letters.prepareAll(await this.surveys.get(wave.surveyId), wave.kind, wave.words);
  }

  /** Another one whenever the wave or its survey was changed. */
  private async versionOf(id: string): Promise<string> {
    const { version } = await rowOf<{ version: string }>(
      this.dataSource,
      `SELECT w.xmin::text || '.' || v.xmin::text AS version
       FROM waves w JOIN surveys v ON v.id = w.survey_id WHERE w.id = $1`,
      [id],
    );
    return version;
  }

  /** A letter that became impossible after scheduling holds its wave, with the reason. */
  private async canBeWritten(id: string, letters: CurrentLetters): Promise<boolean> {
    try {
      await letters.get();
      return true;
    } catch (error) {
      if (!(error instanceof InvalidInput || error instanceof CannotCompose)) throw error;
      const reasons = error instanceof CannotCompose ? [error.said] : error.problems;
      await this.hold(id, 'letter', packed(...reasons));
      return false;
    }
  }

  /** A wave is finished only when nothing of it is open (P2). */
  private async finish(id: string): Promise<void> {
    const finished = await finishWave(this.dataSource, id, this.clock.now());
    if (finished) this.log.log({ event: 'wave.finished', wave: id });
  }

  /** What had become of a wave before this run, so that its canary is counted over all of it. */
  private async brakeOf(wave: Wave): Promise<WaveBrake> {
    const { recipients, passed, ...before } = await tallyOfWave(this.dataSource, wave.id);
    if (!passed) await this.dataSource.transaction((tx) => countCanary(tx, wave.id));
    return new WaveBrake(canarySizeOf(recipients), before, passed);
  }

  /**
   * When nothing more may be begun: whether that is the canary's doing, and what has come of it over all
   * workers. Null where it has nothing to do with a canary.
   */
  private async decideCanary(id: string, brake: WaveBrake): Promise<'passed' | 'held' | 'under way' | null> {
    if (!brake.isCanary) return null;
    const { passed, ...tally } = await tallyOfWave(this.dataSource, id);
    const verdict = canaryVerdict({ ...tally, size: brake.canarySize });
    if (passed || verdict.is === 'passed') {
      brake.pass();
      if (await passCanary(this.dataSource, id, this.clock.now()))
        this.log.log({ event: 'wave.canary-passed', wave: id });
      return 'passed';
    }
    if (verdict.is === 'held') {
      await this.hold(id, 'brake', packed(verdict.reason));
      return 'held';
    }
    return tally.underWay > 0 ? 'under way' : null;
  }

  /** Stops before more people are tried, until staff decide. */
  private async hold(id: string, by: HeldBy, reason: string): Promise<void> {
    const held = await rowsOf(
      this.dataSource,
      "UPDATE waves SET state = 'held', held_by = $2, held_reason = $3 WHERE id = $1 AND state = 'sending' RETURNING 1",
      [id, by, reason],
    );
    if (held.length > 0)
      this.log.error({
        event: 'wave.held',
        wave: id,
        by,
        reason: withoutAddresses(textOfPacked(reason, 'en')),
      });
  }
}

/** When a wave may send again; null where it may now. */
function opensFor(wave: Wave, survey: Survey, now: Date): Date | null {
  // Once the survey is closed nobody is written to, and that can be entered at any hour.
  if (wave.ignoreWindow || !isOpen(survey, now)) return null;
  const opens = opensAt(survey.sendingWindow, now, survey.timeZone);
  return opens > now ? opens : null;
}
