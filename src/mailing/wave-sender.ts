import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { Locale } from '../common/locale.js';
import { SignedTokens } from '../common/signed-token.js';
import { rowsOf } from '../database/rows.js';
import type { OutgoingMail } from '../mail/hand-over.js';
import { fillMessage, messageIdFor, type PreparedMessage } from '../mail/prepared-message.js';
import { Bells } from '../queue/bells.js';
import type { Survey } from '../surveys/survey.entity.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { type ClaimedMessage, claimOfWave, claimThankYous } from './claim.queries.js';
import { LettersService } from './letters.service.js';
import { Rounds } from './rounds.js';
import { Wave } from './wave.entity.js';

/** How long a lane rests when the mail server cannot be reached, before it is rung again. */
const REST_SECONDS = 10;

/** Sends what the ledger holds: a wave, or the thank-yous of all surveys. */
@Injectable()
export class WaveSender {
  private readonly log = new Logger(WaveSender.name);
  /** Waves this process is sending; a second bell for one of them says nothing new. */
  private readonly atWork = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly letters: LettersService,
    private readonly rounds: Rounds,
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
    const survey = await this.surveys.get(wave.surveyId);
    const prepared = new Map<Locale, PreparedMessage>();
    for (const locale of survey.languages) {
      prepared.set(locale, await this.letters.prepare(survey, wave.kind, locale, wave));
    }

    const rest = await this.rounds.workOff({
      claim: (claim) => claimOfWave(this.dataSource, id, claim),
      compose: (message) => Promise.resolve(this.compose(survey, prepared, message)),
    });

    if (rest.why === 'sender_fault') await this.hold(id, rest.reason);
    else if (rest.why === 'unreachable') await this.ringLater('send-wave', { wave: id }, rest.reason);
    else await this.finish(id);
  }

  /** Sends the thank-yous that are due. */
  async sendThankYous(): Promise<void> {
    const surveys = new Map<string, Promise<{ survey: Survey; prepared: Map<Locale, PreparedMessage> }>>();
    const ofSurvey = (id: string) => {
      const known = surveys.get(id) ?? this.prepareThankYou(id);
      surveys.set(id, known);
      return known;
    };

    const rest = await this.rounds.workOff({
      claim: (claim) => claimThankYous(this.dataSource, claim),
      compose: async (message) => {
        const { survey, prepared } = await ofSurvey(message.surveyId);
        return this.compose(survey, prepared, message);
      },
    });
    if (rest.why === 'unreachable' || rest.why === 'sender_fault') {
      await this.ringLater('send-thank-yous', {}, rest.reason);
    }
  }

  private async prepareThankYou(id: string) {
    const survey = await this.surveys.get(id);
    const prepared = new Map<Locale, PreparedMessage>();
    for (const locale of survey.languages) {
      prepared.set(locale, await this.letters.prepare(survey, 'thank_you', locale, null));
    }
    return { survey, prepared };
  }

  private compose(
    survey: Survey,
    prepared: Map<Locale, PreparedMessage>,
    message: ClaimedMessage,
  ): OutgoingMail {
    const locale = this.letters.languageFor(survey, message.language);
    const letter = prepared.get(locale);
    if (!letter) throw new Error(`no letter in ${locale}`);
    const { from, domain } = this.letters.originOf(survey);
    return {
      from: from.address,
      to: message.email,
      raw: fillMessage(letter, {
        ...this.letters.fieldsOf(message, locale),
        address: message.email,
        toName: message.name,
        messageId: messageIdFor(this.tokens.sign('return-path', message.id), domain),
        date: this.clock.now(),
      }),
    };
  }

  /** A wave is finished only when nothing of it is open (P2). */
  private async finish(id: string): Promise<void> {
    const finished = await rowsOf(
      this.dataSource,
      `UPDATE waves SET state = 'finished', finished_at = $2 WHERE id = $1 AND state = 'sending'
         AND NOT EXISTS (SELECT FROM messages WHERE wave_id = $1
           AND state IN ('planned', 'deferred', 'claimed', 'handing_over')) RETURNING 1`,
      [id, this.clock.now()],
    );
    if (finished.length > 0) this.log.log({ event: 'wave.finished', wave: id });
  }

  /** The mail server has something against us, not against a person: stop before more people are tried. */
  private async hold(id: string, reason: string): Promise<void> {
    await rowsOf(
      this.dataSource,
      "UPDATE waves SET state = 'held', held_reason = $2 WHERE id = $1 AND state = 'sending'",
      [id, reason],
    );
    this.log.error({ event: 'wave.held', wave: id, reason });
  }

  private async ringLater(
    kind: 'send-wave' | 'send-thank-yous',
    payload: { wave: string } | Record<string, never>,
    reason: string,
  ): Promise<void> {
    this.log.warn({ event: 'smtp.unreachable', kind, reason });
    const at = new Date(this.clock.now().getTime() + REST_SECONDS * 1000);
    await this.bells.ring(kind, payload, { at });
  }
}
