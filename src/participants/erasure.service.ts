import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFound } from '../common/errors.js';
import { Pseudonyms } from '../common/pseudonyms.js';
import { requireList } from '../lists/lists.service.js';
import { eraseSubscribers, firstSubscribers, forgetImports } from './erasure.queries.js';

/** So many people go in one statement; their codes are worked out in a few milliseconds. */
const BATCH = 1000;

/**
 * Erases people for good: from the list, from every survey, with their mails, with what is kept of their
 * answers, and with the responses that bear them. Each erasure is one transaction.
 */
@Injectable()
export class ErasureService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  /** @throws NotFound */
  async erase(subscriber: string): Promise<void> {
    const erased = await this.dataSource.transaction((tx) =>
      eraseSubscribers(tx, [subscriber], this.codesOf),
    );
    if (erased.length === 0) throw new NotFound('subscriber', subscriber);
  }

  /**
   * Everybody on a list; the list itself stays, as segments and waves name it.
   *
   * @returns how many there were
   * @throws NotFound
   */
  async emptyList(list: string): Promise<number> {
    await requireList(this.dataSource, list);
    return this.dataSource.transaction(async (tx) => {
      await forgetImports(tx, list);
      for (let erased = 0; ;) {
        const next = await firstSubscribers(tx, list, BATCH);
        if (next.length === 0) return erased;
        erased += (await eraseSubscribers(tx, next, this.codesOf)).length;
      }
    });
  }

  private readonly codesOf = (participant: string) => this.pseudonyms.codesOf(participant);
}
