import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { parseEmailAddress } from '../common/email-address.js';
import { NotFound } from '../common/errors.js';
import { idAfter, type Page, pageOf, type PageRequest } from '../common/page.js';
import { rowOf, rowsOf } from '../database/rows.js';
import type { ListErasure } from './list-erasure.entity.js';
import { listErasureOf } from './list-erasure.queries.js';

/** A list and how many people are on it. */
export interface ListSummary {
  id: string;
  name: string;
  createdAt: Date;
  /** Everybody on it; the two below are among them. */
  subscribers: number;
  unsubscribed: number;
  suppressed: number;
}

/** A subscriber as the API and the console show them. */
export interface ListedSubscriber {
  id: string;
  email: string;
  name: string | null;
  salutation: string | null;
  language: string | null;
  attributes: Record<string, string>;
  unsubscribedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

const SUMMARY = `
  SELECT l.id, l.name, l.created_at AS "createdAt",
    count(s.id)::int AS subscribers,
    count(s.unsubscribed_at)::int AS unsubscribed,
    (count(*) FILTER (WHERE x.id IS NOT NULL))::int AS suppressed
  FROM lists l
    LEFT JOIN subscribers s ON s.list_id = l.id
    LEFT JOIN suppressions x ON x.email_key = s.email_key`;

/** Lists and who is on them. */
@Injectable()
export class ListsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async create(name: string): Promise<ListSummary> {
    const createdAt = this.clock.now();
    const id = await this.dataSource.transaction(async (tx) => {
      const { id: list } = await rowOf<{ id: string }>(
        tx,
        'INSERT INTO lists (name, created_at) VALUES ($1, $2) RETURNING id',
        [name, createdAt],
      );
      await this.audit.record('list.create', `list:${list}`, {}, tx);
      return list;
    });
    return { id, name, createdAt, subscribers: 0, unsubscribed: 0, suppressed: 0 };
  }

  /** @throws NotFound */
  async get(id: string): Promise<ListSummary> {
    const [list] = await rowsOf<ListSummary>(this.dataSource, `${SUMMARY} WHERE l.id = $1 GROUP BY l.id`, [
      id,
    ]);
    if (!list) throw new NotFound('list', id);
    return list;
  }

  /** All lists in the order they were made, for choosing one. */
  async all(): Promise<ListSummary[]> {
    return rowsOf<ListSummary>(this.dataSource, `${SUMMARY} GROUP BY l.id ORDER BY l.id`);
  }

  /** Lists in the order they were made. */
  async page({ cursor, limit }: PageRequest): Promise<Page<ListSummary>> {
    const lists = await rowsOf<ListSummary>(
      this.dataSource,
      `${SUMMARY} WHERE l.id IN (SELECT id FROM lists WHERE id > $1 ORDER BY id LIMIT $2)
       GROUP BY l.id ORDER BY l.id`,
      [idAfter(cursor), limit + 1],
    );
    return pageOf(
      lists,
      limit,
      (list) => [list.id],
      (list) => list,
    );
  }

  /**
   * Who is on a list, in the order they came.
   *
   * @param search part of an address or a name, in any case; empty for everybody
   * @throws NotFound
   */
  async subscribers(
    listId: string,
    { cursor, limit }: PageRequest,
    search = '',
  ): Promise<Page<ListedSubscriber>> {
    await requireList(this.dataSource, listId);
    const subscribers = await rowsOf<ListedSubscriber>(
      this.dataSource,
      `SELECT id, email, name, salutation, language, attributes, unsubscribed_at AS "unsubscribedAt",
         created_at AS "createdAt", updated_at AS "updatedAt"
       FROM subscribers WHERE list_id = $1 AND id > $2
         AND (position($4 in email_key) > 0 OR position($5 in lower(name)) > 0)
       ORDER BY id LIMIT $3`,
      [listId, idAfter(cursor), limit + 1, addressPart(search), search.toLowerCase()],
    );
    return pageOf(
      subscribers,
      limit,
      (subscriber) => [subscriber.id],
      (subscriber) => subscriber,
    );
  }

  /** The progress of the latest list erasure; null if there never was one. */
  listErasureOf(listId: string): Promise<ListErasure | null> {
    return listErasureOf(this.dataSource, listId);
  }
}

/** A whole address is found as it is kept, also one with umlauts in its domain. */
function addressPart(search: string): string {
  return parseEmailAddress(search)?.key ?? search.toLowerCase();
}

/** @throws NotFound */
export async function requireList(dataSource: DataSource, id: string): Promise<void> {
  const found = await rowsOf(dataSource, 'SELECT 1 FROM lists WHERE id = $1', [id]);
  if (found.length === 0) throw new NotFound('list', id);
}
