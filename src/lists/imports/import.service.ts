import { coded, packed } from '../../common/coded-text.js';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { NotFound } from '../../common/errors.js';
import { rowOf, rowsOf } from '../../database/rows.js';
import { Bells } from '../../queue/bells.js';
import { isPassing } from './database-errors.rules.js';
import { ImportFailed } from './import-failed.js';
import { type Batch, batchesOf } from './import-reader.js';
import type { Reject } from './import-rows.rules.js';
import { encodingOf, textOf } from './import-text.js';
import { noRows, type RowCounts } from './import.entity.js';
import {
  applyChanges,
  beginMerge,
  chunksOf,
  type ImportStatus,
  importById,
  listLock,
  mergeBatch,
  nextImport,
  rejectsOf,
  settleImport,
} from './import.queries.js';

const MAX_KEPT_REJECTS = 10_000;
const PROGRESS_EVERY_MS = 1000;

/** How a file was read: all of it, or not at all with the reason. */
interface Outcome {
  rows: RowCounts;
  webAddresses: number;
  rejects: Reject[];
  error: string | null;
}

/** What is to be done once a file is in its list. */
export type ImportApplied = (listId: string) => Promise<void>;

/** Carries the result out of a transaction that is not to be kept. */
class DryRunDone extends Error {}

/**
 * Reads uploaded files into their lists. A file is one transaction: it is in the list or it is not,
 * whatever was killed. Files of one list are read one after the other, in the order they came.
 */
@Injectable()
export class ImportService {
  private readonly log = new Logger(ImportService.name);
  private readonly whenApplied: ImportApplied[] = [];

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly bells: Bells,
    private readonly clock: Clock,
  ) {}

  /** Registers what a higher module does after an import has changed a list; a crash may prevent it. */
  onApplied(follow: ImportApplied): void {
    this.whenApplied.push(follow);
  }

  /** @throws NotFound */
  async get(id: string): Promise<ImportStatus> {
    const found = await importById(this.dataSource, id);
    if (!found) throw new NotFound('import', id);
    return found;
  }

  /** Rejected rows in the order of the file; the first ten thousand are kept. */
  rejects(id: string, limit = MAX_KEPT_REJECTS, offset = 0): Promise<Reject[]> {
    return rejectsOf(this.dataSource, id, limit, offset);
  }

  /**
   * Reads a file, after those of the same list that came before it; does nothing if that is done.
   *
   * @param whileBusy whether to wait for another import into the list, or to leave it to the next bell
   * @throws NotFound
   */
  async run(id: string, whileBusy: 'wait' | 'leave' = 'wait'): Promise<void> {
    const { listId } = await this.get(id);
    for (;;) {
      const next = await nextImport(this.dataSource, listId);
      if (!next || BigInt(next.id) > BigInt(id)) break;
      if (!(await this.readNext(listId, whileBusy))) return;
    }
    const waiting = await nextImport(this.dataSource, listId);
    if (waiting)
      await this.bells.ring('import-list', { import: waiting.id }, { once: `import-${waiting.id}` });
  }

  /** False if another import into the list is running. */
  private async readNext(listId: string, whileBusy: 'wait' | 'leave'): Promise<boolean> {
    const what = await this.dataSource.transaction(async (tx) => {
      if (!(await this.lock(tx, listId, whileBusy))) return 'busy';
      const next = await nextImport(tx, listId);
      if (!next) return 'unchanged';

      await this.dataSource.query("UPDATE imports SET state = 'running', row_counts = $2 WHERE id = $1", [
        next.id,
        noRows,
      ]);
      const { rows, webAddresses, rejects, error } = await this.attempt(tx, next);
      const state = error === null ? 'finished' : 'failed';
      await settleImport(tx, next.id, {
        state,
        rows,
        webAddresses,
        rejects,
        error,
        now: this.clock.now(),
      });
      this.log.log({ event: `import.${state}`, import: next.id, list: listId, mode: next.mode, rows });
      return next.mode === 'apply' && rows.new + rows.changed > 0 ? 'changed' : 'unchanged';
    });
    if (what === 'changed') await this.tellApplied(listId);
    return what !== 'busy';
  }

  /** The file is imported, even if one of these follow-ups fails. */
  private async tellApplied(listId: string): Promise<void> {
    for (const follow of this.whenApplied) {
      try {
        await follow(listId);
      } catch (error) {
        this.log.warn({ event: 'import.not-followed', list: listId, reason: (error as Error).message });
      }
    }
  }

  private async lock(tx: EntityManager, listId: string, whileBusy: 'wait' | 'leave'): Promise<boolean> {
    if (whileBusy === 'wait') {
      await rowsOf(tx, `SELECT pg_advisory_xact_lock(${listLock('$1')})`, [listId]);
      return true;
    }
    const { locked } = await rowOf<{ locked: boolean }>(
      tx,
      `SELECT pg_try_advisory_xact_lock(${listLock('$1')}) AS locked`,
      [listId],
    );
    return locked;
  }

  /** Reads within a savepoint, so that a dry run and a failure leave nothing but their result. */
  private async attempt(tx: EntityManager, { id, listId, mode }: ImportStatus): Promise<Outcome> {
    const outcome: Outcome = { rows: { ...noRows }, webAddresses: 0, rejects: [], error: null };
    try {
      await tx.transaction(async (inner) => {
        await this.readFile(inner, id, listId, outcome);
        if (mode === 'dry-run') throw new DryRunDone();
      });
    } catch (error) {
      if (error instanceof DryRunDone) return outcome;
      if (isPassing(error)) throw error;
      if (error instanceof ImportFailed)
        return { ...outcome, rows: noRows, webAddresses: 0, error: packed(error.said) };
      this.log.error({ event: 'import.broke', import: id, error: (error as Error).name });
      return {
        ...outcome,
        rows: noRows,
        error: packed(coded('import.failed')),
      };
    }
    return outcome;
  }

  /** One batch is merged while the next one is read. */
  private async readFile(tx: EntityManager, id: string, listId: string, outcome: Outcome): Promise<void> {
    const encoding = await encodingOf(chunksOf(this.dataSource, id));
    const merge = await beginMerge(tx, listId, this.clock.now());
    let saved = performance.now();
    let merging: Promise<void> = Promise.resolve();

    const mergeOne = async (batch: Batch): Promise<void> => {
      const merged = await mergeBatch(tx, merge, batch.rows);
      count(outcome, batch, merged);
      if (performance.now() - saved < PROGRESS_EVERY_MS) return;
      saved = performance.now();
      await this.dataSource.query('UPDATE imports SET row_counts = $2 WHERE id = $1', [id, outcome.rows]);
    };
    try {
      for await (const batch of batchesOf(textOf(chunksOf(this.dataSource, id), encoding))) {
        await merging;
        merging = mergeOne(batch);
        merging.catch(() => undefined);
      }
    } finally {
      await merging;
    }
    await applyChanges(tx, merge);
  }
}

function count(outcome: Outcome, batch: Batch, merged: Omit<RowCounts, 'total' | 'invalid'>): void {
  const { rows, rejects } = outcome;
  rows.new += merged.new;
  rows.changed += merged.changed;
  rows.unchanged += merged.unchanged;
  rows.suppressed += merged.suppressed;
  rows.duplicate += merged.duplicate + batch.duplicates;
  outcome.webAddresses += batch.webAddresses;
  rows.invalid += batch.rejects.length;
  rows.total += batch.rows.length + batch.duplicates + batch.rejects.length;
  rejects.push(...batch.rejects.slice(0, MAX_KEPT_REJECTS - rejects.length));
}
