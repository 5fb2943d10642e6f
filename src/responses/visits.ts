import { Injectable } from '@nestjs/common';
import { Pseudonyms } from '../common/pseudonyms.js';
import { SignedTokens } from '../common/signed-token.js';
import { Batches } from '../database/batches.js';
import { PreparedStatements } from '../database/prepared-statements.js';
import { type CodedVisitor, findSavedByCode, findVisits, type Visit } from './visit.queries.js';

/** What personal links lead to. Looking changes nothing (P5); those who come together share a trip to the database. */
@Injectable()
export class Visits {
  private readonly visits: Batches<string, Omit<Visit, 'codes'> | null>;
  private readonly savedByCode: Batches<CodedVisitor, Pick<Visit, 'participation' | 'saved'> | null>;

  constructor(
    statements: PreparedStatements,
    private readonly tokens: SignedTokens,
    private readonly pseudonyms: Pseudonyms,
  ) {
    this.visits = new Batches((participants) => findVisits(statements, participants));
    this.savedByCode = new Batches((people) => findSavedByCode(statements, people));
  }

  /** Null for a link we did not make, without asking the database, and for one whose person is gone. */
  async byLink(token: string): Promise<Visit | null> {
    const participant = this.tokens.read('participation', token);
    return participant === null ? null : this.of(participant);
  }

  /** What the link of a participant leads to; null for one who is gone. */
  async of(participant: string): Promise<Visit | null> {
    const visit = await this.visits.ask(participant);
    if (!visit) return null;
    if (visit.privacy !== 'pseudonymous') return Object.assign(visit, { codes: [] });
    const codes = this.pseudonyms.codesOf(participant);
    const latest = await this.savedByCode.ask({ participant, codes });
    return latest && { ...visit, ...latest, codes };
  }
}
