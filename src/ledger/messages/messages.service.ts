import { coded } from '../../common/coded-text.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../common/clock.js';
import { DomainError, NotFound } from '../../common/errors.js';
import { SignedTokens } from '../../common/signed-token.js';
import { type Database, rowOf, rowsOf } from '../../database/rows.js';
import { idInMessageId } from '../../composer/mime/prepared-message.js';
import { Bells } from '../../queue/bells.js';
import { judgeReply } from '../../replies/judge-reply.rules.js';
import { reasonOfRefusal } from '../../replies/reason-of-refusal.rules.js';
import { readReply } from '../../replies/reply.js';
import type { Privacy } from '../../surveys/survey.entity.js';
import type { Delivery, MessageKind } from '../states/message.entity.js';
import { forgetRefusals, keepRefusals } from '../planning/refused-addresses.queries.js';
import { shownReason } from './shown-reason.rules.js';
import type { WaveState } from '../states/wave.entity.js';

/** A row of the ledger with the person it is for. */
export interface LedgerRow {
  id: string;
  surveyId: string;
  waveId: string | null;
  kind: MessageKind;
  participantId: string;
  email: string;
  name: string | null;
  state: Delivery;
  /** What staff may know of it, see `shownReason`. */
  reason: string | null;
  attempts: number;
  nextAttemptAt: Date | null;
  reply: string | null;
  /** Host and port of the mail server it was handed to last. */
  server: string | null;
  settledAt: Date | null;
}

/** As it is stored; `shown` makes of it what staff may see. */
type StoredRow = LedgerRow & { privacy: Privacy };

export interface LedgerFilter {
  surveyId?: string | undefined;
  waveId?: string | undefined;
  state?: Delivery | undefined;
  /** Part of an address. */
  address?: string | undefined;
}

const LEDGER_ROWS = `SELECT m.id, m.survey_id AS "surveyId", m.wave_id AS "waveId", m.kind,
    m.participant_id AS "participantId", s.email, s.name, m.state, m.reason, v.privacy, m.attempts,
    m.next_attempt_at AS "nextAttemptAt", m.reply, m.server, m.settled_at AS "settledAt"
  FROM messages m
  JOIN surveys v ON v.id = m.survey_id
  JOIN participants p ON p.id = m.participant_id
  JOIN subscribers s ON s.id = p.subscriber_id`;

/** Whether a message `m` of a survey `v` is shown with its person at all (P8). */
const IS_SHOWN = "(v.privacy <> 'anonymous' OR m.kind = 'invitation')";

/** The ledger as staff read it, and what they decide about uncertain messages. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly bells: Bells,
    private readonly tokens: SignedTokens,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Messages by ascending id, from behind `after` (`'0'` for the first page). Of anonymous surveys the
   * invitations alone: reminders and thank-yous go by whether somebody has answered. Thank-yous only where
   * people are known by name, and in pseudonymous surveys those to be decided about: nobody is thanked for
   * being screened out, so anyone who is missing among them would be known.
   */
  async page(filter: LedgerFilter, after: string, limit: number): Promise<LedgerRow[]> {
    const rows = await rowsOf<StoredRow>(
      this.dataSource,
      `${LEDGER_ROWS}
       WHERE m.id > $1 AND ${IS_SHOWN} AND (m.kind <> 'thank_you' OR v.privacy = 'identified' OR m.state = 'uncertain')
         AND ($2::bigint IS NULL OR m.wave_id = $2) AND ($3::text IS NULL OR m.state = $3)
         AND ($4::bigint IS NULL OR m.survey_id = $4)
         AND ($5::text IS NULL OR position(lower($5) in s.email_key) > 0)
       ORDER BY m.id LIMIT $6`,
      [
        after,
        filter.waveId ?? null,
        filter.state ?? null,
        filter.surveyId ?? null,
        filter.address ?? null,
        limit,
      ],
    );
    return rows.map(shown);
  }

  /**
   * Decides about a message whose outcome nobody knows: taken as sent, or sent again. What was refused can be
   * sent again too: its address is written to again from then on. Those of reminders of anonymous surveys are
   * decided all together, see `resolveAll`.
   *
   * @throws NotFound also for a message that is not shown
   * @throws DomainError `message.not_uncertain`, `wave.wrong_state`
   */
  async resolve(id: string, as: 'accepted' | 'resend'): Promise<LedgerRow> {
    const wave = await this.dataSource.transaction(async (tx) => {
      const [message] = await rowsOf<{
        state: Delivery;
        wave: string | null;
        waveState: WaveState | null;
        participant: string;
      }>(
        tx,
        `SELECT m.state, m.wave_id AS wave, w.state AS "waveState", m.participant_id AS participant
         FROM messages m JOIN surveys v ON v.id = m.survey_id LEFT JOIN waves w ON w.id = m.wave_id
         WHERE m.id = $1 AND ${IS_SHOWN} FOR UPDATE OF m`,
        [id],
      );
      if (!message) throw new NotFound('message', id);
      const isRefused = message.state === 'refused' && as === 'resend';
      if (message.state !== 'uncertain' && !isRefused) {
        throw new DomainError('conflict', coded('message.not_uncertain', { id, state: message.state }));
      }
      const now = this.clock.now();
      if (as === 'resend' && message.waveState === 'cancelled') {
        throw nothingMoreOfIt();
      }
      if (isRefused) {
        await forgetRefusals(tx, message.participant);
        // Its attempts and its days begin anew.
        await rowsOf(tx, 'UPDATE messages SET attempts = 0, planned_at = $2 WHERE id = $1', [id, now]);
      }
      await rowsOf(
        tx,
        as === 'accepted'
          ? "UPDATE messages SET state = 'accepted', reason = 'resolved', claim_token = NULL, settled_at = $2 WHERE id = $1"
          : `UPDATE messages SET state = 'planned', reason = NULL, claim_token = NULL, settled_at = NULL, next_attempt_at = $2
             WHERE id = $1`,
        [id, now],
      );
      if (as === 'resend' && message.wave !== null) {
        await rowsOf(
          tx,
          "UPDATE waves SET state = 'sending', finished_at = NULL WHERE id = $1 AND state = 'finished'",
          [message.wave],
        );
      }
      await this.audit.record('message.resolve', `message:${id}`, { as }, tx);
      return message.wave;
    });
    if (as === 'resend')
      await (wave === null ? this.bells.ring('send-thank-yous', {}) : this.bells.ring('send-wave', { wave }));
    return this.get(id);
  }

  /**
   * What a mail server's log or a bounce says about an uncertain message, by the Message-ID it carried.
   * One that is not uncertain stays as it is.
   *
   * @throws NotFound where we never gave out this Message-ID
   */
  async settleByMessageId(
    messageId: string,
    as: 'accepted' | 'refused',
    reply: string | null,
  ): Promise<LedgerRow> {
    const id = idInMessageId(messageId, this.tokens);
    if (id === null) throw new NotFound('message', messageId);
    await this.dataSource.transaction(async (tx) => {
      const settled = await rowsOf(
        tx,
        `WITH settled AS (
           UPDATE messages SET state = $2, reason = $5, reply = coalesce($3, reply), claim_token = NULL, settled_at = $4
           WHERE id = $1 AND state = 'uncertain' RETURNING participant_id, state, reason
         ), ${keepRefusals('settled', '$4')}
         SELECT FROM settled`,
        [
          id,
          as,
          reply,
          this.clock.now(),
          as === 'refused' && reply !== null ? reasonIn(reply) : 'message_id',
        ],
      );
      if (settled.length > 0) await this.audit.record('message.settle', `message:${id}`, { as }, tx);
    });
    return this.get(id, messageId);
  }

  /** @param calledBy what it is called where it is not found */
  private async get(id: string, calledBy = id): Promise<LedgerRow> {
    const [row] = await rowsOf<StoredRow>(this.dataSource, `${LEDGER_ROWS} WHERE m.id = $1`, [id]);
    if (!row) throw new NotFound('message', calledBy);
    return shown(row);
  }

  /**
   * The same decision about every uncertain message of a wave.
   *
   * @returns how many were decided; 0 where none is uncertain any more
   * @throws NotFound
   * @throws DomainError `wave.wrong_state` for sending again what belongs to a cancelled wave
   */
  async resolveAll(wave: string, as: 'accepted' | 'resend'): Promise<number> {
    const now = this.clock.now();
    const resolved = await this.dataSource.transaction(async (tx) => {
      const [found] = await rowsOf<{ state: WaveState }>(tx, 'SELECT state FROM waves WHERE id = $1', [wave]);
      if (!found) throw new NotFound('wave', wave);
      if (as === 'resend' && found.state === 'cancelled') throw nothingMoreOfIt();
      const messages = await (as === 'accepted' ? takeAllAsSent : planAllAgain)(tx, wave, now);
      await this.audit.record('wave.resolve', `wave:${wave}`, { as, messages }, tx);
      return messages;
    });
    if (as === 'resend' && resolved > 0) await this.bells.ring('send-wave', { wave });
    return resolved;
  }
}

/** Why a mail server refused a mail; what it answered is not known. */
function reasonIn(reply: string): string {
  return reasonOfRefusal(judgeReply(readReply(reply), null));
}

function shown({ privacy, ...row }: StoredRow): LedgerRow {
  return { ...row, reason: row.reason === null ? null : shownReason(row.reason, privacy) };
}

/** The messages are locked in the order of their ids, as everywhere, so that two decisions do not block each other. */
const uncertainOnes = `SELECT id FROM messages WHERE wave_id = $1 AND state = 'uncertain' ORDER BY id FOR UPDATE`;

/** As if the mail server had accepted them just now; that also keeps the next reminder its distance. */
async function takeAllAsSent(tx: Database, wave: string, now: Date): Promise<number> {
  const { count } = await rowOf<{ count: number }>(
    tx,
    `WITH uncertain AS (${uncertainOnes}), decided AS (
       UPDATE messages m SET state = 'accepted', reason = 'resolved', claim_token = NULL, settled_at = $2
       FROM uncertain u WHERE m.id = u.id RETURNING 1
     )
     SELECT count(*)::int AS count FROM decided`,
    [wave, now],
  );
  return count;
}

/** A wave that had finished goes on. */
async function planAllAgain(tx: Database, wave: string, now: Date): Promise<number> {
  const { count } = await rowOf<{ count: number }>(
    tx,
    `WITH uncertain AS (${uncertainOnes}), decided AS (
       UPDATE messages m SET state = 'planned', reason = NULL, claim_token = NULL, settled_at = NULL,
         next_attempt_at = $2
       FROM uncertain u WHERE m.id = u.id RETURNING m.id
     ), reopened AS (
       UPDATE waves SET state = 'sending', finished_at = NULL
       WHERE id = $1 AND state = 'finished' AND EXISTS (SELECT FROM decided)
     )
     SELECT count(*)::int AS count FROM decided`,
    [wave, now],
  );
  return count;
}

function nothingMoreOfIt(): DomainError {
  return new DomainError('conflict', coded('wave.wrong_state/cancelled'));
}
