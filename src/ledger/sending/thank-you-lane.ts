import type { PreparedStatements } from '../../database/prepared-statements.js';
import type { PreparedLetters } from '../../letters/letters.service.js';
import type { AskingSurvey } from '../../pace/breaker.js';
import type { SendingGuard } from '../../safeguards/sending-guard.service.js';
import type { OutgoingMail } from '../../smtp/hand-over.js';
import { claimThankYous } from '../claims/claim-thank-yous.queries.js';
import type { ClaimedMessage, ClaimedRound, Turn } from '../claims/claimed-round.js';
import type { Lane } from './lane.js';
import type { MailComposer } from './mail-composer.js';

/** Thank-yous: of all surveys, or of one whose sender or thank-you is in doubt. */
export class ThankYouLane implements Lane {
  readonly obeys = ['sender', 'letter'] as const;

  constructor(
    readonly survey: AskingSurvey | null,
    private readonly lettersOf: (survey: string) => Promise<PreparedLetters>,
    private readonly statements: PreparedStatements,
    private readonly guard: SendingGuard,
    private readonly composer: MailComposer,
  ) {}

  claim(turn: Turn): Promise<ClaimedRound> {
    return claimThankYous(this.statements, { ...turn, seen: this.guard.seen }, this.survey?.id ?? null);
  }

  async compose(message: ClaimedMessage): Promise<OutgoingMail> {
    return this.composer.compose(await this.lettersOf(message.surveyId), message);
  }
}
