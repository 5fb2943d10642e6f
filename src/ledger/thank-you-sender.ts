import { Injectable } from '@nestjs/common';
import { PreparedStatements } from '../database/prepared-statements.js';
import { Bells } from '../queue/bells.js';
import { Clock } from '../common/clock.js';
import { holds } from '../safeguards/sending-guard.queries.js';
import { SendingGuard } from '../safeguards/sending-guard.service.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { Breaker } from '../pace/breaker.js';
import { claimThankYous } from './claim.queries.js';
import type { Lane } from './lane-run.js';
import { LettersService, type PreparedLetters } from '../letters/letters.service.js';
import { MailComposer } from './mail-composer.js';
import { Rounds } from './rounds.js';

/**
 * Sends the thank-yous of all surveys together. One whose sender or whose thank-you is in doubt is left out,
 * and finds out by itself when it may go on.
 */
@Injectable()
export class ThankYouSender {
  constructor(
    private readonly statements: PreparedStatements,
    private readonly surveys: SurveysService,
    private readonly letters: LettersService,
    private readonly composer: MailComposer,
    private readonly rounds: Rounds,
    private readonly breaker: Breaker,
    private readonly guard: SendingGuard,
    private readonly bells: Bells,
    private readonly clock: Clock,
  ) {}

  /** Sends what is due. */
  async send(): Promise<void> {
    if (holds(await this.guard.look(), 'thank_you')) return;
    const letters = this.lettersBySurvey();
    const lane = (survey: Lane['survey']): Lane => ({
      survey,
      obeys: ['sender', 'letter'],
      claim: (turn) =>
        claimThankYous(this.statements, { ...turn, seen: this.guard.seen }, survey?.id ?? null),
      compose: async (message) => this.composer.compose(await letters(message.surveyId), message),
    });

    const rest = await this.rounds.workOff(lane(null));
    await this.guard.look();
    if (rest.why === 'stopping') return;
    if (rest.why === 'held_off') return this.ringAt(rest.until);

    for (const { survey, until } of await this.breaker.surveysInDoubt()) {
      if (until > this.clock.now()) continue;
      const { from } = this.letters.originOf(await this.surveys.get(survey));
      await this.rounds.workOff(lane({ id: survey, from: from.address }));
    }
    const [next] = await this.breaker.surveysInDoubt();
    if (next) await this.ringAt(next.until);
  }

  private async ringAt(at: Date): Promise<void> {
    const once = `send-thank-yous-at-${Math.floor(at.getTime() / 1000)}`;
    await this.bells.ring('send-thank-yous', {}, { at, once });
  }

  /** Each survey's letters are prepared once; what failed is prepared again. */
  private lettersBySurvey(): (survey: string) => Promise<PreparedLetters> {
    const known = new Map<string, Promise<PreparedLetters>>();
    return (id) => {
      const letters = known.get(id) ?? this.prepare(id);
      known.set(id, letters);
      letters.catch(() => known.delete(id));
      return letters;
    };
  }

  private async prepare(id: string): Promise<PreparedLetters> {
    return this.letters.prepareAll(await this.surveys.get(id), 'thank_you', null);
  }
}
