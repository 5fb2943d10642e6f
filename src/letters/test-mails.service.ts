import { coded } from '../common/coded-text.js';
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { parseEmailAddress } from '../common/email-address.js';
import { DomainError, InvalidInput, problem } from '../common/errors.js';
import { rowsOf } from '../database/rows.js';
import type { HandOver } from '../smtp/hand-over.js';
import type { LetterKind } from '../composer/letter-text.js';
import { fillLetter } from '../composer/letter.js';
import { fillMessage, messageIdFor } from '../composer/mime/prepared-message.js';
import { MailServers } from '../smtp/mail-servers.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { type Addressee, LettersService } from './letters.service.js';
import type { WaveWords } from './wave-words.js';

/** Somebody a letter can be shown for. */
export interface Sample extends Addressee {
  language: string | null;
}

/** Ids that belong to nobody: links made from them open nothing. */
export const nobody = { participantId: '0', subscriberId: '0' };

/**
 * Letters shown and sent before anything goes out. A test is no row of the ledger: it belongs to
 * nobody, so its personal link opens nothing.
 */
@Injectable()
export class TestMails {
  constructor(
    private readonly dataSource: DataSource,
    private readonly surveys: SurveysService,
    private readonly letters: LettersService,
    private readonly connections: MailServers,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * The letter as one participant would get it, but for a personal link that leads nowhere; an invented
   * person where the survey has none yet.
   */
  async preview(
    surveyId: string,
    kind: LetterKind,
    words: WaveWords | null,
    participantId: string | null,
    language: string | null = null,
  ) {
    const survey = await this.surveys.get(surveyId);
    const person = await this.samplePerson(surveyId, participantId);
    const locale = this.letters.languageFor(survey, language ?? person.language);
    const letter = await this.letters.compile(survey, kind, locale, words);
    return fillLetter(letter, this.letters.fieldsOf({ ...person, ...nobody }, locale));
  }

  /**
   * Hands one letter to the mail server at once, past every wave.
   *
   * @throws InvalidInput for a wrong address
   * @throws DomainError `test.not_accepted` with the server's words
   */
  async send(
    surveyId: string,
    kind: LetterKind,
    words: WaveWords | null,
    to: string,
    language: string | null,
  ) {
    const address = parseEmailAddress(to);
    if (!address) throw new InvalidInput([problem('to', 'field.this_is_no_address', { given: to })]);
    const survey = await this.surveys.get(surveyId);
    const person = await this.samplePerson(surveyId, null);
    const locale = this.letters.languageFor(survey, language);
    const { from, domain } = this.letters.originOf(survey);
    const subject = `[Test] ${this.letters.textOf(survey, kind, locale, words).subject}`;
    const marked = { [locale]: { ...words?.[locale], subject } };
    const letter = await this.letters.prepare(survey, kind, locale, marked);
    const outcome = await this.connections.handOver({
      from: from.address,
      to: address.address,
      raw: fillMessage(letter, {
        ...this.letters.fieldsOf({ ...person, ...nobody }, locale),
        address: address.address,
        toName: null,
        messageId: messageIdFor(`test-${randomUUID()}`, domain),
        date: this.clock.now(),
      }),
    });
    if (outcome.outcome !== 'accepted') {
      throw new DomainError('refused', coded('test.not_accepted', { reply: wordsOf(outcome) }));
    }
    await this.audit.record('wave.test', `survey:${surveyId}`, { kind, language: locale });
    return { accepted: true, to: address.address, reply: outcome.reply };
  }

  /** Somebody to show a letter for: the one asked for, else the first of the survey, else an invented person. */
  async samplePerson(surveyId: string, participantId: string | null): Promise<Sample> {
    const [person] = await rowsOf<Sample>(
      this.dataSource,
      `SELECT p.id AS "participantId", s.id AS "subscriberId", s.name, s.salutation, s.language
       FROM participants p JOIN subscribers s ON s.id = p.subscriber_id
       WHERE p.survey_id = $1 AND ($2::bigint IS NULL OR p.id = $2) ORDER BY p.id LIMIT 1`,
      [surveyId, participantId],
    );
    return (
      person ?? {
        ...nobody,
        name: 'Kim Beispiel',
        salutation: null,
        language: null,
      }
    );
  }
}

function wordsOf(outcome: Exclude<HandOver, { outcome: 'accepted' }>): string {
  return 'reply' in outcome ? outcome.reply : outcome.reason;
}
