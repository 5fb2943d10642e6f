import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Actor } from '../audit/actor.js';

/**
 * The latest erasure of a list: everybody who was on it when it was asked for is erased, some at a time. It
 * goes on from here after whatever broke it off.
 */
@Entity('list_erasures')
export class ListErasure {
  @PrimaryColumn({ name: 'list_id', type: 'bigint' })
  listId!: string;

  /** As the audit log names them. */
  @Column({ name: 'asked_by', type: 'text' })
  askedBy!: Actor;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  /** How many were on the list then. */
  @Column({ type: 'int' })
  people!: number;

  /** The highest number of those; anyone who came later stays. */
  @Column({ name: 'up_to', type: 'bigint' })
  upTo!: string;

  @Column({ type: 'int', default: 0 })
  erased!: number;

  /** Behind whom to go on. */
  @Column({ type: 'bigint', default: 0 })
  position!: string;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;
}
