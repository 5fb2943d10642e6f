import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Why nobody may write to an address. */
export const suppressionReasons = ['manual', 'bounce', 'complaint', 'objection'] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

/** An address nobody may write to, in no survey and from no list; no import brings it back (P9). */
@Entity('suppressions')
export class Suppression {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  /** The mailbox, lower-cased. */
  @Column({ name: 'email_key', type: 'text', unique: true })
  emailKey!: string;

  @Column({ type: 'text' })
  reason!: SuppressionReason;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
