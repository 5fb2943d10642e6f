import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { InvalidInput } from '../common/errors.js';
import { opensAt } from '../common/sending-window.js';
import { SignedTokens } from '../common/signed-token.js';
import { withoutAddresses } from '../common/without-addresses.js';
import { rowOf, rowsOf } from '../database/rows.js';
import { PreparedStatements } from '../database/prepared-statements.js';
import type { OutgoingMail } from '../mail/hand-over.js';
import { fillMessage, messageIdFor } from '../mail/prepared-message.js';
import { Bells } from '../queue/bells.js';
import type { Survey } from '../surveys/survey.entity.js';
import { isOpen } from '../surveys/survey.rules.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { type ClaimedMessage, type ClaimedRound, claimThankYous } from './claim.queries.js';
import { CurrentLetters } from './current-letters.js';
import { LettersService, type PreparedLetters } from './letters.service.js';
import { Pace } from './pace.js';
import type { Lane, Rest } from './lane-run.js';
import { Rounds } from './rounds.js';
import { nextTurnAt } from './paces.queries.js';
import { finishWave, settle } from './settle.queries.js';
import { WrongRecipient } from './wrong-recipient.js';
import { WaveBrake } from './wave-brake.js';
import { Wave } from './wave.entity.js';
import { WaveWalk } from './wave-walk.js';

/** What comes up within this time is waited for; a bell rings for what comes later. */
const A_MOMENT_MS = 3000;

const nobodyClaimed: ClaimedRound = { messages: [], putAside: 0, fresh: 0, after: '0' };

/** Sends what the ledger holds: a wave, or the thank-yous of all surveys. */
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
    private readonly pace: Pace,
    private readonly bells: Bells,
    private readonly tokens: SignedTokens,
    private readonly clock: Clock,
  ) {}

  /** Sends what is due in a wave, then finishes it if nothing is open. Returns at once if it is not sending. */
  async sendWave(id: string): Promise<void> {
    if (this.atWork.has(id)) return;
    this.atWork.add(id);
    try {
      await this.workOffWave(id);
    } finally {
      this.atWork.delete(id);
    }
  }

  private async workOffWave(id: string): Promise<void> {
    const wave = await this.dataSource.manager.findOneBy(Wave, { id });
    if (wave?.state !== 'sending') return;
    const opens = opensFor(wave, await this.surveys.get(wave.surveyId), this.clock.now());
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
      claim: async (wanted) => {
        await letters.refresh();
        const rest = await this.outOfHours(wave, letters);
        if (rest) {
          await settle(this.statements, wanted.finished, wanted.now);
          return { ...nobodyClaimed, rest };
        }
        const limit = brake.allow(wanted.limit);
        brake.began(limit);
        let begun = 0;
        try {
          const round = await walk.claim({ ...wanted, limit });
          begun = round.messages.length;
          lap.claimed += begun + round.putAside;
          return round;
        } finally {
          brake.began(begun - limit);
        }
      },
      compose: async (message) => this.compose(await letters.get(), message),
      brake: async ({ state }) => {
        if (state === 'planned') brake.began(-1);
        const reason = brake.settled(state);
        if (reason !== null) await this.hold(id, reason);
        return reason !== null;
      },
    };

    const rest = await this.workOff(id, lane, brake, lap);
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
  private async workOff(id: string, lane: Lane, brake: WaveBrake, lap: { claimed: number }): Promise<Rest> {
    for (let idle = 0; ; idle = lap.claimed > 0 ? 0 : idle + 1) {
      lap.claimed = 0;
      const rest = await this.rounds.workOff(lane);
      if (rest.why !== 'drained') return rest;
      if (brake.pass()) {
        await this.passCanary(id);
        continue;
      }
      const now = this.clock.now();
      const next = await nextTurnAt(this.dataSource, id, now);
      const wait = next ? next.getTime() - now.getTime() : Infinity;
      if (wait > A_MOMENT_MS) return rest;
      // Somebody else may hold what is due; whoever comes back in vain comes back less often.
      await sleep(Math.max(wait, Math.min(10 * 2 ** idle, A_MOMENT_MS)));
    }
  }

  /** Sends the thank-yous that are due. */
  async sendThankYous(): Promise<void> {
    const surveys = new Map<string, Promise<PreparedLetters>>();
    const ofSurvey = (id: string) => {
      const known = surveys.get(id) ?? this.prepareThankYou(id);
      surveys.set(id, known);
      known.catch(() => surveys.delete(id));
      return known;
    };

    const rest = await this.rounds.workOff({
      claim: (turn) => claimThankYous(this.statements, turn),
      compose: async (message) => this.compose(await ofSurvey(message.surveyId), message),
    });
    if (rest.why === 'held_off') await this.bells.ring('send-thank-yous', {}, { at: rest.until });
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

  private async prepareThankYou(id: string): Promise<PreparedLetters> {
    return this.letters.prepareAll(await this.surveys.get(id), 'thank_you', null);
  }

  /** A letter that became impossible after scheduling holds its wave, with the reason. */
  private async canBeWritten(id: string, letters: CurrentLetters): Promise<boolean> {
    try {
      await letters.get();
      return true;
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      await this.hold(id, error.message);
      return false;
    }
  }

  private compose({ survey, byLocale }: PreparedLetters, message: ClaimedMessage): OutgoingMail {
    const locale = this.letters.languageFor(survey, message.language);
    const letter = byLocale.get(locale);
    if (!letter) throw new Error(`no letter in ${locale}`);
    const { from, domain } = this.letters.originOf(survey);
    const person = {
      ...this.letters.fieldsOf(message, locale),
      address: message.email,
      toName: message.name,
      messageId: messageIdFor(this.tokens.sign('return-path', message.id), domain),
      date: this.clock.now(),
    };
    try {
      return { from: from.address, to: message.email, raw: fillMessage(letter, person), isInOrder: true };
    } catch {
      throw new WrongRecipient('the mail cannot be addressed to this person');
    }
  }

  /** A wave is finished only when nothing of it is open (P2). */
  private async finish(id: string): Promise<void> {
    const finished = await finishWave(this.dataSource, id, this.clock.now());
    if (finished) this.log.log({ event: 'wave.finished', wave: id });
  }

  /** What had become of a wave before this run, so that its canary is counted over all of it. */
  private async brakeOf(wave: Wave): Promise<WaveBrake> {
    const tally = await rowOf<{ recipients: number; accepted: number; refused: number; begun: number }>(
      this.dataSource,
      `SELECT count(*)::int AS recipients,
         (count(*) FILTER (WHERE state = 'accepted'))::int AS accepted,
         (count(*) FILTER (WHERE state = 'refused'))::int AS refused,
         (count(*) FILTER (WHERE state NOT IN ('planned', 'claimed')))::int AS begun
       FROM messages WHERE wave_id = $1 AND state <> 'skipped'`,
      [wave.id],
    );
    return new WaveBrake(tally.recipients, tally, wave.ignoreCanary || wave.canaryPassedAt !== null);
  }

  private async passCanary(id: string): Promise<void> {
    await rowsOf(this.dataSource, 'UPDATE waves SET canary_passed_at = $2 WHERE id = $1', [
      id,
      this.clock.now(),
    ]);
    this.log.log({ event: 'wave.canary-passed', wave: id });
  }

  /** Too many are refused: stop before more people are tried. */
  private async hold(id: string, reason: string): Promise<void> {
    const held = await rowsOf(
      this.dataSource,
      "UPDATE waves SET state = 'held', held_reason = $2 WHERE id = $1 AND state = 'sending' RETURNING 1",
      [id, reason],
    );
    if (held.length > 0) this.log.error({ event: 'wave.held', wave: id, reason: withoutAddresses(reason) });
  }
}

/** When a wave may send again; null where it may now. */
function opensFor(wave: Wave, survey: Survey, now: Date): Date | null {
  // Once the survey is closed nobody is written to, and that can be entered at any hour.
  if (wave.ignoreWindow || !isOpen(survey, now)) return null;
  const opens = opensAt(survey.sendingWindow, now, survey.timeZone);
  return opens > now ? opens : null;
}
