import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { MoreThan, type Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { parseEmailAddress } from '../common/email-address.js';
import { InvalidInput, NotFound, problem } from '../common/errors.js';
import { idAfter, type Page, pageOf, type PageRequest } from '../common/page.js';
import { OptOutJournal } from '../safeguards/opt-out-journal.js';
import { Suppression, type SuppressionReason } from './suppression.entity.js';

/** The addresses nobody may write to. What is added here counts from the next mail on. */
@Injectable()
export class SuppressionsService {
  constructor(
    @InjectRepository(Suppression) private readonly suppressions: Repository<Suppression>,
    private readonly audit: AuditService,
    private readonly journal: OptOutJournal,
    private readonly clock: Clock,
  ) {}

  /**
   * Suppresses an address. One that is suppressed already stays as it is, with its first reason.
   *
   * @throws InvalidInput for what is not an address
   */
  async add(
    email: string,
    reason: SuppressionReason = 'manual',
    note: string | null = null,
  ): Promise<Suppression> {
    const emailKey = keyOf(email);
    const row = { emailKey, reason, note, createdAt: this.clock.now() };
    const suppression = await this.suppressions.manager.transaction(async (tx) => {
      const added = await tx
        .createQueryBuilder()
        .insert()
        .into(Suppression)
        .values(row)
        .orIgnore()
        .returning('id')
        .execute();
      const stored = await tx.findOneByOrFail(Suppression, { emailKey });
      if ((added.raw as unknown[]).length > 0)
        await this.audit.record('suppression.add', `suppression:${stored.id}`, { reason }, tx);
      return stored;
    });
    await this.journal.add({ what: 'suppress', people: [emailKey], reason });
    return suppression;
  }

  /** @throws NotFound */
  async remove(id: string): Promise<void> {
    if (!(await this.removeWhere({ id }))) throw new NotFound('suppression', id);
  }

  /**
   * Frees an address again, whether or not it was suppressed.
   *
   * @throws InvalidInput for what is not an address
   */
  async removeAddress(email: string): Promise<void> {
    await this.removeWhere({ emailKey: keyOf(email) });
  }

  /** @returns whether there was one */
  private async removeWhere(which: { id: string } | { emailKey: string }): Promise<boolean> {
    const found = await this.suppressions.manager.transaction(async (tx) => {
      const one = await tx.findOneBy(Suppression, which);
      if (!one) return null;
      await tx.delete(Suppression, { id: one.id });
      await this.audit.record('suppression.remove', `suppression:${one.id}`, { reason: one.reason }, tx);
      return one;
    });
    if (found) await this.journal.add({ what: 'free', people: [found.emailKey] });
    return found !== null;
  }

  /** In the order they were added. */
  async page({ cursor, limit }: PageRequest): Promise<Page<Suppression>> {
    const rows = await this.suppressions.find({
      where: { id: MoreThan(idAfter(cursor)) },
      order: { id: 'ASC' },
      take: limit + 1,
    });
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
  }

  /** @throws InvalidInput for what is not an address */
  async isSuppressed(email: string): Promise<boolean> {
    return this.suppressions.existsBy({ emailKey: keyOf(email) });
  }
}

function keyOf(email: string): string {
  const address = parseEmailAddress(email);
  if (!address) throw new InvalidInput([problem('email', 'suppression.not_an_address')]);
  return address.key;
}
