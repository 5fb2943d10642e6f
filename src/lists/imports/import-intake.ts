import { coded } from '../../common/coded-text.js';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/errors.js';
import { rowOf, rowsOf } from '../../database/rows.js';
import { Bells } from '../../queue/bells.js';
import { refuseDuringListErasure } from '../list-erasure.queries.js';
import { type ImportMode, noRows } from './import.entity.js';
import { requireList } from '../lists.service.js';

const PIECE_BYTES = 1024 * 1024;

/** The largest file taken in. */
export const MAX_UPLOAD_BYTES = 512 * 1024 * 1024;

/** Stores uploads piece by piece, for a worker to read. */
@Injectable()
export class ImportIntake {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly bells: Bells,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores an upload while it is received and queues it. An interrupted upload leaves nothing.
   *
   * @returns the new import's id
   * @throws NotFound where there is no such list
   * @throws DomainError `import.too_large` beyond 512 MB, `list.being_emptied`
   */
  async receiveUpload(
    listId: string,
    mode: ImportMode,
    stream: AsyncIterable<Buffer | string>,
  ): Promise<{ id: string }> {
    await requireList(this.dataSource, listId);
    await refuseDuringListErasure(this.dataSource, listId);
    const { id } = await rowOf<{ id: string }>(
      this.dataSource,
      `INSERT INTO imports (list_id, mode, state, row_counts, created_at)
       VALUES ($1, $2, 'receiving', $3, $4) RETURNING id`,
      [listId, mode, noRows, this.clock.now()],
    );
    try {
      await this.store(id, stream);
    } catch (error) {
      await this.dataSource.query('DELETE FROM imports WHERE id = $1', [id]);
      throw error;
    }
    await this.dataSource.transaction(async (tx) => {
      await rowsOf(tx, "UPDATE imports SET state = 'queued' WHERE id = $1", [id]);
      const action = mode === 'apply' ? 'list.apply_file' : 'list.check_file';
      await this.audit.record(action, `list:${listId}`, { import: id }, tx);
    });
    await this.bells.ring('import-list', { import: id }, { once: `import-${id}` });
    return { id };
  }

  private async store(id: string, stream: AsyncIterable<Buffer | string>): Promise<void> {
    let position = 0;
    for await (const bytes of inPieces(stream)) {
      await this.dataSource.query(
        'INSERT INTO import_chunks (import_id, position, bytes) VALUES ($1, $2, $3)',
        [id, position++, bytes],
      );
    }
  }
}

/** Regroups a stream into pieces of about a megabyte. */
async function* inPieces(stream: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let waiting = 0;
  let total = 0;
  for await (const part of stream) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    waiting += bytes.length;
    total += bytes.length;
    if (total > MAX_UPLOAD_BYTES) {
      throw new DomainError('refused', coded('import.too_large', { most: 512 }));
    }
    parts.push(bytes);
    if (waiting >= PIECE_BYTES) {
      yield Buffer.concat(parts);
      parts = [];
      waiting = 0;
    }
  }
  if (waiting > 0) yield Buffer.concat(parts);
}
