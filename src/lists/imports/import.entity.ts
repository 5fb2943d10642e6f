import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { List } from '../list.entity.js';

/** `dry-run` only says what `apply` would do. */
export const importModes = ['dry-run', 'apply'] as const;
export type ImportMode = (typeof importModes)[number];

export type ImportState = 'receiving' | 'queued' | 'running' | 'finished' | 'failed';

/** What became of the rows of a file; the total is the sum of the others, at every moment. */
export interface RowCounts {
  total: number;
  new: number;
  changed: number;
  unchanged: number;
  /** The same address stood further up in the file. */
  duplicate: number;
  /** Rejected with a reason. */
  invalid: number;
  /** The address is suppressed, so the row is not imported. */
  suppressed: number;
}

export const noRows: RowCounts = {
  total: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  duplicate: 0,
  invalid: 0,
  suppressed: 0,
};

/** A file on its way into a list: received in pieces, then read by a worker, all of it or nothing. */
@Entity('imports')
export class Import {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Index('imports_list')
  @ManyToOne(() => List, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'list_id' })
  list!: List;

  @Column({ type: 'text' })
  mode!: ImportMode;

  @Column({ type: 'text' })
  state!: ImportState;

  @Column({ name: 'row_counts', type: 'jsonb' })
  rows!: RowCounts;

  /** Rows taken in whose name or salutation holds a web address; letters leave those out. */
  @Column({ name: 'web_addresses', type: 'integer', default: 0 })
  webAddresses!: number;

  /** Why it failed, as `packed` writes it; a sentence in rows of earlier builds. */
  @Column({ type: 'text', nullable: true })
  error!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;
}
