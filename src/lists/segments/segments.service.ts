import { coded, type CodedText } from '../../common/coded-text.js';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../common/clock.js';
import { DomainError, InvalidInput, NotFound, problem } from '../../common/errors.js';
import { idAfter, type Page, pageOf, type PageRequest } from '../../common/page.js';
import { type Database, rowOf, rowsOf } from '../../database/rows.js';
import { hasBroken } from '../../database/sql-state.js';
import { requireList } from '../lists.service.js';
import type { Segment } from './segment.entity.js';
import { segmentPath } from './segment-path.js';
import type { SegmentChange, SegmentConditions, SegmentInput } from './segment.schema.js';

/** A segment and how many people of its list are in it now. */
export type SegmentSummary = Pick<Segment, 'id' | 'name' | 'createdAt'> &
  SegmentConditions & { listId: string; matching: number };

/** How many people of a list fulfil conditions, of how many. */
export interface SegmentCount {
  matching: number;
  total: number;
}

const SUMMARY = `
  SELECT g.id, g.list_id AS "listId", g.name, g.conditions ->> 'match' AS match,
    g.conditions -> 'conditions' AS conditions, g.created_at AS "createdAt",
    (SELECT count(*) FROM subscribers s WHERE s.list_id = g.list_id AND s.attributes @@ g.path)::int AS matching
  FROM segments g`;

/** Stored conditions on lists. Who is in one is never stored: it is asked of the people as they are. */
@Injectable()
export class SegmentsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, InvalidInput for an attribute nobody on the list has, DomainError `segment.name_taken` */
  async create(listId: string, { name, ...conditions }: SegmentInput): Promise<SegmentSummary> {
    await this.requireAttributes(listId, conditions);
    const { id } = await nameOnce(name, () =>
      this.dataSource.transaction(async (tx) => {
        const added = await rowOf<{ id: string }>(
          tx,
          `INSERT INTO segments (list_id, name, conditions, path, created_at)
           VALUES ($1, $2, $3, $4, $5) RETURNING id`,
          [listId, name, conditions, segmentPath(conditions), this.clock.now()],
        );
        await this.audit.record('segment.create', `segment:${added.id}`, { list: listId }, tx);
        return added;
      }),
    );
    return this.get(id);
  }

  /** @throws NotFound */
  async get(id: string): Promise<SegmentSummary> {
    const [segment] = await rowsOf<SegmentSummary>(this.dataSource, `${SUMMARY} WHERE g.id = $1`, [id]);
    if (!segment) throw new NotFound('segment', id);
    return segment;
  }

  /** Segments of a list in the order they were made. @throws NotFound */
  async page(listId: string, { cursor, limit }: PageRequest): Promise<Page<SegmentSummary>> {
    await requireList(this.dataSource, listId);
    const segments = await rowsOf<SegmentSummary>(
      this.dataSource,
      `${SUMMARY} WHERE g.list_id = $1 AND g.id > $2 ORDER BY g.id LIMIT $3`,
      [listId, idAfter(cursor), limit + 1],
    );
    return pageOf(
      segments,
      limit,
      (segment) => [segment.id],
      (segment) => segment,
    );
  }

  /** All segments by list and name, for choosing one; nobody is counted. */
  async all(): Promise<{ id: string; listId: string; name: string }[]> {
    return rowsOf(
      this.dataSource,
      'SELECT id, list_id AS "listId", name FROM segments ORDER BY list_id, lower(name), id',
    );
  }

  /**
   * Changes what is given. Counts at once for anyone who follows the segment; who was taken in by it stays.
   *
   * @throws NotFound, InvalidInput, DomainError `segment.name_taken`
   */
  async change(id: string, change: SegmentChange): Promise<SegmentSummary> {
    const before = await this.get(id);
    const conditions = {
      match: change.match ?? before.match,
      conditions: change.conditions ?? before.conditions,
    };
    if (change.conditions) await this.requireAttributes(before.listId, conditions);
    const name = change.name ?? before.name;
    await nameOnce(name, () =>
      this.dataSource.transaction(async (tx) => {
        await rowsOf(tx, 'UPDATE segments SET name = $2, conditions = $3, path = $4 WHERE id = $1', [
          id,
          name,
          conditions,
          segmentPath(conditions),
        ]);
        await this.audit.record('segment.change', `segment:${id}`, { list: before.listId }, tx);
      }),
    );
    return this.get(id);
  }

  /** @throws NotFound, DomainError `segment.in_use` where a mailing or an enrolment still needs it */
  async remove(id: string): Promise<void> {
    try {
      await this.dataSource.transaction(async (tx) => {
        const gone = await rowsOf(tx, 'DELETE FROM segments WHERE id = $1 RETURNING 1', [id]);
        if (gone.length === 0) throw new NotFound('segment', id);
        await this.audit.record('segment.delete', `segment:${id}`, {}, tx);
      });
    } catch (error) {
      if (!hasBroken(error, 'foreignKey')) throw error;
      throw new DomainError('conflict', coded('segment.in_use'));
    }
  }

  /** Who would be in a segment of these conditions. @throws NotFound, InvalidInput */
  async count(listId: string, conditions: SegmentConditions): Promise<SegmentCount> {
    await this.requireAttributes(listId, conditions);
    return rowOf<SegmentCount>(
      this.dataSource,
      `SELECT (count(*) FILTER (WHERE attributes @@ $2::jsonpath))::int AS matching, count(*)::int AS total
       FROM subscribers WHERE list_id = $1`,
      [listId, segmentPath(conditions)],
    );
  }

  /** The attributes that occur on a list, by name. @throws NotFound */
  async attributesOf(listId: string): Promise<string[]> {
    await requireList(this.dataSource, listId);
    const found = await rowsOf<{ name: string }>(
      this.dataSource,
      'SELECT DISTINCT k AS name FROM subscribers s, jsonb_object_keys(s.attributes) k WHERE s.list_id = $1',
      [listId],
    );
    return found.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'de'));
  }

  /**
   * The path of a list's segment, which stays until the transaction ends.
   *
   * @throws InvalidInput for a segment the list does not have
   */
  async requirePath(database: Database, listId: string, id: string): Promise<string> {
    const [segment] = await rowsOf<{ path: string }>(
      database,
      'SELECT path FROM segments WHERE id = $1 AND list_id = $2 FOR KEY SHARE',
      [id, listId],
    );
    if (segment) return segment.path;
    throw new InvalidInput([problem('segmentId', 'segment.of_another_list', { list: listId })]);
  }

  private async requireAttributes(listId: string, { conditions }: SegmentConditions): Promise<void> {
    const known = await this.attributesOf(listId);
    const unknown = conditions.flatMap(({ attribute }, index) =>
      known.includes(attribute) ? [] : [{ path: `conditions[${index}].attribute`, ...notKnown(known) }],
    );
    if (unknown.length > 0) throw new InvalidInput(unknown);
  }
}

function notKnown(known: readonly string[]): CodedText {
  return known.length === 0
    ? coded('segment.no_attributes')
    : coded('segment.unknown_attribute', { known: known.join(', ') });
}

async function nameOnce<Result>(name: string, store: () => Promise<Result>): Promise<Result> {
  try {
    return await store();
  } catch (error) {
    if (!hasBroken(error, 'unique')) throw error;
    throw new DomainError('conflict', coded('segment.name_taken', { name }), [
      problem('name', 'segment.taken'),
    ]);
  }
}
