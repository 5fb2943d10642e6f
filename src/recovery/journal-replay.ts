import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rowsOf } from '../database/rows.js';
import { ErasureService } from '../erasure/erasure.service.js';
import { Visits } from '../responses/visits.js';
import { OptOutsService } from '../opt-outs/opt-outs.service.js';
import { type JournalEntry, OptOutJournal } from '../safeguards/opt-out-journal.js';
import { type SuppressionReason, suppressionReasons } from '../suppressions/suppression.entity.js';
import { SuppressionsService } from '../suppressions/suppressions.service.js';
import { type Listed, type Redo, redoFor } from './journal-replay.rules.js';

/** What was done again, in people. */
export interface Replayed {
  erased: number;
  unsubscribed: number;
  declined: number;
  suppressed: number;
}

const PAGE = 5_000;

type Subscriber = Listed & { id: string; emailKey: string };

/**
 * Does again what people asked for since the state that was restored, as the journal has it. May be broken
 * off and repeated: what is in the database already is left as it is.
 */
@Injectable()
export class JournalReplay {
  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: OptOutJournal,
    private readonly erasure: ErasureService,
    private readonly visits: Visits,
    private readonly optOuts: OptOutsService,
    private readonly suppressions: SuppressionsService,
  ) {}

  /** How many opt-outs and erasures the journal has since then. */
  async waiting(from: Date | null): Promise<number> {
    const entries = await this.journal.since(from);
    return entries.reduce((sum, { people }) => sum + people.length, 0);
  }

  /** @param from since when; null for everything that is kept */
  async run(from: Date | null): Promise<Replayed> {
    const entries = await this.journal.since(from);
    const done: Replayed = { erased: 0, unsubscribed: 0, declined: 0, suppressed: 0 };
    if (entries.length === 0) return done;
    done.suppressed = await this.suppress(entries);
    const ofPerson = byPerson(entries);
    for (let after = '0'; ;) {
      const page = await this.subscribersAfter(after);
      for (const subscriber of page) {
        const own = this.journal.codesOf(subscriber.emailKey).flatMap((code) => ofPerson.get(code) ?? []);
        if (own.length > 0) await this.redo(subscriber, redoFor(subscriber, own), done);
      }
      const last = page.at(-1);
      if (!last) return done;
      after = last.id;
    }
  }

  private async redo({ id }: Subscriber, redo: Redo, done: Replayed): Promise<void> {
    if (redo.erase) {
      await this.erasure.erase(id);
      done.erased += 1;
      return;
    }
    if (redo.subscription === 'unsubscribe') {
      await this.optOuts.unsubscribe(id);
      done.unsubscribed += 1;
    } else if (redo.subscription === 'resubscribe') await this.optOuts.resubscribe(id);
    for (const [survey, { what, at }] of redo.declines) {
      if (await this.decline(id, survey, what, at)) done.declined += 1;
    }
  }

  private async decline(
    subscriber: string,
    survey: string,
    what: 'decline' | 'undo-decline',
    at: Date,
  ): Promise<boolean> {
    const [found] = await rowsOf<{ id: string }>(
      this.dataSource,
      'SELECT id FROM participants WHERE subscriber_id = $1 AND survey_id = $2 AND enrolled_at <= $3',
      [subscriber, survey, at],
    );
    const visit = found && (await this.visits.of(found.id));
    if (!visit) return false;
    const isDeclined = visit.participation === 'declined';
    if (what === 'decline' && !isDeclined) await this.optOuts.decline(visit);
    if (what === 'undo-decline' && isDeclined) await this.optOuts.undoDecline(visit);
    return what === 'decline' && !isDeclined;
  }

  /** Addresses on no list are suppressed too: a later import must not bring them back (P9). */
  private async suppress(entries: readonly JournalEntry[]): Promise<number> {
    const last = new Map<string, JournalEntry>();
    for (const entry of entries) {
      const [code] = entry.people;
      if (code !== undefined && (entry.what === 'suppress' || entry.what === 'free')) last.set(code, entry);
    }
    let suppressed = 0;
    for (const { what, sealed, reason } of last.values()) {
      const address = what === 'suppress' && sealed !== undefined ? this.journal.unseal(sealed) : null;
      if (address === null || (await this.suppressions.isSuppressed(address))) continue;
      await this.suppressions.add(address, isReason(reason) ? reason : 'manual');
      suppressed += 1;
    }
    return suppressed;
  }

  private async subscribersAfter(after: string): Promise<Subscriber[]> {
    return rowsOf<Subscriber>(
      this.dataSource,
      `SELECT id, list_id AS "listId", email_key AS "emailKey", created_at AS "createdAt",
         unsubscribed_at IS NOT NULL AS "isUnsubscribed"
       FROM subscribers WHERE id > $1 ORDER BY id LIMIT ${PAGE}`,
      [after],
    );
  }
}

function byPerson(entries: readonly JournalEntry[]): Map<string, JournalEntry[]> {
  const people = new Map<string, JournalEntry[]>();
  for (const entry of entries) {
    for (const code of entry.people) {
      const own = people.get(code);
      if (own) own.push(entry);
      else people.set(code, [entry]);
    }
  }
  return people;
}

function isReason(text: string | undefined): text is SuppressionReason {
  return suppressionReasons.some((reason) => reason === text);
}
