import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { List } from '../list.entity.js';
import type { SegmentConditions } from './segment.schema.js';

/** A stored condition on a list: those of its people whose attributes fulfil it, whoever they are by then. */
@Entity('segments')
@Unique(['list', 'name'])
export class Segment {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @ManyToOne(() => List, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'list_id' })
  list!: List;

  @Column({ type: 'text' })
  name!: string;

  /** As staff said it. */
  @Column({ type: 'jsonb' })
  conditions!: SegmentConditions;

  /** The same for Postgres: `attributes @@ path`. */
  @Column({ type: 'jsonpath' })
  path!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
