import { coded } from '../../common/coded-text.js';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../common/clock.js';
import { DomainError, NotFound } from '../../common/errors.js';
import { rowOf, rowsOf } from '../../database/rows.js';
import { Bells } from '../../queue/bells.js';
import { refuseDuringListErasure } from '../list-erasure.queries.js';
import { importById } from './import.queries.js';
import { noRows } from './import.entity.js';

/** Nothing is left of a checked file: it was applied already, or its day is over. */
export class CheckedFileGone extends DomainError {
  constructor(id: string) {
    super('conflict', coded('import.file_gone', { id }));
  }
}

/** Files that were checked by a dry run and wait, for a day, to be applied as they are. */
@Injectable()
export class CheckedImports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly bells: Bells,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes an applying import of a checked file. The file moves over, so that a second click finds
   * nothing to apply.
   *
   * @returns the new import's id
   * @throws NotFound where there is no such dry run
   * @throws CheckedFileGone
   * @throws DomainError `list.being_emptied`
   */
  async apply(id: string): Promise<{ id: string }> {
    const applying = await this.dataSource.transaction(async (tx) => {
      const checked = await importById(tx, id);
      if (checked?.mode !== 'dry-run' || checked.state !== 'finished')
        throw new NotFound('checked import', id);
      await refuseDuringListErasure(tx, checked.listId);

      const next = await rowOf<{ id: string }>(
        tx,
        `INSERT INTO imports (list_id, mode, state, row_counts, created_at)
         VALUES ($1, 'apply', 'queued', $2, $3) RETURNING id`,
        [checked.listId, noRows, this.clock.now()],
      );
      const moved = await rowsOf(
        tx,
        'UPDATE import_chunks SET import_id = $2 WHERE import_id = $1 RETURNING 1',
        [id, next.id],
      );
      if (moved.length === 0) throw new CheckedFileGone(id);
      const details = { import: next.id, checkedAs: id };
      await this.audit.record('list.apply_file', `list:${checked.listId}`, details, tx);
      return next;
    });
    await this.bells.ring('import-list', { import: applying.id }, { once: `import-${applying.id}` });
    return applying;
  }
}
