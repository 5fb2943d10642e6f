import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Actor } from './actor.js';

/** Who did what to what, and when. Written once, never changed. */
@Entity('audit_entries')
export class AuditEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** `staff:<id>`, `token:<name>`, `cli` or `system`, see `Actor`. */
  @Column({ type: 'text' })
  actor!: Actor;

  /** `noun.verb`, for example `wave.schedule`. */
  @Column({ type: 'text' })
  action!: string;

  /** What it was done to, `noun:id`, for example `wave:7`. */
  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'jsonb' })
  detail!: Record<string, unknown>;
}
