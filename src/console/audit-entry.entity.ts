import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Who did what to what, and when. Written once, never changed. */
@Entity('audit_entries')
export class AuditEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** A staff member's address, the name of an API token, or `system`. */
  @Column({ type: 'text' })
  actor!: string;

  /** `noun.verb`, for example `wave.schedule`. */
  @Column({ type: 'text' })
  action!: string;

  /** What it was done to, `noun:id`, for example `wave:7`. */
  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'jsonb' })
  detail!: Record<string, unknown>;
}
